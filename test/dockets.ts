import type { Docket } from '../src/domain/docket.ts'
import { makePost, makeVerdict } from './posts.ts'

let serial = 0

/** A docket as lists and reports meet it, with no history. */
export function makeBriefDocket(changes: { number?: string; path?: string; handle?: string; name?: string; text?: string; isProtected?: boolean; severity?: Docket['verdict']['severity'] } & Partial<Pick<Docket, 'status' | 'desk' | 'receivedAt' | 'alert' | 'version' | 'updatedAt'>> = {}): Docket {
  const { number = `UPP-20261124-${String(++serial).padStart(6, '0')}`, path = '/up/z-lucknow/c-lucknow/lucknow/', handle = 'somebody', name = 'Some Body', text = 'help', isProtected = false, severity = 'normal', receivedAt = 1_790_000_001_000, ...rest } = changes
  const post = makePost({ text })
  const author = { ...post.author, handle, name }
  return {
    id: `case-${post.id}`, version: 1, number, status: 'open', path, post: { ...post, author, createdAt: receivedAt - 1_000 }, thread: [], verdict: makeVerdict(severity, { isProtected }), alert: null,
    postedAt: receivedAt - 1_000, receivedAt, openedAt: receivedAt, updatedAt: receivedAt, history: [], alertOpen: 0, nextDueAt: null, ...rest,
  }
}
