import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { RosterView } from '../../../contract/duty.ts'
import { calendarDay, shortTime } from '../../shared/indian-time.ts'
import { texts } from '../words.ts'
import { Foldout, PersonField, RefusedLine, SpanFields } from './fields.tsx'
import type { Span } from './fields.tsx'
import type { Refused, RosterKey, Send } from './roster-state.ts'
import { rosterTexts } from './roster-texts.ts'

const HOUR_MS = 3_600_000
const SHIFT_MS = 12 * HOUR_MS
const MAX_NOTE = 200

interface Props {
  view: RosterView
  rosterKey: RosterKey
  send: Send
}

function words({ from, to }: Span): string {
  const t = texts.value
  const day = (at: number): string => `${calendarDay(at, t).replace(/ \d{4}$/, '')} ${shortTime(at)}`
  return `${day(from)} – ${day(to)}`
}

/** The next full hour and twelve from it: what most changes begin with. */
function nextShift({ serverNow }: RosterView): Span {
  const from = Math.ceil(serverNow / HOUR_MS) * HOUR_MS - HOUR_MS / 2
  return { from: from < serverNow ? from + HOUR_MS : from, to: from + HOUR_MS + SHIFT_MS }
}

function Part({ title, empty, isEmpty, children, form }: { title: string; empty: string; isEmpty: boolean; children: ComponentChildren; form: ComponentChildren }) {
  return (
    <section class="roster-part">
      <h2>{title}</h2>
      {isEmpty ? <p class="ledger-empty">{empty}</p> : <ul class="roster-lines">{children}</ul>}
      {form}
    </section>
  )
}

/** One change with its buttons; why one of them was refused stands under it. */
function Line({ what, span, small, acts }: { what: string; span: string; small: string; acts: readonly { text: string; send: () => Promise<Refused> }[] }) {
  const [refused, setRefused] = useState<Refused>(null)
  const [isBusy, setBusy] = useState(false)
  const run = async (send: () => Promise<Refused>): Promise<void> => {
    setBusy(true)
    setRefused(await send())
    setBusy(false)
  }
  return (
    <li>
      <span><bdi>{what}</bdi><small class="digits">{span}</small><small><bdi>{small}</bdi></small></span>
      <span class="roster-acts">{acts.map(({ text, send }) => <button key={text} type="button" class="quiet-button" disabled={isBusy} aria-label={`${text}: ${what}`} onClick={() => void run(send)}>{text}</button>)}</span>
      <RefusedLine refused={refused} />
    </li>
  )
}

/** One person instead of another, or in addition, for a stretch. */
export function Overrides({ view, rosterKey, send }: Props) {
  const t = rosterTexts.value
  const [wish, setWish] = useState({ personId: '', insteadOf: '', note: '', ...nextShift(view) })
  const nameOf = (id: string): string => view.names[id] ?? id
  const coming = view.overrides.filter(({ to }) => to > view.serverNow)
  const add = (): Promise<Refused> => send('/api/rosters/overrides', { ...rosterKey, ...wish, insteadOf: wish.insteadOf || null })
  return (
    <Part
      title={t.overrides} empty={t.noOverrides} isEmpty={coming.length === 0}
      form={(
        <Foldout open={t.override} title={t.override} send={add}>
          <PersonField label={t.person} names={view.names} value={wish.personId} choose={(personId) => setWish({ ...wish, personId })} />
          <PersonField label={t.insteadOf} none={t.inAddition} names={view.names} value={wish.insteadOf} choose={(insteadOf) => setWish({ ...wish, insteadOf })} />
          <SpanFields span={wish} change={(span) => setWish({ ...wish, ...span })} />
          <NoteField value={wish.note} change={(note) => setWish({ ...wish, note })} />
        </Foldout>
      )}
    >
      {coming.map((one) => (
        <Line
          key={one.id} span={words(one)} small={[t.by(nameOf(one.by)), one.note].filter(Boolean).join(' · ')}
          what={one.insteadOf === null ? t.additionWords(nameOf(one.personId)) : t.insteadWords(nameOf(one.personId), nameOf(one.insteadOf))}
          acts={[{ text: t.take, send: () => send(`/api/rosters/${rosterKey.post}/${encodeURIComponent(rosterKey.nodeId)}/overrides/${one.id}`) }]}
        />
      ))}
    </Part>
  )
}

/** Two people change places, once it is accepted. */
export function Swaps({ view, rosterKey, send }: Props) {
  const t = rosterTexts.value
  const [first, setFirst] = useState({ personId: '', ...nextShift(view) })
  const [second, setSecond] = useState({ personId: '', ...nextShift(view) })
  const nameOf = (id: string): string => view.names[id] ?? id
  const decide = (swapId: string, accept: boolean) => (): Promise<Refused> => send('/api/rosters/swaps/decision', { ...rosterKey, swapId, accept })
  return (
    <Part
      title={t.swaps} empty={t.noSwaps} isEmpty={view.swaps.length === 0}
      form={(
        <Foldout open={t.swap} title={t.swap} send={() => send('/api/rosters/swaps', { ...rosterKey, first, second })}>
          <fieldset class="roster-side"><legend>{t.first}</legend><PersonField label={t.person} names={view.names} value={first.personId} choose={(personId) => setFirst({ ...first, personId })} /><SpanFields span={first} change={(span) => setFirst({ ...first, ...span })} /></fieldset>
          <fieldset class="roster-side"><legend>{t.second}</legend><PersonField label={t.person} names={view.names} value={second.personId} choose={(personId) => setSecond({ ...second, personId })} /><SpanFields span={second} change={(span) => setSecond({ ...second, ...span })} /></fieldset>
        </Foldout>
      )}
    >
      {view.swaps.toReversed().map((one) => (
        <Line
          key={one.id} what={t.swapWords(nameOf(one.first.personId), nameOf(one.second.personId))} span={`${words(one.first)} · ${words(one.second)}`}
          small={`${t.swapState[one.state]} · ${t.by(nameOf(one.decidedBy ?? one.by))}`}
          acts={one.state === 'requested' ? [{ text: t.accept, send: decide(one.id, true) }, { text: t.refuse, send: decide(one.id, false) }] : []}
        />
      ))}
    </Part>
  )
}

/** When somebody is away, from every duty. */
export function Leaves({ view, send }: Omit<Props, 'rosterKey'>) {
  const t = rosterTexts.value
  const [wish, setWish] = useState({ personId: '', note: '', ...nextShift(view) })
  const nameOf = (id: string): string => view.names[id] ?? id
  const coming = view.leaves.filter(({ to }) => to > view.serverNow)
  return (
    <Part
      title={t.leaves} empty={t.noLeaves} isEmpty={coming.length === 0}
      form={(
        <Foldout open={t.leave} title={t.leave} send={() => send('/api/leaves', wish)}>
          <PersonField label={t.person} names={view.names} value={wish.personId} choose={(personId) => setWish({ ...wish, personId })} />
          <SpanFields span={wish} change={(span) => setWish({ ...wish, ...span })} />
          <NoteField value={wish.note} change={(note) => setWish({ ...wish, note })} />
        </Foldout>
      )}
    >
      {coming.map((one) => (
        <Line
          key={one.id} what={nameOf(one.personId)} span={words(one)} small={[t.by(nameOf(one.by)), one.note].filter(Boolean).join(' · ')}
          acts={[{ text: t.end, send: () => send(`/api/leaves/${encodeURIComponent(one.personId)}/${one.id}`) }]}
        />
      ))}
    </Part>
  )
}

function NoteField({ value, change }: { value: string; change: (note: string) => void }) {
  const t = rosterTexts.value
  return <label><span>{t.note} <small>{t.optional}</small></span><input type="text" maxLength={MAX_NOTE} value={value} onInput={(event) => change(event.currentTarget.value)} /></label>
}
