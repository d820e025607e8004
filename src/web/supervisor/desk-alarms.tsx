import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { maySupervise } from '../../domain/person.ts'
import { afterPaint } from '../shared/after-paint.ts'
import { useLink } from '../shared/context.ts'
import { shortTime } from '../shared/indian-time.ts'
import { textsOf } from '../shared/language.ts'
import { texts } from './words.ts'
import { Phrase } from '../shared/parts/phrase.tsx'
import { Elapsed } from '../shared/parts/timers.tsx'
import { polled } from '../shared/poll.ts'
import { ask } from '../shared/requests.ts'
import { deskAlarmsEn, deskAlarmsHi } from '../shared/texts/desk-alarms.ts'
import { openedId } from './view.ts'

const EVERY_MS = 3_000
const MAX_SHOWN = 12
const IN_BAR = 3
const PANEL_ID = 'to-look-into'

const words = textsOf(deskAlarmsEn, deskAlarmsHi)
const usePolled = polled<RouteAnswer<'deskAlarms'>>('/api/desk-alarms', EVERY_MS)
type AlarmView = RouteAnswer<'deskAlarms'>['alarms'][number]

/** How many alarms stand besides the alerts: a part of the count in the page's title. */
export function useDeskAlarmCount(): number {
  return usePolled().value.answer?.alarms.length ?? 0
}

/** Says what somebody must look into, and tells the server that somebody is shown it. Nothing while there is nothing. */
export function DeskAlarmBar() {
  const { say } = useLink()
  const t = words.value
  const alarms = usePolled().value.answer?.alarms ?? []
  const desks = alarms.filter(({ kind }) => kind === 'unopened-desk')
  const key = desks.map(({ id, since, told }) => `${id} ${since} ${told}`).join()
  useEffect(() => (desks.length === 0 ? undefined : afterPaint(() => {
    for (const { subject, since } of desks) void say('desk:noticed', { nodeId: subject, since })
  })), [key, say])
  if (alarms.length === 0) return null
  const show = (): void => {
    openedId.value = null
    afterPaint(() => document.querySelector<HTMLElement>(`#${PANEL_ID}`)?.focus())
  }
  return (
    <div class="wall-bar look-bar" role="alert">
      <strong>{t.count(alarms.length)}</strong>
      {alarms.slice(0, IN_BAR).map((one) => <span key={one.id}>{t.kind[one.kind]}: <bdi>{nameOf(one)}</bdi></span>)}
      {alarms.length > IN_BAR && <span>{t.beyond(alarms.length - IN_BAR)}</span>}
      <button type="button" class="quiet-button" onClick={show}>{t.show}</button>
    </div>
  )
}

/** Every alarm of the area besides the alerts, with what is behind it, and the way to say that one looked into it. */
export function DeskAlarmPanel() {
  const { answer, hasFailed } = usePolled().value
  const role = useLink().viewer.value?.role
  const t = words.value
  const panel = useRef<HTMLElement>(null)
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const alarms = (answer?.alarms ?? []).filter(({ id, version }) => !gone.has(`${id} ${version}`))
  return (
    <section ref={panel} class="ledger" id={PANEL_ID} tabIndex={-1} aria-label={t.title}>
      <h2>{t.title}</h2>
      {hasFailed && <p class="ledger-failed">{t.notLoaded}</p>}
      {answer && alarms.length === 0 && <p class="ledger-empty">{t.none}</p>}
      <ul>{alarms.slice(0, MAX_SHOWN).map((one) => <AlarmLine key={one.id} alarm={one} mayLook={role !== undefined && maySupervise(role)} onLooked={() => { setGone(new Set([...gone, `${one.id} ${one.version}`])); panel.current?.focus() }} />)}</ul>
      {alarms.length > MAX_SHOWN && <p class="ledger-empty">{t.beyond(alarms.length - MAX_SHOWN)}</p>}
      {answer && answer.looked.length > 0 && (
        <details class="looked">
          <summary>{t.quiet} <span class="digits">{answer.looked.length}</span></summary>
          <p class="ledger-empty">{t.back}</p>
          <ul>{answer.looked.map((one) => <li key={one.id} class="wall-line"><b>{t.kind[one.kind]}: <bdi>{nameOf(one)}</bdi></b>{one.lookedInto && <small><bdi>{t.lookedBy(one.lookedInto.by, shortTime(one.lookedInto.at))}</bdi>: <bdi>{one.lookedInto.reason}</bdi></small>}</li>)}</ul>
        </details>
      )}
    </section>
  )
}

function AlarmLine({ alarm, mayLook, onLooked }: { alarm: AlarmView; mayLook: boolean; onLooked: () => void }) {
  const t = words.value
  const [isAsking, setAsking] = useState(false)
  const isDesk = alarm.kind === 'unopened-desk'
  const place = texts.value.code === 'hi' ? alarm.placeHi : alarm.place
  return (
    <li class="wall-line look-line">
      <b>{t.kind[alarm.kind]}</b>
      <span class="wall-state">{t.times(alarm.times, isDesk)} <Elapsed at={alarm.since} say={t.since} /></span>
      <small><bdi>{nameOf(alarm)}</bdi>{!isDesk && <> · {place}</>}{alarm.told > 0 && <> · {t.told(alarm.told)}</>}</small>
      <small class="look-dockets">{t.dockets}: {alarm.dockets.map(({ id, number }) => <a key={id} class="digits" href={`/desk#${number}`}>{number}</a>)}</small>
      {mayLook && !isAsking && <span class="wall-acts"><button type="button" class="quiet-button" aria-label={t.lookAt(`${t.kind[alarm.kind]}, ${nameOf(alarm)}`)} onClick={() => setAsking(true)}>{t.look}</button></span>}
      {isAsking && <LookForm alarm={alarm} onDone={onLooked} onCancel={() => setAsking(false)} />}
    </li>
  )
}

function LookForm({ alarm: { id, version }, onDone, onCancel }: { alarm: AlarmView; onDone: () => void; onCancel: () => void }) {
  const t = words.value
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const reason = new FormData(event.currentTarget as HTMLFormElement).get('reason')
    setSending(true)
    const answer = await ask<RouteAnswer<'lookIntoAlarm'>>(`/api/desk-alarms/${encodeURIComponent(id)}/looked`, { version, reason })
    setSending(false)
    if (answer && 'did' in answer) onDone()
    else setRefusal(answer?.error.message ?? '')
  }
  return (
    <form class="wall-form look-form" onSubmit={(event) => void submit(event)} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onCancel() } }}>
      <label>{t.why}<input ref={field} name="reason" required minLength={3} maxLength={300} /></label>
      {refusal !== null && <p class="ledger-failed" role="alert">{refusal === '' ? t.failed : <Phrase text={refusal} />}</p>}
      <span class="look-acts"><button type="submit" class="quiet-button" disabled={isSending}>{isSending ? t.sending : t.save}</button><button type="button" class="quiet-button" onClick={onCancel}>{t.cancel}</button></span>
    </form>
  )
}

function nameOf({ name, nameHi }: AlarmView): string {
  return texts.value.code === 'hi' ? nameHi : name
}
