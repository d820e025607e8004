import { z } from 'zod'
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

/** The payload of a push message, as the service worker reads it. */
export const pushMessage = z.discriminatedUnion('kind', [
  z.strictObject({ v: z.literal(1), kind: z.literal('alert'), ...facts, receipt: z.string().describe('For POST /api/push/receipts') }),
  z.strictObject({ v: z.literal(1), kind: z.literal('wall'), name: z.string().describe('Of a wall that is blind'), since: z.number(), receipt: z.string() }),
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

/** That a wall is blind, as a sentence. */
export function wallNoticeText({ name, since }: { name: string; since: number }): { en: string; hi: string } {
  return { en: `Prahari: the wall "${name}" is blind since ${indianTime(since)}. See to it.`, hi: `प्रहरी: वॉल "${name}" ${indianTime(since)} से नहीं देख रही है। कृपया देखें।` }
}

/** `21:05:09`, Indian time (UTC+5:30). */
function indianTime(at: number): string {
  return new Date(at + 19_800_000).toISOString().slice(11, 19)
}
