import { severityOf } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import type { Reply } from '../domain/reply.ts'
import { fillTemplate, pickTemplate } from '../domain/templates.ts'
import type { ReplyTemplate } from '../domain/reply.ts'
import { NEUTRAL_CATEGORIES } from '../domain/templates.ts'
import type { Severity } from '../domain/verdict.ts'
import { newReply } from './draft-reply.ts'
import type { ReplyDeps } from './draft-reply.ts'
import { cameFromX, isAnswered, postToAnswer } from './gate-reply.ts'
import type { Done } from './ports.ts'
import { readTemplates, valuesFor } from './read-templates.ts'
import { tellDocket } from './tell-docket.ts'

export interface AcknowledgeDeps extends ReplyDeps {
  trackCode: (number: string) => string
  /** Of which severities; empty for none. */
  severities: ReadonlySet<Severity>
}

/** What a sweeping process remembers; without it only more is read. */
export interface AcknowledgeMemory {
  doneUntil: number
  seen: Set<string>
}

export interface Acknowledged extends Done {
  drafted: number
}

/** A docket may become visible so long after the time it carries. */
const OVERLAP_MS = 15_000
/** How far back the first sweep of a process looks: a later acknowledgement helps nobody. */
const FIRST_LOOK_MS = 3_600_000
/** Old posts that recovery brings are for a person to answer. */
const OLDEST_POST_MS = 86_400_000
const CHUNK = 500
/** An inbox turned out to be closed so long ago at most: then a person is asked for a public answer instead. */
const CLOSED_LOOK_MS = 600_000

/**
 * The first acknowledgement of each docket that came from X and called us, in the complainant's own script. Its natural key
 * makes a second one impossible, whoever sweeps and however often. @throws PrahariError unavailable.
 */
export async function sweepAcknowledgements(deps: AcknowledgeDeps, memory: AcknowledgeMemory): Promise<Acknowledged> {
  const total: Acknowledged = { did: 'swept', because: 'dockets that were opened', drafted: 0 }
  if (deps.severities.size === 0) return total
  const now = deps.store.now()
  const keys = await deps.store.dockets.keys({ index: 'byOpened', range: { gte: memory.doneUntil - OVERLAP_MS }, order: 'asc', limit: 100_000 })
  const fresh = keys.filter(({ id }) => !memory.seen.has(id)).map(({ id }) => id)
  const templates = fresh.length > 0 ? await readTemplates(deps.store) : []
  for (let from = 0; from < fresh.length; from += CHUNK) {
    for (const docket of await deps.store.dockets.getMany(fresh.slice(from, from + CHUNK))) {
      if (isWanted(deps, docket, now) && (await acknowledge(deps, templates, docket))) total.drafted++
      memory.seen.add(docket.id)
    }
  }
  memory.doneUntil = now
  const kept = new Set(keys.map(({ id }) => id))
  for (const id of memory.seen) if (!kept.has(id)) memory.seen.delete(id)
  total.drafted += await askAboutClosed(deps)
  return total
}

/** What a process knows at its start. */
export function newAcknowledgeMemory(now: number): AcknowledgeMemory {
  return { doneUntil: now - FIRST_LOOK_MS, seen: new Set() }
}

export function autoReplyId(docketId: string): string {
  return `reply-${docketId}-auto`
}

function isWanted({ severities }: AcknowledgeDeps, docket: Docket, now: number): boolean {
  return cameFromX(docket) && severities.has(severityOf(docket)) && postToAnswer(docket).summoned && !isAnswered(docket) && docket.status !== 'closed' && docket.postedAt > now - OLDEST_POST_MS
}

/**
 * Whether the acknowledgement goes by DM: where whoever does the harm may read along, and where an identity is protected, a
 * public answer would point everybody at her post.
 */
export function goesByMessage({ verdict }: Docket): boolean {
  return verdict.isProtected || NEUTRAL_CATEGORIES.has(verdict.category)
}

async function acknowledge(deps: AcknowledgeDeps, templates: readonly ReplyTemplate[], docket: Docket): Promise<boolean> {
  return insert(deps, templates, docket, { kind: goesByMessage(docket) ? 'dm' : 'acknowledgement', key: 'auto' })
}

/** A neutral public acknowledgement for a person to decide on, where the person's inbox turned out to be closed. */
async function askAboutClosed(deps: AcknowledgeDeps): Promise<number> {
  const refused = await deps.store.replies.find({ index: 'byState', equals: { state: 'refused' }, range: { gte: deps.store.now() - CLOSED_LOOK_MS }, order: 'desc', limit: 200 })
  const closed = refused.filter(({ id, docketId, findings }) => id === autoReplyId(docketId) && findings.some(({ code }) => code === 'dm-closed'))
  let drafted = 0
  for (const { docketId } of closed) {
    if (await deps.store.replies.get(`${autoReplyId(docketId)}-public`)) continue
    const docket = await deps.store.dockets.get(docketId)
    if (docket && !isAnswered(docket) && (await insert(deps, await readTemplates(deps.store), docket, { kind: 'acknowledgement', key: 'auto-public' }))) drafted++
  }
  return drafted
}

async function insert(deps: AcknowledgeDeps, templates: readonly ReplyTemplate[], docket: Docket, { kind, key }: { kind: 'dm' | 'acknowledgement'; key: string }): Promise<boolean> {
  const { category, language, isProtected } = docket.verdict
  const template = pickTemplate(templates, kind, category, language, isProtected)
  if (!template) return false
  const text = fillTemplate(template.text, valuesFor(docket, deps.trackCode(docket.number), template.lang))
  let reply: Reply
  try {
    reply = await newReply(deps, docket, { kind, text, key, reason: null, by: 'system', byName: 'system' })
  } catch (error) {
    // The gate stops it (a template that somebody wrote, a name that looks like one): then a person answers.
    if (error instanceof PrahariError && error.kind === 'invalid') return false
    throw error
  }
  if (key !== 'auto') reply = { ...reply, state: 'waiting', because: 'the inbox is closed: may it be said publicly, in these neutral words?' }
  const [outcome] = await deps.store.replies.insertMany([reply])
  if (outcome !== 'inserted') return false
  await tellDocket(deps, reply)
  return true
}
