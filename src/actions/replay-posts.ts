import type { Judgement } from '../domain/correction.ts'
import { isSos, severityRank } from '../domain/verdict.ts'
import type { Category, Severity, Verdict } from '../domain/verdict.ts'
import type { TriageInput } from '../triage/reading.ts'

export type Judge = (post: TriageInput) => Verdict
type Judged = Pick<Judgement, 'severity' | 'category' | 'districtId'>

/** A post to judge again. */
export interface ReplayPost {
  id: string
  post: TriageInput
  /** How it was judged; a part that is undefined was not and is not compared. Null: judge it by `byDefault`. */
  before: (Partial<Judged> & Pick<Judged, 'severity'>) | null
  /** What persons say of it, where they have corrected it. */
  person: Judged | null
}

export interface ShownChange {
  id: string
  /** The start of the text. */
  text: string
  from: string
  to: string
  /** The strongest reasons now, `+52 armed assault`. */
  reasons: string[]
}

export interface Change {
  count: number
  shown: ShownChange[]
}

export interface ReplayReport {
  posts: number
  /** Posts on which triage failed. */
  failed: number
  rings: { before: number; after: number; per1000Before: number; per1000After: number }
  /** Would ring and did not; rang and would not any more. */
  gained: Change
  lost: Change
  /** Every change of severity, from and to with their number. */
  severities: { from: Severity; to: Severity; count: number }[]
  categories: { changed: number; pairs: { from: Category; to: Category; count: number }[] }
  districts: Change
  /** Of the posts that persons corrected: how many severities agreed with them before and agree now. */
  corrected: { posts: number; agreedBefore: number; agreeNow: number }
}

export interface ReplayOptions {
  judge: Judge
  /** How posts were judged of which nobody knows it. */
  byDefault: Judge
  /** Examples kept of each kind of change, gravest first. */
  show: number
  /** Gives others their turn; awaited every `PAUSE_EVERY` posts. */
  pause: () => Promise<void>
}

/** Posts judged between two pauses: about a millisecond. */
const PAUSE_EVERY = 10
const MOST_PAIRS = 30
const SHOWN_UNITS = 280
const NOWHERE = 'unknown'

/** Judges posts again and says what would be different. Memory does not grow with the posts. */
export async function replayPosts(posts: AsyncIterable<readonly ReplayPost[]>, options: ReplayOptions): Promise<ReplayReport> {
  const tally = new Tally(options)
  let sincePause = 0
  for await (const chunk of posts) {
    for (const post of chunk) {
      tally.add(post)
      if (++sincePause < PAUSE_EVERY) continue
      sincePause = 0
      await options.pause()
    }
  }
  return tally.report()
}

class Tally {
  readonly #options: ReplayOptions
  #posts = 0
  #failed = 0
  #before = 0
  #after = 0
  readonly #gained = new Examples()
  readonly #lost = new Examples()
  readonly #districts = new Examples()
  readonly #severities = new Map<string, number>()
  readonly #categories = new Map<string, number>()
  readonly #corrected = { posts: 0, agreedBefore: 0, agreeNow: 0 }

  constructor(options: ReplayOptions) {
    this.#options = options
  }

  add({ id, post, before: known, person }: ReplayPost): void {
    this.#posts++
    let now: Verdict
    let before: NonNullable<ReplayPost['before']>
    try {
      now = this.#options.judge(post)
      before = known ?? judgedAs(this.#options.byDefault(post))
    } catch {
      this.#failed++
      return
    }
    const after = judgedAs(now)
    const change = (from: string, to: string): ShownChange => ({ id, text: post.text.slice(0, SHOWN_UNITS).toWellFormed(), from, to, reasons: strongest(now) })
    const { show } = this.#options
    if (isSos(before.severity)) this.#before++
    if (isSos(after.severity)) this.#after++
    if (isSos(after.severity) && !isSos(before.severity)) this.#gained.add(severityRank(after.severity), show, () => change(before.severity, after.severity))
    if (isSos(before.severity) && !isSos(after.severity)) this.#lost.add(severityRank(before.severity), show, () => change(before.severity, after.severity))
    if (before.severity !== after.severity) count(this.#severities, `${before.severity} ${after.severity}`)
    if (before.category !== undefined && before.category !== after.category) count(this.#categories, `${before.category} ${after.category}`)
    if (before.districtId !== undefined && before.districtId !== after.districtId) {
      this.#districts.add(severityRank(after.severity), show, () => change(before.districtId ?? NOWHERE, after.districtId ?? NOWHERE))
    }
    if (person) {
      this.#corrected.posts++
      if (before.severity === person.severity) this.#corrected.agreedBefore++
      if (after.severity === person.severity) this.#corrected.agreeNow++
    }
  }

  report(): ReplayReport {
    const rate = (rings: number): number => (this.#posts === 0 ? 0 : Math.round((rings / this.#posts) * 100_000) / 100)
    const pairs = sorted(this.#categories).map(([key, number]) => ({ ...pairOf<Category>(key), count: number }))
    return {
      posts: this.#posts, failed: this.#failed,
      rings: { before: this.#before, after: this.#after, per1000Before: rate(this.#before), per1000After: rate(this.#after) },
      gained: this.#gained.result(), lost: this.#lost.result(),
      severities: sorted(this.#severities).map(([key, number]) => ({ ...pairOf<Severity>(key), count: number })),
      categories: { changed: pairs.reduce((sum, pair) => sum + pair.count, 0), pairs: pairs.slice(0, MOST_PAIRS) },
      districts: this.#districts.result(), corrected: this.#corrected,
    }
  }
}

/** Counts all and keeps the gravest few, the earlier of equals first. */
class Examples {
  #count = 0
  readonly #kept: { rank: number; change: ShownChange }[] = []

  add(rank: number, most: number, make: () => ShownChange): void {
    this.#count++
    const at = this.#kept.findIndex((one) => one.rank > rank)
    if (at === -1 && this.#kept.length >= most) return
    this.#kept.splice(at === -1 ? this.#kept.length : at, 0, { rank, change: make() })
    this.#kept.length = Math.min(this.#kept.length, most)
  }

  result(): Change {
    return { count: this.#count, shown: this.#kept.map(({ change }) => change) }
  }
}

/** The judgement of a verdict, for comparing. */
export function judgedAs({ severity, category, place }: Verdict): Judged {
  return { severity, category, districtId: place.districtId }
}

function strongest({ reasons }: Verdict): string[] {
  return [...reasons].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 3).map(({ weight, because }) => `${weight > 0 ? '+' : ''}${weight} ${because}`)
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function sorted(counts: Map<string, number>): [string, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

function pairOf<Name extends string>(key: string): { from: Name; to: Name } {
  const [from, to] = key.split(' ')
  return { from: from as Name, to: to as Name }
}
