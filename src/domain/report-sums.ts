import type { BriefFacts } from './brief.ts'
import { hasMark, stepAt } from './docket-filter.ts'
import type { DocketMark } from './docket-filter.ts'
import type { DocketStatus } from './docket.ts'
import { bucketOf, Histograms } from './histogram.ts'
import { DEFAULT_SLAS, SLA_STEPS } from './sla.ts'
import type { Slas, SlaStep } from './sla.ts'

/** The two honest clocks: from the citizen's post, and from our receipt. */
export const CLOCKS = ['receipt', 'post'] as const
export type Clock = (typeof CLOCKS)[number]

/** What is counted of dockets, and by which filter the dockets behind each number are found. */
export const COUNTS = {
  dockets: {}, actionable: { is: ['actionable'] }, sos: { is: ['sos'] }, open: { status: ['open', 'reopened'] }, inProcess: { status: ['in-process'] }, closed: { status: ['closed'] },
  unread: { is: ['unread'] }, overdue: { is: ['overdue'] }, unacknowledged: { is: ['unacknowledged'] }, reopened: { is: ['reopened'] }, movedUp: { is: ['moved-up'] }, flagged: { is: ['flagged'] },
} as const satisfies Record<string, CountFilter>
interface CountFilter {
  is?: readonly DocketMark[]
  status?: readonly DocketStatus[]
}
export type CountName = keyof typeof COUNTS
export const COUNT_NAMES = Object.keys(COUNTS) as CountName[]

/** By which mark the dockets are found that were late at a step, by our receipt. */
export const LATE_MARKS: Readonly<Record<SlaStep, DocketMark>> = { acknowledge: 'late-acknowledged', progress: 'late-progress', reply: 'late-replied', close: 'late-closed' }

const TESTS = COUNT_NAMES.map((name) => testOf(COUNTS[name]))
const STEPS = SLA_STEPS.length
const KINDS = STEPS * CLOCKS.length
const [WAITS, IN_TIME, LATE] = [0, 1, 2]

function testOf({ is, status }: CountFilter): (facts: BriefFacts, now: number, slas: Slas) => boolean {
  const [mark] = is ?? []
  if (mark !== undefined) return (facts, now, slas) => hasMark(facts, mark, now, slas)
  return status ? ({ status: one }) => status.includes(one) : () => true
}

/** What one docket adds to every sum that it is part of: worked out once, and used again for the next docket. */
export class Measured {
  /** The counts, then for each step and clock the three outcomes: 1 where it counts. */
  readonly ones = new Uint8Array(COUNT_NAMES.length + KINDS * 3)
  /** Bucket of the time that it took, by clock and step; -1 where it is not done. */
  readonly buckets = new Int16Array(KINDS)
  /** When it was received, while nobody has touched it. */
  untouchedSince: number | null = null

  /** @param now epoch milliseconds: what is late is late by now. @param slas the windows in force. */
  read(facts: BriefFacts, now: number, slas: Slas = DEFAULT_SLAS): this {
    const { ones, buckets } = this
    for (let i = 0; i < TESTS.length; i++) ones[i] = TESTS[i]?.(facts, now, slas) ? 1 : 0
    const sla = slas[facts.severity]
    for (let kind = 0; kind < KINDS; kind++) {
      const step = SLA_STEPS[kind % STEPS] ?? 'close'
      const since = kind < STEPS ? facts.receivedAt : facts.postedAt
      const at = stepAt(facts, step)
      const outcome = (at ?? now) > since + sla[step] ? LATE : at === null ? WAITS : IN_TIME
      for (let which = 0; which < 3; which++) ones[TESTS.length + kind * 3 + which] = which === outcome ? 1 : 0
      buckets[kind] = at === null ? -1 : bucketOf(at - since)
    }
    this.untouchedSince = facts.acknowledgedAt === null && facts.ownerId === null ? facts.receivedAt : null
    return this
  }
}

/** One step by one clock: how many wait in time, did it in time, or are late; how many did it, and how long those took. */
export interface StepSums {
  waiting: number
  inTime: number
  late: number
  done: number
  /** Seconds that this share of them (0 to 1) did not exceed. */
  percentile(share: number): number | null
}

/** Sums of any set of dockets. Those of two sets that share none add up. */
export class ReportSums {
  readonly #sums = new Uint32Array(COUNT_NAMES.length + KINDS * 3)
  readonly #took = new Histograms(KINDS)
  /** Dockets that nobody has taken or worked on, and when the oldest of them was received. */
  untouched = 0
  oldestUntouched: number | null = null

  add({ ones, buckets, untouchedSince }: Measured): void {
    const sums = this.#sums
    for (let i = 0; i < ones.length; i++) sums[i] = (sums[i] ?? 0) + (ones[i] ?? 0)
    for (let kind = 0; kind < KINDS; kind++) {
      const bucket = buckets[kind] ?? -1
      if (bucket >= 0) this.#took.add(kind, bucket)
    }
    if (untouchedSince !== null) this.#leave(1, untouchedSince)
  }

  addAll(other: ReportSums): void {
    for (let i = 0; i < this.#sums.length; i++) this.#sums[i] = (this.#sums[i] ?? 0) + (other.#sums[i] ?? 0)
    this.#took.addAll(other.#took)
    if (other.oldestUntouched !== null) this.#leave(other.untouched, other.oldestUntouched)
  }

  count(name: CountName): number {
    return this.#sums[COUNT_NAMES.indexOf(name)] ?? 0
  }

  step(step: SlaStep, clock: Clock): StepSums {
    const kind = CLOCKS.indexOf(clock) * STEPS + SLA_STEPS.indexOf(step)
    const outcome = (which: number): number => this.#sums[TESTS.length + kind * 3 + which] ?? 0
    return { waiting: outcome(WAITS), inTime: outcome(IN_TIME), late: outcome(LATE), done: this.#took.count(kind), percentile: (share) => this.#took.percentile(kind, share) }
  }

  #leave(times: number, since: number): void {
    this.untouched += times
    this.oldestUntouched = Math.min(this.oldestUntouched ?? Infinity, since)
  }
}
