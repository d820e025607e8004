import { useState } from 'preact/hooks'
import type { LadderBody, PreviewView } from '../../contract/administering.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { SLA_STEPS } from '../../domain/sla.ts'
import { calendarDay, clockTime } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import { Rungs, Seconds } from './rungs.tsx'
import { Said, useSending, Waiting } from './sending.tsx'
import { send, useLoaded } from './server.ts'
import { words } from './words.ts'

type PolicyView = RouteAnswer<'policy'>

/** The times of the desk with their labels. */
const DESK_TIMES = [['acceptS', 'accept'], ['untouchedS', 'untouched'], ['silenceS', 'silence'], ['claimS', 'claim'], ['forwardingS', 'forwarding']] as const satisfies readonly (readonly [keyof LadderBody['desk'], string])[]

/** The ladder and the times of the state: changed, tried on the last seven days, set. */
export function Policy() {
  const { answer, hasFailed, again } = useLoaded<PolicyView>('/api/admin/policy')
  return answer ? <Editor key={answer.version} view={answer} again={again} /> : <Waiting hasFailed={hasFailed} again={again} />
}

function Editor({ view, again }: { view: PolicyView; again: () => void }) {
  const t = words.value
  const [ladder, setLadder] = useState<LadderBody>(view.ladder)
  const [reason, setReason] = useState('')
  const [preview, setPreview] = useState<PreviewView | null>(null)
  const sending = useSending()
  const isSame = JSON.stringify(ladder) === JSON.stringify(view.ladder)
  const change = (next: Partial<LadderBody>): void => { setLadder({ ...ladder, ...next }); setPreview(null) }
  const set = (event: SubmitEvent): void => {
    event.preventDefault()
    sending.go(send<RouteAnswer<'changePolicy'>>('/api/admin/policy', { ladder, expectedVersion: view.version, reason }), () => { again(); return t.saved })
  }
  return (
    <form class="a-policy" onSubmit={set}>
      <fieldset class="a-cards" disabled={!view.mayChange}>
        <legend class="for-ears">{t.tabs.policy}</legend>
        <Rungs title={t.policy.critical} policy={ladder.critical} change={(critical) => change({ critical })} />
        <Rungs title={t.policy.high} policy={ladder.high} change={(high) => change({ high })} />
        <section class="a-panel a-times" aria-label={t.policy.normal}>
          <h2>{t.policy.normal}</h2>
          <Seconds label={t.policy.acknowledge} value={ladder.normal.acknowledgeS} set={(acknowledgeS) => change({ normal: { ...ladder.normal, acknowledgeS } })} />
          <Seconds label={t.policy.progress} value={ladder.normal.progressS} set={(progressS) => change({ normal: { ...ladder.normal, progressS } })} />
          <Seconds label={t.policy.reply} value={ladder.normal.replyS} set={(replyS) => change({ normal: { ...ladder.normal, replyS } })} />
          <Seconds label={t.policy.close} value={ladder.normal.closeS} set={(closeS) => change({ normal: { ...ladder.normal, closeS } })} />
        </section>
        <section class="a-panel a-times" aria-label={t.policy.deskTimes}>
          <h2>{t.policy.deskTimes}</h2>
          {DESK_TIMES.map(([name, label]) => <Seconds key={name} label={t.policy[label]} value={ladder.desk[name]} set={(seconds) => change({ desk: { ...ladder.desk, [name]: seconds } })} />)}
        </section>
      </fieldset>
      <div class="a-foot">
        <section class="a-panel a-form">
          <h2>{t.policy.version(view.version)}</h2>
          {view.mayChange ? (
            <>
              <p class="a-buttons">
                <button type="button" class="quiet-button" disabled={isSame || sending.isSending} onClick={() => sending.go(send<PreviewView>('/api/admin/policy/preview', { ladder }), (answer) => { setPreview(answer); return '' })}>{t.policy.try}</button>
                <button type="button" class="quiet-button" disabled={isSame} onClick={() => { setLadder(view.ladder); setPreview(null) }}>{t.policy.reset}</button>
              </p>
              {preview && <Preview preview={preview} />}
              <label>{t.why}<input required minLength={3} maxLength={300} value={reason} onInput={(event) => setReason(event.currentTarget.value)} /></label>
              <p class="a-buttons"><button type="submit" class="act-button" data-tone="step" disabled={isSame || sending.isSending}>{t.policy.set}</button></p>
              <Said sending={sending} />
              <small>{t.policy.keeps}</small>
            </>
          ) : <p>{t.onlyState}</p>}
        </section>
        <section class="a-panel">
          <h2>{t.policy.versions}</h2>
          {view.versions.length === 0 && <p class="a-hint">{t.policy.noVersions}</p>}
          <ol class="a-lines">{view.versions.map(({ version, at, by, name, reason: why }) => <li key={version}><b class="digits">{version}</b> <span class="digits">{calendarDay(at, texts.value)} {clockTime(at).slice(0, 5)}</span> <bdi>{name ?? by}</bdi> <span>{why}</span></li>)}</ol>
        </section>
      </div>
    </form>
  )
}

/** How it would have gone, in numbers. */
function Preview({ preview: { alerts, further, lessFar, late, isComplete } }: { preview: PreviewView }) {
  const t = words.value
  return (
    <div class="a-preview" role="status">
      <p><b>{t.policy.preview(alerts)}</b>: {further + lessFar === 0 ? t.policy.same : [further > 0 && t.policy.further(further), lessFar > 0 && t.policy.lessFar(lessFar)].filter(Boolean).join(', ')}</p>
      {!isComplete && <p>{t.policy.incomplete}</p>}
      <table class="a-table"><thead><tr><th scope="col">{t.policy.late}</th><th scope="col">{t.policy.now}</th><th scope="col">{t.policy.then}</th></tr></thead>
        <tbody>{SLA_STEPS.map((step) => <tr key={step}><th scope="row">{t.step[step]}</th><td class="digits">{late[step].now}</td><td class="digits" data-changed={late[step].now !== late[step].then}>{late[step].then}</td></tr>)}</tbody></table>
    </div>
  )
}
