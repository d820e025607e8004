import { isWithin } from './area.ts'
import type { Brief } from './brief.ts'
import { deskOf } from './desk.ts'
import type { Desk } from './desk.ts'

/** From where a docket is seen, besides where it lies. */
export interface SeenFrom {
  path: string
  /** The node that sent it on, until it is accepted; null where nobody waits for that. */
  sentFrom: string | null
  /** The node that is offered it, until it decides. */
  offeredTo: string | null
}

export function seenFrom(docket: { path: string; desk?: Desk }): SeenFrom {
  const { forwarding, offer } = deskOf(docket)
  return { path: docket.path, sentFrom: forwarding?.fromPath ?? null, offeredTo: offer?.toPath ?? null }
}

/** The same of a brief; one written by an earlier version is seen where it lies. */
export function seenOf({ path, sentFrom = null, offeredTo = null }: Pick<Brief, 'path' | 'sentFrom' | 'offeredTo'>): SeenFrom {
  return { path, sentFrom, offeredTo }
}

/**
 * The one rule of who sees a docket: whose area has the node where it lies, the node that sent it on and waits for it to be
 * accepted, or the node that is offered it. Lists, pages, live news and acts all ask here.
 */
export function isSeenWithin(scopePath: string, { path, sentFrom, offeredTo }: SeenFrom): boolean {
  return isWithin(scopePath, path) || (sentFrom !== null && isWithin(scopePath, sentFrom)) || (offeredTo !== null && isWithin(scopePath, offeredTo))
}
