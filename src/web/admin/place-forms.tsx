import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { typedNames } from '../../domain/station-names.ts'
import { calendarDay, clockTime } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import { nodeName } from '../shared/nodes.ts'
import type { Node } from '../shared/nodes.ts'
import { NodeField } from '../shared/parts/node-field.tsx'
import { Said, useSending } from './sending.tsx'
import { send } from './server.ts'
import { words } from './words.ts'

type Answer = RouteAnswer<'changePlace'>
const PATH = '/api/admin/jurisdiction'
const NO_NAMES = { name: '', nameHi: '' }

/** A police station that the tree does not have yet. */
export function AddStation({ districtId, seq, changed }: { districtId: string | undefined; seq: number; changed: () => void }) {
  const t = words.value
  const sending = useSending()
  const [parentId, setParent] = useState(districtId)
  const [names, setNames] = useState(NO_NAMES)
  const [reason, setReason] = useState('')
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    sending.go(send<Answer>(PATH, { did: 'added', parentId: parentId ?? '', ...names, expectedSeq: seq, reason }), (answer) => {
      setNames(NO_NAMES)
      setReason('')
      changed()
      return t.places.added(nodeName(answer, texts.value))
    })
  }
  return (
    <form class="a-panel a-form" onSubmit={submit}>
      <Head isReached={districtId !== undefined}>{t.places.add}</Head>
      <NodeField label={t.places.district} chosen={parentId} choose={setParent} />
      <NameFields names={names} set={setNames} isStation />
      <Why reason={reason} set={setReason} />
      <p class="a-buttons"><button type="submit" class="act-button" data-tone="step" disabled={sending.isSending || parentId === undefined}>{t.places.addIt}</button></p>
      <Said sending={sending} />
    </form>
  )
}

/** Whoever chose something in the list, which may be long, goes on from here. */
function Head({ isReached, children }: { isReached: boolean; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => { if (isReached) heading.current?.focus() }, [])
  return <h2 ref={heading} tabIndex={-1}>{children}</h2>
}

/** The names of a station, range, zone or commissionerate; a station is retired, or brought back. */
export function ChangePlace({ node, seq, changed, leave }: { node: Node; seq: number; changed: () => void; leave: () => void }) {
  const t = words.value
  const sending = useSending()
  const before = typedNames(node)
  const [names, setNames] = useState(before)
  const [reason, setReason] = useState('')
  const [isSure, setSure] = useState(false)
  const isStation = node.kind === 'station'
  const isSame = names.name.trim() === before.name && names.nameHi.trim() === before.nameHi
  const act = (body: object, said: (answer: Answer) => string): void => {
    sending.go(send<Answer>(PATH, { id: node.id, ...body, expectedSeq: seq, reason }), (answer) => {
      setSure(false)
      setReason('')
      changed()
      return said(answer)
    })
  }
  const retire = (form: HTMLFormElement | null): void => {
    if (form?.reportValidity() !== true) return
    if (!isSure) setSure(true)
    else act({ did: 'retired' }, ({ stillOpen }) => t.places.retiredNow(stillOpen))
  }
  return (
    <form class="a-panel a-form" onSubmit={(event) => { event.preventDefault(); act({ did: 'renamed', ...names }, () => t.places.renamed) }}>
      <Head isReached>{nodeName(node, texts.value)} <small>{node.id}</small></Head>
      {!node.isRetired && <NameFields names={names} set={setNames} isStation={isStation} />}
      <Why reason={reason} set={setReason} />
      <p class="a-buttons">
        {!node.isRetired && <button type="submit" class="act-button" data-tone="step" disabled={sending.isSending || isSame}>{t.places.renameIt}</button>}
        {isStation && !node.isRetired && <button type="button" class="quiet-button" data-sure={isSure} disabled={sending.isSending} onClick={(event) => retire(event.currentTarget.form)}>{isSure ? t.places.sure : t.places.retire}</button>}
        {node.isRetired && <button type="button" class="act-button" data-tone="step" disabled={sending.isSending} onClick={(event) => { if (event.currentTarget.form?.reportValidity()) act({ did: 'restored' }, () => t.places.restored) }}>{t.places.restore}</button>}
        <button type="button" class="quiet-button" onClick={leave}>{t.places.back}</button>
      </p>
      <Said sending={sending} />
    </form>
  )
}

function NameFields({ names, set, isStation }: { names: typeof NO_NAMES; set: (names: typeof NO_NAMES) => void; isStation: boolean }) {
  const t = words.value.places
  const hint = isStation ? { 'aria-describedby': 'plain-name' } : {}
  return (
    <>
      <label>{t.name}<input required maxLength={60} autocomplete="off" lang="en" name="name" value={names.name} {...hint} onInput={(event) => set({ ...names, name: event.currentTarget.value })} /></label>
      <label>{t.nameHi}<input required maxLength={60} autocomplete="off" lang="hi" name="nameHi" value={names.nameHi} {...hint} onInput={(event) => set({ ...names, nameHi: event.currentTarget.value })} /></label>
      {isStation && <small id="plain-name">{t.plain}</small>}
    </>
  )
}

function Why({ reason, set }: { reason: string; set: (reason: string) => void }) {
  return <label>{words.value.why}<input required minLength={3} maxLength={300} name="reason" value={reason} onInput={(event) => set(event.currentTarget.value)} /></label>
}

/** Who changed the tree last. */
export function LastChanges({ changes }: Pick<RouteAnswer<'jurisdiction'>, 'changes'>) {
  const t = words.value
  return (
    <section class="a-panel">
      <h2>{t.places.changes}</h2>
      {changes.length === 0 && <p class="a-hint">{t.places.noChanges}</p>}
      <ol class="a-lines">{changes.map(({ seq, at, by, name, did, nodeName: called, nodeNameHi, reason }) => (
        <li key={seq}><b>{texts.value.code === 'hi' ? nodeNameHi : called}</b> <span>{t.places.did[did]}</span> <span class="digits">{calendarDay(at, texts.value)} {clockTime(at).slice(0, 5)}</span> <bdi>{name ?? by}</bdi> <span>{reason}</span></li>
      ))}</ol>
    </section>
  )
}
