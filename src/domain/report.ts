import type { BriefFacts } from './brief.ts'
import { indianHour } from './docket-filter.ts'
import { indianDay } from './docket.ts'
import { STATE_PATH } from './area.ts'
import { nodeAt, pathsDownTo } from './jurisdiction.ts'
import type { NodeKind } from './jurisdiction.ts'
import { Measured, ReportSums } from './report-sums.ts'
import { startOfIndianDay } from './sample.ts'
import { DEFAULT_SLAS } from './sla.ts'
import type { Slas } from './sla.ts'

/** By what a report divides its dockets, besides the nodes of the tree. */
export const DIMENSIONS = ['category', 'lang', 'severity', 'origin', 'hour', 'followers'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** The part of the whole that has one value. */
export interface Part {
  key: string
  sums: ReportSums
}

/** Parts of a path that is cut at its slashes: of `/up/` three. */
const ROOT_DEPTH = 3
const NODES_A_TURN = 100
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour))
const HOUR_MS = 3_600_000
/** Days that the map of hours shows. */
const HEAT_DAYS = 31
const DAY_MS = 86_400_000

/**
 * One report: a reduction over the facts of the dockets received in a stretch of time. Drills are no dockets and never come
 * here. Everything is counted once by its leaf of the tree and once by each other dimension, so that parts add up to the whole.
 */
export class ReportBuilder {
  readonly #now: number
  readonly #slas: Slas
  readonly #from: number
  readonly #to: number
  readonly #measured = new Measured()
  readonly #byPath = new Map<string, ReportSums>()
  readonly #byDimension: Record<Dimension, Map<string, ReportSums>>
  readonly #tree = new Map<string, ReportSums>()
  readonly #flags = new Map<string, number>()
  /** Dockets received in each hour of the last days, oldest first, and when the first one begins. */
  readonly heat: Uint32Array
  readonly heatFrom: number

  /** @param from received from (included). @param to until (excluded). @param now what is late is late by now. Epoch milliseconds. */
  constructor({ from, to, now, slas = DEFAULT_SLAS }: { from: number; to: number; now: number; slas?: Slas }) {
    this.#from = from
    this.#to = to
    this.#now = now
    this.#slas = slas
    this.#byDimension = Object.fromEntries(DIMENSIONS.map((name) => [name, new Map()])) as unknown as Record<Dimension, Map<string, ReportSums>>
    const first = Math.max(from, to - HEAT_DAYS * DAY_MS)
    this.heatFrom = startOfIndianDay(indianDay(first)) ?? first
    this.heat = new Uint32Array(Math.max(0, Math.ceil((to - this.heatFrom) / HOUR_MS)))
  }

  add(facts: BriefFacts): void {
    if (facts.receivedAt < this.#from || facts.receivedAt >= this.#to) return
    const measured = this.#measured.read(facts, this.#now, this.#slas)
    sumsOf(this.#byPath, facts.path).add(measured)
    for (const name of DIMENSIONS) sumsOf(this.#byDimension[name], keyOf(facts, name)).add(measured)
    for (const flag of facts.flags) this.#flags.set(flag, (this.#flags.get(flag) ?? 0) + 1)
    const hour = Math.floor((facts.receivedAt - this.heatFrom) / HOUR_MS)
    if (hour >= 0 && hour < this.heat.length) this.heat[hour] = (this.heat[hour] ?? 0) + 1
  }

  /**
   * Adds up the tree, from its leaves to its root, each node to the one above it. Yields now and then, so that whoever has
   * other things to do can do them; to be run through before `nodes` and `whole`.
   */
  *rollUp(): Generator<undefined> {
    this.#tree.clear()
    for (const [path, own] of this.#byPath) this.#tree.set(path, own)
    const depthOf = (path: string): number => path.split('/').length
    for (let depth = Math.max(0, ...[...this.#tree.keys()].map(depthOf)); depth > ROOT_DEPTH; depth--) {
      for (const [index, [path, sums]] of [...this.#tree].filter(([one]) => depthOf(one) === depth).entries()) {
        this.#sumAt(pathsDownTo(path).at(-2) ?? STATE_PATH).addAll(sums)
        if (index % NODES_A_TURN === NODES_A_TURN - 1) yield
      }
    }
  }

  /** The sum of a node that has others below it: never the node's own, which stays as it is. */
  #sumAt(path: string): ReportSums {
    const [known, own] = [this.#tree.get(path), this.#byPath.get(path)]
    if (known && known !== own) return known
    const sum = new ReportSums()
    if (own) sum.addAll(own)
    this.#tree.set(path, sum)
    return sum
  }

  whole(): ReportSums {
    return this.#tree.get(STATE_PATH) ?? new ReportSums()
  }

  parts(dimension: Dimension): Part[] {
    return [...this.#byDimension[dimension]].map(([key, sums]) => ({ key, sums }))
  }

  /** The nodes of some kinds under which dockets lie, by their path. What lies higher than them is in none. */
  nodes(kinds: readonly NodeKind[]): Part[] {
    return [...this.#tree].filter(([path]) => kinds.includes(nodeAt(path).kind)).map(([key, sums]) => ({ key, sums }))
  }

  /** Stations and districts that hold dockets of their own and touched none of them. */
  unreadDesks(): Part[] {
    return [...this.#byPath].filter(([, sums]) => sums.untouched > 0 && sums.untouched === sums.count('dockets')).map(([key, sums]) => ({ key, sums }))
  }

  flags(): { flag: string; dockets: number }[] {
    return [...this.#flags].map(([flag, dockets]) => ({ flag, dockets })).sort((a, b) => b.dockets - a.dockets || (a.flag < b.flag ? -1 : 1))
  }
}

function sumsOf(map: Map<string, ReportSums>, key: string): ReportSums {
  const known = map.get(key)
  if (known) return known
  const sums = new ReportSums()
  map.set(key, sums)
  return sums
}

function keyOf(facts: BriefFacts, dimension: Dimension): string {
  return dimension === 'hour' ? (HOURS[indianHour(facts.receivedAt)] ?? '0') : facts[dimension]
}
