import { DEFAULT_LADDER_POLICY, DEFAULT_NORMAL } from './ladder.ts'
import type { LadderPolicy, NormalPolicy, SeverityPolicy } from './ladder.ts'
import { isSos } from './verdict.ts'
import type { Severity } from './verdict.ts'

/** What must happen within a time, in the order of a complaint's life. */
export const SLA_STEPS = ['acknowledge', 'progress', 'reply', 'close'] as const
export type SlaStep = (typeof SLA_STEPS)[number]

/** How long each step may take, milliseconds, from the receipt of the post (and as strictly from the citizen's post). */
export type Sla = Readonly<Record<SlaStep, number>>

/** What does not ring; a policy of an earlier version says nothing of it. */
function ofNormal({ acknowledgeS, progressS, replyS, closeS }: NormalPolicy): Sla {
  return { acknowledge: acknowledgeS * 1000, progress: progressS * 1000, reply: replyS * 1000, close: closeS * 1000 }
}

/** What rings, by its ladder: progress is due when an acknowledgement made just in time would lapse. */
function ofLadder({ ackTargets, ackExpiresS, firstReplyS, closeS }: SeverityPolicy): Sla {
  const acknowledge = (ackTargets[0]?.withinS ?? 0) * 1000
  return { acknowledge, progress: acknowledge + ackExpiresS * 1000, reply: firstReplyS * 1000, close: closeS * 1000 }
}

export type Slas = Readonly<Record<Severity, Sla>>
export const DEFAULT_SLAS: Slas = slaOf(DEFAULT_LADDER_POLICY)

/** The windows of each severity under a policy. */
export function slaOf(policy: LadderPolicy): Slas {
  const normal = ofNormal(policy.normal ?? DEFAULT_NORMAL)
  return { critical: ofLadder(policy.critical), high: ofLadder(policy.high), normal, low: normal, none: normal }
}

/** The windows of a severity: those of the alert's own policy where it rings, those in force else. */
export function slaFor(severity: Severity, policy?: SeverityPolicy, inForce = DEFAULT_SLAS): Sla {
  return policy && isSos(severity) ? ofLadder(policy) : inForce[severity]
}
