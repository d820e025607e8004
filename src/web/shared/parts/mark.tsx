import type { Severity } from '../../../domain/verdict.ts'

const OUTLINES: Record<Severity, string> = {
  critical: 'M7.1 1h9.8L23 7.1v9.8L16.9 23H7.1L1 16.9V7.1z',
  high: 'M12 1.6 23.4 21.8H.6z',
  normal: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z',
  low: 'M3 10h18v4H3z',
  none: 'M8 12a4 4 0 1 0 8 0 4 4 0 0 0-8 0z',
}

/** The shape of a severity: octagon, triangle, circle. Colour comes from the surrounding, the word stands beside it. */
export function Mark({ severity, isHollow = false }: { severity: Severity; isHollow?: boolean }) {
  return (
    <svg class={isHollow ? 'mark mark-hollow' : 'mark'} viewBox="-1 -1 26 26" aria-hidden="true">
      <path d={OUTLINES[severity]} class="mark-shape" />
      {severity === 'critical' && <path d="M12 5.4v8.2M12 16.6v2.2" class="mark-sign" />}
      {severity === 'high' && <path d="M12 8.6v6.2M12 17.4v1.8" class="mark-sign" />}
    </svg>
  )
}
