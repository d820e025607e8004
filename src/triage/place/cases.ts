import type { Evidence } from './evidence.ts'

/** What speaks for one district. */
export interface Case {
  districtId: string
  /** One plus odds, multiplied over what speaks for it. */
  product: number
  evidence: Evidence[]
  because: string[]
}

/** Adds odds to a district's case, which is opened if need be. */
export function support(cases: Case[], districtId: string, odds: number, because: string, evidence?: Evidence): void {
  let known = cases.find((one) => one.districtId === districtId)
  if (!known) cases.push((known = { districtId, product: 1, evidence: [], because: [] }))
  known.product *= 1 + odds
  known.because.push(because)
  if (evidence) known.evidence.push(evidence)
}
