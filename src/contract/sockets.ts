import { z } from 'zod'
import { ROLES } from '../domain/person.ts'
import { ACTS, bulkAcknowledgement, bulkAnswer } from './act.ts'
import { alertView } from './alert-view.ts'
import { auditState } from './audit-state.ts'
import { correction } from './correction.ts'
import { deliverySummary } from './delivering.ts'
import { docketRow } from './docket-row.ts'
import { drillState } from './drill-state.ts'

// In a file of its own, beside STALE_AFTER_MS, so that the consoles get both without the schemas and their library.
export { HEARTBEAT_MS } from './timing.ts'

const digest = z.object({ count: z.int(), hash: z.int() })

const ownDuty = {
  onDuty: z.boolean().describe('Off duty: this person is told of nothing, and the page stays quiet'),
  dutyUntil: z.number().nullable().describe('Until when that holds; null where no end is known'),
}
const viewer = z.object({ personId: z.string(), name: z.string(), role: z.enum(ROLES), scopePath: z.string(), scopeName: z.string(), scopeNameHi: z.string(), ...ownDuty })
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
    deliveries: z.array(deliverySummary).describe('What is known of telling people of these alerts'),
  }).describe('All open alerts of the scope: after connecting and whenever asked for'),
  'alerts:upsert': z.object({ serverNow: z.number(), alerts: z.array(alertView) })
    .describe('Alerts as just written; keep the higher version; an alert with isOpen false leaves the board'),
  'dockets:upsert': z.object({ serverNow: z.number(), dockets: z.array(docketRow), gone: z.array(z.string()).describe('Dockets that were in the area and went elsewhere') })
    .describe('To every console but walls: dockets of the area that changed, with or without an alert; keep the higher version'),
  'deliveries:upsert': z.object({ serverNow: z.number(), deliveries: z.array(deliverySummary) })
    .describe('What became of telling people of these alerts; of each the newest `at` wins'),
  heartbeat: z.object({ serverNow: z.number(), digest, stream: streamState, engine: engineState, audit: auditState.describe('Whether somebody outside the engine audits it, and what they found'), appVersion: z.string(), drill: drillState.nullable().describe('The newest drill through the whole chain; null while there was none') })
    .describe('Every 2 s. A digest that differs from what the console holds means: ask for a snapshot'),
  duty: z.object({ serverNow: z.number(), ...ownDuty }).describe('The duty of this console\'s person changed'),
  drill: z.object({ serverNow: z.number(), id: z.string() }).describe('A drill has come this far: paint its tile, then say drill:painted. It is no alert'),
  'signed-out': z.object({ because: z.string() }).describe('The session ended; the connection closes'),
} as const

const id = z.string().min(1).max(80)

/** Events from a console; each is answered through its acknowledgement callback. */
export const CLIENT_EVENTS = {
  'alert:acknowledge': ACTS.acknowledge.describe('I have it. The first wins; a repeat gets the same answer. Also how an offered hand-over is taken'),
  'alert:progress': ACTS.progress.describe('Responding, on scene, resolved (with what was done), or false alarm with a reason'),
  'alert:hand-over': ACTS.handOver.describe('Somebody else shall have it: they must acknowledge, until then it stays with me; when nobody does in time it goes back to its ladder'),
  'alert:cannot-reach': ACTS.cannotReach.describe('I have it and cannot get there: it goes back to its ladder, and the next rung fires now'),
  'alert:reassign': ACTS.reassign.describe('Supervisors: it is to be that person\'s. The ladder rests until they should have acknowledged; they are told at once'),
  'alert:escalate-now': ACTS.escalateNow.describe('Supervisors: the next rung fires now'),
  'alert:call-post': ACTS.callPost.describe('Supervisors: a duty post of the alert\'s path is told now, besides the ladder'),
  'alert:shelve': ACTS.shelve.describe('Supervisors: put aside with a reason until a time, never a critical one; it returns by itself with the rung it had'),
  'alert:unshelve': ACTS.unshelve.describe('Supervisors: back before its time; the rung that was next fires now'),
  'alerts:acknowledge': bulkAcknowledgement.describe('Supervisors: take every alert of a list in the version that was shown; what changed or was raised since stays unacknowledged and is named'),
  'verdict:correct': correction,
  'alert:receipt': z.strictObject({ alertId: id, version: z.int().positive(), what: z.enum(['shown', 'seen', 'counted']) })
    .describe('I painted this version of the alert, or a person looked at it. Send `shown` when an alert is first painted, whenever its `rung` has risen and whenever `assignment` or `calls` has a new entry; nothing while the page is hidden. A wall without room for it sends `counted`: it is one of the "+12 more"'),
  'drill:painted': z.strictObject({ id: z.string().min(1).max(40) }).describe('The tile of this drill is on the screen'),
  'console:attention': z.strictObject({ isVisible: z.boolean() }).describe('Whether the page can be seen (document.visibilityState). While it cannot, its person is told by other ways at once'),
  'wall:sight': z.strictObject({ isAwake: z.boolean().describe('The browser keeps the screen awake (Screen Wake Lock)') })
    .describe('From a wall, after each heartbeat and after two frames: this page still paints. A wall that is silent for 7 s is blind, and its supervisor is told'),
  'wall:noticed': z.strictObject({ wallId: id, since: z.number() }).describe('From the page of a person who looks after walls: it shows that this wall is blind since then'),
  'desk:noticed': z.strictObject({ nodeId: id, since: z.number() }).describe('From the page of a supervisor: it shows that the desk of this node lies unopened since then'),
  'condition:noticed': z.strictObject({ kind: z.enum(['engine', 'audit']) }).describe('From the same page, every few seconds while it shows that the audit found overdue work (`engine`) or is off (`audit`)'),
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

const acted = z.object({ ok: z.literal(true), did: z.string(), because: z.string(), alert: alertView })

/** Answers to the client's events. */
export const ANSWERS = {
  'alert:acknowledge': acted,
  'alert:progress': acted,
  'alert:hand-over': acted,
  'alert:cannot-reach': acted,
  'alert:reassign': acted,
  'alert:escalate-now': acted,
  'alert:call-post': acted,
  'alert:shelve': acted,
  'alert:unshelve': acted,
  'alerts:acknowledge': bulkAnswer.extend({ ok: z.literal(true) }),
  'verdict:correct': z.object({
    ok: z.literal(true), did: z.string(), because: z.string(), docketId: z.string().nullable(),
    alert: alertView.nullable().describe('Null where the docket has none, or has moved out of your area'),
  }),
  'alert:receipt': z.object({ ok: z.literal(true), did: z.string() }),
  'drill:painted': z.object({ ok: z.literal(true) }),
  'console:attention': z.object({ ok: z.literal(true) }),
  'wall:sight': z.object({ ok: z.literal(true) }),
  'wall:noticed': z.object({ ok: z.literal(true), did: z.string() }),
  'desk:noticed': z.object({ ok: z.literal(true), did: z.string() }),
  'condition:noticed': z.object({ ok: z.literal(true), did: z.string() }),
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
