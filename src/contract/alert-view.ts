import { z } from 'zod'
import { ALERT_STATES, isOpen } from '../domain/alert.ts'
import type { Alert } from '../domain/alert.ts'
import type { Docket } from '../domain/docket.ts'
import { nodeAt, pathsDownTo } from '../domain/jurisdiction.ts'
import { CATEGORIES, SEVERITIES } from '../domain/verdict.ts'

export { byUrgency } from './urgency.ts'

/** The two renditions of an alert. A wall hangs in a room: protected identities never reach it. */
export type Rendition = 'wall' | 'full'

const nodeName = z.object({ id: z.string(), kind: z.string(), name: z.string(), nameHi: z.string() })

/** What a console holds of one alert. Times are epoch milliseconds of the server's clock. */
export const alertView = z.object({
  id: z.string().describe('Docket id, `case-<post id>`; the docket number where the identity is masked'),
  version: z.int().positive().describe('Newest version wins'),
  number: z.string().describe('Docket number, `UPP-20261123-000042`'),
  state: z.enum(ALERT_STATES),
  isOpen: z.boolean(),
  severity: z.enum(SEVERITIES),
  category: z.enum(CATEGORIES),
  score: z.number(),
  isProtected: z.boolean().describe('Identity is masked on walls (sexual offences, children)'),
  path: z.string().describe('Jurisdiction path of the owner'),
  where: z.array(nodeName).describe('The nodes of the path from district down; empty when the place is unknown'),
  locality: z.string().nullable(),
  elsewhere: z.string().nullable().describe('Another state the post speaks of'),
  text: z.string().nullable().describe('The post; null where masked'),
  lang: z.string().nullable(),
  author: z.object({ handle: z.string(), name: z.string() }).nullable(),
  postId: z.string(),
  reasons: z.array(z.object({ because: z.string(), weight: z.number(), start: z.number().nullable(), end: z.number().nullable() })),
  isDrill: z.boolean(),
  postedAt: z.number(),
  receivedAt: z.number(),
  raisedAt: z.number(),
  nextDueAt: z.number().nullable().describe('When the ladder moves next'),
  rung: z.int().describe('Rung last fired; 0 is the raise'),
  nextTells: z.array(z.string()).describe('Who is told when nextDueAt comes: duty posts; empty when closed'),
  told: z.array(z.object({ post: z.string(), path: z.string(), rung: z.int(), dueAt: z.number(), at: z.number() })),
  ackTargetAt: z.number().describe('When the first acknowledgement should be there'),
  holder: z.object({ personId: z.string(), name: z.string(), at: z.number() }).nullable(),
  firstAcknowledgedAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  closingReason: z.string().nullable(),
})
export type AlertView = z.infer<typeof alertView>

function nextTells(alert: Alert): string[] {
  if (!isOpen(alert)) return []
  return alert.policy.rungs[Math.min(alert.nextRung, alert.policy.rungs.length - 1)]?.tell ?? []
}

function isMasked(docket: Docket, rendition: Rendition): boolean {
  return rendition === 'wall' && docket.verdict.isProtected
}

/**
 * The id under which a console knows the docket. The docket's own id names the post, which anybody can look up on X: a
 * masked rendition goes by the docket number.
 */
export function viewId(docket: Docket, rendition: Rendition): string {
  return isMasked(docket, rendition) ? docket.number : docket.id
}

/** The rendition of a docket's alert for a console; a docket without an alert has none. */
export function toAlertView(docket: Docket, rendition: Rendition): AlertView | null {
  const { alert, post, verdict } = docket
  if (!alert) return null
  const masked = isMasked(docket, rendition)
  const where = pathsDownTo(docket.path).map(nodeAt).filter((node) => node.kind === 'district' || (node.kind === 'station'))
  return {
    id: viewId(docket, rendition), version: docket.version, number: docket.number,
    state: alert.state, isOpen: isOpen(alert), severity: alert.severity, category: verdict.category, score: verdict.score,
    isProtected: verdict.isProtected, path: docket.path,
    where: where.map(({ id, kind, name, nameHi }) => ({ id, kind, name, nameHi })),
    locality: masked ? null : verdict.place.locality,
    elsewhere: verdict.place.elsewhere,
    text: masked ? null : post.text,
    lang: post.lang,
    author: masked ? null : { handle: post.author.handle, name: post.author.name },
    postId: masked ? '' : post.id,
    reasons: verdict.reasons.map(({ because, weight, span }) => ({
      because, weight, start: masked ? null : (span?.start ?? null), end: masked ? null : (span?.end ?? null),
    })),
    isDrill: post.source === 'drill',
    postedAt: docket.postedAt, receivedAt: docket.receivedAt, raisedAt: alert.raisedAt,
    nextDueAt: alert.nextDueAt, rung: alert.nextRung - 1, nextTells: nextTells(alert), told: alert.told,
    ackTargetAt: alert.raisedAt + (alert.policy.ackTargets[0]?.withinS ?? 0) * 1000,
    holder: alert.holder, firstAcknowledgedAt: alert.firstAcknowledgedAt,
    closedAt: alert.closedAt, closingReason: masked ? null : alert.closingReason,
  }
}
