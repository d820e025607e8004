import { z } from 'zod'
import { LOAD_BANDS } from '../domain/load.ts'

const load = {
  windows: z.array(z.int()).describe('Alarms in each ten minutes of the last hour, oldest first; the last window ends now'),
  now: z.int().describe('In the last ten minutes'),
  average: z.number().describe('Per ten minutes, over the hour'),
  peak: z.int(),
  band: z.enum(LOAD_BANDS).describe('Per position and ten minutes: up to 1 fine, up to 2 manageable, more over; more than 10 in the last ten minutes is a flood (ISA-18.2)'),
}

/** How many alarms each position of the area has had. */
export const loadView = z.object({
  serverNow: z.number(),
  area: z.object(load).describe('Alerts raised in the area: what each of its walls and consoles has shown'),
  positions: z.array(z.object({
    personId: z.string(), name: z.string(), role: z.string(), scopeName: z.string(), scopeNameHi: z.string(), ...load,
  })).describe('People of the area who were told of an alert in the last hour, the busiest first; each alert counts once'),
})
export type LoadView = z.infer<typeof loadView>
