import { P1 } from './p1-one-decision.ts'
import { P2 } from './p2-gaps.ts'
import { P3 } from './p3-one-docket.ts'
import { P4 } from './p4-escalation.ts'
import { P5 } from './p5-races.ts'
import { P6 } from './p6-idempotence.ts'
import { P7 } from './p7-durability.ts'
import { P8 } from './p8-convergence.ts'
import { P9 } from './p9-stale-badge.ts'
import { P14 } from './p14-wrong-clocks.ts'
import { P15 } from './p15-dead-engine.ts'
import { P15_BLIND } from './p15-blind.ts'
import { P18 } from './p18-push.ts'
import { blankReport } from './report.ts'
import type { FaultRun, Report, RunOptions } from './report.ts'

export const FAULT_RUNS: readonly FaultRun[] = [P1, P2, P3, P4, P5, P6, P7, P8, P9, P14, P15, P15_BLIND, P18]

/** Runs one promise's faults; a run that throws is reported as one that could not finish. */
export async function perform(run: FaultRun, options: RunOptions): Promise<Report> {
  const began = performance.now()
  const report = await run.run(options).catch((error: unknown): Report => ({
    ...blankReport(run.promise, run.title, options), failure: error instanceof Error ? error.message : String(error),
  }))
  return { ...report, seconds: (performance.now() - began) / 1_000 }
}
