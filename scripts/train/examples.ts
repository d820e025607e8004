import { CATEGORIES, isActionable, isSos } from '../../src/domain/verdict.ts'
import { gatherFeatures, LOUDNESS, wordFeatures } from '../../src/triage/model/features.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { readByRules } from '../../src/triage/triage.ts'
import { postOf } from '../eval/labelled.ts'
import type { Labelled } from '../eval/labelled.ts'
import type { Example } from './fit.ts'

/** The features of a text with the values that src/triage/model/model.ts gives them: each group by its loudness. */
export function exampleOf(text: string, weight: number): Example {
  const reading = readByRules(postOf(text), DEFAULT_TRIAGE_POLICY)
  const { keys, facts } = gatherFeatures(reading)
  const hashes: number[] = []
  const values: number[] = []
  const add = (group: readonly number[], value: number): void => group.forEach((hash) => { hashes.push(hash); values.push(value) })
  for (const key of keys) {
    const [self = 0, ...letters] = wordFeatures(key)
    const share = 1 / Math.sqrt((letters.length + 1) * keys.length)
    add([self], LOUDNESS.words * share)
    add(letters, LOUDNESS.letters * share)
  }
  add(facts, LOUDNESS.facts / Math.sqrt(facts.length))
  return { hashes: Uint32Array.from(hashes), values: Float32Array.from(values), weight }
}

/** What the urgency heads should answer, in the order of URGENCY_HEADS. */
export function urgencyTarget({ severity }: Pick<Labelled, 'severity'>): Float32Array {
  return Float32Array.of(Number(severity === 'critical'), Number(isSos(severity)), Number(isActionable(severity)))
}

/** What the category heads should answer; nothing where the label has no category. */
export function categoryTarget({ category }: Pick<Labelled, 'category'>): Float32Array {
  return Float32Array.from(CATEGORIES, (one) => (category ? Number(one === category) : NaN))
}
