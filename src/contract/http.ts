import { z } from 'zod'
import { ROLES } from '../domain/person.ts'
import { actBody, bulkAcknowledgement, bulkAnswer, colleague } from './act.ts'
import { alertView } from './alert-view.ts'
import { ADMIN_ROUTES } from './admin-routes.ts'
import { BOOK_ROUTES } from './book-routes.ts'
import { EVIDENCE_ROUTES } from './evidence-routes.ts'
import { correction } from './correction.ts'
import { DESK_ALARM_ROUTES } from './desk-alarms.ts'
import { DESK_ROUTES } from './desk-routes.ts'
import { channelOrder, channelSettings, deliveryRow, deliverySummary, device, deviceReceipt, newSubscription, pushOutcome } from './delivering.ts'
import { day, liveRecall, replayReport, sampleBody, samplePost, sampleSize } from './learning.ts'
import { changed, changeKey, dutyView, leaveBody, leaveKey, overrideBody, rosterBody, rosterQuery, rosterView, swapBody, swapDecision } from './duty.ts'
import { handoverView } from './handover.ts'
import { loadView } from './load.ts'
import { noteAdded, noteBody, noteView, photoParams, photoQuery } from './note.ts'
import { gatewayReport } from './notice.ts'
import { REPLYING_ROUTES } from './replying-routes.ts'
import type { Route } from './route.ts'
import { TRACK_ROUTES } from './track-routes.ts'
import { ownWall, roomBody, wallBody, wallKey, wallLink, wallsView } from './walls.ts'
import { policyChanges } from './triage-policy.ts'

export type { Route } from './route.ts'

/** The one shape of every refusal over HTTP. */
export const errorBody = z.object({
  error: z.object({
    kind: z.enum(['invalid', 'forbidden', 'not-found', 'conflict', 'unavailable']),
    message: z.string(),
    field: z.string().nullable(),
    requestId: z.string(),
  }),
})
export type ErrorBody = z.infer<typeof errorBody>

export const session = z.object({
  personId: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  scopePath: z.string(),
  scopeName: z.string(),
  scopeNameHi: z.string(),
  onDuty: z.boolean().describe('Off duty: no deliveries, and the page stays quiet'),
  dutyUntil: z.number().nullable().describe('Until when that holds; null where no end is known'),
  home: z.string().describe('The page this role works on: /wall, /officer, /supervisor'),
})
export type SessionBody = z.infer<typeof session>

const historyEntry = z.object({
  seq: z.int(), at: z.number(), who: z.string(), what: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  madeVersion: z.int().optional().describe('Version of the docket that has this entry first; hashed with it'), previous: z.string(), hash: z.string(),
})

const gap = z.object({
  id: z.string(), state: z.enum(['open', 'filling', 'filled', 'unrecoverable']),
  startedAt: z.number(), endedAt: z.number().nullable(), reason: z.string(),
  recovered: z.int(), filledAt: z.number().nullable(), note: z.string().nullable(),
})

const alertParams = z.strictObject({ id: z.string().min(1).max(80) })

const limit = z.coerce.number().int().min(1).max(500).default(100)

/** Every JSON route of the server: what validates a request is what the OpenAPI document is made from. */
export const ROUTES = {
  signIn: {
    method: 'post', path: '/api/session', access: 'open', summary: 'Trade a one-time sign-in token for a session cookie',
    body: z.strictObject({ token: z.string().min(20).max(200) }), answer: session,
  },
  whoAmI: { method: 'get', path: '/api/session', access: 'signed-in', summary: 'The session in use', answer: session },
  signOut: { method: 'delete', path: '/api/session', access: 'signed-in', summary: 'End the session, and its sockets', answer: z.object({ did: z.string() }) },
  openAlerts: {
    method: 'get', path: '/api/alerts', access: 'signed-in', summary: 'Open alerts of the scope, most urgent first',
    query: z.strictObject({ limit }), answer: z.object({ serverNow: z.number(), alerts: z.array(alertView) }),
  },
  alert: {
    method: 'get', path: '/api/alerts/:id', access: 'not-wall', summary: 'One alert with its history and notes; the id or the docket number',
    params: alertParams,
    answer: z.object({ serverNow: z.number(), alert: alertView, history: z.array(historyEntry), isHistoryWhole: z.boolean(), notes: z.array(noteView) }),
  },
  actOnAlert: {
    method: 'post', path: '/api/alerts/:id/acts', access: 'may-act', summary: 'Acknowledge, report progress, hand over or give back; reassign, escalate now, call a post, shelve or unshelve: the same as the events of the socket, for what was done without a connection',
    params: alertParams, body: actBody, answer: z.object({ did: z.string(), because: z.string(), alert: alertView }),
  },
  acknowledgeMany: {
    method: 'post', path: '/api/acknowledgements', access: 'may-supervise', summary: 'Acknowledge every alert of a list in the version that was shown; what changed or was raised since stays unacknowledged and is named',
    body: bulkAcknowledgement, answer: bulkAnswer,
  },
  colleagues: {
    method: 'get', path: '/api/alerts/:id/colleagues', access: 'may-act', summary: 'To whom the alert can be handed over, on duty first',
    params: alertParams, answer: z.object({ serverNow: z.number(), colleagues: z.array(colleague) }),
  },
  addNote: { method: 'post', path: '/api/alerts/:id/notes', access: 'may-act', summary: 'Add a remark', params: alertParams, body: noteBody, answer: noteAdded },
  addPhoto: {
    method: 'post', path: '/api/alerts/:id/photos', access: 'may-act', summary: 'Add a photo: its bytes, JPEG, PNG or WebP, at most 8 MB. It is drawn anew, at most 1600 pixels long, without any metadata',
    params: alertParams, query: photoQuery, takes: 'photo', answer: noteAdded,
  },
  photo: {
    method: 'get', path: '/api/alerts/:id/photos/:noteId/:size', access: 'not-wall', summary: 'The picture of a note, JPEG',
    params: photoParams, gives: 'photo', answer: z.unknown(),
  },
  deliveries: {
    method: 'get', path: '/api/alerts/:id/deliveries', access: 'not-wall', summary: 'Who was told of an alert, by which way, and what became of it; the id or the docket number',
    params: z.strictObject({ id: z.string().min(1).max(80) }),
    answer: z.object({ serverNow: z.number(), summary: deliverySummary, deliveries: z.array(deliveryRow) }),
  },
  channels: { method: 'get', path: '/api/channels', access: 'not-wall', summary: 'By which ways the caller is told, in order', answer: channelSettings },
  orderChannels: { method: 'post', path: '/api/channels', access: 'not-wall', summary: 'Put the own ways in another order', body: channelOrder, answer: channelSettings },
  pushKey: { method: 'get', path: '/api/push/key', access: 'not-wall', summary: 'The public key that a browser subscribes with (applicationServerKey)', answer: z.object({ publicKey: z.string() }) },
  devices: { method: 'get', path: '/api/push/devices', access: 'not-wall', summary: 'The own devices that take push, with their health', answer: z.object({ serverNow: z.number(), devices: z.array(device) }) },
  saveDevice: { method: 'post', path: '/api/push/devices', access: 'not-wall', summary: 'Keep this browser\'s subscription; again after each start and each sign-in', body: newSubscription, answer: device },
  removeDevice: {
    method: 'delete', path: '/api/push/devices/:id', access: 'not-wall', summary: 'An own device takes push no more',
    params: z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/) }), answer: z.object({ did: z.string() }),
  },
  testPush: { method: 'post', path: '/api/push/test', access: 'not-wall', summary: 'Send a test message to the own devices now, and say what happened to each', answer: z.object({ devices: z.array(pushOutcome) }) },
  pushReceipt: { method: 'post', path: '/api/push/receipts', access: 'open', summary: 'A service worker proves that a message was shown or clicked, by the token in it', body: deviceReceipt, answer: z.object({ did: z.string() }) },
  gatewayReport: {
    method: 'post', path: '/api/gateway/receipts', access: 'open', isSigned: true, summary: 'The gateway for SMS and voice reports what became of a message (docs/webhook.md)',
    body: gatewayReport, answer: z.object({ did: z.string() }),
  },
  gaps: {
    method: 'get', path: '/api/gaps', access: 'signed-in', summary: 'Stretches of time in which the stream could not see, newest first',
    query: z.strictObject({ limit }), answer: z.object({ serverNow: z.number(), gaps: z.array(gap) }),
  },
  failedJobs: {
    method: 'get', path: '/api/failed-jobs', access: 'may-inspect', summary: 'Jobs that failed for good, kept for inspection',
    query: z.strictObject({ limit }),
    answer: z.object({ jobs: z.array(z.object({ queue: z.string(), id: z.string(), reason: z.string(), attempts: z.int(), failedAt: z.number().nullable() })) }),
  },
  quarantine: {
    method: 'get', path: '/api/quarantine', access: 'may-inspect', summary: 'Posts and frames that could not be judged, with the reason, newest first',
    query: z.strictObject({ limit }),
    answer: z.object({ items: z.array(z.object({ id: z.string(), receivedAt: z.number(), reason: z.string() })) }),
  },
  duty: { method: 'get', path: '/api/duty', access: 'may-inspect', summary: 'Who is on duty now in the area, by which ways they can be reached, and where nobody can be', answer: dutyView },
  load: { method: 'get', path: '/api/load', access: 'may-inspect', summary: 'Alarms per ten minutes of each position of the area in the last hour, and of the area', answer: loadView },
  roster: {
    method: 'get', path: '/api/rosters', access: 'may-act', summary: 'The roster of one duty post, and who is on duty when in the seven days from `from`',
    query: rosterQuery, answer: rosterView,
  },
  writeRoster: { method: 'post', path: '/api/rosters', access: 'may-roster', summary: 'Write the shifts and rotations of one duty post', body: rosterBody, answer: changed },
  overrideDuty: { method: 'post', path: '/api/rosters/overrides', access: 'may-roster', summary: 'One person instead of another, or in addition, for a stretch', body: overrideBody, answer: changed },
  cancelOverride: { method: 'delete', path: '/api/rosters/:post/:nodeId/overrides/:id', access: 'may-roster', summary: 'Take an override back', params: changeKey, answer: changed },
  swapDuty: { method: 'post', path: '/api/rosters/swaps', access: 'may-act', summary: 'Ask for two people to change places; one of them, or a supervisor', body: swapBody, answer: changed },
  decideSwap: { method: 'post', path: '/api/rosters/swaps/decision', access: 'may-act', summary: 'Accept or refuse a swap; the other of the two, or a supervisor', body: swapDecision, answer: changed },
  takeLeave: { method: 'post', path: '/api/leaves', access: 'may-roster', summary: 'A person is away from every duty for a stretch', body: leaveBody, answer: changed },
  endLeave: { method: 'delete', path: '/api/leaves/:personId/:id', access: 'may-roster', summary: 'Take a leave back, or end it now', params: leaveKey, answer: changed },
  handover: {
    method: 'get', path: '/api/handover', access: 'may-inspect', summary: 'The sheet of a shift handover: open, overdue, unreachable, roster gaps, blind times, drills, load; printed at /supervisor/handover',
    query: z.strictObject({ nodeId: z.string().max(80).optional().describe('Default: the own area'), from: z.coerce.number().int().positive().optional().describe('Default: eight hours before `to`'), to: z.coerce.number().int().positive().optional().describe('Default: now') }),
    answer: handoverView,
  },
  walls: { method: 'get', path: '/api/walls', access: 'may-inspect', summary: 'The walls of the area: which see, which are blind since when and why', answer: wallsView },
  ownWall: { method: 'get', path: '/api/wall', access: 'signed-in', summary: 'What a wall knows of itself; asked at each start, it renews the session of a wall that hangs', answer: ownWall },
  registerWall: { method: 'post', path: '/api/walls', access: 'may-keep-walls', summary: 'Register a wall; the answer has the one-time link that binds a browser to it', body: wallBody, answer: wallLink },
  changeWall: { method: 'post', path: '/api/walls/:id', access: 'may-keep-walls', summary: 'Write down where a wall hangs', params: wallKey, body: roomBody, answer: ownWall },
  linkWall: { method: 'post', path: '/api/walls/:id/link', access: 'may-keep-walls', summary: 'A fresh one-time link: whoever opens it takes the wall\'s place, and the browser before it is signed out', params: wallKey, answer: wallLink },
  revokeWall: { method: 'delete', path: '/api/walls/:id', access: 'may-keep-walls', summary: 'Shut a wall: its session ends within two seconds, and nobody misses it', params: wallKey, answer: z.object({ did: z.string() }) },
  correct: {
    method: 'post', path: '/api/corrections', access: 'may-act', summary: 'Correct a verdict: severity, category or place of a docket, or of a post that has none',
    body: correction,
    answer: z.object({ did: z.string(), because: z.string(), docketId: z.string().nullable(), alert: alertView.nullable() }),
  },
  replay: {
    method: 'post', path: '/api/replay', access: 'may-replay', summary: 'Judge the newest stored posts of the area again with changes to the triage policy; nothing is written',
    body: z.strictObject({
      policy: policyChanges.default({}), most: z.int().min(1).max(20_000).default(20_000).describe('Newest posts to look at'), show: z.int().min(0).max(50).default(20),
    }),
    answer: replayReport,
  },
  sample: {
    method: 'get', path: '/api/sample', access: 'may-review', summary: 'A random sample of the posts of a past day that did not ring, to be read without knowing the verdict',
    query: z.strictObject({ day, n: sampleSize }),
    answer: z.object({ day: z.string(), posts: z.array(samplePost), strata: z.array(z.object({ stratum: z.string(), posts: z.int(), drawn: z.int() })) }),
  },
  readSample: {
    method: 'post', path: '/api/sample/readings', access: 'may-review', summary: 'A second reader\'s label of one post of a sample',
    body: sampleBody, answer: z.object({ did: z.string(), because: z.string(), isMissed: z.boolean() }),
  },
  recall: {
    method: 'get', path: '/api/sample/recall', access: 'may-review', summary: 'Recall on the live posts of a day by the readings so far, with its 95 % interval',
    query: z.strictObject({ day, n: sampleSize }), answer: liveRecall,
  },
  ...ADMIN_ROUTES,
  ...BOOK_ROUTES,
  ...REPLYING_ROUTES,
  ...EVIDENCE_ROUTES,
  ...TRACK_ROUTES,
  ...DESK_ROUTES,
  ...DESK_ALARM_ROUTES,
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof ROUTES
export type RouteAnswer<Name extends RouteName> = z.infer<(typeof ROUTES)[Name]['answer']>
