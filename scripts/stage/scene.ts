import { createHash } from 'node:crypto'
import { acknowledge, escalate, progress, raise } from '../../src/domain/alert.ts'
import type { ProgressStep } from '../../src/domain/alert.ts'
import { actAtDesk } from '../../src/domain/desk-acts.ts'
import type { DeskCommand } from '../../src/domain/desk-acts.ts'
import { deskOf, statusAfter } from '../../src/domain/desk.ts'
import { docketIdFor, docketNumber, evolve, indianDay, withAlert } from '../../src/domain/docket.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { append } from '../../src/domain/history.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { findNode, pathForPlace } from '../../src/domain/jurisdiction.ts'
import { isSos } from '../../src/domain/verdict.ts'
import type { Category, FollowUpKind, Language, Severity } from '../../src/domain/verdict.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** One fictional cry for help as the stage plays it. `evidence` are pieces of the text with their points. */
export interface Role {
  text: string
  severity: Exclude<Severity, 'none'>
  category: Category
  districtId: string | null
  stationId?: string
  locality?: string
  author: [handle: string, name: string]
  evidence?: readonly (readonly [piece: string, weight: number, because: string])[]
  isProtected?: boolean
  elsewhere?: string
  /** Seconds before the curtain rises. */
  raisedAgoS: number
  /** Who took it, how long ago, and what they reported since. */
  held?: { by: string; agoS: number; step?: ProgressStep }
  /** What was done at the desk since, oldest first. */
  desk?: readonly { agoS: number; by: string; act: DeskCommand }[]
  /** What the author wrote since, oldest first; the last one unread where nobody did anything after it. */
  says?: readonly { agoS: number; text: string; kind: FollowUpKind }[]
  lang?: Language
}

/** The docket of a role, opened `raisedAgoS` before `now`, made by the same rules as a real one. */
export function docketFor(role: Role, index: number, now: number): Docket {
  const raisedAt = now - role.raisedAgoS * 1000
  const postId = String(1_790_000_000_000_000_000n + BigInt(index) * 4_194_304n * 977n)
  const station = role.stationId ?? null
  if (station !== null && !findNode(station)) throw new Error(`the scene names an unknown station: ${station}`)
  const path = pathForPlace({ districtId: role.districtId, stationId: station })
  const { alert, events } = isSos(role.severity) ? raise(role.severity, DEFAULT_LADDER_POLICY, path, raisedAt) : { alert: null, events: [] }
  const opened: Docket = {
    id: docketIdFor(postId), version: 1, number: docketNumber(indianDay(raisedAt), index + 31), status: 'open', path,
    post: postOf(role, postId, raisedAt), thread: [], verdict: verdictOf(role), alert,
    postedAt: raisedAt - 2_400, receivedAt: raisedAt - 900, openedAt: raisedAt, updatedAt: raisedAt,
    history: [{ what: 'opened', facts: { postId } }, ...events].reduce(
      (sofar, event) => append(sofar, { at: raisedAt, who: 'system', ...event }, sha256), [] as Docket['history'],
    ),
    alertOpen: alert ? 1 : 0, nextDueAt: alert?.nextDueAt ?? null,
  }
  return live(role, climb(role.held ? hold(climb(opened, now - role.held.agoS * 1000), role.held, now) : opened, now), now)
}

/** The docket with what the author wrote and the desk did since, in the order in which it happened. */
function live({ desk = [], says = [] }: Role, docket: Docket, now: number): Docket {
  const steps = [
    ...desk.map(({ agoS, by, act }, index) => ({ at: now - agoS * 1000, to: (one: Docket) => actAtDesk(one, act, { viewer: { personId: personIdOf(by), name: by, role: 'desk', scopePath: '/up/' }, key: `stage-${index}`, now: now - agoS * 1000, sha256, policy: DEFAULT_LADDER_POLICY }) })),
    ...says.map(({ agoS, text, kind }, index) => ({ at: now - agoS * 1000, to: (one: Docket) => written(one, text, kind, index, now - agoS * 1000) })),
  ]
  return steps.sort((a, b) => a.at - b.at).reduce((one, step) => step.to(one), docket)
}

function written(docket: Docket, text: string, followUp: FollowUpKind, index: number, at: number): Docket {
  const id = String(BigInt(docket.post.id) + BigInt(index + 1))
  const post = { ...docket.post, id, caseId: id, kind: 'reply' as const, text, createdAt: at - 2_000, followUp, because: ['stage'], joinedAt: at }
  const status = followUp === 'thanks' ? docket.status : statusAfter(docket.status, followUp === 'nobody-came' ? 'nobody-came' : 'citizen-wrote') ?? docket.status
  return evolve(docket, { thread: [...docket.thread, post], status, desk: { ...deskOf(docket), unreadSince: at } }, [{ what: 'follow-up', facts: { postId: id, kind: followUp } }], { who: 'system', now: at, sha256 })
}

/** The account of an officer of the scene: `SI Farah Naqvi` is `si-farah-naqvi`. */
export function personIdOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}

/** The docket with every rung fired at its second up to `until`. */
function climb(docket: Docket, until: number): Docket {
  let current = docket
  while (current.alert && current.alert.nextDueAt !== null && current.alert.nextDueAt <= until) {
    const dueAt = current.alert.nextDueAt
    const { alert, events } = escalate(current.alert, current.path, dueAt)
    current = withAlert(current, alert, events, { who: 'system', now: dueAt, sha256 })
  }
  return current
}

function hold(docket: Docket, { by, agoS, step }: NonNullable<Role['held']>, now: number): Docket {
  if (!docket.alert) return docket
  const person = { id: personIdOf(by), name: by }
  const at = now - agoS * 1000
  const taken = acknowledge(docket.alert, person, 'stage-acknowledge', at)
  const first = withAlert(docket, taken.alert, taken.events, { who: person.id, now: at, sha256 })
  if (!step || !first.alert) return first
  const moved = progress(first.alert, person, step, null, 'stage-progress', at + 20_000)
  return withAlert(first, moved.alert, moved.events, { who: person.id, now: at + 20_000, sha256 })
}

function postOf({ text, author: [handle, name] }: Role, id: string, raisedAt: number): Docket['post'] {
  return {
    id, caseId: id, kind: 'post', text, lang: null, createdAt: raisedAt - 2_400, author: { id: `1${id.slice(1)}`, handle, name, location: null, followers: 214 },
    conversationId: id, inReplyToId: null, mentions: ['prahariup'], hashtags: [], place: null, point: null, mediaTypes: [], summoned: true, rules: ['mentions'],
    source: 'stream', missing: [],
  }
}

/** What every post of the scene has for its wording, besides its evidence: so that the reasons add up to the score, as triage's do. */
const WORDING = 40

function verdictOf(role: Role): Docket['verdict'] {
  const found = (role.evidence ?? []).map(([piece, weight, because]) => {
    const start = role.text.indexOf(piece)
    if (start < 0) throw new Error(`the scene's evidence is not in its text: ${piece}`)
    return { signal: 'stage', weight, span: { start, end: start + piece.length }, because }
  })
  const score = Math.min(99, found.reduce((sum, { weight }) => sum + weight, WORDING))
  const reasons = [...found, { signal: 'model', weight: score - found.reduce((sum, { weight }) => sum + weight, 0), because: role.severity === 'normal' ? 'a request to the police' : 'wording as in cries for help' }]
  return {
    severity: role.severity, category: role.category, score, confidence: 0.9, language: role.lang ?? 'mixed',
    place: { districtId: role.districtId, stationId: role.stationId ?? null, locality: role.locality ?? null, confidence: 0.9, candidates: [], elsewhere: role.elsewhere ?? null },
    reasons, isProtected: role.isProtected ?? false, version: 'stage',
  }
}
