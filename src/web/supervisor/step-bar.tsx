import { useEffect, useState } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { DUTY_POSTS } from '../../domain/ladder.ts'
import { maySupervise } from '../../domain/person.ts'
import { useLink } from '../shared/context.ts'
import { texts } from './words.ts'
import { postWords } from '../shared/words.ts'
import { getJson } from '../shared/requests.ts'
import { dismissStep, stepIn, steps } from './steps.ts'
import type { StepWish } from './steps.ts'
import { asking } from './view.ts'

const KINDS_ON_PATH: Record<string, readonly string[]> = { station: ['station-duty'], district: ['district-duty', 'circle-officer', 'district-head'] }
const ALWAYS = ['range-control', 'state-control']

/** What a supervisor can do to an open alert besides taking it: each is said to be done only when the server says so. */
export function StepBar({ alert }: { alert: AlertView }) {
  const { viewer } = useLink()
  const send = useStep(alert)
  const t = texts.value.stepIn
  if (!alert.isOpen || !viewer.value || !maySupervise(viewer.value.role)) return null
  const state = steps.value.get(alert.id)
  const isBusy = state?.isSending === true
  const open = asking.value
  const toggle = (what: typeof open): void => { asking.value = open === what ? null : what }
  return (
    <div class="step-bar" role="group" aria-label={t.title}>
      {state?.isSending && <p class="step-sending" role="status">{state.tries > 1 ? t.again : t.sending}</p>}
      {state?.refusal && <p class="refusal" role="alert"><span>{refusalOf(state.refusal, alert)}</span><button type="button" class="quiet-button" onClick={() => dismissStep(alert.id)}>{t.dismiss}</button></p>}
      <div class="step-buttons">
        <button type="button" class="act-small" disabled={isBusy || isHeld(alert)} onClick={() => void send({ act: 'escalateNow' })}>{t.escalate}</button>
        <button type="button" class="act-small" disabled={isBusy} aria-expanded={open === 'reassign'} onClick={() => toggle('reassign')}>{t.reassign}</button>
        <button type="button" class="act-small" disabled={isBusy} aria-expanded={open === 'call'} onClick={() => toggle('call')}>{t.call}</button>
        {alert.shelf
          ? <button type="button" class="act-small" disabled={isBusy} onClick={() => void send({ act: 'unshelve' })}>{t.unshelve}</button>
          : <button type="button" class="act-small" disabled={isBusy || alert.holder !== null} aria-expanded={open === 'shelve'} onClick={() => toggle('shelve')}>{t.shelve}</button>}
      </div>
      {open === 'reassign' && <AskReassign alert={alert} />}
      {open === 'call' && <AskCall alert={alert} />}
      {open === 'shelve' && !alert.shelf && <AskShelve alert={alert} />}
    </div>
  )
}

/** Sends a step of this alert and closes its form when it was taken. */
export function useStep(alert: Pick<AlertView, 'id'>): (wish: StepWish) => Promise<void> {
  const { take, clock } = useLink()
  return async (wish) => {
    const isTaken = await stepIn(alert.id, wish, (now) => take({ serverNow: clock.now.value ?? 0, alerts: [now] }))
    if (isTaken) asking.value = null
  }
}

function isHeld({ acknowledgements: { have, needed } }: AlertView): boolean {
  return have >= needed
}

function refusalOf({ kind, message, field }: NonNullable<NonNullable<ReturnType<typeof steps.value.get>>['refusal']>, alert: AlertView): string {
  const t = texts.value
  const known = t.stepIn.refused[message]
  if (known !== undefined) return known
  if (field === 'post' && kind === 'conflict') return t.stepIn.nobodyThere
  if (kind === 'conflict' && alert.holder) return t.stepIn.hasIt(alert.holder.name)
  return t.refusal[kind]
}

/** A form of the bar takes the focus when it opens: whoever opened it by a key goes on by keys. */
function useFocus(): (element: HTMLElement | null) => void {
  const [isDone, setDone] = useState(false)
  return (element) => {
    if (!element || isDone) return
    setDone(true)
    element.focus()
  }
}

type Colleague = RouteAnswer<'colleagues'>['colleagues'][number]
const MAX_SHOWN = 12

function AskReassign({ alert }: { alert: AlertView }) {
  const t = texts.value.stepIn
  const send = useStep(alert)
  const focus = useFocus()
  const [found, setFound] = useState<Colleague[] | 'reading' | 'failed'>('reading')
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    getJson<RouteAnswer<'colleagues'>>(`/api/alerts/${encodeURIComponent(alert.id)}/colleagues`).then(({ colleagues }) => setFound(colleagues), () => setFound('failed'))
  }, [alert.id])
  const isBusy = steps.value.get(alert.id)?.isSending === true
  const shown = Array.isArray(found) ? found.filter(({ name, scopeName }) => `${name} ${scopeName}`.toLowerCase().includes(wanted.trim().toLowerCase())).slice(0, MAX_SHOWN) : []
  return (
    <div class="act-ask step-ask" role="group" aria-label={t.reassign}>
      <p>{t.reassignTo}</p>
      <label><span>{t.find}</span><input ref={focus} type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} /></label>
      <div class="act-reasons act-people">
        {shown.map(({ personId, name, onDuty, scopeName, scopeNameHi }) => (
          <button key={personId} type="button" class="reason-button" disabled={isBusy} onClick={() => void send({ act: 'reassign', to: personId, reason: null })}>
            <bdi>{name}</bdi><small>{texts.value.code === 'hi' ? scopeNameHi : scopeName} · {onDuty ? t.onDuty : t.offDuty}</small>
          </button>
        ))}
      </div>
      {!Array.isArray(found) && <small>{found === 'reading' ? t.loading : t.notLoaded}</small>}
      {Array.isArray(found) && found.length === 0 && <small>{t.nobodyElse}</small>}
      <Cancel />
    </div>
  )
}

function AskCall({ alert }: { alert: AlertView }) {
  const t = texts.value
  const send = useStep(alert)
  const focus = useFocus()
  const there = [...alert.where.flatMap(({ kind }) => KINDS_ON_PATH[kind] ?? []), ...ALWAYS]
  const isBusy = steps.value.get(alert.id)?.isSending === true
  return (
    <div class="act-ask step-ask" role="group" aria-label={t.stepIn.call}>
      <p>{t.stepIn.callWhom}</p>
      <div class="act-reasons">
        {DUTY_POSTS.filter((post) => there.includes(post)).map((post, index) => (
          <button key={post} ref={index === 0 ? focus : null} type="button" class="reason-button" disabled={isBusy} onClick={() => void send({ act: 'callPost', post })}>{postWords([post], t)}</button>
        ))}
      </div>
      <Cancel />
    </div>
  )
}

const MINUTES = [15, 30, 60, 120, 240, 480] as const
const MAX_REASON = 500
/** The server's clock may be ahead of what this page believes by a little: eight hours shall not be refused for that. */
const MARGIN_MS = 2_000

function AskShelve({ alert }: { alert: AlertView }) {
  const t = texts.value.stepIn
  const { clock } = useLink()
  const send = useStep(alert)
  const focus = useFocus()
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState<number>(60)
  const isBusy = steps.value.get(alert.id)?.isSending === true
  if (alert.severity === 'critical') return <div class="act-ask step-ask" role="alert"><p>{t.never}</p><Cancel focus={focus} /></div>
  const shelve = (event: Event): void => {
    event.preventDefault()
    if (reason.trim() && clock.now.value !== null) void send({ act: 'shelve', until: clock.now.value + minutes * 60_000 - MARGIN_MS, reason: reason.trim() })
  }
  return (
    <form class="act-ask step-ask" aria-label={t.shelve} onSubmit={shelve}>
      <p>{t.shelveWhy}</p>
      <div class="act-reasons">
        {t.reasons.map((one, index) => <button key={one} ref={index === 0 ? focus : null} type="button" class="reason-button" aria-pressed={reason === one} onClick={() => setReason(one)}>{one}</button>)}
      </div>
      <label><span>{t.other}</span><input type="text" maxLength={MAX_REASON} value={t.reasons.includes(reason) ? '' : reason} onInput={(event) => setReason(event.currentTarget.value)} /></label>
      <div class="step-minutes" role="group" aria-label={t.forHow}>
        {MINUTES.map((one) => <button key={one} type="button" class="reason-button digits" aria-pressed={minutes === one} onClick={() => setMinutes(one)}>{t.minutes(one)}</button>)}
      </div>
      <button type="submit" class="act-button" data-tone="step" disabled={isBusy || reason.trim() === ''}>{isBusy ? t.sending : t.send}</button>
      <Cancel />
    </form>
  )
}

function Cancel({ focus }: { focus?: (element: HTMLElement | null) => void }) {
  return <button type="button" ref={focus ?? null} class="quiet-button" onClick={() => { asking.value = null }}>{texts.value.stepIn.cancel}</button>
}
