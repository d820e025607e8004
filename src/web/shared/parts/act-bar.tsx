import { useState } from 'preact/hooks'
import type { AlertView } from '../../../contract/alert-view.ts'
import { useLink } from '../context.ts'
import { texts } from '../language.ts'
import { isOfferedTo, isTheirs, mapLink, stateWord, wantsMore } from '../words.ts'
import { ActButton, Refusal, useMayAct } from './act-button.tsx'
import { AskHandOver } from './ask-hand-over.tsx'
import { AskReason } from './ask-reason.tsx'

type Asking = 'done' | 'false-alarm' | 'hand-over' | 'cannot-reach'

/** The acts of an open alert, within reach of the thumb: two large ones, the rest below. Acts that close it or give it away ask once more. */
export function ActBar({ alert }: { alert: AlertView }) {
  const { viewer } = useLink()
  const may = useMayAct()
  const [asking, setAsking] = useState<Asking | null>(null)
  if (!alert.isOpen || !may) return null
  const me = viewer.value?.personId
  const isMine = isTheirs(alert, me)
  const isOffered = !isMine && isOfferedTo(alert, me)
  return (
    <div class="act-bar" data-severity={alert.severity} data-unanswered={alert.holder === null}>
      <Refusal alertId={alert.id} />
      <OfferLine alert={alert} isOffered={isOffered} />
      {!isMine && (wantsMore(alert) || isOffered) && (
        <div class="act-grid act-first">
          <ActButton alert={alert} kind="acknowledge" tone="call" {...(isOffered ? { label: texts.value.field.take } : {})} />
          <Navigate alert={alert} />
        </div>
      )}
      {alert.holder !== null && !isMine && !isOffered && <p class="act-held"><bdi>{alert.holder.name}</bdi> · {stateWord(alert, texts.value)}</p>}
      {isMine && asking === null && <Steps alert={alert} ask={setAsking} />}
      {isMine && asking !== null && <Ask what={asking} alert={alert} close={() => setAsking(null)} />}
    </div>
  )
}

/** That it is being handed over: to whom, or by whom. */
function OfferLine({ alert: { offer }, isOffered }: { alert: AlertView; isOffered: boolean }) {
  const t = texts.value.field
  if (!offer) return null
  if (isOffered) return <p class="act-offer" role="status">{offer.to ? t.offeredToYou(offer.fromName) : t.offeredToPost(offer.fromName)}</p>
  return <p class="act-offer" role="status">{t.offered(offer.to?.name ?? t.dutyPost)}</p>
}

/** The two next things are large; everything else is there and small. */
function Steps({ alert, ask }: { alert: AlertView; ask: (what: Asking) => void }) {
  const t = texts.value
  const { state } = alert
  const isOnScene = state === 'on-scene'
  const done = <button type="button" class="act-button" data-tone={isOnScene || state === 'responding' ? 'step' : 'quiet'} onClick={() => ask('done')}>{t.step.resolved}</button>
  return (
    <>
      <div class="act-grid act-first">
        {!isOnScene && state !== 'responding' && <ActButton alert={alert} kind="responding" tone="step" />}
        {!isOnScene && <ActButton alert={alert} kind="on-scene" tone={state === 'responding' ? 'step' : 'quiet'} />}
        {state !== 'acknowledged' && done}
        {isOnScene && <Navigate alert={alert} />}
      </div>
      <div class="act-rest">
        {state === 'acknowledged' && <button type="button" class="act-small" onClick={() => ask('done')}>{t.step.resolved}</button>}
        <button type="button" class="act-small" onClick={() => ask('hand-over')}>{t.field.handOver}</button>
        <button type="button" class="act-small" onClick={() => ask('cannot-reach')}>{t.field.cannotReach}</button>
        <button type="button" class="act-small" onClick={() => ask('false-alarm')}>{t.step['false-alarm']}</button>
      </div>
    </>
  )
}

/** Opens the map app of the phone, by a tap only: nothing of the place leaves the device before. */
function Navigate({ alert }: { alert: AlertView }) {
  const t = texts.value
  const href = mapLink(alert, t)
  return href && <a class="act-button act-link" data-tone="quiet" href={href} target="_blank" rel="noopener noreferrer" title={t.field.maps}>{t.field.navigate}</a>
}

function Ask({ what, alert, close }: { what: Asking; alert: AlertView; close: () => void }) {
  const { officer, field } = texts.value
  switch (what) {
    case 'done': return <AskReason alert={alert} kind="resolved" title={field.doneHow} reasons={field.doneWays} other={field.doneOther} note={field.doneNeeded} send={field.doneSend} close={close} />
    case 'false-alarm': return <AskReason alert={alert} kind="false-alarm" title={officer.falseAlarmWhy} reasons={officer.reasons} other={officer.otherReason} note={officer.reasonNeeded} send={officer.sendFalseAlarm} close={close} />
    case 'cannot-reach': return <AskReason alert={alert} kind="cannot-reach" title={field.cannotReachWhy} reasons={field.cannotReachReasons} other={officer.otherReason} note={field.cannotReachNote} send={field.cannotReachSend} close={close} />
    case 'hand-over': return <AskHandOver alert={alert} close={close} />
  }
}
