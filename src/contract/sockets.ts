import { z } from 'zod'
import { PROGRESS_STEPS } from '../domain/alert.ts'
import { ROLES } from '../domain/person.ts'
import { alertView } from './alert-view.ts'

// In a file of its own, beside STALE_AFTER_MS, so that the consoles get both without the schemas and their library.
export { HEARTBEAT_MS } from './timing.ts'

const digest = z.object({ count: z.int(), hash: z.int() })

const viewer = z.object({ personId: z.string(), name: z.string(), role: z.enum(ROLES), scopePath: z.string(), scopeName: z.string(), scopeNameHi: z.string() })
export type ViewerView = z.infer<typeof viewer>

const streamState = z.object({
  isSeeing: z.boolean(),
  lastByteAt: z.number().nullable(),
  lastPostAt: z.number().nullable(),
  blindSince: z.number().nullable(),
  because: z.string(),
})
const engineState = z.object({ isSweeping: z.boolean(), lastSweepAt: z.number().nullable(), isStoreUp: z.boolean(), isQueueUp: z.boolean(), because: z.string() })
export type EngineState = z.infer<typeof engineState>

/** Events from the server, validated shapes of their single argument. */
export const SERVER_EVENTS = {
  snapshot: z.object({
    viewer, serverNow: z.number(), alerts: z.array(alertView), digest,
    overflow: z.int().describe('Open alerts beyond the limit of a snapshot'),
  }).describe('All open alerts of the scope: after connecting and whenever asked for'),
  'alerts:upsert': z.object({ serverNow: z.number(), alerts: z.array(alertView) })
    .describe('Alerts as just written; keep the higher version; an alert with isOpen false leaves the board'),
  heartbeat: z.object({ serverNow: z.number(), digest, stream: streamState, engine: engineState, appVersion: z.string() })
    .describe('Every 2 s. A digest that differs from what the console holds means: ask for a snapshot'),
  'signed-out': z.object({ because: z.string() }).describe('The session ended; the connection closes'),
} as const

const id = z.string().min(1).max(80)
const key = z.string().min(8).max(64).regex(/^[A-Za-z0-9_-]+$/).describe('Chosen by the client, the same on every retry of the same act')

/** Events from a console; each is answered through its acknowledgement callback. */
export const CLIENT_EVENTS = {
  'alert:acknowledge': z.strictObject({ alertId: id, key }).describe('I have it. The first wins; a repeat gets the same answer'),
  'alert:progress': z.strictObject({ alertId: id, key, step: z.enum(PROGRESS_STEPS), reason: z.string().max(500).nullable().default(null) })
    .describe('Responding, on scene, resolved, or false alarm with a reason'),
  'snapshot:get': z.strictObject({}).describe('Send me a snapshot'),
  'clock:ping': z.strictObject({ sentAt: z.number() }).describe('Measures the clock offset; answered with serverNow'),
} as const

export const failure = z.object({
  ok: z.literal(false),
  error: z.object({
    kind: z.enum(['invalid', 'forbidden', 'not-found', 'conflict', 'unavailable']),
    message: z.string(),
    field: z.string().nullable(),
  }),
  alert: alertView.nullable().describe('The alert as it stands, where that explains the refusal'),
})

/** Answers to the client's events. */
export const ANSWERS = {
  'alert:acknowledge': z.object({ ok: z.literal(true), did: z.string(), because: z.string(), alert: alertView }),
  'alert:progress': z.object({ ok: z.literal(true), did: z.string(), because: z.string(), alert: alertView }),
  'snapshot:get': z.object({ ok: z.literal(true) }),
  'clock:ping': z.object({ ok: z.literal(true), serverNow: z.number() }),
} as const

export type ServerEventName = keyof typeof SERVER_EVENTS
export type ClientEventName = keyof typeof CLIENT_EVENTS
export type ServerEvent<Name extends ServerEventName> = z.infer<(typeof SERVER_EVENTS)[Name]>
export type ClientEvent<Name extends ClientEventName> = z.infer<(typeof CLIENT_EVENTS)[Name]>
export type Failure = z.infer<typeof failure>
export type Answer<Name extends ClientEventName> = z.infer<(typeof ANSWERS)[Name]> | Failure

/** Socket.IO's typed event maps, for both sides. */
export type ServerToClient = { [Name in ServerEventName]: (event: ServerEvent<Name>) => void }
export type ClientToServer = { [Name in ClientEventName]: (event: z.input<(typeof CLIENT_EVENTS)[Name]>, answer: (answer: Answer<Name>) => void) => void }
