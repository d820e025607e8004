import { z } from 'zod'
import { REPLY_KINDS, REPLY_STATES, FINDING_CODES } from '../domain/reply.ts'
import { CATEGORIES, LANGUAGES } from '../domain/verdict.ts'
import { actKey } from './note.ts'

/** What the safety gate says of a text before anything is public. */
export const finding = z.object({
  code: z.enum(FINDING_CODES),
  level: z.enum(['stops', 'needs-second', 'note']).describe('stops: cannot be sent so; needs-second: a second officer must agree; note: worth knowing'),
  message: z.string().describe('English; the pages have words of their own for each code'),
  start: z.int().nullable(), end: z.int().nullable().describe('Where in the text, UTF-16 code units, end excluded'),
})
export type FindingView = z.infer<typeof finding>

/** One answer of ours, public or by DM, and what became of it. */
export const replyView = z.object({
  id: z.string(), version: z.int().positive(), kind: z.enum(REPLY_KINDS), state: z.enum(REPLY_STATES), text: z.string(),
  by: z.string().describe('Name, or `system` for the automatic acknowledgement'), at: z.number(), approvedBy: z.string().nullable(),
  findings: z.array(finding), attempts: z.int(), nextAt: z.number().nullable().describe('When it is tried (again)'),
  because: z.string().describe('What happened last, in short English: "X: not summoned", "waits for a second officer", "dry run: no write credentials"'),
  postedAt: z.number().nullable(), url: z.string().nullable(), reason: z.string().nullable().describe('Why its writer wants it to go out although a second officer must agree'),
  mayApprove: z.boolean().describe('The viewer may be the second officer'),
})
export type ReplyView = z.infer<typeof replyView>

export const replyDraft = z.strictObject({ kind: z.enum(REPLY_KINDS), text: z.string().trim().min(1).max(4_000) })
export const replyBody = replyDraft.extend({ key: actKey, reason: z.string().trim().max(300).nullable().default(null).describe('Why it should go out in spite of what needs a second officer') })
export const replyCheck = z.object({
  findings: z.array(finding), length: z.int().describe('As X counts it'), maxLength: z.int(),
  verdict: z.enum(['goes', 'needs-second', 'stops']),
  isAllowedByX: z.boolean().describe('The author mentioned or quoted us; else only a person can answer, in X itself'), isDry: z.boolean().describe('No write credentials: the same flow, nothing is sent'),
  costCents: z.number().describe('What X charges for it, hundredths of a US cent excluded: in US cents'), budget: z.object({ month: z.string(), spentCents: z.number(), limitCents: z.number() }),
})
export type ReplyCheck = z.infer<typeof replyCheck>

export const replyDecision = z.strictObject({ key: actKey, version: z.int().positive(), reason: z.string().trim().max(300).nullable().default(null) })
export const replyActed = z.object({ did: z.string(), because: z.string(), reply: replyView })

export const template = z.object({
  id: z.string(), version: z.int(), kind: z.enum(REPLY_KINDS), category: z.enum(CATEGORIES).nullable().describe('Null: for every category'), lang: z.enum(LANGUAGES), name: z.string(), text: z.string().describe('Placeholders: {number} {code} {name} {district} {station} {question} {reference}'),
})
export const templateQuery = z.strictObject({ docketId: z.string().max(80).optional().describe('With it the placeholders are filled and the best come first') })
export const templateList = z.object({ templates: z.array(template.extend({ filled: z.string().nullable() })) })
