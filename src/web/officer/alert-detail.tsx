import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import { cleared, useChronicle } from '../shared/chronicle.ts'
import type { Chronicle, Reading } from '../shared/chronicle.ts'
import { useLink } from '../shared/context.ts'
import { clockTime } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import type { Texts } from '../shared/texts/en.ts'
import { useShown } from '../shared/use-shown.ts'
import { CorrectVerdict } from '../shared/parts/correct-verdict.tsx'
import { Mark } from '../shared/parts/mark.tsx'
import { Reasons, WholePost } from '../shared/parts/post-text.tsx'
import { Around, Ask, News, Thread } from '../shared/parts/thread.tsx'
import { Countdown, Elapsed } from '../shared/parts/timers.tsx'
import { ToldList } from '../shared/parts/told-list.tsx'
import { placeWords, postWords, stateWord } from '../shared/words.ts'
import { ActBar } from '../shared/parts/act-bar.tsx'
import { NoteForm } from './note-form.tsx'
import { closeAlert, firstRead } from './route.ts'
import { Timeline } from './timeline.tsx'

/** One alert opened: what, where, when, who, the post and why it rings, and what to do about it. */
export function AlertDetail({ id, alert }: { id: string; alert: AlertView | null }) {
  const t = texts.value
  const { receipts } = useLink()
  const { chronicle, reading } = useChronicle(id, alert?.version ?? 0, firstRead)
  useShown(alert ? [alert] : [])
  useEffect(() => { if (alert) receipts.seen(alert) })
  useEffect(() => scrollTo(0, 0), [])
  return (
    <main class="detail">
      <div class="detail-bar">
        <button type="button" class="quiet-button back-button" onClick={closeAlert}>‹ {t.officer.back}</button>
        {alert && <span class="digits detail-number">{alert.number}</span>}
      </div>
      {!alert && <p class="nothing">{missing(reading, t)}</p>}
      {alert && <Facts alert={cleared(alert, chronicle)} chronicle={chronicle} />}
      {alert && <ActBar alert={alert} />}
    </main>
  )
}

function missing(reading: Reading, t: Texts): string {
  if (reading === 'gone') return t.officer.gone
  return reading === 'reading' ? t.wall.waiting : t.field.notLoaded
}

function Facts({ alert, chronicle }: { alert: AlertView; chronicle: Chronicle | null }) {
  const t = texts.value
  const place = placeWords(alert, t)
  const isUnanswered = alert.isOpen && alert.holder === null
  return (
    <div class="detail-facts" data-severity={alert.severity} data-unanswered={isUnanswered}>
      <p class="o-severity"><Mark severity={alert.severity} isHollow={!isUnanswered} /> {t.severity[alert.severity]} · {alert.isOpen ? stateWord(alert, t) : t.officer.closedAs(t.state[alert.state])}</p>
      <h2 class="detail-place">{place.main}</h2>
      {place.detail && <p class="detail-under">{place.detail}</p>}
      <dl class="four-facts">
        <Fact name={t.officer.what}>{t.category[alert.category]}{alert.isProtected && <span class="chip">{t.protectedShort}</span>}</Fact>
        <Fact name={t.officer.when}>
          <span class="digits">{clockTime(alert.raisedAt)}</span> · <Elapsed at={alert.raisedAt} say={t.time.ago} />
          <small>{t.officer.posted} <span class="digits">{clockTime(alert.postedAt)}</span></small>
        </Fact>
        <Fact name={t.officer.whoHas}>
          {alert.holder ? <><bdi>{alert.holder.name}</bdi><small class="digits">{clockTime(alert.holder.at)}</small></> : t.who.nobody}
          {alert.acknowledgements.others.map(({ personId, name, at }) => <small key={personId}><bdi>{name}</bdi> <span class="digits">{clockTime(at)}</span></small>)}
          {alert.acknowledgements.needed > 1 && <small>{t.who.ofNeeded(alert.acknowledgements.have, alert.acknowledgements.needed)}</small>}
        </Fact>
        {alert.nextDueAt !== null && (
          <Fact name={t.supervisor.columns.next}>
            <Countdown dueAt={alert.nextDueAt} /> {alert.holder ? t.time.lapses : t.time.tellsIn(postWords(alert.nextTells, t))}
          </Fact>
        )}
      </dl>
      <News alert={alert} />
      <h3>{t.officer.thePost}</h3>
      <WholePost alert={alert} />
      {alert.author && <p class="author"><bdi>{alert.author.name}</bdi> <bdi dir="ltr">@{alert.author.handle}</bdi></p>}
      <Around alert={alert} />
      <Thread alert={alert} />
      <Ask alert={alert} />
      <h3>{t.field.notes} <small class="digits">{alert.notes}</small></h3>
      <NoteForm alertId={alert.id} />
      <h3>{t.field.timeline}</h3>
      <Timeline alertId={alert.id} chronicle={chronicle} />
      <h3>{t.officer.why} <small>{t.officer.score(Math.round(alert.score))}</small></h3>
      <Reasons alert={alert} />
      <CorrectVerdict alert={alert} />
      <h3>{t.officer.told}</h3>
      <ToldList alert={alert} />
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
