import type { AlertView } from '../../../contract/alert-view.ts'
import { mayAct } from '../../../domain/person.ts'
import { useLink } from '../context.ts'
import { clockTime } from '../indian-time.ts'
import { texts } from '../language.ts'
import type { ActKind } from '../outbox.ts'
import { refusalWords } from '../words.ts'

/** Whether this page's person may act on alerts at all. */
export function useMayAct(): boolean {
  const viewer = useLink().viewer.value
  return viewer !== null && mayAct(viewer.role)
}

/** Whether an act of this kind on this alert is on its way, whether any is, and the words for it. */
export function useSending(alertId: string, kind: ActKind): { isOnItsWay: boolean; isAnyOnItsWay: boolean; words: string } {
  const { outbox, freshness } = useLink()
  const t = texts.value.officer
  const act = outbox.pending.value.get(alertId)
  const isAnyOnItsWay = act !== undefined && act.refusal === null
  const since = act ? ` ${clockTime(act.madeAt)}` : ''
  const words = (freshness.value.kind !== 'live' ? t.waitingForLink : (act?.tries ?? 1) > 1 ? t.sendingAgain(act?.tries ?? 1) : t.sending) + since
  return { isOnItsWay: isAnyOnItsWay && act.kind === kind, isAnyOnItsWay, words }
}

/** One act on one alert. It says "sending" until the server has answered, and is never shown as done before that. */
export function ActButton({ alert, kind, tone, reason = null, to, isDisabled = false, label }: {
  alert: Pick<AlertView, 'id' | 'number'>; kind: Exclude<ActKind, 'correct'>; tone: 'call' | 'step' | 'quiet'; reason?: string | null; to?: string | null; isDisabled?: boolean; label?: string
}) {
  const { outbox } = useLink()
  const may = useMayAct()
  const { isAnyOnItsWay, isOnItsWay: isThis, words: sending } = useSending(alert.id, kind)
  const words = label ?? (kind === 'acknowledge' ? texts.value.officer.acknowledge : (texts.value.field.act[kind] ?? kind))
  if (!may) return null
  return (
    <button
      type="button" class="act-button" data-tone={tone} data-sending={isThis} aria-busy={isThis} disabled={isAnyOnItsWay || isDisabled}
      onClick={() => void outbox.act(alert, kind, { reason, ...(to === undefined ? {} : { to }) })}
    >
      {isThis ? sending : words}
    </button>
  )
}

/** Why the server refused the last act on an alert, until it is taken off. A refused correction is told in its own form. */
export function Refusal({ alertId, of = 'act' }: { alertId: string; of?: 'act' | 'correction' }) {
  const { outbox } = useLink()
  const act = outbox.pending.value.get(alertId)
  const refusal = act?.refusal
  if (!refusal || (act.kind === 'correct') !== (of === 'correction')) return null
  return (
    <p class="refusal" role="alert">
      <span>{refusalWords(refusal, texts.value)}</span>
      <button type="button" class="quiet-button" onClick={() => outbox.dismiss(alertId)}>{texts.value.refusal.dismiss}</button>
    </p>
  )
}
