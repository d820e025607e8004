import type { Anchor, AnchoredHead } from './anchor.ts'
import { headsText } from './anchor.ts'
import type { Docket } from './docket.ts'
import { firstBreak } from './history.ts'
import type { HistoryEntry, Sha256 } from './history.ts'

/** Something that is not as it was written. `seq` is the entry of the history at which it shows; null where it is about the whole. */
export interface Discrepancy {
  /** `docket UPP-…`, `audit trail`, `anchor …`. */
  where: string
  seq: number | null
  because: string
}

/** Everything about one docket that does not follow from its own history: the chain, the words of its posts (entries of earlier versions say nothing of them), its number. */
export function discrepanciesOf(docket: Docket, sha256: Sha256): Discrepancy[] {
  const where = `docket ${docket.number}`
  const broken = firstBreak(docket.history, sha256)
  if (broken !== null) {
    const entry = docket.history[broken]
    return [{ where, seq: broken, because: `entry ${broken}${entry ? ` (${entry.what})` : ''} does not follow from the one before it: it was changed, moved, added or removed` }]
  }
  const posts = new Map([docket.post, ...docket.thread].map((post) => [post.id, post]))
  return docket.history.flatMap((entry): Discrepancy[] => {
    const { postId, textSha256, number } = entry.facts
    const post = typeof postId === 'string' ? posts.get(postId) : undefined
    return [
      ...(post && typeof textSha256 === 'string' && textSha256 !== sha256(post.text) ? [{ where, seq: entry.seq, because: `the words of post ${post.id} are not those that were received` }] : []),
      ...(entry.what === 'opened' && typeof number === 'string' && number !== docket.number ? [{ where, seq: entry.seq, because: `it was opened as ${number}` }] : []),
    ]
  })
}

/** Where the audit trail does not follow from itself. The entries in order, from the first. */
export function auditDiscrepancies(entries: readonly HistoryEntry[], sha256: Sha256): Discrepancy[] {
  const broken = firstBreak(entries, sha256)
  return broken === null ? [] : [{ where: 'audit trail', seq: broken, because: `entry ${broken} does not follow from the one before it: it was changed, added or removed` }]
}

/** What an anchor says that the dockets do not hold any more. @param find the docket by its id. */
export function anchorDiscrepancies(anchor: Anchor, recorded: string | undefined, find: (id: string) => Pick<Docket, 'number' | 'history'> | undefined, sha256: Sha256): Discrepancy[] {
  const where = `anchor ${anchor.id}`
  const own = sha256(headsText(anchor.heads))
  if (own !== anchor.sha256 || (recorded !== undefined && recorded !== own)) return [{ where, seq: null, because: 'its heads are not those that the audit trail recorded' }]
  return anchor.heads.flatMap(([id, seq, hash]: AnchoredHead): Discrepancy[] => {
    const docket = find(id)
    if (!docket) return [{ where: `docket ${id}`, seq: null, because: `it was there at the time of ${anchor.id} and is gone` }]
    const entry = docket.history[seq]
    if (!entry) return [{ where: `docket ${docket.number}`, seq, because: `its history ended with entry ${seq} at the time of ${anchor.id} and is shorter now: its end was cut off` }]
    return entry.hash === hash ? [] : [{ where: `docket ${docket.number}`, seq, because: `entry ${seq} is not the one of ${anchor.id}: the history was written anew` }]
  })
}
