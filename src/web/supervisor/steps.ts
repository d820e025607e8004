import { signal } from '@preact/signals'
import type { AlertView } from '../../contract/alert-view.ts'
import type { ErrorBody, RouteAnswer } from '../../contract/http.ts'
import { newKey } from '../shared/new-key.ts'
import { RETRY_MS, ask, askUntilAnswered } from '../shared/requests.ts'

/** What a supervisor does to an alert, without its key. */
export type StepWish =
  | { act: 'escalateNow' | 'unshelve' }
  | { act: 'callPost'; post: string }
  | { act: 'reassign'; to: string; reason: string | null }
  | { act: 'shelve'; until: number; reason: string }

export interface StepState {
  act: StepWish['act']
  /** Until the server has answered; counts the tries. */
  isSending: boolean
  tries: number
  refusal: ErrorBody['error'] | null
}

/** The step of each alert that is on its way or was refused, by alert id. It is never shown as done: only the alert is. */
export const steps = signal<ReadonlyMap<string, StepState>>(new Map())

function put(alertId: string, state: StepState | null): void {
  const next = new Map(steps.value)
  if (state) next.set(alertId, state)
  else next.delete(alertId)
  steps.value = next
}

export function dismissStep(alertId: string): void {
  put(alertId, null)
}

/**
 * Sends a step, again and again by the same key until the server answers. Resolves true when it was taken. Ignored while
 * another step of the alert is on its way.
 * @param take what to do with the alert as the answer shows it.
 */
export async function stepIn(alertId: string, wish: StepWish, take: (alert: AlertView) => void): Promise<boolean> {
  if (steps.value.get(alertId)?.isSending) return false
  const key = newKey()
  for (let tries = 1; ; tries++) {
    put(alertId, { act: wish.act, isSending: true, tries, refusal: null })
    const answer = await ask<RouteAnswer<'actOnAlert'>>(`/api/alerts/${encodeURIComponent(alertId)}/acts`, { ...wish, key })
    if (answer && 'alert' in answer) {
      take(answer.alert)
      put(alertId, null)
      return true
    }
    if (answer) {
      put(alertId, { act: wish.act, isSending: false, tries, refusal: answer.error })
      return false
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}

/** The bulk acknowledgement, by one key until the server answers. Null when it was refused. */
export async function acknowledgeAll(list: readonly Pick<AlertView, 'id' | 'version'>[], shownAt: number): Promise<RouteAnswer<'acknowledgeMany'> | null> {
  const body = { key: newKey(), shownAt, alerts: list.map(({ id: alertId, version }) => ({ alertId, version })) }
  const answer = await askUntilAnswered<RouteAnswer<'acknowledgeMany'>>('/api/acknowledgements', body)
  return 'acknowledged' in answer ? answer : null
}
