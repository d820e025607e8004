import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DocketRow } from '../../contract/docket-row.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { useLink } from '../shared/context.ts'
import { texts } from './catalogue.ts'
import { useMayAct } from '../shared/parts/act-button.tsx'
import { Phrase } from '../shared/parts/phrase.tsx'
import { StatusMark } from '../shared/parts/status-mark.tsx'
import { chosen } from './address.ts'
import { closingLacks, NO_CLOSING } from './closing-draft.ts'
import type { ClosingDraft } from './closing-draft.ts'
import { ClosingFields } from './closing-fields.tsx'
import { acceptWithinMs } from '../shared/nodes.ts'
import { NodeField } from '../shared/parts/node-field.tsx'
import { rows } from './queue-state.ts'
import { chooseAll } from './queue.tsx'
import { placeOf } from './row.tsx'
import { actOnMany } from './server.ts'
import type { BulkWish, Refusal } from './server.ts'

const DEEDS = ['accept', 'forward', 'release', 'close'] as const
type BulkDeed = (typeof DEEDS)[number]
/** As many as one request takes. */
const MOST = 100

/** What can be done to all chosen dockets at once. */
export function BulkBar({ drawn }: { drawn: readonly DocketRow[] }) {
  const t = texts.value.desk
  const may = useMayAct()
  const [frozen, setFrozen] = useState<{ deed: BulkDeed; dockets: DocketRow[] } | null>(null)
  const count = chosen.value.size
  if (!may) return null
  const areAll = drawn.length > 0 && drawn.every(({ id }) => chosen.value.has(id))
  const freeze = (deed: BulkDeed): void => setFrozen({ deed, dockets: [...chosen.value].flatMap((id) => rows.value.get(id) ?? []).slice(0, MOST) })
  return (
    <div class="d-bulk" role="group" aria-label={t.bulk}>
      <label class="d-choose-all"><input type="checkbox" checked={areAll} ref={(box) => { if (box) box.indeterminate = count > 0 && !areAll }} onChange={() => chooseAll(drawn)} /> <span>{count > 0 ? t.chosen(count) : t.chooseAll}</span></label>
      {count > 0 && DEEDS.map((deed) => <button key={deed} type="button" class="act-small" onClick={() => freeze(deed)}>{t.deed[deed]}</button>)}
      {count > 0 && <button type="button" class="act-small" onClick={() => { chosen.value = new Set() }}>{t.chooseNone}</button>}
      {frozen && <BulkDialog {...frozen} close={() => setFrozen(null)} />}
    </div>
  )
}

interface Details {
  reason: string
  nodeId: string | undefined
  hours: number
  closing: ClosingDraft
}
const HOUR_MS = 3_600_000
const HOURS = [1, 4, 24, 72] as const

/** The act with its details; null while something is missing. */
function wishOf(deed: BulkDeed, { reason, nodeId, hours, closing }: Details, now: number): BulkWish['act'] | null {
  switch (deed) {
    case 'accept': return { act: 'accept' }
    case 'release': return reason.trim().length < 3 ? null : { act: 'release', reason: reason.trim() }
    case 'forward': return nodeId === undefined ? null : { act: 'forward', nodeId, dueAt: Math.round(now + hours * HOUR_MS), note: reason.trim() || null }
    case 'close': return closingLacks(closing) !== null || closing.action === null ? null : { act: 'close', action: closing.action, reference: closing.reference.trim() || null, summary: closing.summary.trim() }
  }
}

/** Lists what it is about, asks for what is needed, and says afterwards what was done, what was left and why. */
function BulkDialog({ deed, dockets, close }: { deed: BulkDeed; dockets: readonly DocketRow[]; close: () => void }) {
  const t = texts.value
  const { clock } = useLink()
  const dialog = useRef<HTMLDialogElement>(null)
  const [details, setDetails] = useState<Details>({ reason: '', nodeId: undefined, hours: acceptWithinMs.peek() / HOUR_MS, closing: NO_CLOSING })
  const [outcome, setOutcome] = useState<RouteAnswer<'actOnMany'> | 'sending' | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useLayoutEffect(() => { dialog.current?.showModal() }, [])
  const wish = wishOf(deed, details, clock.now.peek() ?? 0)
  const isDone = outcome !== null && outcome !== 'sending'
  const send = async (): Promise<void> => {
    if (!wish) return
    setOutcome('sending')
    const { answer, refusal: why } = await actOnMany({ dockets: dockets.map(({ id, version }) => ({ id, version })), act: wish })
    setOutcome(answer)
    setRefusal(why)
    // What was left stays chosen.
    if (answer) chosen.value = new Set(answer.left.map(({ id }) => id))
  }
  return (
    <dialog ref={dialog} class="s-dialog d-dialog" aria-labelledby="bulk-title" onClose={close}>
      <h2 id="bulk-title">{isDone ? t.desk.bulkDone(outcome.done.length, dockets.length) : `${t.desk.deed[deed]}: ${t.desk.dockets(dockets.length)}`}</h2>
      {!isDone && <div class="d-form"><BulkFields deed={deed} details={details} set={setDetails} /></div>}
      {refusal && <p class="refusal" role="alert"><span>{t.refusal[refusal.kind]}: <Phrase text={refusal.message} /></span></p>}
      {isDone ? <Left outcome={outcome} dockets={dockets} /> : <ul class="bulk-list">{dockets.map((row) => <li key={row.id}><span class="d-status" data-status={row.status}><StatusMark status={row.status} /> {t.desk.status[row.status]}</span><span>{t.category[row.category]} · {placeOf(row, t)}</span><span class="digits">{row.number}</span></li>)}</ul>}
      <p class="s-dialog-buttons">
        {!isDone && <button type="button" class="act-button" data-tone="step" disabled={wish === null || outcome === 'sending'} onClick={() => void send()}>{outcome === 'sending' ? t.stepIn.sending : `${t.desk.deed[deed]}: ${dockets.length}`}</button>}
        <button type="button" class="act-button" data-tone="quiet" onClick={() => dialog.current?.close()}>{isDone ? t.stepIn.close : t.officer.cancel}</button>
      </p>
    </dialog>
  )
}

function BulkFields({ deed, details, set }: { deed: BulkDeed; details: Details; set: (details: Details) => void }) {
  const t = texts.value.desk
  switch (deed) {
    case 'accept': return <p>{t.bulkWhy}</p>
    case 'release': return <label><span>{t.words.release}</span><input type="text" maxLength={500} value={details.reason} onInput={(event) => set({ ...details, reason: event.currentTarget.value })} /></label>
    case 'close': return <ClosingFields value={details.closing} set={(closing) => set({ ...details, closing })} />
    case 'forward': return (
      <>
        <NodeField label={t.forwardTo} isFirst chosen={details.nodeId} choose={(nodeId) => set({ ...details, nodeId })} />
        <label><span>{t.acceptWithin}</span><select value={details.hours} onChange={(event) => set({ ...details, hours: Number(event.currentTarget.value) })}>{[...new Set([...HOURS, acceptWithinMs.value / HOUR_MS])].sort((a, b) => a - b).map((hours) => <option key={hours} value={hours}>{t.hours(hours)}</option>)}</select></label>
        <label><span>{t.note}</span><input type="text" maxLength={500} value={details.reason} onInput={(event) => set({ ...details, reason: event.currentTarget.value })} /></label>
      </>
    )
  }
}

function Left({ outcome: { left, done }, dockets }: { outcome: RouteAnswer<'actOnMany'>; dockets: readonly DocketRow[] }) {
  const t = texts.value.desk
  const numberOf = (id: string): string => dockets.find((row) => row.id === id)?.number ?? id
  return (
    <>
      <p class="digits" role="status">{done.map(numberOf).join(', ')}</p>
      {left.length > 0 && <><h3>{t.bulkLeft}</h3><ul class="bulk-list bulk-left">{left.map(({ id, why }) => <li key={id}><span class="digits">{numberOf(id)}</span><b><Phrase text={why} /></b></li>)}</ul></>}
    </>
  )
}
