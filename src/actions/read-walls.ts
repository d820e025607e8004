import type { WallsView } from '../contract/walls.ts'
import { isWithin } from '../domain/area.ts'
import { nodeAt } from '../domain/jurisdiction.ts'
import type { WallSight } from '../domain/blind-walls.ts'
import type { Wall } from '../domain/wall.ts'
import type { Store } from './ports.ts'
import { readSights } from './read-sights.ts'

const MAX_WALLS = 5_000

/** The walls of an area: which see, which do not and why, and how they were seen last. @throws PrahariError unavailable. */
export async function readWalls(store: Pick<Store, 'walls' | 'presence' | 'now'>, scopePath: string): Promise<WallsView> {
  const [walls, all] = await Promise.all([
    store.walls.find({ index: 'byPath', range: { gte: scopePath, lt: `${scopePath}\uffff` }, order: 'asc', limit: MAX_WALLS }), readSights(store),
  ])
  const sights = Map.groupBy(all, ({ wallId }) => wallId)
  return {
    serverNow: store.now(),
    walls: walls.filter(({ path, revokedAt }) => revokedAt === null && isWithin(scopePath, path)).map((wall) => wallView(wall, sights.get(wall.id) ?? [])).sort(byTrouble),
  }
}

type WallView = WallsView['walls'][number]

function wallView({ id, name, path, room, boundAt, blind }: Wall, sights: readonly WallSight[]): WallView {
  const node = nodeAt(path)
  const paintedAt = sights.flatMap((sight) => sight.paintedAt ?? []).toSorted((a, b) => b - a)[0]
  return {
    id, name, nodeId: node.id, place: node.name, placeHi: node.nameHi, ...room, boundAt,
    state: boundAt === null ? 'unbound' : blind ? 'blind' : 'sees', why: blind?.why ?? null, since: blind?.since ?? null, told: blind?.told ?? 0,
    lastSeenAt: paintedAt ?? blind?.since ?? null,
  }
}

const RANK: Record<WallView['state'], number> = { blind: 0, sees: 1, unbound: 2 }

function byTrouble(a: WallView, b: WallView): number {
  return RANK[a.state] - RANK[b.state] || (a.since ?? 0) - (b.since ?? 0) || (a.name < b.name ? -1 : 1)
}
