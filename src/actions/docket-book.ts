import type { Brief, BriefFacts } from '../domain/brief.ts'
import type { Docket } from '../domain/docket.ts'
import { DEFAULT_LADDER_POLICY } from '../domain/ladder.ts'
import { newBrief } from '../domain/new-brief.ts'
import { blankFacts, Shelf } from '../domain/shelf.ts'
import type { SeenFrom } from '../domain/seen-from.ts'
import { slaOf } from '../domain/sla.ts'
import type { Slas } from '../domain/sla.ts'
import { docketTerms } from '../triage/search/docket-terms.ts'
import type { Term } from '../triage/search/fold-terms.ts'
import { TermIndex } from '../triage/search/term-index.ts'
import type { Store } from './ports.ts'

export interface BookDeps {
  store: Pick<Store, 'briefs' | 'now'>
  /** Lets whatever waits have its turn: called at least every few milliseconds of work. */
  pause: () => Promise<void>
  /** Dockets opened longer ago are not kept: found by number alone. */
  keepMs: number
  /** By which the dockets are late: the policy in force. */
  policy?: Parameters<typeof slaOf>[0]
}

/** A docket that changed, and from where it was seen before: whoever saw it there must learn that it went. */
export interface BookNews {
  brief: Brief
  seenBefore: SeenFrom | null
}

/**
 * Every docket of the last so many days in brief, in memory: what lists, search and reports are made of. Loaded beside
 * everything else after a start, the newest first; kept up to date by what is announced and by following the ledger.
 */
export interface DocketBook {
  readonly isComplete: boolean
  readonly size: number
  /** Another number after every change. */
  readonly edition: number
  /** The windows in force. */
  readonly slas: Slas
  /** Bytes of the searched texts. */
  readonly termBytes: number
  /** Reads what is stored, page by page. Resolves when the book is complete. @throws PrahariError unavailable. */
  load(): Promise<void>
  /** Reads what was written since the last call, and drops what is too old. @throws PrahariError unavailable. */
  follow(): Promise<void>
  /** Dockets as just written, before their briefs are in the ledger. */
  take(dockets: readonly Docket[]): void
  /** Hears of each change once, newest version only; not of what is loaded. */
  onNews(listener: (news: readonly BookNews[]) => void): void
  /**
   * Calls `visit` for every docket under a path (`isSeen`: also those that are only seen from there); with terms for those in whose texts every word is found. The facts are
   * one object, filled anew each time. Others have their turn in between, so that dockets may change while it goes on.
   */
  each(scopePath: string, terms: readonly Term[] | null, visit: (facts: BriefFacts, slot: number) => void, isSeen?: boolean): Promise<void>
  /** The briefs of slots with all their texts, in order; those that have gone meanwhile are left out. @throws PrahariError unavailable. */
  briefs(slots: readonly number[]): Promise<Brief[]>
}

const PAGE = 250
/** Slots visited in one turn: a few milliseconds of a report. */
const TURN = 512
/** What is written becomes visible a little later than its time says: each look begins so much before the last one. */
const OVERLAP_MS = 10_000
/** A writer that hung is found by a look further back, every so many looks. */
const WIDE_OVERLAP_MS = 900_000
const WIDE_EVERY = 60
const MAX_KEYS = 10_000

export function docketBook({ store, pause, keepMs, policy = DEFAULT_LADDER_POLICY }: BookDeps): DocketBook {
  const shelf = new Shelf()
  const index = new TermIndex()
  /** Newer than what the ledger has: announced, its brief not yet written. */
  const fresh = new Map<string, Brief>()
  let listener: (news: readonly BookNews[]) => void = () => undefined
  let isComplete = false
  let looks = 0
  let edition = 0
  const lookingFrom = store.now()
  let followedTo = lookingFrom

  const keep = (brief: Brief): void => {
    edition++
    const slot = shelf.put(brief)
    index.set(slot, brief.terms)
  }
  const tell = (briefs: readonly Brief[]): void => {
    const news = briefs.flatMap((brief): BookNews[] => {
      if (shelf.versionOf(brief.id) >= brief.version) return []
      const slot = shelf.slotOf(brief.id)
      const seenBefore = slot === undefined ? null : shelf.seenFrom(slot)
      keep(brief)
      return [{ brief, seenBefore }]
    })
    if (news.length > 0) listener(news)
  }

  async function load(): Promise<void> {
    const oldest = store.now() - keepMs
    let before = Number.MAX_SAFE_INTEGER
    let limit = PAGE
    for (;;) {
      const page = await store.briefs.find({ index: 'byOpened', range: { lte: before, gte: oldest }, order: 'desc', limit })
      for (const brief of page) if (shelf.versionOf(brief.id) < brief.version) keep(brief)
      await pause()
      const last = page.at(-1)
      if (page.length < limit || !last) break
      // A page of one moment: the next is asked for wider, so that the walk goes on.
      limit = last.openedAt === before ? Math.min(limit * 2, MAX_KEYS) : PAGE
      before = limit === MAX_KEYS && last.openedAt === before ? before - 1 : last.openedAt
    }
    isComplete = true
  }

  async function follow(): Promise<void> {
    const now = store.now()
    const back = looks++ % WIDE_EVERY === 0 ? WIDE_OVERLAP_MS : OVERLAP_MS
    let from = Math.min(followedTo, now) - back
    for (;;) {
      const keys = await store.briefs.keys({ index: 'byWritten', range: { gte: from }, order: 'asc', limit: MAX_KEYS })
      const news = keys.filter(({ id, version }) => shelf.versionOf(id) < version).map(({ id }) => id)
      for (const { id, version } of keys) if ((fresh.get(id)?.version ?? Infinity) <= version) fresh.delete(id)
      for (let at = 0; at < news.length; at += PAGE) {
        const briefs = await store.briefs.getMany(news.slice(at, at + PAGE))
        const kept = briefs.filter(({ openedAt }) => openedAt >= now - keepMs)
        // What was written before this process began is no news, only not read yet.
        for (const brief of kept) if (!isComplete && brief.writtenAt < lookingFrom && shelf.versionOf(brief.id) < brief.version) keep(brief)
        tell(kept)
        await pause()
      }
      const last = keys.length < MAX_KEYS ? undefined : keys.at(-1)
      const [edge] = last ? await store.briefs.getMany([last.id]) : []
      if (!edge || edge.writtenAt <= from) break
      from = edge.writtenAt
    }
    followedTo = now
    if (looks % WIDE_EVERY === 0) forget(now)
  }

  function forget(now: number): void {
    for (let slot = 0; slot < shelf.end; slot++) {
      const id = shelf.idAt(slot)
      if (id === null || shelf.openedAt(slot) >= now - keepMs) continue
      edition++
      index.set(slot, '')
      shelf.remove(id)
    }
  }

  return {
    get isComplete() { return isComplete },
    get size() { return shelf.size },
    get edition() { return edition },
    get slas() { return slaOf(policy) },
    get termBytes() { return index.bytes },
    load, follow,
    take(dockets) {
      const briefs = dockets.flatMap((docket) => {
        if (shelf.versionOf(docket.id) >= docket.version) return []
        return newBrief(docket, docketTerms(docket), store.now()) ?? []
      })
      for (const brief of briefs) fresh.set(brief.id, brief)
      tell(briefs)
    },
    onNews: (one) => { listener = one },
    async each(scopePath, terms, visit, isSeen = false) {
      const facts = blankFacts()
      const isInside = shelf.within(scopePath, isSeen)
      const look = (slot: number): void => {
        if (isInside(slot)) visit(shelf.read(slot, facts), slot)
      }
      if (terms && terms.length > 0) {
        for (let piece = 0; piece < index.pieces; piece++) {
          index.search(piece, terms, look)
          await pause()
        }
        return
      }
      for (let slot = 0; slot < shelf.end; slot++) {
        look(slot)
        if (slot % TURN === TURN - 1) await pause()
      }
    },
    async briefs(slots) {
      const ids = slots.flatMap((slot) => shelf.idAt(slot) ?? [])
      const stored = new Map((await store.briefs.getMany(ids)).map((brief) => [brief.id, brief]))
      return ids.flatMap((id) => {
        const [known, announced] = [stored.get(id), fresh.get(id)]
        return (announced && announced.version > (known?.version ?? 0) ? announced : known) ?? []
      })
    },
  }
}
