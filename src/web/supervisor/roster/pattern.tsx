import { useEffect, useState } from 'preact/hooks'
import type { RosterView } from '../../../contract/duty.ts'
import { texts } from '../words.ts'
import { draftOf, freeName, moved, newShift, newTurns, patternOf, toggled } from './draft.ts'
import type { Draft, ShiftDraft, TurnsDraft } from './draft.ts'
import { ClockField, MomentField, RefusedLine, sorted } from './fields.tsx'
import type { Refused, RosterKey, Send } from './roster-state.ts'
import { rosterTexts } from './roster-texts.ts'

/** Shifts and turns: edited here, written whole. Somebody else's change meanwhile is not overwritten: the server refuses. */
export function Pattern({ view, send, read, rosterKey }: { view: RosterView; send: Send; read: () => Promise<void>; rosterKey: RosterKey }) {
  const t = rosterTexts.value
  const [draft, setDraft] = useState<Draft>(() => draftOf(view))
  const [state, setState] = useState<'same' | 'changed' | 'saving' | 'saved'>('same')
  const [refused, setRefused] = useState<Refused>(null)
  const reset = (): void => {
    setDraft(draftOf(view))
    setRefused(null)
    setState((known) => (known === 'saved' ? known : 'same'))
  }
  // Whoever has changed something keeps it, whatever arrives.
  useEffect(() => { if (state !== 'changed') reset() }, [view.version])
  const change = (next: Partial<Draft>): void => {
    setDraft({ ...draft, ...next })
    setState('changed')
  }
  const save = async (event: Event): Promise<void> => {
    event.preventDefault()
    setState('saving')
    const answer = await send('/api/rosters', { ...rosterKey, ...patternOf(draft) })
    setRefused(answer)
    setState(answer ? 'changed' : 'saved')
  }
  const names = [...draft.shifts, ...draft.rotations].map(({ name }) => name)
  return (
    <form class="roster-part roster-pattern" aria-label={t.pattern} onSubmit={(event) => void save(event)}>
      <h2>{t.pattern}</h2>
      {view.version === 0 && <p class="ledger-empty">{t.none}</p>}
      {draft.shifts.map((shift, at) => <ShiftFields key={shift.key} shift={shift} names={view.names} change={(next) => change({ shifts: next === null ? draft.shifts.toSpliced(at, 1) : draft.shifts.with(at, next) })} />)}
      {draft.rotations.map((turns, at) => <TurnsFields key={turns.key} turns={turns} names={view.names} change={(next) => change({ rotations: next === null ? draft.rotations.toSpliced(at, 1) : draft.rotations.with(at, next) })} />)}
      <p class="roster-buttons">
        <button type="button" class="quiet-button" onClick={() => change({ shifts: [...draft.shifts, newShift(freeName(t.shift, names))] })}>{t.addShift}</button>
        <button type="button" class="quiet-button" onClick={() => change({ rotations: [...draft.rotations, newTurns(freeName(t.rotation, names), view.week[0]?.from ?? view.serverNow)] })}>{t.addRotation}</button>
      </p>
      <RefusedLine refused={refused} />
      <p class="roster-buttons">
        <button type="submit" class="act-button" data-tone="step" disabled={state !== 'changed'}>{state === 'saving' ? t.saving : t.save}</button>
        {state === 'changed' && <button type="button" class="act-button" data-tone="quiet" onClick={() => { reset(); setState('same'); void read() }}>{t.discard}</button>}
        <span role="status" class="roster-state">{state === 'changed' ? t.unsaved : state === 'saved' ? t.saved : ''}</span>
      </p>
    </form>
  )
}

function ShiftFields({ shift, names, change }: { shift: ShiftDraft; names: RosterView['names']; change: (next: ShiftDraft | null) => void }) {
  const t = texts.value
  const r = rosterTexts.value
  const hint = shift.from === shift.to ? r.aroundTheClock : shift.to < shift.from ? r.overnight : ''
  return (
    <fieldset class="roster-row">
      <legend>{r.shift}</legend>
      <label class="roster-name"><span>{r.name}</span><input type="text" required maxLength={40} value={shift.name} onInput={(event) => change({ ...shift, name: event.currentTarget.value })} /></label>
      <ClockField label={r.from} value={shift.from} take={(from) => change({ ...shift, from })} />
      <ClockField label={<>{r.to}{hint && <small> {hint}</small>}</>} value={shift.to} take={(to) => change({ ...shift, to })} />
      <div class="roster-choice" role="group" aria-label={r.days}>
        <span>{r.days}</span>
        <p>{t.days.map((day, index) => <button key={index} type="button" class="filter" aria-pressed={shift.days.includes(index)} onClick={() => change({ ...shift, days: toggled(shift.days, index) })}>{day}</button>)}</p>
      </div>
      <div class="roster-choice" role="group" aria-label={r.people}>
        <span>{r.people}</span>
        <p>{sorted(names).map(([id, name]) => <button key={id} type="button" class="filter" aria-pressed={shift.personIds.includes(id)} onClick={() => change({ ...shift, personIds: toggled(shift.personIds, id) })}><bdi>{name}</bdi></button>)}</p>
        {Object.keys(names).length === 0 && <small>{r.nobodyKnown}</small>}
      </div>
      <button type="button" class="quiet-button roster-remove" aria-label={`${r.remove}: ${shift.name}`} onClick={() => change(null)}>{r.remove}</button>
    </fieldset>
  )
}

function TurnsFields({ turns, names, change }: { turns: TurnsDraft; names: RosterView['names']; change: (next: TurnsDraft | null) => void }) {
  const r = rosterTexts.value
  const set = (next: Partial<TurnsDraft>): void => change({ ...turns, ...next })
  return (
    <fieldset class="roster-row">
      <legend>{r.rotation}</legend>
      <label class="roster-name"><span>{r.name}</span><input type="text" required maxLength={40} value={turns.name} onInput={(event) => set({ name: event.currentTarget.value })} /></label>
      <MomentField label={r.startsAt} at={turns.startsAt} take={(startsAt) => set({ startsAt })} />
      <label><span>{r.turnDays}</span><input type="number" required min={1} max={60} value={turns.turnDays} onChange={(event) => set({ turnDays: Number(event.currentTarget.value) })} /></label>
      <div class="roster-choice" role="group" aria-label={`${r.people}, ${r.inTurn}`}>
        <span>{r.inTurn}</span>
        <ol>{turns.personIds.map((id, index) => (
          <li key={id}>
            <bdi>{names[id] ?? id}</bdi>
            <button type="button" class="quiet-button" disabled={index === 0} aria-label={`${r.earlier}: ${names[id] ?? id}`} onClick={() => set({ personIds: moved(turns.personIds, index, -1) })}>↑</button>
            <button type="button" class="quiet-button" disabled={index === turns.personIds.length - 1} aria-label={`${r.later}: ${names[id] ?? id}`} onClick={() => set({ personIds: moved(turns.personIds, index, 1) })}>↓</button>
            <button type="button" class="quiet-button" aria-label={`${r.remove}: ${names[id] ?? id}`} onClick={() => set({ personIds: toggled(turns.personIds, id) })}>✕</button>
          </li>
        ))}</ol>
        <label>
          <span>{r.addPerson}</span>
          <select value="" onChange={(event) => { const id = event.currentTarget.value; if (id) set({ personIds: [...turns.personIds, id] }) }}>
            <option value="">–</option>
            {sorted(names).filter(([id]) => !turns.personIds.includes(id)).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
      </div>
      <button type="button" class="quiet-button roster-remove" aria-label={`${r.remove}: ${turns.name}`} onClick={() => change(null)}>{r.remove}</button>
    </fieldset>
  )
}
