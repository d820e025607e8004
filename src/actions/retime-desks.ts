import { retimed } from '../domain/desk-timers.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import type { ActDeps } from './change-alert.ts'
import type { Done } from './ports.ts'

const BATCH = 200
/** Other processes take a policy within so long: what they wrote by the old one meanwhile is found by the second look. */
const SETTLED_MS = 30_000

/** What a process remembers of its looks: the version it looked for last, and when it looks once more. */
export interface RetimeMemory {
  version: number
  againAt: number | null
}

export interface Retimed extends Done {
  retimed: number
}

/**
 * After an administrator changed the desk's times, every docket whose timer runs goes by the new ones at once: twice for each
 * version, nothing in between. What has no timer takes them with the next act. @throws PrahariError unavailable; it looks again.
 */
export async function retimeDesks(deps: ActDeps & { policy: LadderPolicy }, memory: RetimeMemory): Promise<Retimed> {
  const now = deps.store.now()
  const { version } = deps.policy
  const isFirst = version !== memory.version
  const done: Retimed = { did: 'nothing', because: 'every docket goes by the times in force', retimed: 0 }
  if (!isFirst && (memory.againAt === null || now < memory.againAt)) return done
  const keys = await deps.store.dockets.keys({ index: 'byDeskDue', range: { gt: now }, order: 'asc', limit: 1_000_000 })
  for (let at = 0; at < keys.length; at += BATCH) {
    const dockets = await deps.store.dockets.getMany(keys.slice(at, at + BATCH).map(({ id }) => id))
    const changes = dockets.map((docket) => ({ docket, next: retimed(docket, { policy: deps.policy, now }) })).filter(({ docket, next }) => next !== docket)
    if (changes.length === 0) continue
    const outcomes = await deps.store.dockets.replaceMany(changes.map(({ docket, next }) => ({ document: next, expectedVersion: docket.version })))
    const written = changes.filter((_, index) => outcomes[index] === 'replaced').map(({ next }) => next)
    deps.announcer.announce(written)
    done.retimed += written.length
  }
  memory.version = version
  memory.againAt = isFirst ? now + SETTLED_MS : null
  return { ...done, did: 'retimed', because: `by the desk times of version ${version}` }
}

/** Version 1 comes with Prahari: before anybody changed it there is nothing to look for. */
export function newRetimeMemory(): RetimeMemory {
  return { version: 1, againAt: null }
}
