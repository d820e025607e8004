import { z } from 'zod'
import { DESK_ALARM_KINDS } from '../domain/desk-alarm.ts'
import type { Route } from './route.ts'

const alarm = z.object({
  id: z.string(), version: z.int().positive(), kind: z.enum(DESK_ALARM_KINDS).describe('mass-closing, pasted-reply, closed-after-forward: of a person; unopened-desk: of a node'),
  subject: z.string().describe('Id of the person or the node'), name: z.string(), nameHi: z.string(), nodeId: z.string().describe('In whose area it rings'), place: z.string(), placeHi: z.string(),
  since: z.number(), lastAt: z.number(), times: z.int().describe('Closings or answers since it began; dockets that nobody opened'), told: z.int().describe('How often the next level was told'),
  dockets: z.array(z.object({ id: z.string(), number: z.string() })).describe('The newest of them, newest last'),
  lookedInto: z.object({ by: z.string(), at: z.number(), reason: z.string() }).nullable(),
})
export const deskAlarmsView = z.object({
  serverNow: z.number(), alarms: z.array(alarm).describe('Those that stand, newest first'), looked: z.array(alarm).describe('Those that somebody looked into within a day; each stands again if it goes on'),
})
export type DeskAlarmsView = z.infer<typeof deskAlarmsView>

export const lookedBody = z.strictObject({ version: z.int().positive().describe('As it was shown: an alarm that grew since answers 409'), reason: z.string().trim().min(3).max(300) })

/** What supervisors must look into besides alerts: what looks like gaming, and desks that nobody opens. */
export const DESK_ALARM_ROUTES = {
  deskAlarms: { method: 'get', path: '/api/desk-alarms', access: 'may-inspect', summary: 'Alarms of the area: many closings at once, pasted answers, closings seconds after forwarding, desks that nobody opens', answer: deskAlarmsView },
  lookIntoAlarm: {
    method: 'post', path: '/api/desk-alarms/:id/looked', access: 'may-supervise', summary: 'I looked into it: quiet until it goes on. Who, when and why goes into the audit trail; nobody looks into what is about themselves',
    params: z.strictObject({ id: z.string().min(3).max(160) }), body: lookedBody, answer: z.object({ did: z.string() }),
  },
} as const satisfies Record<string, Route>
