/** What the urgency heads answer: is it critical, is it SoS, must the police act at all. The heads of the categories follow them. */
export const URGENCY_HEADS = ['critical', 'sos', 'actionable'] as const

/** What `weights.json` says of the table of weights beside it (`weights.br`, see packed.ts). */
export interface Weights {
  /** What they were fitted to: counts and a digest of the texts (docs/model-card.md). */
  fittedTo: string
  /** Into how many buckets features are hashed; few of them are used. */
  buckets: number
  heads: readonly string[]
  bias: readonly number[]
  /** Of each head, the weight of one unit. */
  scale: readonly number[]
}
