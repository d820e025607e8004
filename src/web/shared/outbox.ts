import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { AlertView } from '../../contract/alert-view.ts'
import type { CorrectionInput } from '../../contract/correction.ts'
import type { Answer, Failure } from '../../contract/sockets.ts'
import type { ProgressStep } from '../../domain/alert.ts'
import type { Depot } from './depot.ts'

export type ActKind = 'acknowledge' | ProgressStep | 'hand-over' | 'cannot-reach' | 'correct'

/** What is wrong about a verdict, without what the outbox adds. */
export type CorrectionDraft = Pick<CorrectionInput, 'severity' | 'category' | 'place' | 'closeAs'> & { note?: string | null }

export type ActAnswer = Answer<'alert:acknowledge' | 'verdict:correct'>

/** What beside its kind belongs to an act. */
export interface ActDetails {
  reason?: string | null
  /** Of a correction: what is wrong. */
  correction?: CorrectionDraft
  /** Of a hand-over: person id, or null for the duty post. */
  to?: string | null
}

export interface Act {
  alertId: string
  /** Docket number: what it is called while the alert itself is not known to the page. */
  number: string
  kind: ActKind
  reason: string | null
  correction?: CorrectionDraft
  to?: string | null
  /** Chosen once and sent with every retry, so that the server takes the act once. */
  key: string
  /** Whose act it is: never sent by anybody else who signs in on this device. */
  personId: string
  /** When it was done, by the server's clock as the page knew it. */
  madeAt: number
  /** Why the server refused it: kept until it is taken off the screen. */
  refusal?: Failure | null
}

/** An act that is on its way, or that the server refused. It is never shown as done: only the server's alert is. */
export interface PendingAct extends Act {
  tries: number
  refusal: Failure | null
}

export interface OutboxWorld {
  /** One try: the server's answer, or null when none came in time. */
  send(act: Act): Promise<ActAnswer | null>
  /** Resolves as soon as there is a connection. */
  whenConnected(): Promise<void>
  /** Resolves with who is signed in, once the server has said so. */
  whenKnown(): Promise<string>
  wait(ms: number): Promise<void>
  newKey(): string
  now(): number
  /** The alert as an answer showed it. */
  onAlert(alert: AlertView): void
  /** The act took the alert out of this person's area. */
  onGone(alertId: string): void
  /** Where acts outlive the page. */
  shelf: Depot<Act>
  /** Something was put on the shelf: whoever else may send it should know. */
  onShelved(): void
}

export interface Outbox {
  /** The pending act of an alert by its id: at most one at a time. */
  pending: ReadonlySignal<ReadonlyMap<string, PendingAct>>
  /**
   * Starts an act; resolves when the server took it (true) or refused it (false). Ignored while another act of the alert is on
   * its way (false).
   */
  act(alert: Pick<AlertView, 'id' | 'number'>, kind: ActKind, details?: ActDetails): Promise<boolean>
  /** Takes a refusal off the screen. */
  dismiss(alertId: string): void
  /** Takes up what the shelf holds: at the start, and when the service worker has sent something. */
  recheck(): Promise<void>
}

const RETRY_MS = 800
const SHELF_LIMIT_MS = 1_000

/**
 * The acts of this person on this device. Each is written down before it is sent, and sent again with the same key until the
 * server answers, one after the other in the order in which they were done, also by the next page after this one is gone.
 */
export function createOutbox(world: OutboxWorld): Outbox {
  const pending = signal<ReadonlyMap<string, PendingAct>>(new Map())
  const queue: Act[] = []
  const waiting = new Map<string, (isTaken: boolean) => void>()
  let pumping: Promise<void> | null = null

  const put = (alertId: string, act: PendingAct | null): void => {
    const next = new Map(pending.value)
    if (act) next.set(alertId, act)
    else next.delete(alertId)
    pending.value = next
  }
  const isWanted = ({ alertId, key }: Act): boolean => {
    const current = pending.value.get(alertId)
    return current?.key === key && current.refusal === null
  }
  const end = (act: Act, isTaken: boolean): void => {
    waiting.get(act.key)?.(isTaken)
    waiting.delete(act.key)
  }

  const settle = async (act: Act, answer: ActAnswer, tries: number): Promise<void> => {
    if (answer.alert) world.onAlert(answer.alert)
    else if (answer.ok) world.onGone(act.alertId)
    put(act.alertId, answer.ok ? null : { ...act, tries, refusal: answer })
    await (answer.ok ? world.shelf.remove(act.key) : world.shelf.put({ ...act, refusal: answer }))
    end(act, answer.ok)
  }

  /** Until the server has answered, or somebody else has sent it. */
  const deliver = async (act: Act): Promise<void> => {
    for (let tries = 1; isWanted(act); tries++) {
      put(act.alertId, { ...act, tries, refusal: null })
      await world.whenConnected()
      if (await world.whenKnown() !== act.personId) return drop(act)
      if (!isWanted(act)) return
      const answer = await world.send(act)
      if (answer && (answer.ok || answer.error.kind !== 'unavailable')) return settle(act, answer, tries)
      if (answer) await world.wait(RETRY_MS)
    }
  }
  const drop = (act: Act): void => {
    put(act.alertId, null)
    end(act, false)
  }
  const pump = async (): Promise<void> => {
    for (let act = queue[0]; act; act = queue[0]) {
      await deliver(act)
      queue.shift()
    }
  }
  const start = (): void => { pumping ??= pump().finally(() => { pumping = null }) }

  return {
    pending,
    async act({ id: alertId, number }, kind, { reason = null, correction, to } = {}) {
      const current = pending.value.get(alertId)
      if (current && !current.refusal) return false
      if (current) void world.shelf.remove(current.key)
      const key = world.newKey()
      const act: Act = {
        alertId, number, kind, reason, key, madeAt: world.now(), personId: '', ...(correction ? { correction } : {}), ...(to === undefined ? {} : { to }),
      }
      put(alertId, { ...act, tries: 1, refusal: null })
      const taken = new Promise<boolean>((resolve) => { waiting.set(key, resolve) })
      const mine: Act = { ...act, personId: await world.whenKnown() }
      // Storage that hangs must not keep an act from being sent.
      await Promise.race([world.shelf.put(mine), world.wait(SHELF_LIMIT_MS)])
      world.onShelved()
      queue.push(mine)
      start()
      return taken
    },
    dismiss(alertId) {
      const act = pending.value.get(alertId)
      if (!act?.refusal) return
      put(alertId, null)
      void world.shelf.remove(act.key)
    },
    async recheck() {
      const shelved = await world.shelf.all()
      const there = new Map(shelved.map((act) => [act.key, act]))
      for (const act of queue.filter((one) => !there.has(one.key) && isWanted(one))) {
        put(act.alertId, null)
        end(act, true)
      }
      for (const act of shelved) {
        if (queue.some(({ key }) => key === act.key) && !act.refusal) continue
        put(act.alertId, { ...act, tries: 1, refusal: act.refusal ?? null })
        if (act.refusal) end(act, false)
        else queue.push(act)
      }
      start()
    },
  }
}
