import { setTimeout as sleep } from 'node:timers/promises'
import type { AlertView } from '../../src/contract/alert-view.ts'
import type { ConsoleSocket } from './layout.ts'
import { wallClock } from './statistics.ts'

/** When a console first saw each alert, and when its citizen had posted (the emulator's clock as it wrote the frame). */
export interface Sight {
  id: string
  postedAt: number
  seenAt: number
}

export interface Watch {
  /** First sights since the last call, oldest first. */
  take(): Sight[]
  /** Alerts ever seen. */
  readonly size: number
}

/** Notes the first sight of every alert on a console's socket. */
export function watchAlerts(socket: ConsoleSocket): Watch {
  const known = new Set<string>()
  let fresh: Sight[] = []
  const look = (alerts: readonly AlertView[]): void => {
    const seenAt = wallClock()
    for (const { id, postedAt } of alerts) {
      if (known.has(id)) continue
      known.add(id)
      fresh.push({ id, postedAt, seenAt })
    }
  }
  socket.on('alerts:upsert', ({ alerts }) => look(alerts))
  socket.on('snapshot', ({ alerts }) => look(alerts))
  return {
    take() {
      const taken = fresh
      fresh = []
      return taken
    },
    get size() { return known.size },
  }
}

/** Polls until `isDone`; false when the time is over. */
export async function until(isDone: () => Promise<boolean> | boolean, limitMs: number, everyMs = 50): Promise<boolean> {
  const giveUpAt = performance.now() + limitMs
  while (performance.now() < giveUpAt) {
    if (await isDone()) return true
    await sleep(everyMs)
  }
  return isDone()
}
