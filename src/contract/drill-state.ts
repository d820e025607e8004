import { z } from 'zod'

/** What the newest drill found. */
export const drillState = z.object({
  at: z.number().describe('When it began'),
  legs: z.array(z.object({ leg: z.string().describe('received, recorded, opened, emitted, painted: each from the step before; push; whole'), ms: z.number().nullable() })),
  isOk: z.boolean(), because: z.string(),
})
export type DrillState = z.infer<typeof drillState>
