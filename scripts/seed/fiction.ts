import { createHash } from 'node:crypto'
import type { InboxRow } from '../../src/actions/collections.ts'
import { acknowledge, progress } from '../../src/domain/alert.ts'
import { BLANK_DESK, CLOSINGS } from '../../src/domain/desk.ts'
import type { Desk } from '../../src/domain/desk.ts'
import { indianHour } from '../../src/domain/docket-filter.ts'
import { docketNumber, evolve, indianDay, withAlert } from '../../src/domain/docket.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { allNodes } from '../../src/domain/jurisdiction.ts'
import type { JurisdictionNode } from '../../src/domain/jurisdiction.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import type { Post } from '../../src/domain/post.ts'
import type { Chance } from '../../src/domain/sample.ts'
import { slaFor } from '../../src/domain/sla.ts'
import { isSos } from '../../src/domain/verdict.ts'
import type { Language, Severity, Verdict } from '../../src/domain/verdict.ts'
import { IDLE_TEXTS, MATTERS } from './texts.ts'
import type { Matter } from './texts.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const DAY_MS = 86_400_000
/** Posts of an hour of the day in India, relative to each other. */
const HOURS = [3, 2, 1, 1, 1, 2, 3, 5, 7, 9, 10, 10, 9, 8, 8, 8, 9, 10, 11, 12, 12, 10, 7, 5]
const MOST_PER_HOUR = Math.max(...HOURS)
const LANGUAGES: readonly [Exclude<Language, 'mixed'>, number][] = [['hi', 0.55], ['hinglish', 0.32], ['en', 0.13]]
/** Of posts that need action there are seven in ten; the rest gets no docket. */
const IDLE_PER_DOCKET = 3 / 7
/** Ids of accounts and posts that X will not give out before the year 2079. */
const FIRST_ID = 9_100_000_000_000_000_000n

/** One fictional post and what became of it; the docket is null where it needed nothing. */
export interface Fiction {
  row: InboxRow
  docket: Docket | null
}

/** How the fictional force works: what makes a district slow, and who is there. */
interface District {
  node: JurisdictionNode
  stations: JurisdictionNode[]
  /** Multiple of the usual time. */
  pace: number
  weight: number
}

/** Fictional complaints of the days before `now`, oldest first, the same for the same seed. Marked as fiction in author, text and version. */
export function* fictions(count: number, days: number, now: number, chance: Chance): Generator<Fiction> {
  const districts = districtsOf(chance)
  const numbers = new Map<string, number>()
  let serial = 0
  for (let made = 0; made < count; made++) {
    const receivedAt = momentOf(now - days * DAY_MS + ((made + chance()) / count) * days * DAY_MS, now, chance)
    for (let idle = chance() < IDLE_PER_DOCKET ? 1 : 0; idle > 0; idle--) yield idlePost(serial++, receivedAt - 1, chance)
    const day = indianDay(receivedAt)
    const sequence = (numbers.get(day) ?? 0) + 1
    numbers.set(day, sequence)
    yield complaint({ serial: serial++, receivedAt, number: docketNumber(day, sequence), now }, pick(districts, ({ weight }) => weight, chance), chance)
  }
}

/** A moment of the same day with the usual hours, never after `now`. */
function momentOf(time: number, now: number, chance: Chance): number {
  for (let tries = 0; tries < 8; tries++) {
    const moment = time - (time % DAY_MS) + Math.floor(chance() * DAY_MS)
    if (moment < now - 1_000 && chance() * MOST_PER_HOUR < (HOURS[indianHour(moment)] ?? 1)) return moment
  }
  return Math.min(Math.floor(time), now - 1_000)
}

function complaint({ serial, receivedAt, number, now }: { serial: number; receivedAt: number; number: string; now: number }, district: District, chance: Chance): Fiction {
  const matter = pick(MATTERS, ({ share }) => share, chance)
  const [lang] = pick(LANGUAGES, ([, share]) => share, chance)
  const station = chance() < 0.7 ? (district.stations[Math.floor(chance() * district.stations.length)] ?? null) : null
  const place = lang === 'hi' ? (station ?? district.node).nameHi : (station ?? district.node).name
  const post = postOf(serial, `@PrahariUP ${matter.texts[lang].replace('{place}', place)} (fiction)`, receivedAt, chance)
  const verdict = verdictOf(matter, lang, severityOf(matter, chance), district.node.id, station?.id ?? null)
  const openedAt = receivedAt + 120
  const opened = newDocket({ post, verdict, receivedAt, number, authorId: post.author.id, matter: null, incident: null }, { now: openedAt, sha256, policy: DEFAULT_LADDER_POLICY })
  const docket = lived(opened, { pace: district.pace * (lang === 'en' ? 0.9 : lang === 'hi' ? 1.1 : 1), now, nodeId: district.node.id }, chance)
  // No timers: years of old complaints must not all move up on the first day.
  return { row: rowOf(post, verdict, receivedAt, docket.id), docket: { ...docket, deskDueAt: null, unopenedSince: null } }
}

/** Acknowledged, worked on, answered and closed after plausible times, as far as they have come by now. */
function lived(opened: Docket, { pace, now, nodeId }: { pace: number; now: number; nodeId: string }, chance: Chance): Docket {
  const severity = opened.alert?.severity ?? opened.verdict.severity
  const sla = slaFor(severity)
  const desk = { id: `fiction-${nodeId}-${Math.floor(chance() * 3)}`, name: `Fictional Officer ${nodeId} ${Math.floor(chance() * 3) + 1}` }
  const after = (usualMs: number): number => Math.round(usualMs * pace * Math.exp(1.1 * gauss(chance)))
  const acceptedAt = opened.openedAt + after(sla.acknowledge * 0.3)
  const progressAt = acceptedAt + after(sla.progress * 0.3)
  const repliedAt = acceptedAt + after(sla.reply * 0.25)
  const closedAt = progressAt + after(sla.close * 0.3)
  const isForgotten = chance() < 0.04 && !isSos(severity)
  const state = { ...BLANK_DESK, clocks: { ...BLANK_DESK.clocks } }
  let docket = opened
  const step = (at: number, change: Partial<Desk>, status: Docket['status'], what: string, facts: Record<string, string | null>): void => {
    Object.assign(state, change)
    docket = evolve(docket, { desk: { ...state, clocks: { ...state.clocks } }, status }, [{ what, facts }], { who: desk.id, now: at, sha256 })
  }
  if (isForgotten || acceptedAt >= now) return docket
  if (docket.alert) {
    const taken = acknowledge(docket.alert, desk, 'seed-a', acceptedAt)
    docket = withAlert(docket, taken.alert, taken.events, { who: desk.id, now: acceptedAt, sha256 })
  }
  state.clocks.acceptedAt = acceptedAt
  step(acceptedAt, { owner: { personId: desk.id, name: desk.name, at: acceptedAt }, touchedAt: acceptedAt }, 'in-process', 'accepted', { from: null, fromName: null })
  if (repliedAt < now && chance() < 0.9) state.clocks.repliedAt = repliedAt
  if (progressAt >= now) return docket
  if (docket.alert) {
    const done = progress(docket.alert, desk, 'resolved', 'seen to (fiction)', 'seed-p', progressAt)
    docket = withAlert(docket, done.alert, done.events, { who: desk.id, now: progressAt, sha256 })
  }
  state.clocks.progressAt = progressAt
  step(progressAt, { touchedAt: progressAt }, 'in-process', 'progressed', { text: 'visited (fiction)' })
  if (closedAt >= now) return docket
  const action = CLOSINGS[Math.floor(chance() * 5)] ?? 'advice'
  state.clocks.closedAt = closedAt
  const flags = chance() < 0.01 ? ['pasted-reply'] : chance() < 0.008 ? ['closed-after-forward'] : []
  step(closedAt, { owner: null, flags, closing: { personId: desk.id, name: desk.name, at: closedAt, action, reference: action === 'advice' ? null : `FICTION ${docket.number.slice(-6)}`, summary: 'fictional closing' } }, 'closed', 'closed', { action, reference: null, summary: 'fictional closing' })
  if (chance() < 0.03 && closedAt + DAY_MS < now) step(closedAt + DAY_MS, { reopened: 1, unreadSince: closedAt + DAY_MS }, 'reopened', 'docket-reopened', { reason: 'not solved (fiction)', closedAs: action })
  return docket
}

function idlePost(serial: number, receivedAt: number, chance: Chance): Fiction {
  const post = postOf(serial, `@PrahariUP ${IDLE_TEXTS[Math.floor(chance() * IDLE_TEXTS.length)] ?? ''} (fiction)`, receivedAt, chance)
  const verdict: Verdict = { ...verdictOf(MATTERS[0] as Matter, 'hi', 'none', null, null), category: 'spam_other', score: 2 }
  return { row: rowOf(post, verdict, receivedAt, null), docket: null }
}

function rowOf(post: Post, verdict: Verdict, receivedAt: number, docketId: string | null): InboxRow {
  return { id: post.id, version: 1, state: 'decided', decision: docketId === null ? 'not-actionable' : 'docket', lane: docketId === null ? 'none' : isSos(verdict.severity) ? 'sos' : 'routine', receivedAt, post, verdict, docketId, reason: null }
}

function postOf(serial: number, text: string, receivedAt: number, chance: Chance): Post {
  const id = String(FIRST_ID + BigInt(serial))
  const author = Math.floor(chance() * 40_000)
  const followers = chance() < 0.05 ? null : Math.floor(Math.exp(2 + 2 * gauss(chance)) * 20)
  return {
    id, caseId: id, kind: 'post', text, lang: null, createdAt: receivedAt - Math.floor(800 + chance() * 4_000), author: { id: `91${String(author).padStart(8, '0')}`, handle: `fiction_${author}`, name: `काल्पनिक Fiction ${author}`, location: null, followers },
    conversationId: id, inReplyToId: null, mentions: ['prahariup'], hashtags: [], place: null, point: null, mediaTypes: [], summoned: true, rules: ['seed'], source: 'stream', missing: [],
  }
}

function verdictOf({ category, isProtected = false }: Matter, language: Language, severity: Severity, districtId: string | null, stationId: string | null): Verdict {
  return {
    severity, category, score: severity === 'critical' ? 92 : severity === 'high' ? 74 : severity === 'normal' ? 48 : 8, confidence: 0.8, language, reasons: [], isProtected, version: 'seed',
    place: { districtId, stationId, locality: null, confidence: 0.9, candidates: [], elsewhere: null },
  }
}

function severityOf({ category }: Matter, chance: Chance): Severity {
  const isGrave = ['assault', 'domestic_violence', 'missing_person', 'accident', 'sexual_harassment'].includes(category)
  const at = chance() * (isGrave ? 1 : 10)
  return at < 0.06 ? 'critical' : at < 0.3 ? 'high' : 'normal'
}

function districtsOf(chance: Chance): District[] {
  const nodes = [...allNodes()]
  return nodes.filter(({ kind }) => kind === 'district').map((node) => {
    const stations = nodes.filter(({ kind, path }) => kind === 'station' && path.startsWith(node.path))
    return { node, stations, pace: 0.5 + chance() * 1.4, weight: stations.length + 4 }
  })
}

function pick<Value>(values: readonly Value[], weightOf: (value: Value) => number, chance: Chance): Value {
  let at = chance() * values.reduce((sum, value) => sum + weightOf(value), 0)
  for (const value of values) {
    at -= weightOf(value)
    if (at < 0) return value
  }
  return values[values.length - 1] as Value
}

/** The standard normal distribution, by Box and Muller. */
function gauss(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
}

