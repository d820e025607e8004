import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { RosterView } from '../../../contract/duty.ts'
import { atFieldTime, clockFrom, fieldTime } from '../../shared/indian-time.ts'
import { texts } from '../words.ts'
import { Phrase } from '../../shared/parts/phrase.tsx'
import type { Refused } from './roster-state.ts'
import { rosterTexts } from './roster-texts.ts'

type Names = RosterView['names']

/** The people who may be chosen, by name. */
export function sorted(names: Names): [id: string, name: string][] {
  return Object.entries(names).sort(([, a], [, b]) => a.localeCompare(b))
}

/** One person out of those of the post. @param none what stands for nobody; without it somebody must be chosen. */
export function PersonField({ label, names, value, none, choose }: { label: string; names: Names; value: string; none?: string; choose: (personId: string) => void }) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} required={none === undefined} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{none ?? '–'}</option>
        {sorted(names).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </select>
    </label>
  )
}

/** A time of day, 24 hours whatever the browser's own fields show. */
export function ClockField({ label, value, take }: { label: ComponentChildren; value: string; take: (clock: string) => void }) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="text" class="digits" inputMode="numeric" required maxLength={5} pattern="([01][0-9]|2[0-3]):[0-5][0-9]" placeholder="hh:mm" value={value}
        onChange={(event) => {
          const clock = clockFrom(event.currentTarget.value)
          if (clock === null) return
          event.currentTarget.value = clock
          take(clock)
        }}
      />
    </label>
  )
}

/** A day and a time of it, in India. */
export function MomentField({ label, at, take }: { label: string; at: number; take: (at: number) => void }) {
  const [day = '', clock = ''] = fieldTime(at).split('T')
  const set = (text: string): void => {
    const next = atFieldTime(text)
    if (next !== null) take(next)
  }
  return (
    <div class="roster-moment" role="group" aria-label={label}>
      <label><span>{label}</span><input type="date" required value={day} onChange={(event) => set(`${event.currentTarget.value}T${clock}`)} /></label>
      <ClockField label={rosterTexts.value.clock} value={clock} take={(next) => set(`${day}T${next}`)} />
    </div>
  )
}

export interface Span {
  from: number
  to: number
}

/** From when to when, in Indian time. */
export function SpanFields({ span: { from, to }, change }: { span: Span; change: (span: Span) => void }) {
  const t = rosterTexts.value
  return (
    <>
      <MomentField label={t.from} at={from} take={(at) => change({ from: at, to: at >= to ? at + (to - from) : to })} />
      <MomentField label={t.to} at={to} take={(at) => change({ from, to: at })} />
    </>
  )
}

/** Why a change was not taken: our words, and the server's own. */
export function RefusedLine({ refused }: { refused: Refused }) {
  if (!refused) return null
  return <p class="refusal roster-refusal" role="alert"><span>{rosterTexts.value.refused[refused.kind]}{refused.message && <small><Phrase text={refused.message} /></small>}</span></p>
}

/** A form that is closed until somebody wants it, and closes when what it sent was taken. */
export function Foldout({ open, title, send, children }: { open: string; title: string; send: () => Promise<Refused>; children: ComponentChildren }) {
  const t = rosterTexts.value
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>(null)
  if (!isOpen) return <button type="button" class="quiet-button" aria-expanded={false} onClick={() => setOpen(true)}>{open}</button>
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const answer = await send()
    setBusy(false)
    setRefused(answer)
    if (!answer) setOpen(false)
  }
  return (
    <form class="roster-form" aria-label={title} onSubmit={(event) => void submit(event)}>
      {children}
      <RefusedLine refused={refused} />
      <p class="roster-buttons">
        <button type="submit" class="act-button" data-tone="step" disabled={isBusy}>{isBusy ? t.saving : t.add}</button>
        <button type="button" class="act-button" data-tone="quiet" onClick={() => { setOpen(false); setRefused(null) }}>{texts.value.stepIn.cancel}</button>
      </p>
    </form>
  )
}
