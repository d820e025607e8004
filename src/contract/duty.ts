import { z } from 'zod'
import { CHANNELS } from '../domain/delivery.ts'
import { DUTY_POSTS } from '../domain/ladder.ts'

const dutyPost = z.enum(DUTY_POSTS)
const nodeId = z.string().min(1).max(80).describe('Id of the jurisdiction node')
const personId = z.string().min(2).max(60)
const name = z.string().trim().min(1).max(40)
const note = z.string().trim().max(200).default('')
const time = z.number().int().positive().describe('Epoch milliseconds')
const people = z.array(personId).max(50)
const changeId = z.string().min(1).max(40)

/** `06:30` in India, as minutes after midnight. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 06:30')
  .describe('Time of day in India, 24 hours')
const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

const shift = z.strictObject({
  name, days: z.array(z.int().min(0).max(6)).max(7).describe('Days of the week on which it begins, 0 is Sunday'), from: clock, to: clock.describe('At or before `from`: on the next day; equal: round the clock'),
  personIds: people,
}).transform((one) => ({ ...one, days: [...new Set(one.days)].sort(), from: minutesOf(one.from), to: minutesOf(one.to) }))

const rotation = z.strictObject({
  name, personIds: people.describe('In the order of their turns'), startsAt: time.describe('First hand-over; the later ones come at the same time of day'), turnDays: z.int().min(1).max(60).describe('Length of a turn: 1 for days, 7 for weeks'),
})

export const rosterQuery = z.strictObject({ post: dutyPost, nodeId, from: z.coerce.number().int().positive().optional().describe('Default: today 00:00 in India') })

/** The weekly pattern of one duty post: the whole of it, in place of what was. */
export const rosterBody = z.strictObject({
  post: dutyPost, nodeId, version: z.int().min(0).optional().describe('Version that was read, 0 for none; left out: whatever stands'),
  shifts: z.array(shift).max(30).default([]), rotations: z.array(rotation).max(10).default([]),
}).describe('Without shifts and rotations the roster is removed, and everybody of the node is on duty')
export type RosterBody = z.infer<typeof rosterBody>

export const overrideBody = z.strictObject({ post: dutyPost, nodeId, personId, insteadOf: personId.nullable().default(null).describe('Null: in addition'), from: time, to: time, note })
export type OverrideBody = z.infer<typeof overrideBody>

const side = z.strictObject({ personId, from: time, to: time })
export const swapBody = z.strictObject({ post: dutyPost, nodeId, first: side, second: side }).describe('Each takes the other\'s stretch, once the other or a supervisor accepts')
export type SwapBody = z.infer<typeof swapBody>
export const swapDecision = z.strictObject({ post: dutyPost, nodeId, swapId: changeId, accept: z.boolean() })
export const changeKey = z.strictObject({ post: dutyPost, nodeId, id: changeId })

export const leaveBody = z.strictObject({ personId, from: time, to: time, note })
export const leaveKey = z.strictObject({ personId, id: changeId })
export type LeaveBody = z.infer<typeof leaveBody>

const change = z.object({ at: z.number(), by: z.string(), what: z.string() })
const stretchFields = { from: z.number(), to: z.number() }

export const rosterView = z.object({
  serverNow: z.number(), post: dutyPost, nodeId: z.string(), version: z.int().describe('0: there is no roster, everybody of the node is on duty'),
  shifts: z.array(z.object({ id: z.string(), name: z.string(), days: z.array(z.int()), from: z.string(), to: z.string(), personIds: z.array(z.string()) })),
  rotations: z.array(z.object({ id: z.string(), name: z.string(), personIds: z.array(z.string()), startsAt: z.number(), turnDays: z.int() })),
  overrides: z.array(z.object({ id: z.string(), personId: z.string(), insteadOf: z.string().nullable(), ...stretchFields, note: z.string(), by: z.string(), at: z.number() })),
  swaps: z.array(z.object({
    id: z.string(), state: z.enum(['requested', 'accepted', 'refused']), by: z.string(), at: z.number(), decidedBy: z.string().nullable(), decidedAt: z.number().nullable(),
    first: z.object({ personId: z.string(), ...stretchFields }), second: z.object({ personId: z.string(), ...stretchFields }),
  })),
  leaves: z.array(z.object({ personId: z.string(), id: z.string(), ...stretchFields, note: z.string(), by: z.string(), at: z.number() })),
  week: z.array(z.object({ ...stretchFields, persons: z.array(z.object({ personId: z.string(), because: z.string() })), because: z.string() })).describe('Who is on duty when, in stretches that follow each other'),
  names: z.record(z.string(), z.string()).describe('Name of each person that is mentioned'),
  history: z.array(change).describe('Who changed what, newest first'),
})
export type RosterView = z.infer<typeof rosterView>

export const rosterGap = z.object({ post: dutyPost, path: z.string(), nodeId: z.string(), name: z.string(), nameHi: z.string(), ...stretchFields, because: z.string() })
export type RosterGap = z.infer<typeof rosterGap>

/** Who is on duty now. */
export const dutyView = z.object({
  serverNow: z.number(),
  posts: z.array(z.object({
    post: dutyPost, path: z.string(), nodeId: z.string(), name: z.string(), nameHi: z.string(), hasRoster: z.boolean(), because: z.string(),
    persons: z.array(z.object({
      personId: z.string(), name: z.string(), because: z.string(), until: z.number().nullable(),
      channels: z.array(z.enum(CHANNELS)).describe('Working ways to this person now; none: nobody would hear'),
    })),
  })).describe('Duty posts that have a roster or an account, from the state down'),
  rosterGaps: z.array(rosterGap).describe('Stretches of the next twelve hours in which nobody of a post can be reached; the rung would be passed over'),
  unmanned: z.int().describe('Districts of the area without any account or roster: their alerts go up the ladder'),
})
export type DutyView = z.infer<typeof dutyView>

export const changed = z.object({ did: z.string(), because: z.string(), id: z.string(), version: z.int() })
