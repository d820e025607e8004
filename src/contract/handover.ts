import { z } from 'zod'
import { ALERT_STATES } from '../domain/alert.ts'
import { CATEGORIES, SEVERITIES } from '../domain/verdict.ts'
import { rosterGap } from './duty.ts'
import { blindWalls } from './walls.ts'

const line = z.object({
  number: z.string(), severity: z.enum(SEVERITIES), category: z.enum(CATEGORIES), path: z.string(), place: z.string(), placeHi: z.string(),
  state: z.enum(ALERT_STATES), raisedAt: z.number(), ackTargetAt: z.number(), nextDueAt: z.number().nullable(), holder: z.string().nullable(), shelvedUntil: z.number().nullable(),
})
const list = z.object({ count: z.int().describe('Of all, as the store counts them'), alerts: z.array(line).describe('The most urgent 200') })

/** What whoever takes over has to know. No post, no name of a citizen. */
export const handoverView = z.object({
  nodeId: z.string(), name: z.string(), nameHi: z.string(), path: z.string(),
  from: z.number().describe('The shift'), to: z.number(), madeAt: z.number(),
  open: list, shelved: list.describe('Open, put aside for a while by a supervisor; each returns at `shelvedUntil`'), overdue: list.describe('Open, not acknowledged by enough people, past the target of the first acknowledgement'),
  unreachable: z.array(z.object({ personId: z.string(), name: z.string(), post: z.string(), nodeId: z.string(), place: z.string(), placeHi: z.string(), until: z.number().nullable() })).describe('On duty now without any working channel'),
  rosterGaps: z.array(rosterGap), unmanned: z.int(),
  stream: z.object({ blindMs: z.int().describe('Of the shift; gaps that overlap count once'), gaps: z.array(z.object({ startedAt: z.number(), endedAt: z.number().nullable(), reason: z.string(), state: z.string(), recovered: z.int() })) }),
  walls: blindWalls.describe('Walls that did not see in the shift, the longest first'),
  drills: z.object({ run: z.int(), passed: z.int(), failed: z.array(z.object({ at: z.number(), because: z.string() })) }),
  load: z.object({
    raised: z.int().describe('Alerts raised in the shift'), positions: z.int().describe('People on duty now, at least 1'),
    average: z.number().describe('Alerts per position and ten minutes; up to 1 is very likely acceptable, 2 the most that is manageable (ISA-18.2)'),
    peak: z.number().describe('Most alerts per position in ten minutes'), floodShare: z.number().describe('Share of the ten-minute windows with more than ten alerts, 0 to 1; below 0.01 is acceptable'),
  }),
  hash: z.string().describe('SHA-256, hex, of the JSON of all other fields in this order'),
})
export type HandoverView = z.infer<typeof handoverView>
type Line = z.infer<typeof line>
export type HandoverLine = Line
