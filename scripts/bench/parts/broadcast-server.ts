import { createServer } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'
import { openDockets } from '../../../src/actions/open-dockets.ts'
import type { Store } from '../../../src/actions/ports.ts'
import { createWorld, openDeps } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
import { toAlertView } from '../../../src/contract/alert-view.ts'
import type { Docket } from '../../../src/domain/docket.ts'
import { startRole } from '../../../src/run.ts'
import { overriding } from '../../../test/faults/overriding.ts'
import { makeJob } from '../../../test/posts.ts'
import { serve } from '../processes.ts'
import { wallClock } from '../statistics.ts'

/** The server of one broadcast run: the product's web role, or a bare library that sends the same bytes. */

/** Prepares one alert, then announces it; answers when it began and what a console gets. */
type Announce = (marker: string, sample: string) => Promise<{ at: number; frame: string }>

const TEXT = 'Sector 62 के पास कुछ लोग घर का दरवाज़ा तोड़ रहे हैं, हाथ में चाकू है, बच्चे अंदर हैं, जल्दी पुलिस भेजो @PrahariUP'

async function prahari(env: Record<string, string>): Promise<Announce> {
  const world = await createWorld(readConfig(['web'], env))
  await startRole(world, 'web')
  let opened: readonly Docket[] = []
  const deps = { ...openDeps(world, 50), store: unrelated(world.store), announcer: { announce: (dockets: readonly Docket[]) => { opened = dockets } } }
  return async (marker) => {
    const id = marker.replace('case-', '')
    await openDockets(deps, [makeJob('critical', { id, text: TEXT }, {
      reasons: Array.from({ length: 6 }, (_, index) => ({ signal: 'cue:weapon', weight: 10, because: 'a weapon is named', span: { start: index, end: index + 8 } })),
    })])
    const at = wallClock()
    world.announcer.announce(opened)
    const alerts = opened.map((docket) => toAlertView(docket, 'full'))
    return { at, frame: `42${JSON.stringify(['alerts:upsert', { serverNow: world.store.now(), alerts }])}` }
  }
}

/** A ledger in which no post belongs to an earlier one: the same text again and again is a new alert each time. */
function unrelated(store: Store): Store {
  const { dockets, echoes } = store
  return overriding(store, {
    echoes: overriding(echoes, { getMany: () => Promise.resolve([]) }),
    dockets: overriding(dockets, { find: (query) => (query.index === 'byAuthor' || query.index === 'byConversation' || query.index === 'byMatter' ? Promise.resolve([]) : dockets.find(query)) }),
  })
}

/** The product's frame with this round's marker. */
const marked = (frame: string, marker: string): string => frame.replaceAll(/case-\d+/g, marker)

async function bareWs(port: number): Promise<Announce> {
  const server = new WebSocketServer({ port, host: '127.0.0.1', perMessageDeflate: false })
  await new Promise((resolve) => server.once('listening', resolve))
  return async (marker, sample) => {
    const frame = marked(sample, marker)
    const at = wallClock()
    for (const client of server.clients) client.send(frame)
    return { at, frame }
  }
}

async function bareSocketIo(port: number): Promise<Announce> {
  const http = createServer()
  const io = new Server(http, { serveClient: false, perMessageDeflate: false, pingInterval: 5_000, pingTimeout: 5_000 })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  return async (marker, sample) => {
    const frame = marked(sample, marker)
    const [, event] = JSON.parse(frame.slice(2)) as [string, unknown]
    const at = wallClock()
    io.emit('alerts:upsert', event)
    return { at, frame }
  }
}

let announce: Announce | undefined
const loop = monitorEventLoopDelay({ resolution: 1 })

serve({
  async listen({ kind, port, env }) {
    announce = await (kind === 'prahari' ? prahari(env as Record<string, string>) : kind === 'ws' ? bareWs(Number(port)) : bareSocketIo(Number(port)))
    return {}
  },
  async memory() {
    for (let times = 0; times < 3; times++) {
      globalThis.gc?.()
      await sleep(50)
    }
    const { heapUsed, external } = process.memoryUsage()
    return { held: heapUsed + external }
  },
  'watch-loop'() {
    loop.enable()
    loop.reset()
    return {}
  },
  loop: () => ({ blockMs: loop.max / 1e6 }),
  announce: async ({ marker, frame }) => ({ ...(await announce?.(String(marker), String(frame))) }),
})
