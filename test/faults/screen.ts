import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import type { Digest } from '../../src/contract/digest.ts'
import { isSameDigest } from '../../src/contract/digest.ts'
import type { AlertView } from '../../src/contract/alert-view.ts'
import type { Answer, ClientEventName, ClientToServer, ServerToClient } from '../../src/contract/sockets.ts'
import { STALE_AFTER_MS } from '../../src/contract/timing.ts'
import { digestOfBoard, EMPTY_BOARD, receive } from '../../src/web/shared/board.ts'
import type { Board } from '../../src/web/shared/board.ts'
import { judgeFreshness } from '../../src/web/shared/freshness.ts'
import type { Freshness } from '../../src/web/shared/freshness.ts'

const TICK_MS = 200

/** A console without its pixels: a real socket with the consoles' own options, board, digest and judgement of freshness. */
export interface Screen {
  socket: Socket<ServerToClient, ClientToServer>
  alerts(): AlertView[]
  digest(): Digest
  /** What the page would show of its own freshness now. */
  freshness(): Freshness
  /** When a heartbeat last came, monotonic; null before the first. */
  heardAt(): number | null
  /** Rejects when no answer came in time or the connection is lost meanwhile. */
  send<Name extends ClientEventName>(name: Name, event: Parameters<ClientToServer[Name]>[0], withinMs?: number): Promise<Answer<Name>>
  close(): void
}

/** Opens a console and waits for its first snapshot. */
export async function openScreen({ url, origin, cookie }: { url: string; origin: string; cookie: string }): Promise<Screen> {
  // The options of src/web/shared/wire.ts; forceNew, since many consoles live in one process here.
  const socket: Screen['socket'] = io(url, {
    transports: ['websocket', 'polling'], tryAllTransports: true, forceNew: true, extraHeaders: { Cookie: cookie, Origin: origin },
    reconnectionDelay: 300, reconnectionDelayMax: 2_000, randomizationFactor: 0.5, timeout: 5_000,
  })
  const openedAt = performance.now()
  let board: Board = EMPTY_BOARD
  let heartbeat: { arrivedAt: number; serverNow: number } | null = null
  let nudgedAt = 0

  socket.on('snapshot', (event) => { board = receive(board, { kind: 'snapshot', ...event }) })
  socket.on('alerts:upsert', (event) => { board = receive(board, { kind: 'upsert', ...event }) })
  socket.on('heartbeat', (event) => {
    heartbeat = { arrivedAt: performance.now(), serverNow: event.serverNow }
    if (!isSameDigest(event.digest, digestOfBoard(board))) socket.emit('snapshot:get', {}, () => undefined)
  })
  // As src/web/shared/link.ts does: an open connection that is silent is dead.
  const tick = setInterval(() => {
    const now = performance.now()
    if (now - (heartbeat?.arrivedAt ?? openedAt) <= STALE_AFTER_MS || !socket.connected || now - nudgedAt <= STALE_AFTER_MS) return
    nudgedAt = now
    socket.disconnect().connect()
  }, TICK_MS)
  await new Promise<void>((resolve, reject) => {
    socket.once('snapshot', () => resolve())
    socket.once('connect_error', reject)
  })
  return {
    socket,
    alerts: () => [...board.open.values()].map(({ alert }) => alert),
    digest: () => digestOfBoard(board),
    heardAt: () => heartbeat?.arrivedAt ?? null,
    freshness: () => judgeFreshness({ monotonicNow: performance.now(), openedAt, serverNow: null, heartbeat, isConnected: socket.connected }),
    send: (name, event, withinMs = 3_000) => new Promise((resolve, reject) => {
      const lost = (): void => reject(new Error('the connection was lost before the answer'))
      socket.once('disconnect', lost)
      socket.timeout(withinMs).emit(name as 'snapshot:get', event as never, (error: Error | null, answer: unknown) => {
        socket.off('disconnect', lost)
        if (error) reject(error)
        else resolve(answer as Answer<typeof name>)
      })
    }),
    close() {
      clearInterval(tick)
      socket.close()
    },
  }
}
