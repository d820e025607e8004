import { claimsOf } from '../../../src/web/wall/proof.ts'
import type { Claim } from '../../../src/web/wall/proof.ts'
import { openScreen } from '../../../test/faults/screen.ts'
import type { Screen } from '../../../test/faults/screen.ts'
import { serve } from '../processes.ts'
import { wallClock } from '../statistics.ts'

/** Many walls without their pixels in one process: each with a real socket, the walls' own board, and their own proof of what they show. */
const screens: Screen[] = []
let sights: { id: string; at: number }[] = []

async function open(url: string, cookie: string): Promise<void> {
  const screen = await openScreen({ url, origin: url, cookie })
  const said = new Map<string, Pick<Claim, 'rung' | 'what'>>()
  screen.socket.on('alerts:upsert', ({ alerts }) => {
    for (const { id, isOpen } of alerts) if (isOpen && !said.has(id)) sights.push({ id, at: wallClock() })
    for (const { alertId, version, rung, what } of claimsOf(screen.alerts(), [], said)) {
      said.set(alertId, { rung, what })
      void screen.send('alert:receipt', { alertId, version, what }).catch(() => undefined)
    }
  })
  screen.socket.on('heartbeat', () => void screen.send('wall:sight', { isAwake: true }).catch(() => undefined))
  screens.push(screen)
}

serve({
  async open({ url, cookies }) {
    await Promise.all((cookies as string[]).map((cookie) => open(String(url), cookie)))
    return { open: screens.length }
  },
  sights() {
    const taken = sights
    sights = []
    return { sights: taken }
  },
})
