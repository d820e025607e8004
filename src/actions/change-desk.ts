import { isOpen } from '../domain/alert.ts'
import { actAtDesk, maySeeDocket } from '../domain/desk-acts.ts'
import type { DeskCommand, DeskContext } from '../domain/desk-acts.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import type { HistoryEntry } from '../domain/history.ts'
import { newsSince, wordsOf } from '../domain/history-words.ts'
import { mayAct } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import type { ActDeps, Acted } from './change-alert.ts'
import { evolveDocket, noDocket } from './evolve-docket.ts'
import { keepClosing, recentClosings } from './recent-closings.ts'
import type { Store } from './ports.ts'

export interface DeskDeps extends ActDeps {
  policy: Pick<LadderPolicy, 'desk'>
  store: Pick<Store, 'dockets' | 'people' | 'checkpoints' | 'now'>
}

/** An act with the docket (by id), the key that makes a repeat none, and the version that was on the screen; null where the act needs none. */
export interface DeskInput {
  docketId: string
  key: string
  version: number | null
}

const MOST_NEWS = 3

/**
 * One person's act at the desk: read, check area and version, decide, replace if nobody was faster, tell. Whoever acts on an
 * older version than the stored one is told what changed since and by whom; what only the machine did beside is no reason to
 * refuse. The same key again changes nothing.
 * @param extra what the rules must know besides (into which docket to merge, which docket a post gets), read anew on each try.
 * @throws PrahariError forbidden, not-found (outside the area too), conflict, invalid, unavailable.
 */
export async function changeDesk(deps: DeskDeps, viewer: Viewer, input: DeskInput, command: DeskCommand, extra: () => Promise<Partial<DeskContext>> = () => Promise.resolve({})): Promise<Acted> {
  if (!mayAct(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} only looks`)
  let standing = ''
  const { before, docket } = await evolveDocket(deps, input.docketId, async (found) => {
    if (!maySeeDocket(viewer, found)) throw noDocket('id')
    standing = wasDone(found, viewer, input.key) ? 'this was done before' : ''
    if (standing !== '') return found
    if (input.version !== null) await mustBeCurrent(deps, found, input.version)
    return actAtDesk(found, command, { ...await contextOf(deps, viewer, found, command, input.key), ...await extra() })
  })
  if (docket === before) return { did: 'nothing', because: standing || 'it is so already', docket }
  if (command.act === 'close') await keepClosing(deps.store, viewer.personId)
  return { did: docket.history[before.history.length]?.what ?? command.act, because: `by ${viewer.role}`, docket }
}

/** Whether this person's act with this key is in the history. */
export function wasDone({ history }: Docket, { personId }: Pick<Viewer, 'personId'>, key: string): boolean {
  return history.some(({ who, facts }) => who === personId && facts.key === key)
}

async function contextOf({ store, crypto, policy }: DeskDeps, viewer: Viewer, { alert }: Docket, { act }: DeskCommand, key: string): Promise<DeskContext> {
  const movesAlert = alert !== null && isOpen(alert) && (act === 'forward' || act === 'acceptOffer')
  const holder = movesAlert && alert.holder ? await store.people.get(alert.holder.personId) : undefined
  return {
    viewer, key, now: store.now(), sha256: crypto.sha256, policy, holderScopePath: holder && !holder.isDisabled ? holder.scopePath : null,
    closedAt: act === 'close' ? await recentClosings(store, viewer.personId) : [],
  }
}

/** @throws PrahariError conflict saying what changed since, and by whom. */
async function mustBeCurrent({ store }: DeskDeps, docket: Docket, seen: number): Promise<void> {
  if (seen === docket.version) return
  const news = newsSince(docket.history, seen).slice(-MOST_NEWS)
  if (news.length === 0) return
  const told = await withNames(store, news)
  throw new PrahariError('conflict', `it has changed since: ${told.map(({ entry, name }) => wordsOf(entry, name)).join('; ')}`, { field: 'version' })
}

/** Entries of a history with the names of who made them; null for the machine, the id where the account is gone. */
export async function withNames(store: Pick<Store, 'people'>, entries: readonly HistoryEntry[]): Promise<{ entry: HistoryEntry; name: string | null }[]> {
  const ids = [...new Set(entries.map(({ who }) => who))].filter((who) => who !== 'system' && who !== 'citizen')
  const people = new Map((await store.people.getMany(ids)).map(({ id, name }) => [id, name]))
  return entries.map((entry) => ({ entry, name: entry.who === 'system' ? null : entry.who === 'citizen' ? 'Whoever holds the code' : (people.get(entry.who) ?? entry.who) }))
}
