import { z } from 'zod'
import type { SystemKind } from '../domain/condition.ts'
import type { Delivery } from '../domain/delivery.ts'
import type { Docket } from '../domain/docket.ts'
import { nodeAt, pathsDownTo } from '../domain/jurisdiction.ts'
import { CATEGORIES, SEVERITIES } from '../domain/verdict.ts'

/**
 * What leaves for screens that lie open and for other people's servers: docket number, category, area, deadline. Never a
 * name, a text, a post id or a place smaller than the district.
 */
const facts = {
  number: z.string().describe('Docket number, `UPP-20261123-000042`; /officer#<number> opens it'),
  severity: z.enum(SEVERITIES),
  category: z.enum(CATEGORIES),
  district: z.string().describe('Name of the district, or of the state where it is unknown'),
  districtHi: z.string(),
  deadlineAt: z.number().nullable().describe('When the next rung is told, epoch milliseconds'),
}

/** `engine`: the audit found work that nobody did. `audit`: nobody looks after the engine. */
const stretch = {
  since: z.number().describe('Since when it stands, epoch milliseconds'),
  endedAt: z.number().nullable().describe('Null while it stands; else this tells that it is over'),
}

/** A desk at which complaints lie that nobody opened. Its name may be a station's: it says where the police sleep, and nothing of who complained. */
const sleeping = {
  name: z.string().describe('Of the node whose desk it is'), nameHi: z.string(), since: z.number(), waiting: z.int().describe('Complaints that nobody opened'),
}

/** The payload of a push message, as the service worker reads it. */
export const pushMessage = z.discriminatedUnion('kind', [
  z.strictObject({ v: z.literal(1), kind: z.literal('alert'), ...facts, receipt: z.string().describe('For POST /api/push/receipts') }),
  z.strictObject({ v: z.literal(1), kind: z.literal('wall'), name: z.string().describe('Of a wall that is blind'), since: z.number(), receipt: z.string() }),
  z.strictObject({ v: z.literal(1), kind: z.literal('desk'), ...sleeping, receipt: z.string() }),
  z.strictObject({ v: z.literal(1), kind: z.enum(['engine', 'audit']), ...stretch, receipt: z.string() }),
  z.strictObject({ v: z.literal(1), kind: z.literal('test'), sentAt: z.number(), receipt: z.string() }),
])
export type PushMessage = z.infer<typeof pushMessage>

/** The body of a request to the gateway for SMS and voice. */
export const gatewayMessage = z.strictObject({
  v: z.literal(1),
  deliveryId: z.string().describe('Opaque; name it in reports'),
  ...facts,
  rung: z.int(),
  to: z.strictObject({ personId: z.string(), phone: z.string().nullable().describe('E.164, where it is known') }),
  text: z.strictObject({ en: z.string(), hi: z.string() }).describe('Ready to send'),
  callback: z.string().describe('Where reports go'),
})
export type GatewayMessage = z.infer<typeof gatewayMessage>

/** The same for a wall that is blind: no alert, so it has no docket and no deadline. */
export const gatewayWallMessage = z.strictObject({
  v: z.literal(1), kind: z.literal('wall'), deliveryId: z.string().describe('Opaque; name it in reports'), name: z.string().describe('Of the wall'), since: z.number(),
  to: z.strictObject({ personId: z.string(), phone: z.string().nullable() }), text: z.strictObject({ en: z.string(), hi: z.string() }), callback: z.string(),
})
export type GatewayWallMessage = z.infer<typeof gatewayWallMessage>

/** The same for a desk that nobody opens. */
export const gatewayDeskMessage = z.strictObject({
  v: z.literal(1), kind: z.literal('desk'), deliveryId: z.string().describe('Opaque; name it in reports'), ...sleeping,
  to: z.strictObject({ personId: z.string(), phone: z.string().nullable() }), text: z.strictObject({ en: z.string(), hi: z.string() }), callback: z.string(),
})
export type GatewayDeskMessage = z.infer<typeof gatewayDeskMessage>

/** The same for what stands of Prahari itself. */
export const gatewayConditionMessage = z.strictObject({
  v: z.literal(1), kind: z.enum(['engine', 'audit']), deliveryId: z.string().describe('Opaque; name it in reports'), ...stretch,
  to: z.strictObject({ personId: z.string(), phone: z.string().nullable() }), text: z.strictObject({ en: z.string(), hi: z.string() }), callback: z.string(),
})
export type GatewayConditionMessage = z.infer<typeof gatewayConditionMessage>

/** What the gateway reports of a delivery. */
export const gatewayReport = z.strictObject({
  deliveryId: z.string().min(8).max(64),
  state: z.enum(['delivered', 'read', 'failed']),
  reason: z.string().max(200).default(''),
})

type Facts = Pick<GatewayMessage, keyof typeof facts>

/** The public facts of an alert. */
export function noticeFacts(docket: Docket): Facts {
  const district = pathsDownTo(docket.path).map(nodeAt).find((node) => node.kind === 'district') ?? nodeAt('')
  return {
    number: docket.number, severity: docket.alert?.severity ?? docket.verdict.severity, category: docket.verdict.category,
    district: district.name, districtHi: district.nameHi, deadlineAt: docket.alert?.nextDueAt ?? null,
  }
}

/** The facts as a sentence, for a text message and the subject of a mail. */
export function noticeText({ number, severity, category, district, districtHi, deadlineAt }: Facts): { en: string; hi: string } {
  const en = `Prahari ${severity}: ${category.replaceAll('_', ' ')}, ${district}. ${number}.`
  const hi = `प्रहरी ${severity === 'critical' ? 'अति गंभीर' : 'गंभीर'}: ${districtHi}। ${number}।`
  if (deadlineAt === null) return { en, hi }
  return { en: `${en} Acknowledge before ${indianTime(deadlineAt)}.`, hi: `${hi} ${indianTime(deadlineAt)} से पहले स्वीकार करें।` }
}

export function gatewayMessageFor(docket: Docket, delivery: Delivery, phone: string | null, callback: string): GatewayMessage {
  const known = noticeFacts(docket)
  return { v: 1, deliveryId: delivery.receiptKey, ...known, rung: delivery.rung, to: { personId: delivery.personId, phone }, text: noticeText(known), callback }
}

/** What is told of a condition: a wall that is blind, a desk that nobody opens, or what stands of Prahari itself and when it was over. */
export type Notice = { kind: 'wall'; id: string; name: string; since: number } | { kind: 'desk'; id: string; name: string; nameHi: string; since: number; waiting: number } | { kind: SystemKind; since: number; endedAt: number | null }

export function pushMessageFor(notice: Notice, receipt: string): PushMessage {
  if (notice.kind !== 'wall' && notice.kind !== 'desk') return { v: 1, ...notice, receipt }
  const { id: _, ...told } = notice
  return { v: 1, ...told, receipt }
}

export function gatewayNoticeFor(notice: Notice, deliveryId: string, to: GatewayMessage['to'], callback: string): GatewayWallMessage | GatewayDeskMessage | GatewayConditionMessage {
  const text = noticeWords(notice)
  if (notice.kind !== 'wall' && notice.kind !== 'desk') return { v: 1, ...notice, deliveryId, to, text, callback }
  const { id: _, ...told } = notice
  return { v: 1, ...told, deliveryId, to, text, callback }
}

/** A notice as a sentence. */
export function noticeWords(notice: Notice): { en: string; hi: string } {
  if (notice.kind === 'wall') return wallNoticeText(notice)
  if (notice.kind === 'desk') return deskNoticeText(notice)
  const { kind, since, endedAt } = notice
  const [from, to] = [indianTime(since), indianTime(endedAt ?? since)]
  if (endedAt !== null) return { en: `Prahari: all is well again with the ${kind === 'engine' ? 'escalation of alerts' : 'audit of the engine'} (${from} to ${to}).`, hi: `प्रहरी: ${kind === 'engine' ? 'सूचनाओं का आगे भेजा जाना' : 'इंजन की निगरानी'} फिर ठीक है (${from} से ${to})।` }
  return kind === 'engine'
    ? { en: `Prahari: alerts may not be passed on, work is overdue since ${from}. Watch the open alerts yourself and call the operator.`, hi: `प्रहरी: ${from} से काम विलंबित है, सूचनाएँ आगे नहीं जा रही हो सकतीं। खुली सूचनाएँ स्वयं देखें और संचालक को बुलाएँ।` }
    : { en: `Prahari: nobody checks the engine since ${from}, the audit is off. Call the operator.`, hi: `प्रहरी: ${from} से इंजन की निगरानी बंद है। संचालक को बुलाएँ।` }
}

function wallNoticeText({ name, since }: { name: string; since: number }): { en: string; hi: string } {
  return { en: `Prahari: the wall "${name}" is blind since ${indianTime(since)}. See to it.`, hi: `प्रहरी: वॉल "${name}" ${indianTime(since)} से नहीं देख रही है। कृपया देखें।` }
}

function deskNoticeText({ name, nameHi, since, waiting }: { name: string; nameHi: string; since: number; waiting: number }): { en: string; hi: string } {
  const en = waiting === 1 ? 'a complaint that nobody has opened' : `${waiting} complaints that nobody has opened`
  return { en: `Prahari: at the desk of ${name} lies ${en}, the oldest since ${indianTime(since)}. See to it.`, hi: `प्रहरी: ${nameHi} की डेस्क पर ${waiting} शिकायत${waiting === 1 ? '' : 'ें'} ${indianTime(since)} से किसी ने नहीं खोली। कृपया देखें।` }
}

/** `21:05:09`, Indian time (UTC+5:30). */
function indianTime(at: number): string {
  return new Date(at + 19_800_000).toISOString().slice(11, 19)
}
