import type { DocketView } from '../../contract/desk.ts'
import { isWithin } from '../../domain/area.ts'
import { statusAfter } from '../../domain/desk.ts'
import type { DeskAct } from '../../domain/desk.ts'
import { mayAct } from '../../domain/person.ts'
import type { Role } from '../../domain/person.ts'

/** What a person does to a docket by a key or a button, in the order of the bar. */
export const DEEDS = ['accept', 'forward', 'notOurs', 'progress', 'close', 'reopen', 'release', 'merge', 'split', 'correct', 'rumour'] as const
export type Deed = (typeof DEEDS)[number]

/** The key of each; the rest is reached by its button. */
export const KEY_OF: Partial<Record<Deed, string>> = { accept: 'a', forward: 'f', notOurs: 'n', progress: 'p', close: 'c', reopen: 'o', merge: 'm', split: 's', correct: 'g' }
export const DEED_OF_KEY: ReadonlyMap<string, Deed> = new Map(Object.entries(KEY_OF).map(([deed, key]) => [key, deed as Deed]))

const ACT_OF: Partial<Record<Deed, DeskAct>> = {
  accept: 'accept', forward: 'forward', notOurs: 'not-ours', progress: 'progress', close: 'close', reopen: 'reopen', release: 'release', merge: 'merge', split: 'split',
}

/** Why a deed cannot be done now; null where it can. The server judges again. */
export type Barred = 'role' | 'elsewhere' | 'status' | 'yours' | 'not-yours' | 'one-post'

export function barred(deed: Deed, docket: Pick<DocketView, 'row' | 'owner' | 'posts'>, me: { personId: string; role: Role; scopePath: string } | null): Barred | null {
  if (!me || !mayAct(me.role)) return 'role'
  // Who sent it on still sees it until it is accepted, and does nothing more to it.
  if (!isWithin(me.scopePath, docket.row.path)) return 'elsewhere'
  const act = ACT_OF[deed]
  if (act && statusAfter(docket.row.status, act) === null) return 'status'
  if (deed === 'accept' && docket.owner?.personId === me.personId) return 'yours'
  if (deed === 'release' && docket.owner === null) return 'not-yours'
  if (deed === 'split' && docket.posts.length < 2) return 'one-post'
  return null
}
