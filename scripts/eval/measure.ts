import { isSos, SEVERITIES } from '../../src/domain/verdict.ts'
import type { Category, Severity, Verdict } from '../../src/domain/verdict.ts'
import type { Labelled } from './labelled.ts'

/** A labelled post and what triage said of it. */
export interface Judged {
  truth: Labelled
  verdict: Verdict
}

/** A share with what it is a share of. */
export interface Share {
  part: number
  of: number
}

export interface Figures {
  posts: number
  /** Of the posts that must ring, those that ring; of those that ring, those that must. */
  sosRecall: Share
  sosPrecision: Share
  /** Of the critical posts, those that ring at all; those that ring as critical; and of those that do, the critical ones. */
  criticalRings: Share
  criticalRecall: Share
  criticalPrecision: Share
  /** Rings among the posts that must not ring. */
  falseRings: Share
  /** Of the posts that must ring, those among the highest scores where so large a share of all may ring; with the most that could be. */
  budgets: { budget: number; recall: Share; ceiling: number }[]
  /** Mean F1 of the categories that occur. */
  categoryF1: number
  categories: { category: Category; precision: Share; recall: Share; f1: number }[]
  /** Of the districts that a reader knows, those named; of those named, the right ones; and names where a reader knows none. */
  districtNamed: Share
  districtRight: Share
  districtInvented: number
  languageRight: Share
  /** Posts by true severity (rows) and by verdict (columns), both in the order of SEVERITIES. */
  confusion: number[][]
}

const BUDGETS = [0.01, 0.05]

/** Compares verdicts with labels. Pure. */
export function measure(judged: readonly Judged[]): Figures {
  const must = judged.filter(({ truth }) => isSos(truth.severity))
  const rings = judged.filter(({ verdict }) => isSos(verdict.severity))
  const critical = judged.filter(({ truth }) => truth.severity === 'critical')
  const saidCritical = judged.filter(({ verdict }) => verdict.severity === 'critical')
  const quiet = judged.filter(({ truth }) => !isSos(truth.severity))
  const placed = judged.filter(({ truth }) => truth.district)
  const named = placed.filter(({ verdict }) => verdict.place.districtId !== null)
  const spoken = judged.filter(({ truth }) => truth.lang)
  const categories = categoryFigures(judged.flatMap(({ truth, verdict }) => (truth.category ? [{ truth: truth.category, said: verdict.category }] : [])))
  return {
    posts: judged.length,
    sosRecall: share(must, ({ verdict }) => isSos(verdict.severity)),
    sosPrecision: share(rings, ({ truth }) => isSos(truth.severity)),
    criticalRings: share(critical, ({ verdict }) => isSos(verdict.severity)),
    criticalRecall: share(critical, ({ verdict }) => verdict.severity === 'critical'),
    criticalPrecision: share(saidCritical, ({ truth }) => truth.severity === 'critical'),
    falseRings: share(quiet, ({ verdict }) => isSos(verdict.severity)),
    budgets: BUDGETS.map((budget) => atBudget(judged, must.length, budget)),
    categoryF1: meanF1(categories),
    categories,
    districtNamed: { part: named.length, of: placed.length },
    districtRight: share(named, ({ truth, verdict }) => truth.district === verdict.place.districtId),
    districtInvented: judged.filter(({ truth, verdict }) => !truth.district && verdict.place.districtId !== null).length,
    languageRight: share(spoken, ({ truth, verdict }) => truth.lang === verdict.language),
    confusion: SEVERITIES.map((row) => SEVERITIES.map((column) => judged.filter(({ truth, verdict }) => truth.severity === row && verdict.severity === column).length)),
  }
}

/** Mean F1 of the categories that occur; NaN of none. */
export function meanF1(categories: Figures['categories']): number {
  return categories.length === 0 ? NaN : categories.reduce((sum, { f1 }) => sum + f1, 0) / categories.length
}

function share(among: readonly Judged[], is: (one: Judged) => boolean): Share {
  return { part: among.filter(is).length, of: among.length }
}

/** The value of a share; NaN of nothing. */
export function ratio({ part, of }: Share): number {
  return part / of
}

function atBudget(judged: readonly Judged[], must: number, budget: number): Figures['budgets'][number] {
  const most = Math.max(1, Math.round(judged.length * budget))
  const highest = [...judged].sort((a, b) => b.verdict.score - a.verdict.score).slice(0, most)
  return { budget, recall: { part: highest.filter(({ truth }) => isSos(truth.severity)).length, of: must }, ceiling: must === 0 ? NaN : Math.min(1, most / must) }
}

/** Figures of each category that occurs, by what is true and what was said. */
export function categoryFigures(pairs: readonly { truth: Category; said: Category }[]): Figures['categories'] {
  const present = [...new Set(pairs.map(({ truth }) => truth))].sort()
  return present.map((category) => {
    const [actual, said] = [pairs.filter(({ truth }) => truth === category), pairs.filter((one) => one.said === category)]
    const part = actual.filter((one) => one.said === category).length
    const [recall, precision] = [{ part, of: actual.length }, { part, of: said.length }]
    const f1 = recall.part === 0 ? 0 : (2 * recall.part) / (recall.of + precision.of)
    return { category, precision, recall, f1 }
  })
}

/** How wrong a verdict is: steps of severity, more for crossing the line of what rings, most for a cry missed. */
export function errorOf({ truth, verdict }: Judged): number {
  const steps = Math.abs(rank(truth.severity) - rank(verdict.severity))
  const missed = isSos(truth.severity) && !isSos(verdict.severity) ? 5 : 0
  const rang = !isSos(truth.severity) && isSos(verdict.severity) ? 3 : 0
  return steps + missed + rang
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity)
