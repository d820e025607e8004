import type { PackedWeights } from './packed.ts'

/** What the urgency heads answer: is it critical, is it SoS, must the police act at all. The heads of the categories follow them. */
export const URGENCY_HEADS = ['critical', 'sos', 'actionable'] as const

export interface Weights extends PackedWeights {
  /** What they were fitted to: counts and a digest of the texts (docs/model-card.md). */
  fittedTo: string
}
