import { CATEGORIES, isActionable, isSos } from '../../src/domain/verdict.ts'
import { pointsOf } from '../../src/triage/signals/model.ts'
import type { RuledPost } from '../../src/triage/signals/model.ts'
import { gatherFacts, keyOf, LOUDNESS, MOST_WORDS, pairHash, wordFeatures } from '../../src/triage/model/features.ts'
import { bucketOf } from '../../src/triage/model/hash.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { readByRules } from '../../src/triage/triage.ts'
import { postOf } from '../eval/labelled.ts'
import type { Labelled } from '../eval/labelled.ts'
import type { Example } from './fit.ts'

/** An example, and what the rules made of the post before the model spoke. */
export interface RuledExample extends Example {
  rules: RuledPost
}

/** The features of a text by bucket, with the values that src/triage/model/model.ts gives them: each group by its loudness. */
export function exampleOf(text: string, weight: number, buckets: number): RuledExample {
  const reading = readByRules(postOf(text), DEFAULT_TRIAGE_POLICY)
  const said = reading.words.slice(0, MOST_WORDS).map(keyOf).filter(Boolean)
  const words = new Map([...new Set(said)].map((key) => [key, wordFeatures(key)]))
  const facts: number[] = []
  gatherFacts(reading, facts)
  const cells: number[] = []
  const values: number[] = []
  const add = (group: readonly number[], value: number): void => group.forEach((hash) => { cells.push(bucketOf(hash, buckets)); values.push(value) })
  for (const { self, letters, concept } of words.values()) {
    const share = 1 / Math.sqrt((letters.length + 1) * words.size)
    add([self], LOUDNESS.words * share)
    add(letters, LOUDNESS.letters * share)
    if (concept !== null) add([concept], LOUDNESS.concepts / Math.sqrt(words.size))
  }
  const pairs = said.slice(1).map((key, at) => bucketOf(pairHash(words.get(said[at] ?? '')?.self ?? 0, words.get(key)?.self ?? 0), buckets))
  for (const pair of new Set(pairs)) { cells.push(pair); values.push(LOUDNESS.pairs / Math.sqrt(words.size)) }
  add(facts, LOUDNESS.facts / Math.sqrt(facts.length))
  const { score, floor, isFirm, isOver, policy } = reading
  return { cells: Uint32Array.from(cells), values: Float32Array.from(values), weight, rules: { score, floor, isFirm, isOver, policy } }
}

/** Whether triage as a whole rings for the post, given the log-odds of a model's urgency heads. */
export function rings({ rules }: RuledExample, [critical = 0, sos = 0, actionable = 0]: readonly number[]): boolean {
  return rules.score + pointsOf(rules, { critical, sos, actionable }) >= rules.policy.severityFrom.high
}

/** What the urgency heads should answer, in the order of URGENCY_HEADS. */
export function urgencyTarget({ severity }: Pick<Labelled, 'severity'>): Float32Array {
  return Float32Array.of(Number(severity === 'critical'), Number(isSos(severity)), Number(isActionable(severity)))
}

/** What the category heads should answer; nothing where the label has no category. */
export function categoryTarget({ category }: Pick<Labelled, 'category'>): Float32Array {
  return Float32Array.from(CATEGORIES, (one) => (category ? Number(one === category) : NaN))
}
