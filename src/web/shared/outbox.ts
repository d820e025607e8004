import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { AlertView } from '../../contract/alert-view.ts'
import type { Answer, Failure } from '../../contract/sockets.ts'
import type { ProgressStep } from '../../domain/alert.ts'

export type ActKind = 'acknowledge' | ProgressStep

export interface Act {
  alertId: string
  kind: ActKind
  reason: string | null
  /** Chosen once and sent with every retry, so that the server takes the act once. */
  key: string
}

/** An act that is on its way, or that the server refused. It is never shown as done: only the server's alert is. */
export interface PendingAct extends Act {
  tries: number
  refusal: Failure | null
}

export interface OutboxWorld {
  /** One try: the server's answer, or null when none came in time. */
  send(act: Act): Promise<Answer<'alert:acknowledge'> | null>
  /** Resolves as soon as there is a connection. */
  whenConnected(): Promise<void>
  wait(ms: number): Promise<void>
  newKey(): string
  /** The alert as an answer showed it. */
  onAlert(alert: AlertView): void
}

export interface Outbox {
  /** The pending act of an alert by its id: at most one at a time. */
  pending: ReadonlySignal<ReadonlyMap<string, PendingAct>>
  /** Starts an act; resolves when the server took or refused it. Ignored while another act of the alert is on its way. */
  act(alertId: string, kind: ActKind, reason?: string | null): Promise<void>
  /** Takes a refusal off the screen. */
  dismiss(alertId: string): void
}

const RETRY_MS = 800

/** The acts of this page: each is retried with the same key until the server answers. */
export function createOutbox(world: OutboxWorld): Outbox {
  const pending = signal<ReadonlyMap<string, PendingAct>>(new Map())

  const put = (alertId: string, act: PendingAct | null): void => {
    const next = new Map(pending.value)
    if (act) next.set(alertId, act)
    else next.delete(alertId)
    pending.value = next
  }

  const settle = (act: Act, answer: Answer<'alert:acknowledge'>, tries: number): void => {
    if (answer.alert) world.onAlert(answer.alert)
    put(act.alertId, answer.ok ? null : { ...act, tries, refusal: answer })
  }

  const deliver = async (act: Act): Promise<void> => {
    for (let tries = 1; ; tries++) {
      put(act.alertId, { ...act, tries, refusal: null })
      await world.whenConnected()
      const answer = await world.send(act)
      if (answer && (answer.ok || answer.error.kind !== 'unavailable')) return settle(act, answer, tries)
      if (answer) await world.wait(RETRY_MS)
    }
  }

  return {
    pending,
    async act(alertId, kind, reason = null) {
      const current = pending.value.get(alertId)
      if (current && !current.refusal) return
      await deliver({ alertId, kind, reason, key: world.newKey() })
    },
    dismiss(alertId) {
      if (pending.value.get(alertId)?.refusal) put(alertId, null)
    },
  }
}
