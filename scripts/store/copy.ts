import { INDEXES } from '../../src/actions/collections.ts'
import type { CollectionName, Stored } from '../../src/actions/collections.ts'
import type { Collection, Store } from '../../src/actions/ports.ts'

const PAGE = 500
/** Pictures are two megabytes each. */
const PAGE_OF_PICTURES = 10
/** Signs of life and rights of running processes: worth nothing to those that start on the new store. */
const LEFT_BEHIND: readonly CollectionName[] = ['leases', 'pulses', 'presence']

/** A store that can be read from end to end. */
export interface Source extends Store {
  page(name: CollectionName, afterId: string, limit: number): Promise<Stored[]>
}

export interface Copied {
  name: CollectionName
  copied: number
  /** Rows that the target had already: after a copy that was broken off, or a target that was not empty. */
  present: number
}

/**
 * Copies every document with its version. Nothing is overwritten, so a copy that was broken off can be run again. Nobody
 * may write to the source meanwhile.
 * @throws PrahariError unavailable.
 */
export async function copyStore(from: Source, to: Store, onDone: (copied: Copied) => void): Promise<void> {
  for (const name of (Object.keys(INDEXES) as CollectionName[]).filter((one) => !LEFT_BEHIND.includes(one))) {
    const target = to[name] as Collection<Stored, string>
    const total: Copied = { name, copied: 0, present: 0 }
    for (let afterId = '', page: Stored[]; (page = await from.page(name, afterId, name === 'attachments' ? PAGE_OF_PICTURES : PAGE)).length > 0; afterId = page.at(-1)?.id ?? '') {
      for (const answer of await target.insertMany(page)) total[answer === 'inserted' ? 'copied' : 'present']++
    }
    onDone(total)
  }
}
