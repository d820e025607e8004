import type { AlertView } from '../../../contract/alert-view.ts'
import { mayAct } from '../../../domain/person.ts'
import { useLink } from '../context.ts'
import { texts } from '../language.ts'
import type { ActKind } from '../outbox.ts'
import { refusalWords } from '../words.ts'

/** Whether this page's person may act on alerts at all. */
export function useMayAct(): boolean {
  const viewer = useLink().viewer.value
  return viewer !== null && mayAct(viewer.role)
}

/** One act on one alert. It says "sending" until the server has answered, and is never shown as done before that. */
export function ActButton({ alert, kind, tone, reason = null, isDisabled = false, label }: {
  alert: Pick<AlertView, 'id'>; kind: ActKind; tone: 'call' | 'step' | 'quiet'; reason?: string | null; isDisabled?: boolean; label?: string
}) {
  const { outbox, freshness } = useLink()
  const may = useMayAct()
  const t = texts.value.officer
  const act = outbox.pending.value.get(alert.id)
  const isOnItsWay = act !== undefined && act.refusal === null
  const isThis = isOnItsWay && act.kind === kind
  const words = kind === 'acknowledge' ? t.acknowledge : (label ?? texts.value.step[kind])
  const sending = freshness.value.kind !== 'live' ? t.waitingForLink : (act?.tries ?? 1) > 1 ? t.sendingAgain(act?.tries ?? 1) : t.sending
  if (!may) return null
  return (
    <button
      type="button" class="act-button" data-tone={tone} data-sending={isThis} aria-busy={isThis} disabled={isOnItsWay || isDisabled}
      onClick={() => void outbox.act(alert.id, kind, reason)}
    >
      {isThis ? sending : words}
    </button>
  )
}

/** Why the server refused the last act on an alert, until it is taken off. */
export function Refusal({ alertId }: { alertId: string }) {
  const { outbox } = useLink()
  const refusal = outbox.pending.value.get(alertId)?.refusal
  if (!refusal) return null
  return (
    <p class="refusal" role="alert">
      <span>{refusalWords(refusal, texts.value)}</span>
      <button type="button" class="quiet-button" onClick={() => outbox.dismiss(alertId)}>{texts.value.refusal.dismiss}</button>
    </p>
  )
}
