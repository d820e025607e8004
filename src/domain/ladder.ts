import type { Severity } from './verdict.ts'
import { DRILL_PATH } from './drill.ts'
import { nodeAt, pathsDownTo } from './jurisdiction.ts'
import type { NodeKind } from './jurisdiction.ts'

/** Who is told at a rung: the duty officers of a node, its circle officer, its head, or a control room. */
export const DUTY_POSTS = ['station-duty', 'district-duty', 'circle-officer', 'district-head', 'range-control', 'state-control'] as const
export type DutyPost = (typeof DUTY_POSTS)[number]

export interface Rung {
  /** Seconds after the alert was raised. */
  afterS: number
  tell: DutyPost[]
}

/** How one severity is escalated. Seconds throughout, as the forces write their policies. */
export interface SeverityPolicy {
  rungs: Rung[]
  /** After the last rung, the last rung is told again every so many seconds until acknowledged. */
  repeatEveryS: number
  /** So many different people must acknowledge before the ladder rests; 1 where absent. The first is the holder. */
  acknowledgementsNeeded?: number
  /** An acknowledgement without progress lapses after so many seconds and the ladder goes on. */
  ackExpiresS: number
  /** The same for a holder who reported progress and then fell silent: nothing acknowledged is ever forgotten. */
  progressExpiresS: number
  /** First acknowledgement aimed at: this share (0 to 1) of alerts within so many seconds of the raise. */
  ackTargets: { share: number; withinS: number }[]
  /** First reply to the citizen and closing, seconds. */
  firstReplyS: number
  closeS: number
}

/** How long each step of a complaint that does not ring may take, seconds from the receipt of the post. */
export interface NormalPolicy {
  acknowledgeS: number
  progressS: number
  replyS: number
  closeS: number
}

/** The times of the desk, seconds. */
export interface DeskPolicy {
  /** How long a forwarding waits to be accepted, where nobody says otherwise. */
  acceptS: number
  /** An owner who does nothing for so long loses the docket to the queue; there it goes a level up each time as long again. */
  untouchedS: number
  /** A complainant of an open SoS who was asked, or whom nobody answered, and who says nothing for so long. */
  silenceS: number
  /** How long somebody who writes in a docket keeps the others out. */
  claimS: number
  /** The longest time to accept that a forwarding may be given. */
  forwardingS: number
}

/** A version of the policy; an alert keeps the version it was raised under. */
export interface LadderPolicy {
  version: number
  critical: SeverityPolicy
  high: SeverityPolicy
  /** Absent in policies of earlier versions. */
  normal?: NormalPolicy
  desk?: DeskPolicy
}

/** What does not ring: 30 minutes, 4 hours, 30 minutes, 21 days. */
export const DEFAULT_NORMAL: NormalPolicy = { acknowledgeS: 1_800, progressS: 14_400, replyS: 1_800, closeS: 1_814_400 }

/** 4 hours (product paper), 4 hours, 10 minutes, 2 minutes, 30 days. */
export const DEFAULT_DESK: DeskPolicy = { acceptS: 14_400, untouchedS: 14_400, silenceS: 600, claimS: 120, forwardingS: 2_592_000 }

/** The default policy of a state police (docs/architecture.md, "Policy"). */
export const DEFAULT_LADDER_POLICY: LadderPolicy = {
  version: 1,
  critical: {
    rungs: [
      { afterS: 0, tell: ['station-duty', 'district-duty'] },
      { afterS: 20, tell: ['circle-officer'] },
      { afterS: 45, tell: ['district-head'] },
      { afterS: 90, tell: ['range-control', 'state-control'] },
    ],
    repeatEveryS: 60,
    ackExpiresS: 180,
    progressExpiresS: 1800,
    ackTargets: [{ share: 0.9, withinS: 60 }, { share: 0.95, withinS: 106 }],
    firstReplyS: 180,
    closeS: 86_400,
  },
  high: {
    rungs: [
      { afterS: 0, tell: ['station-duty', 'district-duty'] },
      { afterS: 60, tell: ['circle-officer'] },
      { afterS: 150, tell: ['district-head'] },
      { afterS: 300, tell: ['range-control', 'state-control'] },
    ],
    repeatEveryS: 300,
    ackExpiresS: 600,
    progressExpiresS: 3600,
    ackTargets: [{ share: 0.9, withinS: 180 }],
    firstReplyS: 480,
    closeS: 172_800,
  },
  normal: DEFAULT_NORMAL,
  desk: DEFAULT_DESK,
}

/** The part of the policy that a severity follows; severities that do not ring have none. */
export function policyFor(policy: LadderPolicy, severity: Severity): SeverityPolicy | null {
  return severity === 'critical' || severity === 'high' ? policy[severity] : null
}

/** When rung `index` (0 is the raise itself) is due after `raisedAt`; rungs beyond the last are repeats of the last. */
export function rungDueAt(policy: SeverityPolicy, raisedAt: number, index: number): number {
  const last = policy.rungs.length - 1
  const rung = policy.rungs[Math.min(index, last)]
  const repeats = Math.max(0, index - last)
  return raisedAt + ((rung?.afterS ?? 0) + repeats * policy.repeatEveryS) * 1000
}

/** Who rung `index` tells. */
export function rungTells(policy: SeverityPolicy, index: number): DutyPost[] {
  return policy.rungs[Math.min(index, policy.rungs.length - 1)]?.tell ?? []
}

/** The kinds of nodes that have a duty post. */
export const KINDS_OF_POST: Record<DutyPost, NodeKind[]> = {
  'station-duty': ['station'],
  'district-duty': ['district'],
  'circle-officer': ['district'],
  'district-head': ['district'],
  'range-control': ['range', 'commissionerate'],
  'state-control': ['state'],
}

/** One post told at one node. */
export interface Told {
  post: DutyPost
  path: string
}

/**
 * The nodes that a rung reaches for an alert at `path`. A post whose node is unknown (no station, no place at all) falls
 * to the state control room, so that no rung is a dead end. A drill tells nobody.
 */
export function reachedBy(posts: DutyPost[], path: string): Told[] {
  if (path === DRILL_PATH) return []
  const above = pathsDownTo(path).map(nodeAt)
  const told = posts.flatMap((post): Told[] => {
    const node = above.find((candidate) => KINDS_OF_POST[post].includes(candidate.kind) && !candidate.isRetired)
    return node ? [{ post, path: node.path }] : []
  })
  const state = above[0]
  return told.length > 0 || !state ? told : [{ post: 'state-control', path: state.path }]
}
