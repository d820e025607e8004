import { useEffect, useState } from 'preact/hooks'
import type { AuditRow } from '../../contract/administering.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { calendarDay, clockTime, fieldTime } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import { getJson } from '../shared/requests.ts'
import { Waiting } from './sending.tsx'
import { words } from './words.ts'

type AuditView = RouteAnswer<'audit'>
interface Wish { object: string; who: string }
const EVERYTHING: Wish = { object: '', who: '' }

/** Who changed or read what, newest first, with the chain of what is shown verified. */
export function Audit() {
  const t = words.value.audit
  const [wish, setWish] = useState(EVERYTHING)
  const [typed, setTyped] = useState(EVERYTHING)
  const { pages, hasFailed, more, again } = usePages(wish)
  const last = pages.at(-1)
  const broken = pages.find(({ brokenAt }) => brokenAt !== null)?.brokenAt ?? null
  const only = (next: Partial<Wish>): void => { setWish({ ...EVERYTHING, ...next }); setTyped({ ...EVERYTHING, ...next }) }
  return (
    <section class="a-panel a-audit" aria-label={words.value.tabs.audit}>
      <form class="a-bar" role="search" onSubmit={(event) => { event.preventDefault(); setWish(typed) }}>
        <label>{t.object}<input maxLength={200} placeholder={t.any} value={typed.object} onInput={(event) => setTyped({ ...typed, object: event.currentTarget.value.trim() })} /></label>
        <label>{t.who}<input maxLength={60} placeholder={t.any} value={typed.who} onInput={(event) => setTyped({ ...typed, who: event.currentTarget.value.trim() })} /></label>
        <button type="submit" class="quiet-button">{t.filter}</button>
        {(wish.object || wish.who) && <button type="button" class="quiet-button" onClick={() => only({})}>{t.all}</button>}
        {last && <p class="a-chain" role="status" data-broken={broken !== null}>{broken === null ? t.whole : t.broken(broken)}</p>}
      </form>
      {!last ? <Waiting hasFailed={hasFailed} again={again} /> : last.entries.length === 0 && pages.length === 1 ? <p class="a-hint">{t.none}</p> : (
        <table class="a-table">
          <thead><tr><th scope="col">{t.seq}</th><th scope="col">{t.when}</th><th scope="col">{t.did}</th><th scope="col">{t.object}</th><th scope="col">{words.value.people.name}</th><th scope="col">{t.facts}</th></tr></thead>
          <tbody>{pages.flatMap(({ entries }) => entries).map((one) => <Entry key={one.seq} entry={one} isBroken={one.seq === broken} only={only} />)}</tbody>
        </table>
      )}
      {last && last.next !== null && <p class="a-buttons"><button type="button" class="quiet-button" onClick={more}>{t.more}</button></p>}
    </section>
  )
}

function Entry({ entry: { seq, at, what, object, who, name, facts }, isBroken, only }: { entry: AuditRow; isBroken: boolean; only: (wish: Partial<Wish>) => void }) {
  const t = words.value.audit
  const [kind = '', ...rest] = object.split(':')
  return (
    <tr data-broken={isBroken}>
      <td class="digits">{seq}</td>
      <td class="digits"><time dateTime={fieldTime(at)}>{calendarDay(at, texts.value)} {clockTime(at)}</time></td>
      <th scope="row">{t.what[what] ?? what}</th>
      <td><button type="button" class="row-button" onClick={() => only({ object })}>{t.objects[kind] ?? kind}: <bdi>{rest.join(':')}</bdi></button></td>
      <td><button type="button" class="row-button" onClick={() => only({ who })}><bdi>{name ?? (who === 'system' ? texts.value.system : who)}</bdi></button></td>
      <td class="a-facts">{factWords(facts)}</td>
    </tr>
  )
}

/** Before and after together, where there are both. */
function factWords(facts: AuditRow['facts']): string {
  const t = words.value
  const said = (value: AuditRow['facts'][string]): string => (value === '' || value === null ? '–' : typeof value === 'boolean' ? (value ? t.audit.yes : t.audit.no) : (t.role as Partial<Record<string, string>>)[value] ?? String(value))
  const called = (name: string): string => t.audit.fact[name] ?? name
  return Object.entries(facts).flatMap(([name, value]) => {
    if (name.endsWith('Was') && Object.hasOwn(facts, `${name.slice(0, -3)}Is`)) return []
    const plain = name.replace(/Is$/, '')
    const was = facts[`${plain}Was`]
    return [`${called(plain)}: ${was === undefined || plain === name ? '' : `${said(was)} → `}${said(value ?? null)}`]
  }).join(' · ')
}

/** Pages of the trail, from the newest; anew with each filter. */
function usePages({ object, who }: Wish): { pages: AuditView[]; hasFailed: boolean; more: () => void; again: () => void } {
  const [pages, setPages] = useState<AuditView[]>([])
  const [hasFailed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  const read = (before: number | null): Promise<AuditView> => getJson(`/api/audit?${new URLSearchParams({ ...(object && { object }), ...(who && { who }), ...(before === null ? {} : { before: String(before) }) })}`)
  useEffect(() => {
    let isOver = false
    setFailed(false)
    read(null).then((page) => { if (!isOver) setPages([page]) }, () => { if (!isOver) { setPages([]); setFailed(true) } })
    return () => { isOver = true }
  }, [object, who, tries])
  const before = pages.at(-1)?.next ?? null
  return { pages, hasFailed, again: () => setTries(tries + 1), more: () => void read(before).then((page) => setPages([...pages, page]), () => setFailed(true)) }
}
