import { useLayoutEffect, useRef } from 'preact/hooks'
import type { DocketView } from '../../contract/desk.ts'
import { useLink } from '../shared/context.ts'
import { texts } from './catalogue.ts'
import { CorrectVerdict } from '../shared/parts/correct-verdict.tsx'
import { asking } from './asking.ts'
import { closingLacks, NO_CLOSING } from './closing-draft.ts'
import { ClosingFields } from './closing-fields.tsx'
import { momentFrom, momentOf } from './days.ts'
import type { Deed } from './deeds.ts'
import type { Opened } from './docket-state.ts'
import type { Editing } from './editing.ts'
import { FormButtons, sender } from './form-buttons.tsx'
import { useKept } from './kept.ts'
import { MergeForm, SplitForm } from './join-forms.tsx'
import { acceptWithinMs } from '../shared/nodes.ts'
import { NodeField } from '../shared/parts/node-field.tsx'
import type { DeskWish } from './server.ts'

/** The form of a deed, with the first field in focus. What is typed outlives the page until it was taken. */
export function DeedForm({ deed, docket, editing }: { deed: Deed; docket: DocketView; opened: Opened; editing: Editing }) {
  const frame = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => { (frame.current?.querySelector<HTMLElement>('[data-first=true]') ?? frame.current?.querySelector<HTMLElement>('input, textarea, select, button'))?.focus() }, [])
  return (
    <div class="d-form" ref={frame} role="group" aria-label={texts.value.desk.deed[deed]}>
      <Form deed={deed} docket={docket} editing={editing} />
    </div>
  )
}

interface Part {
  docket: DocketView
  editing: Editing
}

function Form({ deed, docket, editing }: Part & { deed: Deed }) {
  switch (deed) {
    case 'forward': return <ForwardForm docket={docket} editing={editing} />
    case 'notOurs': return <NotOursForm docket={docket} editing={editing} />
    case 'close': return <CloseForm docket={docket} editing={editing} />
    case 'progress': return <WordsForm docket={docket} editing={editing} field="progress" least={1} wish={(text, version) => ({ act: 'progress', version, text })} />
    case 'reopen': return <WordsForm docket={docket} editing={editing} field="reopen" least={3} wish={(reason, version) => ({ act: 'reopen', version, reason })} />
    case 'release': return <WordsForm docket={docket} editing={editing} field="release" least={3} wish={(reason, version) => ({ act: 'release', version, reason })} />
    case 'rumour': return <WordsForm docket={docket} editing={editing} field="rumour" least={3} wish={(reason, version) => ({ act: 'proposeRumour', version, reason })} />
    case 'merge': return <MergeForm docket={docket} editing={editing} />
    case 'split': return <SplitForm docket={docket} editing={editing} />
    case 'correct': return <CorrectVerdict alert={correctable(docket)} isAskingAtOnce onClose={() => { asking.value = null }} />
    case 'accept': return null
  }
}

/** What the form of a correction needs, also of a docket that never rang. */
export function correctable({ row, alert }: DocketView): Parameters<typeof CorrectVerdict>[0]['alert'] {
  return alert ?? { id: row.id, number: row.number, severity: row.severity, category: row.category, isOpen: false, correction: null }
}

function WordsForm({ docket: { row }, editing, field, least, wish }: Part & { field: 'progress' | 'reopen' | 'release' | 'rumour'; least: number; wish: (text: string, version: number) => DeskWish }) {
  const t = texts.value.desk
  const { value, set, drop } = useKept(row.id, field, '')
  return (
    <>
      <label><span>{t.words[field]}</span><textarea rows={3} maxLength={field === 'progress' ? 2_000 : 500} value={value} onInput={(event) => { set(event.currentTarget.value); editing.touch() }} /></label>
      <FormButtons label={t.deed[field]} isDisabled={value.trim().length < least} editing={editing} send={sender(editing, drop, wish(value.trim(), row.version))} />
    </>
  )
}

const HOUR_MS = 3_600_000
const HOURS = [1, 4, 24, 72] as const

function ForwardForm({ docket: { row }, editing }: Part) {
  const t = texts.value.desk
  const now = useLink().clock.now.peek() ?? 0
  const { value, set, drop } = useKept<{ nodeId?: string; dueAt: number | null; note: string }>(row.id, 'forward', { dueAt: null, note: '' })
  const dueAt = value.dueAt ?? now + acceptWithinMs.value
  const isLate = dueAt <= now
  const change = (changes: Partial<typeof value>): void => { set({ ...value, ...changes }); editing.touch() }
  return (
    <>
      <NodeField label={t.forwardTo} isFirst chosen={value.nodeId} choose={(nodeId) => { const { nodeId: _, ...rest } = value; set(nodeId === undefined ? rest : { ...rest, nodeId }) }} />
      <fieldset class="d-pick">
        <legend>{t.acceptBy}</legend>
        {HOURS.map((hours) => <button key={hours} type="button" class="reason-button" aria-pressed={value.dueAt !== null && Math.abs(dueAt - now - hours * HOUR_MS) < 60_000} onClick={() => change({ dueAt: now + hours * HOUR_MS })}>{t.hours(hours)}</button>)}
        <input type="datetime-local" aria-label={t.acceptBy} value={momentOf(dueAt)} onInput={(event) => { const at = momentFrom(event.currentTarget.value); if (at !== null) change({ dueAt: at }) }} />
      </fieldset>
      <label><span>{t.note}</span><input type="text" maxLength={500} value={value.note} onInput={(event) => change({ note: event.currentTarget.value })} /></label>
      <FormButtons label={t.deed.forward} isDisabled={value.nodeId === undefined || isLate} why={isLate ? t.dueLater : t.forwardWhy} editing={editing} send={sender(editing, drop, { act: 'forward', version: row.version, nodeId: value.nodeId ?? '', dueAt: Math.round(dueAt), note: value.note.trim() || null })} />
    </>
  )
}

function NotOursForm({ docket: { row }, editing }: Part) {
  const t = texts.value.desk
  const { value, set, drop } = useKept<{ nodeId?: string; reason: string }>(row.id, 'notOurs', { reason: '' })
  return (
    <>
      <NodeField label={t.belongsTo} isFirst chosen={value.nodeId} choose={(nodeId) => set(nodeId === undefined ? { reason: value.reason } : { ...value, nodeId })} />
      <label><span>{t.words.notOurs}</span><input type="text" maxLength={500} value={value.reason} onInput={(event) => { set({ ...value, reason: event.currentTarget.value }); editing.touch() }} /></label>
      <FormButtons label={t.deed.notOurs} isDisabled={value.nodeId === undefined || value.reason.trim().length < 3} why={t.notOursWhy} editing={editing} send={sender(editing, drop, { act: 'notOurs', version: row.version, nodeId: value.nodeId ?? '', reason: value.reason.trim() })} />
    </>
  )
}

function CloseForm({ docket: { row }, editing }: Part) {
  const t = texts.value.desk
  const { value, set, drop } = useKept(row.id, 'close', NO_CLOSING)
  const lacks = closingLacks(value)
  return (
    <>
      <ClosingFields value={value} set={(next) => { set(next); editing.touch() }} />
      <FormButtons
        label={t.deed.close} isDisabled={lacks !== null} why={lacks === null ? '' : lacks === 'reference' && value.action ? t.referenceLike[value.action] : t.closingLacks[lacks]} editing={editing}
        send={sender(editing, drop, { act: 'close', version: row.version, action: value.action ?? 'advice', reference: value.reference.trim() || null, summary: value.summary.trim() })}
      />
    </>
  )
}
