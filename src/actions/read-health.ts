import type { EngineState } from '../contract/sockets.ts'
import { auditState } from '../domain/audit.ts'
import type { AuditState } from '../domain/audit.ts'
import { PULSE_STALE_MS } from '../domain/stream.ts'
import type { Pulse, StreamState } from '../domain/stream.ts'
import type { Store } from './ports.ts'

export interface Health {
  stream: StreamState
  engine: EngineState
  audit: AuditState
  /** Every fresh pulse but the auditors', which are rarer, for the metrics page. */
  pulses: Pulse[]
}

/**
 * Whether the engine progresses and the stream sees, judged from what their processes last achieved, not from whether
 * they are connected; and whether somebody else audits that. Never rejects: a store that does not answer is itself the finding.
 * @param since when the caller began to look: an audit is not missed before one was due.
 */
export async function readHealth(store: Pick<Store, 'pulses' | 'now'>, isFeedExpected: boolean, isQueueUp: boolean, since: number): Promise<Health> {
  const now = store.now()
  try {
    const recent = { gte: now - 10 * 60_000 }
    const [listeners, sweepers, intakes, deliverers, auditors] = await Promise.all(
      ['listen', 'escalate', 'intake', 'deliver', 'audit'].map((role) => store.pulses.find({ index: 'byRole', equals: { role }, range: recent, order: 'desc', limit: 50 })),
    )
    const fresh = [...(listeners ?? []), ...(sweepers ?? []), ...(intakes ?? []), ...(deliverers ?? [])].filter((pulse) => pulse.at > now - PULSE_STALE_MS)
    return { stream: streamState(listeners ?? [], now, isFeedExpected), engine: engineState(sweepers ?? [], now, isQueueUp), audit: auditState(auditors ?? [], now, since), pulses: fresh }
  } catch {
    return unknownHealth('the store does not answer', isQueueUp)
  }
}

/** What can be said while the store does not answer: nothing good. */
export function unknownHealth(because: string, isQueueUp: boolean): Health {
  return {
    stream: { isSeeing: false, lastByteAt: null, lastPostAt: null, blindSince: null, because },
    engine: { isSweeping: false, lastSweepAt: null, isStoreUp: false, isQueueUp, because },
    audit: { at: null, isOn: false, isClean: false, alerts: 0, posts: 0, deliveries: 0, replies: 0, because, outside: null },
    pulses: [],
  }
}

function time(value: Pulse['facts'][string] | undefined): number | null {
  return typeof value === 'number' ? value : null
}

function streamState(listeners: readonly Pulse[], now: number, isFeedExpected: boolean): StreamState {
  if (!isFeedExpected) return { isSeeing: false, lastByteAt: null, lastPostAt: null, blindSince: null, because: 'no feed is configured' }
  const alive = listeners.filter((pulse) => pulse.at > now - PULSE_STALE_MS)
  const leader = alive.find((pulse) => pulse.facts.isLeader === true) ?? listeners.find((pulse) => pulse.facts.isLeader === true)
  const state = {
    lastByteAt: time(leader?.facts.lastByteAt), lastPostAt: time(leader?.facts.lastPostAt),
    blindSince: time(leader?.facts.blindSince),
  }
  if (!leader) return { ...state, isSeeing: false, because: alive.length > 0 ? 'no listener holds the lease' : 'no listener is alive' }
  if (leader.at <= now - PULSE_STALE_MS) return { ...state, isSeeing: false, blindSince: state.blindSince ?? leader.at, because: 'the listener is silent' }
  const isSeeing = leader.facts.isConnected === true
  return { ...state, isSeeing, because: typeof leader.facts.because === 'string' ? leader.facts.because : isSeeing ? 'connected' : 'not connected' }
}

function engineState(sweepers: readonly Pulse[], now: number, isQueueUp: boolean): EngineState {
  const lastSweepAt = sweepers.reduce<number | null>((last, pulse) => Math.max(last ?? 0, time(pulse.facts.lastSweepAt) ?? 0) || null, null)
  const isSweeping = lastSweepAt !== null && lastSweepAt > now - PULSE_STALE_MS
  const because = !isSweeping ? 'no sweep for escalations has finished' : isQueueUp ? 'sweeping' : 'sweeping; the queue is down, dockets open by the sweep'
  return { isSweeping, lastSweepAt, isStoreUp: true, isQueueUp, because }
}
