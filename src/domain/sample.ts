import { indianDay } from './docket.ts'

const IST_OFFSET_MS = 19_800_000

/** A source of chance: the next number from 0 (included) to 1 (excluded). */
export type Chance = () => number

/** Numbers that follow from the seed alone: mulberry32 by Tommy Ettinger (public domain), 32 bits of state. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The strata of what did not ring, by the machine's score, with the share of a sample that each gets: near-misses most. */
export const STRATA = [
  { name: 'near-miss', from: 45, share: 0.4 },
  { name: 'complaint', from: 30, share: 0.3 },
  { name: 'faint', from: 10, share: 0.15 },
  { name: 'silent', from: 0, share: 0.15 },
] as const
export type StratumName = (typeof STRATA)[number]['name']

export function stratumOf(score: number): StratumName {
  return STRATA.find(({ from }) => score >= from)?.name ?? 'silent'
}

export interface Drawn {
  stratum: StratumName
  /** Posts in the stratum. */
  posts: number
  /** Those drawn, in the order in which they were drawn: any beginning of it is a random sample too. */
  ids: string[]
}

/**
 * Draws `size` posts, each stratum its share; what a small stratum cannot fill goes to the others in turn, near-misses
 * first. Within a stratum each post is as likely as any other (a shuffle by Fisher and Yates of the sorted ids), so that a
 * post stands for `posts / ids.length` of its kind.
 */
export function drawStrata(frame: ReadonlyMap<StratumName, readonly string[]>, size: number, chance: Chance): Drawn[] {
  const sizes = allot(STRATA.map(({ name }) => frame.get(name)?.length ?? 0), size)
  return STRATA.map(({ name }, index) => {
    const ids = [...(frame.get(name) ?? [])].sort()
    const wanted = sizes[index] ?? 0
    for (let at = 0; at < wanted; at++) {
      const other = at + Math.floor(chance() * (ids.length - at))
      const [one, two] = [ids[at], ids[other]]
      if (one !== undefined && two !== undefined) [ids[at], ids[other]] = [two, one]
    }
    return { stratum: name, posts: ids.length, ids: ids.slice(0, wanted) }
  })
}

function allot(available: readonly number[], size: number): number[] {
  const sizes = available.map((posts, index) => Math.min(posts, Math.floor(size * (STRATA[index]?.share ?? 0))))
  let left = Math.min(size, available.reduce((sum, posts) => sum + posts, 0)) - sizes.reduce((sum, one) => sum + one, 0)
  for (let index = 0; left > 0; index = (index + 1) % sizes.length) {
    if ((sizes[index] ?? 0) >= (available[index] ?? 0)) continue
    sizes[index] = (sizes[index] ?? 0) + 1
    left--
  }
  return sizes
}

/** Midnight in India (UTC+5:30) of a day written `20261123`, epoch milliseconds; null where there is no such day. */
export function startOfIndianDay(day: string): number | null {
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(day) ?? []
  const start = Date.UTC(Number(year), Number(month) - 1, Number(date)) - IST_OFFSET_MS
  return !Number.isNaN(start) && indianDay(start) === day ? start : null
}

/** The drawn posts of all strata mixed, so that a reader cannot tell the strata apart, each stratum in the order drawn. */
export function mixed(drawn: readonly Drawn[]): string[] {
  return drawn
    .flatMap(({ ids }, stratum) => ids.map((id, at) => ({ id, stratum, place: (at + 0.5) / ids.length })))
    .sort((a, b) => a.place - b.place || a.stratum - b.stratum)
    .map(({ id }) => id)
}
