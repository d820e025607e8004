import type { DeskPolicy, LadderPolicy, NormalPolicy, SeverityPolicy } from './ladder.ts'

/** Something in a policy that must not stand, by the field that it is about. */
export interface PolicyProblem {
  field: string
  because: string
}

/** Longest times that a policy may name, seconds. */
export const POLICY_LIMITS = { rungs: 8, rungS: 7_200, repeatS: 3_600, expiresS: 86_400, replyS: 7 * 86_400, closeS: 365 * 86_400, needed: 5 } as const
/** Shortest and longest times of the desk, seconds. */
export const DESK_LIMITS = {
  acceptS: [300, 7 * 86_400], untouchedS: [600, 7 * 86_400], silenceS: [60, 86_400], claimS: [30, 1_800], forwardingS: [3_600, 90 * 86_400],
} as const satisfies Record<keyof DeskPolicy, readonly [number, number]>
/** Shorter would ring people out of their minds, and the sweep looks only every half second. */
export const SHORTEST_S = 5

/** Everything in a policy that would leave an alert unheard or unmeasured; empty when it may stand. */
export function ladderProblems(policy: LadderPolicy): PolicyProblem[] {
  return [
    ...severityProblems('critical', policy.critical), ...severityProblems('high', policy.high),
    ...(policy.normal ? normalProblems(policy.normal) : []),
    ...(policy.desk ? deskProblems(policy.desk) : []),
    ...slowerThanHigh(policy),
  ]
}

function severityProblems(name: string, policy: SeverityPolicy): PolicyProblem[] {
  const { rungs } = policy
  const problems: PolicyProblem[] = []
  const say = (field: string, because: string): void => { problems.push({ field: `${name}.${field}`, because }) }
  if (rungs[0]?.afterS !== 0) say('rungs.0.afterS', 'the first rung rings at once: 0 seconds')
  rungs.forEach(({ afterS, tell }, at) => {
    const before = rungs[at - 1]
    if (before && afterS < before.afterS + SHORTEST_S) say(`rungs.${at}.afterS`, `each rung comes at least ${SHORTEST_S} seconds after the one before it`)
    if (tell.length === 0) say(`rungs.${at}.tell`, 'a rung tells somebody')
    if (new Set(tell).size !== tell.length) say(`rungs.${at}.tell`, 'a rung names each post once')
  })
  // The last rung is the one that is repeated: an alert that nobody takes must end in a room that is manned day and night.
  if (!(rungs.at(-1)?.tell ?? []).some((post) => post === 'state-control' || post === 'range-control')) say(`rungs.${Math.max(0, rungs.length - 1)}.tell`, 'the last rung reaches a control room, else the ladder is a dead end')
  if (policy.progressExpiresS < policy.ackExpiresS) say('progressExpiresS', 'after progress the holder has at least as long as after the acknowledgement')
  policy.ackTargets.forEach((target, at) => {
    const before = policy.ackTargets[at - 1]
    if (before && (target.share <= before.share || target.withinS <= before.withinS)) say(`ackTargets.${at}`, 'each further target is for a larger share and a longer time')
  })
  if (policy.closeS < policy.firstReplyS) say('closeS', 'closing has at least as long as the first reply')
  return problems
}

function normalProblems({ acknowledgeS, progressS, closeS }: NormalPolicy): PolicyProblem[] {
  return [
    ...(progressS < acknowledgeS ? [{ field: 'normal.progressS', because: 'progress has at least as long as the acknowledgement' }] : []),
    ...(closeS < progressS ? [{ field: 'normal.closeS', because: 'closing has at least as long as progress' }] : []),
  ]
}

function deskProblems(desk: DeskPolicy): PolicyProblem[] {
  const outside = (Object.keys(DESK_LIMITS) as (keyof DeskPolicy)[]).flatMap((name) => {
    const [least, most] = DESK_LIMITS[name]
    return desk[name] < least || desk[name] > most ? [{ field: `desk.${name}`, because: `from ${least} to ${most} seconds` }] : []
  })
  return [
    ...outside,
    ...(desk.claimS >= desk.untouchedS ? [{ field: 'desk.claimS', because: 'who writes keeps others out for less than the time after which the docket lapses' }] : []),
    ...(desk.acceptS > desk.forwardingS ? [{ field: 'desk.acceptS', because: 'the usual time to accept is no longer than the longest one' }] : []),
  ]
}

/** When an alert that nobody takes reaches its last rung: the graver one never later. */
function slowerThanHigh({ critical, high }: LadderPolicy): PolicyProblem[] {
  const lastS = ({ rungs }: SeverityPolicy): number => rungs.at(-1)?.afterS ?? 0
  return lastS(critical) > lastS(high) ? [{ field: `critical.rungs.${critical.rungs.length - 1}.afterS`, because: 'a critical alert reaches the control room no later than a high one' }] : []
}

/** How a change of the ladder would have gone with one alert: how many rungs rang before somebody had it. @param waitedMs from the raise to the first acknowledgement, or until now. */
export function rungsRung(policy: SeverityPolicy, waitedMs: number): number {
  const onLadder = policy.rungs.filter(({ afterS }) => afterS * 1000 <= waitedMs).length
  const last = policy.rungs.at(-1)?.afterS ?? 0
  return onLadder < policy.rungs.length ? onLadder : onLadder + Math.floor((waitedMs / 1000 - last) / policy.repeatEveryS)
}
