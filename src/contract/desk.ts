import { z } from 'zod'
import { CLOSINGS } from '../domain/desk.ts'
import { CATEGORIES, SEVERITIES } from '../domain/verdict.ts'
import { alertView } from './alert-view.ts'
import { docketRow, nodeView } from './docket-row.ts'
import { actKey, noteView } from './note.ts'
import { replyView } from './replying.ts'
import { threadFields } from './thread-view.ts'

const id = z.string().min(1).max(80)
const reason = z.string().trim().min(3).max(500)
const someone = z.object({ personId: z.string(), name: z.string(), at: z.number() })
/** The version that the person saw: whoever changed it meanwhile wins, and this one is told what changed. */
const version = z.int().positive().describe('The version that was on the screen: if it is another by now the act is refused with what changed')
const common = { key: actKey, version }

/** What a desk does to a docket: POST /api/dockets/:id/acts. */
export const deskAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('accept'), ...common }).describe('I have it: owner is whoever says so'),
  z.strictObject({ act: z.literal('release'), ...common, reason }).describe('Back to the queue of its node'),
  z.strictObject({ act: z.literal('progress'), ...common, text: z.string().trim().min(1).max(2_000) }).describe('Something was done'),
  z.strictObject({ act: z.literal('forward'), ...common, nodeId: id, dueAt: z.number().int().positive(), note: z.string().trim().max(500).nullable().default(null) }).describe('To the node that must act, to be accepted there until dueAt; else it comes back and goes up'),
  z.strictObject({ act: z.literal('notOurs'), ...common, nodeId: id, reason }).describe('Offer it to another node; it stays here until somebody there accepts'),
  z.strictObject({ act: z.literal('acceptOffer'), ...common }),
  z.strictObject({ act: z.literal('refuseOffer'), ...common, reason }),
  z.strictObject({ act: z.literal('close'), ...common, action: z.enum(CLOSINGS), reference: z.string().trim().max(120).nullable(), summary: z.string().trim().min(10).max(1_000) }),
  z.strictObject({ act: z.literal('reopen'), ...common, reason }),
  z.strictObject({ act: z.literal('merge'), ...common, intoId: id }).describe('This one is the same complaint as another: it closes as a duplicate, its thread is shown there'),
  z.strictObject({ act: z.literal('split'), ...common, postId: id, reason }).describe('A post of the thread is another complaint: it gets a docket of its own'),
  z.strictObject({ act: z.literal('claim'), key: actKey }).describe('I am writing in it, for two minutes; said again while it lasts. Takes over from whoever else does, who is told'),
  z.strictObject({ act: z.literal('unclaim'), key: actKey }),
  z.strictObject({ act: z.literal('look'), key: actKey }).describe('I read what the complainant wrote: it is unread no more'),
  z.strictObject({ act: z.literal('proposeRumour'), ...common, reason }),
  z.strictObject({ act: z.literal('confirmRumour'), ...common, reason }).describe('A second officer, of district rank or above'),
  z.strictObject({ act: z.literal('refuseRumour'), ...common, reason }),
])
export type DeskActInput = z.input<typeof deskAct>

/** The same act on many dockets; each is judged by itself. */
export const deskBulk = z.strictObject({
  dockets: z.array(z.strictObject({ id, version })).min(1).max(100),
  act: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('accept') }), z.strictObject({ act: z.literal('release'), reason }),
    z.strictObject({ act: z.literal('forward'), nodeId: id, dueAt: z.number().int().positive(), note: z.string().trim().max(500).nullable().default(null) }),
    z.strictObject({ act: z.literal('close'), action: z.enum(CLOSINGS), reference: z.string().trim().max(120).nullable(), summary: z.string().trim().min(10).max(1_000) }),
  ]),
  key: actKey,
})
export type DeskBulkInput = z.input<typeof deskBulk>
export const deskBulkAnswer = z.object({ done: z.array(z.string()), left: z.array(z.object({ id: z.string(), why: z.string() })) })

/** A complaint that did not come from the stream. */
export const handOpened = z.strictObject({
  key: actKey,
  origin: z.enum(['x', 'phone', 'walk-in']),
  link: z.string().trim().max(300).optional().describe('For x: the address of the post on X'),
  text: z.string().trim().min(3).max(4_000).optional().describe('For phone and walk-in: what the person said, in their words'),
  name: z.string().trim().max(120).optional(), phone: z.string().trim().max(20).optional(),
  nodeId: id.optional().describe('Where it belongs, if known better than the text says'),
  severity: z.enum(SEVERITIES).optional(), category: z.enum(CATEGORIES).optional(),
})

export type HandOpenedInput = z.input<typeof handOpened>

export const docketView = z.object({
  row: docketRow,
  isMasked: z.boolean().describe('Protected identity: texts, author and photos are left out until POST …/unmask'),
  text: z.string().nullable(), author: z.object({ id: z.string().nullable(), handle: z.string(), name: z.string(), followers: z.int().nullable() }).nullable(),
  postUrl: z.string().nullable().describe('On X; null where masked or not from X'),
  summoned: z.boolean().describe('The author mentioned or quoted our account, so that X lets us answer'),
  reasons: z.array(z.object({ because: z.string(), weight: z.number(), start: z.number().nullable(), end: z.number().nullable() })),
  score: z.number(), locality: z.string().nullable(), landmark: z.string().nullable(), point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
  posts: z.array(z.object({
    id: z.string(), at: z.number(), text: z.string().nullable(), isAuthor: z.boolean(), kind: z.string().describe('first, edit, thanks, more-facts, worse, nobody-came, same-again'),
    isDeleted: z.boolean(), media: z.array(z.object({ key: z.string(), type: z.string(), alt: z.string().nullable(), isKept: z.boolean().describe('GET /api/dockets/:id/media/<key>') })),
  })).describe('The whole thread of the complainant, oldest first'),
  ...threadFields,
  replies: z.array(replyView),
  notes: z.array(noteView),
  alert: alertView.nullable(),
  owner: someone.nullable(),
  forwarding: z.object({ from: nodeView, to: nodeView, by: z.string(), at: z.number(), dueAt: z.number(), note: z.string().nullable() }).nullable(),
  offer: z.object({ to: nodeView, by: z.string(), at: z.number(), reason: z.string(), isMine: z.boolean().describe('The viewer may accept or refuse it') }).nullable(),
  claim: someone.extend({ until: z.number() }).nullable(),
  clocks: z.object({
    postedAt: z.number(), receivedAt: z.number(), acknowledgedAt: z.number().nullable(), progressAt: z.number().nullable(), repliedAt: z.number().nullable(), closedAt: z.number().nullable(),
    acknowledgeBy: z.number(), progressBy: z.number(), replyBy: z.number(), closeBy: z.number(),
  }),
  closing: z.object({ action: z.enum(CLOSINGS), reference: z.string().nullable(), summary: z.string(), by: z.string(), at: z.number() }).nullable(),
  rating: z.object({ stars: z.int(), comment: z.string().nullable(), at: z.number() }).nullable(),
  rumour: z.object({ proposedBy: z.string(), at: z.number(), reason: z.string(), confirmedBy: z.string().nullable() }).nullable(),
  openedByCode: z.object({ at: z.number(), reason: z.string().nullable().describe('Null where masked') }).nullable().describe('Opened again at /track by whoever holds the code of our public answer: not proven to be the complainant'),
  mergedInto: z.string().nullable().describe('Number of the docket'), merged: z.array(z.object({ id: z.string(), number: z.string() })), splitFrom: z.string().nullable(),
  incidentDockets: z.array(z.object({ id: z.string(), number: z.string(), status: z.string(), isInArea: z.boolean() })),
  trackCode: z.string().describe('What the citizen types at /track'),
  history: z.array(z.object({
    seq: z.int(), at: z.number(), who: z.string(), name: z.string().nullable(), what: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })), isHistoryWhole: z.boolean(),
})
export type DocketView = z.infer<typeof docketView>

export const deskActed = z.object({ did: z.string(), because: z.string(), docket: docketView })

export const savedView = z.object({ id: z.string(), name: z.string(), query: z.string() })
export const savedViewBody = z.strictObject({ name: z.string().trim().min(1).max(60), query: z.string().max(1_000) })
export const unmaskBody = z.strictObject({ reason: z.string().trim().min(5).max(300) })
export const nodesView = z.object({
  acceptWithinMs: z.int().describe('How long a forwarding usually waits to be accepted'),
  nodes: z.array(nodeView.extend({ isRetired: z.boolean().describe('A police station that is no more: nothing can be sent there; dockets from before are still found by it') })),
})
