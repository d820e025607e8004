import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { serve } from '../processes.ts'
import { wallClock } from '../statistics.ts'

/**
 * Many consoles in one process. They speak the wire of Engine.IO 4 and Socket.IO 5 by hand, so that what is measured is
 * the server and not a thousand clients parsing: https://socket.io/docs/v4/engine-io-protocol/.
 */
const AT_ONCE = 50

const sockets: WebSocket[] = []
let marker = ''
let missing = 0
let arrivals: number[] = []
let all = Promise.withResolvers<number[]>()
let heartbeats = 0

function hear(text: string): void {
  if (missing === 0 || !text.includes(marker)) return
  arrivals.push(wallClock())
  if (--missing === 0) all.resolve(arrivals)
}

/** Resolves when the console is connected: for Socket.IO when the server has admitted it to the namespace. */
function connect(url: string, isBare: boolean, cookie: string): Promise<void> {
  const address = isBare ? url.replace('http', 'ws') : `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { perMessageDeflate: false, headers: { Origin: url, ...(cookie ? { Cookie: cookie } : {}) } })
  sockets.push(socket)
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('closed')))
    if (isBare) socket.on('open', () => resolve())
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      if (isBare || text.startsWith('42["alerts:upsert"')) hear(text)
      else if (text.startsWith('42["heartbeat"')) heartbeats++
      else if (text.startsWith('0')) socket.send('40')
      else if (text === '2') socket.send('3')
      else if (text.startsWith('40')) resolve()
      else if (text.startsWith('44')) reject(new Error(text))
    })
  })
}

serve({
  async connect({ kind, url, cookies, count }) {
    const tokens = cookies as string[]
    let opened = 0
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      while (opened < Number(count)) {
        const cookie = tokens[opened++ % tokens.length] ?? ''
        await connect(String(url), kind === 'ws', cookie)
      }
    }))
    return { connected: sockets.length }
  },
  expect({ marker: expected }) {
    marker = String(expected)
    missing = sockets.length
    arrivals = []
    all = Promise.withResolvers()
    return {}
  },
  /** What has come when all have it, or when the time is over. */
  arrival: async ({ limitMs }) => ({ arrivals: await Promise.race([all.promise, sleep(Number(limitMs)).then(() => arrivals)]), open: sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length }),
  heartbeats: () => ({ count: heartbeats }),
})
