import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DocketRow } from '../../contract/docket-row.ts'
import { isWithin } from '../../domain/area.ts'
import { useLink } from '../shared/context.ts'
import { langOf } from '../shared/highlight.ts'
import { texts } from './catalogue.ts'
import { Mark } from '../shared/parts/mark.tsx'
import { StatusMark } from '../shared/parts/status-mark.tsx'
import { nodeName } from '../shared/nodes.ts'
import { placeWords } from '../shared/words.ts'
import { chosen, cursorId, focusWanted, openDocket, openedId } from './address.ts'
import { Span } from './span.tsx'

/** One docket in two lines; the link is the way in for pointer, keyboard and screen reader alike. */
export function Row({ row }: { row: DocketRow }) {
  const t = texts.value
  const { viewer } = useLink()
  const link = useRef<HTMLAnchorElement>(null)
  const isWanted = focusWanted.value === row.id
  // Before the next key: what is typed must not go where the focus was.
  useLayoutEffect(() => {
    if (!isWanted) return
    focusWanted.value = null
    link.current?.focus()
  }, [isWanted])
  const isOpened = openedId.value === row.number || openedId.value === row.id
  const isMine = row.owner !== null && row.owner.personId === viewer.value?.personId
  const isChosen = chosen.value.has(row.id)
  return (
    <li class="d-row" data-status={row.status} data-severity={row.severity} data-unanswered={row.isAlertOpen && row.owner === null} data-opened={isOpened} data-cursor={cursorId.value === row.id} data-unread={row.unreadSince !== null} data-chosen={isChosen}>
      <label class="d-choose"><input type="checkbox" tabIndex={-1} checked={isChosen} aria-label={t.desk.choose(row.number)} onChange={() => toggleChosen(row.id)} /></label>
      <a
        ref={link} class="d-row-link" href={`#${row.number}`} aria-current={isOpened ? 'true' : undefined}
        onFocus={() => { cursorId.value = row.id }}
        onClick={(event) => { event.preventDefault(); cursorId.value = row.id; openDocket(row.number) }}
      >
        <span class="d-status"><StatusMark status={row.status} /> {t.desk.status[row.status]}</span>
        <span class="d-sev sev"><Mark severity={row.severity} isHollow={!(row.isAlertOpen && row.owner === null)} /> {t.severity[row.severity]}</span>
        <span class="d-what"><b>{t.category[row.category]}</b> <span class="d-place">{placeOf(row, t)}</span></span>
        <span class="d-number digits">{row.number}</span>
        <span class="d-excerpt">
          {row.unreadSince !== null && <b class="d-unread">{t.desk.citizenWrote}</b>}
          {row.awaitsSecond && <b class="d-way">{t.desk.mark['second-officer']}</b>}
          <Way row={row} scopePath={viewer.value?.scopePath ?? '/'} />
          {row.isProtected ? <i>{t.protectedShort}</i> : <bdi lang={langOf(row.excerpt)}>{row.excerpt}</bdi>}
        </span>
        <span class="d-owner" data-mine={isMine} data-nobody={row.owner === null}>{row.owner ? <bdi>{isMine ? t.desk.you : row.owner.name}</bdi> : t.desk.nobody}</span>
        <span class="d-marks">{row.reopened > 0 && <span class="chip">{t.desk.reopenedTimes(row.reopened)}</span>}{row.movedUp > 0 && <span class="chip">{t.desk.movedUp(row.movedUp)}</span>}{row.origin !== 'x' && <span class="chip">{t.desk.origin[row.origin]}</span>}{row.flags.length > 0 && <span class="chip d-flag">{t.desk.flagged}</span>}</span>
        <span class="d-age"><span class="d-small">{t.desk.age}</span> <Span since={row.receivedAt} /></span>
        <span class="d-due">{row.dueAt !== null && row.status !== 'closed' && <Span until={row.dueAt} />}</span>
      </a>
    </li>
  )
}

/** Where it is on its way to, for who sent it as for who is to accept it. */
function Way({ row: { sent, offeredTo, path }, scopePath }: { row: DocketRow; scopePath: string }) {
  const t = texts.value
  const isHere = isWithin(scopePath, path)
  return (
    <>
      {sent && <b class="d-way" data-gone={!isHere}>{isHere ? t.desk.sentHere(nodeName(sent.from, t)) : t.desk.sentOn(nodeName(sent.to, t))} <Span until={sent.acceptBy} /></b>}
      {offeredTo && <b class="d-way">{t.desk.offered(nodeName(offeredTo, t))}</b>}
    </>
  )
}

export function placeOf(row: Pick<DocketRow, 'where'>, t: typeof texts.value): string {
  const { main, detail } = placeWords({ where: row.where, locality: null, elsewhere: null }, t)
  return row.where.length === 0 ? t.place.unknown : [main, detail].filter(Boolean).join(' · ')
}

export function toggleChosen(id: string): void {
  const next = new Set(chosen.value)
  if (!next.delete(id)) next.add(id)
  chosen.value = next
}
