import type { Part } from './report.ts'
import type { ReportSums } from './report-sums.ts'

/** Fewer dockets than this say nothing of a group. */
export const LEAST_DOCKETS = 30
/** A group that waits so many times as long as everybody is worth a look. */
export const NOTABLE_RATIO = 1.5

/** How long one group of complainants waits for the first answer, against everybody. */
export interface Fairness {
  key: string
  dockets: number
  /** Seconds from our receipt to the first acknowledgement and to the first reply; null where there was none. */
  acknowledgeP50: number | null
  acknowledgeP90: number | null
  replyP50: number | null
  /** Median wait for the acknowledgement, as a multiple of everybody's; null where either is unknown. */
  ratio: number | null
  isNotable: boolean
}

/** Whether groups wait alike: by language, followers, hour or district. */
export function fairnessOf(parts: readonly Part[], whole: ReportSums): Fairness[] {
  const usual = whole.step('acknowledge', 'receipt').percentile(0.5)
  return parts.map(({ key, sums }) => {
    const acknowledged = sums.step('acknowledge', 'receipt')
    const acknowledgeP50 = acknowledged.percentile(0.5)
    const ratio = acknowledgeP50 === null || !usual ? null : Math.round((acknowledgeP50 / usual) * 100) / 100
    return {
      key, dockets: sums.count('dockets'), acknowledgeP50, acknowledgeP90: acknowledged.percentile(0.9), replyP50: sums.step('reply', 'receipt').percentile(0.5),
      ratio, isNotable: ratio !== null && ratio >= NOTABLE_RATIO && acknowledged.done >= LEAST_DOCKETS,
    }
  })
}
