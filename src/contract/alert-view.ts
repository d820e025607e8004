import { z } from 'zod'
import { acknowledgements, ALERT_STATES, isAnswered, isOpen } from '../domain/alert.ts'
import type { Alert } from '../domain/alert.ts'
import { CORRECTABLE } from '../domain/correction.ts'
import { leadPost } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { findNode, nodeAt, pathsDownTo } from '../domain/jurisdiction.ts'
import { CATEGORIES, SEVERITIES } from '../domain/verdict.ts'
import { threadFields, threadViewOf } from './thread-view.ts'

export { byUrgency } from './urgency.ts'

/**
 * The renditions of an alert, which differ where an identity is protected. `wall`: a wall hangs in a room; not even the docket's
 * id, which names the post. `full`: a console of a person, without what tells of the protected one (the id stays: acts go by
 * it). `cleared`: for who has the alert or unmasked it, after the reading was recorded (actions/read-alert.ts).
 */
export type Rendition = 'wall' | 'full' | 'cleared'

const nodeName = z.object({ id: z.string(), kind: z.string(), name: z.string(), nameHi: z.string() })

/** What a console holds of one alert. Times are epoch milliseconds of the server's clock. */
export const alertView = z.object({
  id: z.string().describe('Docket id, `case-<post id>`; on walls the docket number where the identity is masked'),
  version: z.int().positive().describe('Newest version wins'),
  number: z.string().describe('Docket number, `UPP-20261123-000042`'),
  state: z.enum(ALERT_STATES),
  isOpen: z.boolean(),
  severity: z.enum(SEVERITIES),
  category: z.enum(CATEGORIES),
  score: z.number(),
  isProtected: z.boolean().describe('Identity is masked (sexual offences, children) but for who has the alert'),
  path: z.string().describe('Jurisdiction path of the owner'),
  where: z.array(nodeName).describe('The nodes of the path from district down; empty when the place is unknown'),
  locality: z.string().nullable(),
  elsewhere: z.string().nullable().describe('Another state the post speaks of'),
  point: z.object({ lat: z.number(), lon: z.number() }).nullable().describe('Where the post was written, if its author let X say so; null where masked'),
  text: z.string().nullable().describe('The post that the verdict was made of; null where masked'),
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
  plan: z.object({
    what: z.enum(['rings', 'lapses', 'assigned', 'shelved', 'rests']).describe('rings: the next rung is told at nextAt; lapses: the holder loses it at nextAt without progress; assigned: the person it was given to has until nextAt, then the next rung is told; shelved: it returns at nextAt and the next rung is told; rests: closed'),
    nextAt: z.number().nullable(),
    nextRung: z.int().nullable().describe('The rung that nextAt fires, 0 is the raise; beyond the last it is a repeat'),
    nextTells: z.array(z.string()).describe('Duty posts of that rung; their names stand in the deliveries'),
    isRepeat: z.boolean(),
  }).describe('What happens if nobody does anything: "rings the district head in 0:21"'),
  told: z.array(z.object({ post: z.string(), path: z.string(), rung: z.int(), dueAt: z.number(), at: z.number() })),
  ackTargetAt: z.number().describe('When the first acknowledgement should be there'),
  holder: z.object({ personId: z.string(), name: z.string(), at: z.number() }).nullable(),
  acknowledgements: z.object({
    have: z.int(), needed: z.int(), others: z.array(z.object({ personId: z.string(), name: z.string(), at: z.number() })).describe('Who has it beside the holder'),
  }).describe('The ladder rests when so many people as needed have it'),
  offer: z.object({
    to: z.object({ personId: z.string(), name: z.string() }).nullable().describe('Null: to whoever of the duty post takes it'), from: z.string().describe('Person id'), fromName: z.string(), at: z.number(), until: z.number(),
  }).nullable().describe('A hand-over that nobody has taken yet: who it is offered to takes it by acknowledging, before `until`'),
  assignment: z.object({
    to: z.object({ personId: z.string(), name: z.string() }), by: z.string().describe('Name of the supervisor'), at: z.number(), until: z.number(),
  }).nullable().describe('A supervisor gave it to this person, who has not acknowledged yet; the ladder goes on at `until`'),
  shelf: z.object({ by: z.string().describe('Name of the supervisor'), at: z.number(), until: z.number(), reason: z.string().nullable().describe('Null where masked') })
    .nullable().describe('Put aside until then, with its ladder; it returns by itself. Never a critical one'),
  calls: z.array(z.object({ post: z.string(), path: z.string(), by: z.string(), at: z.number() })).describe('Duty posts that a supervisor called besides the ladder'),
  notes: z.int().describe('Remarks and photos of the docket: GET /api/alerts/:id lists them; never sent to walls'),
  firstAcknowledgedAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  closingReason: z.string().nullable(),
  correction: z.object({
    by: z.string(), at: z.number(), note: z.string().nullable(), about: z.array(z.enum(CORRECTABLE)),
    severity: z.enum(SEVERITIES).describe('What holds now; an alert that had closed keeps the severity it rang with'),
    machine: z.object({ severity: z.enum(SEVERITIES), category: z.enum(CATEGORIES), district: z.object({ name: z.string(), nameHi: z.string() }).nullable() }),
  }).nullable().describe('The newest correction of the verdict by a person, and what the machine had said'),
  ...threadFields,
})
export type AlertView = z.infer<typeof alertView>

function nextTells(alert: Alert): string[] {
  if (!isOpen(alert)) return []
  return alert.policy.rungs[Math.min(alert.nextRung, alert.policy.rungs.length - 1)]?.tell ?? []
}

function isMasked(docket: Docket, rendition: Rendition): boolean {
  return rendition !== 'cleared' && docket.verdict.isProtected
}

/**
 * The id under which a console knows the docket. The docket's own id names the post, which anybody can look up on X: on a
 * wall a masked one goes by the docket number.
 */
export function viewId(docket: Docket, rendition: Rendition): string {
  return rendition === 'wall' && docket.verdict.isProtected ? docket.number : docket.id
}

function correctionView({ machine, corrections, verdict }: Docket, masked: boolean): AlertView['correction'] {
  const newest = corrections?.at(-1)
  if (!newest || !machine) return null
  const district = machine.place.districtId === null ? undefined : findNode(machine.place.districtId)
  return {
    by: newest.name, at: newest.at, note: masked ? null : newest.note, about: [...new Set((corrections ?? []).flatMap(({ about }) => about))], severity: verdict.severity,
    machine: { severity: machine.severity, category: machine.category, district: district ? { name: district.name, nameHi: district.nameHi } : null },
  }
}

function planOf(alert: Alert): AlertView['plan'] {
  const { nextDueAt: nextAt, nextRung, policy } = alert
  if (!isOpen(alert) || nextAt === null) return { what: 'rests', nextAt: null, nextRung: null, nextTells: [], isRepeat: false }
  return { what: isAnswered(alert) ? 'lapses' : alert.shelf ? 'shelved' : alert.assignment ? 'assigned' : 'rings', nextAt, nextRung, nextTells: nextTells(alert), isRepeat: nextRung >= policy.rungs.length }
}

function supervisionOf(alert: Alert, masked: boolean): Pick<AlertView, 'assignment' | 'shelf' | 'calls'> {
  const { assignment, shelf, calls = [] } = isOpen(alert) ? alert : {}
  return {
    assignment: assignment ? { to: assignment.to, by: assignment.byName, at: assignment.at, until: assignment.until } : null,
    shelf: shelf ? { by: shelf.byName, at: shelf.at, until: shelf.until, reason: masked ? null : shelf.reason } : null,
    calls: calls.map(({ post, path, byName, at }) => ({ post, path, by: byName, at })),
  }
}

/** The first point of a post of the thread that has one, the newest first: who moves says so. */
function pointOf({ post, thread }: Docket): AlertView['point'] {
  const point = thread.toReversed().find((one) => one.point !== null)?.point ?? post.point
  return point && { lon: point[0], lat: point[1] }
}

/** The rendition of a docket's alert for a console; a docket without an alert has none. */
export function toAlertView(docket: Docket, rendition: Rendition): AlertView | null {
  const { alert, post, verdict } = docket
  if (!alert) return null
  const masked = isMasked(docket, rendition)
  const lead = leadPost(docket)
  const where = pathsDownTo(docket.path).map(nodeAt).filter((node) => node.kind === 'district' || (node.kind === 'station'))
  return {
    id: viewId(docket, rendition), version: docket.version, number: docket.number,
    state: alert.state, isOpen: isOpen(alert), severity: alert.severity, category: verdict.category, score: verdict.score,
    isProtected: verdict.isProtected, path: docket.path,
    where: where.map(({ id, kind, name, nameHi }) => ({ id, kind, name, nameHi })),
    locality: masked ? null : verdict.place.locality,
    elsewhere: verdict.place.elsewhere,
    point: masked ? null : pointOf(docket),
    text: masked ? null : lead.text,
    lang: lead.lang,
    author: masked ? null : { handle: lead.author.handle, name: lead.author.name },
    postId: masked ? '' : post.id,
    reasons: verdict.reasons.map(({ because, weight, span }) => ({
      because, weight, start: masked ? null : (span?.start ?? null), end: masked ? null : (span?.end ?? null),
    })),
    isDrill: post.source === 'drill',
    postedAt: docket.postedAt, receivedAt: docket.receivedAt, raisedAt: alert.raisedAt,
    nextDueAt: alert.nextDueAt, rung: alert.nextRung - 1, nextTells: nextTells(alert), plan: planOf(alert), told: alert.told,
    ackTargetAt: alert.raisedAt + (alert.policy.ackTargets[0]?.withinS ?? 0) * 1000,
    holder: alert.holder, acknowledgements: { ...acknowledgements(alert), others: alert.coHolders ?? [] }, offer: isOpen(alert) ? (alert.offer ?? null) : null, ...supervisionOf(alert, masked), notes: rendition === 'wall' ? 0 : (docket.notes ?? 0), firstAcknowledgedAt: alert.firstAcknowledgedAt,
    closedAt: alert.closedAt, closingReason: masked ? null : alert.closingReason,
    correction: correctionView(docket, masked),
    ...threadViewOf(docket, masked),
  }
}
