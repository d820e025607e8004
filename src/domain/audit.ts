import { PULSE_STALE_MS } from './stream.ts'
import type { Pulse } from './stream.ts'

/** When work that nobody did is overdue, milliseconds. A dead engine is on screens and outside within 30 s (promise P15): `pulseMs`, a look every ten seconds, and the way there. */
export const AUDIT_LIMITS = {
  /** After the deadline of an open alert, at which its rung should have fired or its rest ended. */
  alertMs: 10_000,
  /** After the receipt of an SoS, by when it should have its docket. */
  postMs: 10_000,
  /** After the moment at which a message was due: longer, since a slow mail server holds up its own channel. */
  deliveryMs: 30_000,
  /** After the moment at which an answer to a citizen was to be sent: one request to X may take 20 s, and 25 go one after the other. What X makes wait is due later, and is not overdue. */
  replyMs: 300_000,
  /** Since the last finished sweep of a kind. */
  sweepMs: PULSE_STALE_MS,
} as const

/** Two audits may be missed; within 30 s every screen says that the audit is off. */
export const AUDIT_OFF_MS = 25_000

/** What should have been done and was not, in numbers. */
export interface Overdue {
  alerts: number
  posts: number
  deliveries: number
  replies: number
}

export interface AuditFinding {
  isClean: boolean
  overdue: Overdue
  /** For logs and probes: what was found, in English. */
  because: string
}

/** When each sweep finished last, by the pulses of its processes; null where none is known. */
export type LastSweeps = Record<'ladder' | 'inbox' | 'plan', number | null>

const SWEEPS: Record<keyof LastSweeps, string> = { ladder: 'for escalations', inbox: 'of the inbox', plan: 'of deliveries' }

/** Clean is what is done in time by sweeps that go on: with nothing due a dead engine leaves nothing undone. */
export function judgeAudit(overdue: Overdue, sweeps: LastSweeps, now: number): AuditFinding {
  const late = [
    overdue.alerts > 0 ? `overdue alerts: ${overdue.alerts}` : '',
    overdue.posts > 0 ? `undecided SoS posts: ${overdue.posts}` : '',
    overdue.deliveries > 0 ? `messages not sent: ${overdue.deliveries}` : '',
    overdue.replies > 0 ? `answers to citizens not sent: ${overdue.replies}` : '',
  ]
  const stopped = (Object.keys(SWEEPS) as (keyof LastSweeps)[]).map((one) => (now - (sweeps[one] ?? 0) > AUDIT_LIMITS.sweepMs ? `no sweep ${SWEEPS[one]} has finished` : ''))
  const found = [...late, ...stopped].filter(Boolean)
  return { isClean: found.length === 0, overdue, because: found.join('; ') || 'nothing is overdue' }
}

/** What is known of the audit itself. */
export interface AuditState extends Overdue {
  /** The newest audit; null when none was heard of. */
  at: number | null
  isOn: boolean
  isClean: boolean
  because: string
  /** What became of the last word to the address outside; null where none is set up. */
  outside: string | null
}

/**
 * The state of the audit by the newest pulse of an auditor.
 * @param since when the asker began to look: an audit that it could not yet have seen is not missed.
 */
export function auditState(pulses: readonly Pulse[], now: number, since: number): AuditState {
  const newest = pulses.toSorted((a, b) => b.at - a.at)[0]
  const at = newest?.at ?? null
  const isOn = now - Math.max(at ?? 0, since) <= AUDIT_OFF_MS
  const count = (name: keyof Overdue): number => (typeof newest?.facts[name] === 'number' ? newest.facts[name] : 0)
  const because = !isOn ? 'the audit is off' : newest && typeof newest.facts.because === 'string' ? newest.facts.because : 'no audit yet'
  const outside = typeof newest?.facts.outside === 'string' ? newest.facts.outside : null
  return { at, isOn, isClean: isOn && newest?.facts.isClean === true, because, outside, alerts: count('alerts'), posts: count('posts'), deliveries: count('deliveries'), replies: count('replies') }
}
