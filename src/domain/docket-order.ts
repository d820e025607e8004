import type { BriefFacts } from './brief.ts'
import { severityRank } from './verdict.ts'

export const DOCKET_SORTS = ['urgency', 'newest', 'oldest', 'due', 'updated'] as const
export type DocketSort = (typeof DOCKET_SORTS)[number]

/** More than any time of this century, so that one number orders by a class first and a time within it. */
const STEP = 1e13

/**
 * A docket's place in a list: the smaller comes first. Urgency: open alerts, then by severity, whose citizen wrote and was
 * not read, then whose timer is next; what is closed comes last, the newest first.
 */
export function orderKey(facts: BriefFacts, sort: DocketSort): number {
  if (sort === 'newest') return -facts.receivedAt
  if (sort === 'oldest') return facts.receivedAt
  if (sort === 'updated') return -facts.updatedAt
  if (sort === 'due') return facts.dueAt ?? STEP + facts.receivedAt
  if (facts.status === 'closed') return 50 * STEP - facts.updatedAt
  const grade = (facts.isAlertOpen ? 0 : 20) + severityRank(facts.severity) * 2 + (facts.unreadSince === null ? 1 : 0)
  return grade * STEP + (facts.dueAt ?? facts.receivedAt)
}

/** Keeps the first `most` of any number of entries by their keys, without sorting them all. */
export class FirstOf {
  readonly #most: number
  readonly #held: { key: number; slot: number }[] = []
  #worst = Infinity

  constructor(most: number) {
    this.#most = most
  }

  add(key: number, slot: number): void {
    if (key > this.#worst) return
    this.#held.push({ key, slot })
    if (this.#held.length >= this.#most * 2 + 256) this.#cut()
  }

  /** In order; ties by slot. */
  list(): number[] {
    this.#cut()
    return this.#held.map(({ slot }) => slot)
  }

  #cut(): void {
    this.#held.sort((a, b) => a.key - b.key || a.slot - b.slot)
    if (this.#held.length < this.#most) return
    this.#held.length = this.#most
    this.#worst = this.#held.at(-1)?.key ?? Infinity
  }
}
