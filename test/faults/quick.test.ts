import { describe, expect, it } from 'vitest'
import { FAULT_RUNS, perform } from './catalogue.ts'
import { details, isAsExpected } from './report.ts'

/**
 * The fault runs that are cheap enough for every `npm test`, each beside a run without its safeguard, which must turn red.
 * The others (P1, P2, P3, P7, P14, P15) and the full lengths are `npm run faults`. These mostly wait, so they wait together.
 */
const CHEAP = ['P4', 'P5', 'P6', 'P8', 'P9', 'P18']
const SEED = 1

describe.concurrent('fault runs', () => {
  for (const run of FAULT_RUNS.filter(({ promise }) => CHEAP.includes(promise))) {
    for (const sabotage of [null, ...run.sabotages]) {
      const what = sabotage === null ? `${run.promise} ${run.title}` : `${run.promise} turns red without ${sabotage}`
      it(what, { timeout: 120_000 }, async () => {
        const report = await perform(run, { seed: SEED, isQuick: true, sabotage })
        expect(isAsExpected(report), details(report)).toBe(true)
      })
    }
  }
})
