import type { WallSight } from '../../domain/blind-walls.ts'
import type { Viewer } from '../../domain/person.ts'

/** How long it is remembered how a wall was seen last after its connection ended. */
const MEMORY_MS = 60_000

/** What is looked at of a console's socket. */
interface Page {
  id: string
  data: { viewer: Viewer }
}

/** What one web process knows of the pages of walls: who connects, paints, turns away, and goes. Times are the store's. */
export interface WallSights {
  join(socket: Page): void
  leave(socket: Page): void
  painted(socket: Page, isAwake: boolean): void
  turned(socket: Page, isVisible: boolean): void
  list(): WallSight[]
}

export function createWallSights(now: () => number): WallSights {
  const sights = new Map<string, WallSight & { leftAt: number | null }>()
  const change = (socket: Page, changes: Partial<WallSight & { leftAt: number | null }>): void => {
    const known = sights.get(socket.id)
    if (known) sights.set(socket.id, { ...known, ...changes })
  }
  return {
    join(socket) {
      const { personId, role } = socket.data.viewer
      if (role !== 'wall') return
      const at = now()
      sights.set(socket.id, { wallId: personId, connectedAt: at, isConnected: true, isVisible: true, visibilityAt: at, paintedAt: null, isAwake: true, leftAt: null })
    },
    leave: (socket) => change(socket, { isConnected: false, leftAt: now() }),
    painted: (socket, isAwake) => change(socket, { paintedAt: now(), isAwake }),
    turned(socket, isVisible) {
      if (sights.get(socket.id)?.isVisible !== isVisible) change(socket, { isVisible, visibilityAt: now() })
    },
    list() {
      for (const [id, { leftAt }] of sights) if (leftAt !== null && now() - leftAt > MEMORY_MS) sights.delete(id)
      return [...sights.values()].map(({ leftAt: _, ...sight }) => sight)
    },
  }
}
