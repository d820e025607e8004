import { deskOf } from '../domain/desk.ts'
import { evolve } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import type { HistoryEntry } from '../domain/history.ts'
import type { Reply } from '../domain/reply.ts'
import type { ActDeps } from './change-alert.ts'
import { evolveDocket } from './evolve-docket.ts'

type Told = Pick<HistoryEntry, 'who' | 'what' | 'facts'>

/**
 * Writes into the docket's history what the answer's state implies and is not in it yet, sets the clock of the first reply,
 * and tells the consoles. Doing it again changes nothing, so that a killed process leaves nothing untold: an answer stays
 * due until its docket knows. @returns the docket as it stands; undefined where there is none. @throws PrahariError unavailable.
 */
export async function tellDocket(deps: ActDeps, reply: Reply): Promise<Docket | undefined> {
  if (!await deps.store.dockets.get(reply.docketId)) return undefined
  const { docket } = await evolveDocket(deps, reply.docketId, (one) => {
    const known = new Set(one.history.map(keyOf))
    const missing = eventsOf(reply).filter((event) => !known.has(keyOf(event)))
    const changes = clocksOf(one, reply)
    if (missing.length === 0 && changes === null) return one
    const by = { now: deps.store.now(), sha256: deps.crypto.sha256 }
    const told = missing.reduce((sofar, { who, what, facts }) => evolve(sofar, {}, [{ what, facts }], { ...by, who }), one)
    return { ...evolve(told, changes ?? {}, [], { ...by, who: 'system' }), version: one.version + 1 }
  })
  return docket
}

function keyOf({ who, what, facts }: Pick<HistoryEntry, 'who' | 'what' | 'facts'>): string {
  return `${what} ${who} ${String(facts.reply)} ${String(facts.nth ?? 0)}`
}

/** What has happened to an answer, by its state. The text is named by its length only: it is in the answer itself. */
function eventsOf(reply: Reply): Told[] {
  const { id, kind, state, by, approvedBy, because, postId, refusals = 0 } = reply
  const events: Told[] = [{ who: by, what: 'reply-drafted', facts: { reply: id, kind, length: reply.text.length, findings: reply.findings.map(({ code }) => code).join(' ') || null, ...(state === 'waiting' ? { waits: 1 } : {}) } }]
  if (approvedBy !== null) events.push({ who: approvedBy, what: 'reply-approved', facts: { reply: id, kind } })
  if (state === 'posted' || state === 'dry') events.push({ who: 'system', what: 'reply-posted', facts: { reply: id, kind, postId, isDry: state === 'dry' } })
  if ((state === 'posted' || state === 'dry') && isPasted(reply)) events.push({ who: by, what: 'flagged', facts: { reply: id, flag: 'pasted-reply' } })
  if (state === 'refused') events.push({ who: 'system', what: 'reply-refused', facts: { reply: id, kind, because, nth: refusals } })
  if (state === 'withdrawn') events.push({ who: reply.withdrawnBy ?? by, what: 'reply-withdrawn', facts: { reply: id, kind } })
  return events
}

/** The first answer of a person that X has stops the clock: what goes out by itself proves no care, and what ran dry reached nobody. A pasted one flags the docket either way. */
function clocksOf(docket: Docket, reply: Reply): Partial<Docket> | null {
  if (reply.state !== 'posted' && reply.state !== 'dry') return null
  const desk = deskOf(docket)
  const isFirst = reply.state === 'posted' && desk.clocks.repliedAt === null && (reply.by !== 'system' || reply.approvedBy !== null)
  const isNewlyPasted = isPasted(reply) && !desk.flags.includes('pasted-reply')
  // Their silence after a question is timed (domain/desk-clock.ts); what ran dry asked nobody.
  const isAsked = reply.kind === 'question' && reply.state === 'posted' && reply.postedAt !== null && (desk.askedAt ?? 0) < reply.postedAt
  if (!isFirst && !isNewlyPasted && !isAsked) return null
  return {
    desk: {
      ...desk, clocks: { ...desk.clocks, ...(isFirst ? { repliedAt: reply.postedAt } : {}) }, ...(isAsked ? { askedAt: reply.postedAt } : {}),
      flags: isNewlyPasted ? [...desk.flags, 'pasted-reply'] : desk.flags,
    },
  }
}

function isPasted({ findings }: Reply): boolean {
  return findings.some(({ code }) => code === 'pasted-reply')
}
