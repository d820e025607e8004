import type { HandoverView } from '../contract/handover.ts'
import { blindWithin } from '../domain/blind-walls.ts'
import { isWithin } from '../domain/area.ts'
import { nodeAt } from '../domain/jurisdiction.ts'
import type { Store } from './ports.ts'

const MAX_GAPS = 5_000
const MAX_WALLS = 5_000

/** Which walls of an area did not see between two times, and for how long; the longest first. @throws PrahariError unavailable. */
export async function readBlindWalls(store: Pick<Store, 'walls' | 'wallGaps'>, path: string, from: number, to: number): Promise<HandoverView['walls']> {
  const [gaps, walls] = await Promise.all([
    store.wallGaps.find({ index: 'byStart', range: { lt: to }, order: 'desc', limit: MAX_GAPS }),
    store.walls.find({ index: 'byPath', range: { gte: path, lt: `${path}\uffff` }, limit: MAX_WALLS }),
  ])
  const ended = gaps.filter((gap) => isWithin(path, gap.path) && gap.endedAt > from)
  const open = walls.flatMap(({ id, name, path: of, blind, revokedAt }) => (blind && revokedAt === null && blind.since < to ? [{ wallId: id, name, path: of, since: blind.since, why: blind.why, endedAt: null }] : []))
  return [...Map.groupBy([...ended, ...open], ({ wallId }) => wallId)].flatMap(([id, mine]) => {
    const [first] = mine
    if (!first) return []
    const node = nodeAt(first.path)
    return [{
      id, name: first.name, place: node.name, placeHi: node.nameHi, blindMs: Math.round(blindWithin(mine, from, to)), times: mine.length, isBlind: mine.some(({ endedAt }) => endedAt === null),
      whys: [...new Set(mine.map(({ why }) => why))],
    }]
  }).sort((a, b) => b.blindMs - a.blindMs)
}
