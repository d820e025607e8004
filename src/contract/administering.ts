import { z } from 'zod'
import { CHANNELS } from '../domain/delivery.ts'
import { DESK_LIMITS, POLICY_LIMITS, SHORTEST_S } from '../domain/ladder-checks.ts'
import { DUTY_POSTS } from '../domain/ladder.ts'
import { ROLES } from '../domain/person.ts'
import { FINDING_CODES, REPLY_KINDS } from '../domain/reply.ts'
import { SLA_STEPS } from '../domain/sla.ts'
import { TEMPLATE_LANGUAGES } from '../domain/templates.ts'
import { CATEGORIES } from '../domain/verdict.ts'

export const personKey = z.strictObject({ id: z.string().min(2).max(60) })
const name = z.string().trim().min(1).max(80)
const email = z.string().max(200).regex(/^[^\s@<>]+@[^\s@<>]+$/, 'must be one plain address')
const phone = z.string().regex(/^\+[1-9]\d{7,14}$/, 'begins with + and the country code')
const nodeId = z.string().min(1).max(80)
const reason = z.string().trim().min(3).max(300).describe('Why: kept in the audit trail')

export const peopleQuery = z.strictObject({ q: z.string().max(60).optional(), role: z.enum(ROLES).optional(), limit: z.coerce.number().int().min(1).max(500).default(100) })
export const account = z.object({
  id: z.string(), version: z.int(), name: z.string(), role: z.enum(ROLES), scopeId: z.string(), scopePath: z.string(), scopeName: z.string(), scopeNameHi: z.string(),
  isDisabled: z.boolean(), createdAt: z.number(), channels: z.array(z.enum(CHANNELS)).nullable().describe('Null: the usual ways'), email: z.string().nullable(), phone: z.string().nullable(),
  sessions: z.int(), lastSeenAt: z.number().nullable(),
})
export type AccountView = z.infer<typeof account>
export const peopleView = z.object({ serverNow: z.number(), matched: z.int(), people: z.array(account) })
export const newAccount = z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,59}$/, 'is 2 to 60 of a-z, 0-9, dot, dash, underscore'), name, role: z.enum(ROLES), scopeId: nodeId, email: email.optional(), phone: phone.optional() })
export const accountBody = z.strictObject({
  expectedVersion: z.int().positive().describe('The version that was on the screen'), name: name.optional(), role: z.enum(ROLES).optional(), scopeId: nodeId.optional(),
  channels: z.array(z.enum(CHANNELS)).min(1).max(CHANNELS.length).refine((all) => new Set(all).size === all.length, 'name each way once').optional(),
  email: email.nullable().optional(), phone: phone.nullable().optional(), isDisabled: z.boolean().optional(),
})
export const accountLink = z.object({ id: z.string(), version: z.int(), link: z.string().describe('Path and fragment of the one-time link, told once'), expiresAt: z.number() })
export const jurisdictionView = z.object({
  seq: z.int().describe('Number of the last change of the places'), mayChange: z.boolean(),
  changes: z.array(z.object({ seq: z.int(), at: z.number(), by: z.string(), name: z.string().nullable(), did: z.enum(['added', 'renamed', 'retired', 'restored']), nodeId: z.string(), nodeName: z.string(), nodeNameHi: z.string(), reason: z.string() })).describe('The last changes, newest first'),
  counts: z.array(z.object({ path: z.string(), role: z.enum(ROLES), count: z.int() })),
})

const placeNames = {
  name: z.string().min(1).max(80).describe('In Roman letters; of a police station without "Police Station"'),
  nameHi: z.string().min(1).max(80).describe('In Devanagari; of a police station without "थाना"'),
}
export const placeBody = z.discriminatedUnion('did', [
  z.strictObject({ did: z.literal('added'), parentId: nodeId.describe('The district'), ...placeNames, expectedSeq: z.int().min(0), reason }),
  z.strictObject({ did: z.literal('renamed'), id: nodeId, ...placeNames, expectedSeq: z.int().min(0), reason }),
  z.strictObject({ did: z.literal('retired'), id: nodeId, expectedSeq: z.int().min(0), reason }),
  z.strictObject({ did: z.literal('restored'), id: nodeId, expectedSeq: z.int().min(0), reason }),
])
export const placeAnswer = z.object({
  did: z.string(), because: z.string(), seq: z.int(), id: z.string(), path: z.string(), name: z.string(), nameHi: z.string(), isRetired: z.boolean(),
  stillOpen: z.int().describe('Dockets that lie there and are not closed: after retiring it they are to be forwarded'),
})

const seconds = (most: number, least = SHORTEST_S): z.ZodNumber => z.int().min(least).max(most)
const within = ([least, most]: readonly [number, number]): z.ZodNumber => seconds(most, least)
const severityPolicy = z.strictObject({
  rungs: z.array(z.strictObject({ afterS: z.int().min(0).max(POLICY_LIMITS.rungS), tell: z.array(z.enum(DUTY_POSTS)).min(1).max(DUTY_POSTS.length) })).min(1).max(POLICY_LIMITS.rungs),
  repeatEveryS: seconds(POLICY_LIMITS.repeatS), acknowledgementsNeeded: z.int().min(1).max(POLICY_LIMITS.needed).optional(), ackExpiresS: seconds(POLICY_LIMITS.expiresS), progressExpiresS: seconds(POLICY_LIMITS.expiresS),
  ackTargets: z.array(z.strictObject({ share: z.number().gt(0).max(1), withinS: seconds(POLICY_LIMITS.expiresS) })).min(1).max(4), firstReplyS: seconds(POLICY_LIMITS.replyS), closeS: seconds(POLICY_LIMITS.closeS),
})
const normalPolicy = z.strictObject({ acknowledgeS: seconds(POLICY_LIMITS.replyS), progressS: seconds(POLICY_LIMITS.closeS), replyS: seconds(POLICY_LIMITS.replyS), closeS: seconds(POLICY_LIMITS.closeS) })
const deskPolicy = z.strictObject({
  acceptS: within(DESK_LIMITS.acceptS).describe('How long a forwarding waits to be accepted, where nobody says otherwise'), untouchedS: within(DESK_LIMITS.untouchedS).describe('An owner who does nothing for so long loses the docket; unowned it goes a level up each time as long again'),
  silenceS: within(DESK_LIMITS.silenceS).describe('A complainant of an open SoS who says nothing for so long makes it graver, once'), claimS: within(DESK_LIMITS.claimS).describe('Who writes keeps others out for so long'), forwardingS: within(DESK_LIMITS.forwardingS).describe('Longest time to accept that a forwarding may be given'),
})
export const ladderBody = z.strictObject({ critical: severityPolicy, high: severityPolicy, normal: normalPolicy, desk: deskPolicy })
export type LadderBody = z.infer<typeof ladderBody>
export const policyView = z.object({
  serverNow: z.number(), version: z.int(), ladder: ladderBody, mayChange: z.boolean(),
  versions: z.array(z.object({ version: z.int(), at: z.number(), by: z.string(), name: z.string().nullable(), reason: z.string() })),
})
export const policyBody = z.strictObject({ ladder: ladderBody, expectedVersion: z.int().min(0), reason })
const lateness = z.object({ now: z.int(), then: z.int() })
export const policyPreview = z.object({
  sinceMs: z.number(), isComplete: z.boolean().describe('False shortly after a start: not every docket is read yet'), alerts: z.int(),
  further: z.int().describe('Alerts that would have told somebody more before anybody had them'), lessFar: z.int(),
  late: z.object(Object.fromEntries(SLA_STEPS.map((step) => [step, lateness])) as Record<(typeof SLA_STEPS)[number], typeof lateness>),
})
export type PreviewView = z.infer<typeof policyPreview>

const handle = z.string().regex(/^[a-z0-9_]{1,15}$/, 'must be an X handle in lower case without @')
export const handlesView = z.object({
  seq: z.int(), mayChange: z.boolean(),
  handles: z.array(z.object({ handle: z.string(), is: z.string().describe('`own`, the id of a district, or `nobody`'), comesAs: z.string().describe('The same as it comes with Prahari and its configuration'), name: z.string().nullable(), nameHi: z.string().nullable() })),
})
export type HandleRow = z.infer<typeof handlesView>['handles'][number]
export const handleBody = z.strictObject({
  handle, is: z.enum(['own', 'district', 'nobody', 'default']), districtId: nodeId.optional(), expectedSeq: z.int().min(0), reason,
}).refine(({ is, districtId }) => is !== 'district' || districtId !== undefined, { message: 'name the district', path: ['districtId'] })

const finding = z.object({ code: z.enum(FINDING_CODES), level: z.enum(['stops', 'needs-second', 'note']), message: z.string() })
const templateKey = { kind: z.enum(REPLY_KINDS), lang: z.enum(TEMPLATE_LANGUAGES), category: z.enum(CATEGORIES).nullable() }
export const templatesAdmin = z.object({
  mayChange: z.boolean(), placeholders: z.array(z.string()),
  templates: z.array(z.object({ id: z.string(), version: z.int(), ...templateKey, lang: z.string(), name: z.string(), text: z.string(), comesAs: z.string().nullable().describe('The text that comes with Prahari; null for one of its own') })),
})
export type TemplateRow = z.infer<typeof templatesAdmin>['templates'][number]
export const templateBody = z.strictObject({ ...templateKey, text: z.string().max(1_000).describe('Empty: this template is switched off'), expectedVersion: z.int().min(0), isTrial: z.boolean().default(false).describe('Only says what the gate finds'), reason: reason.optional() })
export const templateAnswer = z.object({ did: z.string(), because: z.string(), version: z.int(), sample: z.string(), length: z.int(), maxLength: z.int(), findings: z.array(finding) })
export type TemplateAnswer = z.infer<typeof templateAnswer>

export const auditQuery = z.strictObject({
  object: z.string().min(1).max(200).optional().describe('`person:<id>`, `policy:ladder`, `handle:<handle>`, `place:<node id>`, `template:<id>`, `docket:<id>`'), who: z.string().min(1).max(60).optional(),
  before: z.coerce.number().int().min(0).optional().describe('Only entries with a smaller number'), limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const auditView = z.object({
  serverNow: z.number(), isWhole: z.boolean().describe('Each entry shown follows from the one before it'), brokenAt: z.int().nullable(),
  entries: z.array(z.object({ seq: z.int(), at: z.number(), who: z.string(), name: z.string().nullable(), what: z.string(), object: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])), hash: z.string() })),
  next: z.int().nullable().describe('`before` of the next page'),
})
export type AuditRow = z.infer<typeof auditView>['entries'][number]
