import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { CallDeps } from '../../actions/call-post.ts'
import type { CorrectDeps } from '../../actions/correct-verdict.ts'
import type { BookNews } from '../../actions/docket-book.ts'
import type { DutyBook } from '../../actions/duty-book.ts'
import type { HandOverDeps } from '../../actions/hand-over-alert.ts'
import type { Announcer, Store } from '../../actions/ports.ts'
import type { Health } from '../../actions/read-health.ts'
import type { NoticedDeps } from '../../actions/record-notice.ts'
import type { ReceiptDeps } from '../../actions/record-receipt.ts'
import type { DrillState } from '../../contract/drill-state.ts'
import { HEARTBEAT_MS } from '../../contract/sockets.ts'
import type { ClientToServer, ServerEvent, ServerToClient } from '../../contract/sockets.ts'
import type { WallSight } from '../../domain/blind-walls.ts'
import type { Docket } from '../../domain/docket.ts'
import { nodeAt } from '../../domain/jurisdiction.ts'
import type { Viewer } from '../../domain/person.ts'
import { Board, MAX_SNAPSHOT } from './board.ts'
import { createBroadcaster, roomFor } from './broadcaster.ts'
import type { Room } from './broadcaster.ts'
import { DeliveryBoard } from './delivery-board.ts'
import { createDocketTeller } from './docket-news.ts'
import { attachEvents, renditionFor } from './events.ts'
import type { ConsoleSocket, SocketData } from './events.ts'
import { createDrillTeller, createDutyTeller } from './private-news.ts'
import { isSlow } from './slow.ts'
import { createWallSights } from './wall-sights.ts'

export interface SocketDeps {
  store: Store
  act: HandOverDeps & CallDeps
  correct: CorrectDeps
  receipt: ReceiptDeps & NoticedDeps
  /** Exact origins whose pages may connect. */
  allowedOrigins: readonly string[]
  /** The session token of a handshake, from its cookie. */
  tokenOf: (request: IncomingMessage) => string | null
  resolve: (token: string) => Promise<Viewer | null>
  /** The same for every console at once, in the order of the tokens. */
  resolveAll: (tokens: readonly string[]) => Promise<(Viewer | null)[]>
  readHealth: () => Promise<Health>
  duty: DutyBook
  readDrill: () => Promise<DrillState | null>
  appVersion: string
  hooks: {
    onAct: (did: string) => void
    onSnapshot: () => void
    onSlowClient: () => void
    onBoard: (open: number, consolesByRole: ReadonlyMap<string, number>) => void
    /** Somebody came, left, or turned their screen away. */
    onPresence: () => Promise<void>
    /** A drill was sent to the consoles, or painted by the first of a role. */
    onDrill: (id: string, step: 'emitted' | 'painted', by: string) => void
    onError: (error: unknown, event: string) => void
  }
}

const MAX_SOCKETS_PER_PERSON = 40

export interface ConsoleServer extends Announcer {
  /** Dockets that another process wrote. */
  receive(dockets: readonly Docket[]): void
  /** One beat: reconcile with the ledger, tell every console how things are, drop ended sessions and slow readers. */
  beat(): Promise<void>
  /** Reads what became of telling people and shows what is new of it. @throws PrahariError unavailable. */
  tellDeliveries(): Promise<void>
  /** Dockets that changed, with or without an alert. */
  tellDockets(news: readonly BookNews[]): void
  /** Who has a console open here that can be seen; walls apart. */
  present(): string[]
  /** The pages of walls here, and those that ended a while ago. */
  walls(): WallSight[]
  close(): Promise<void>
}

/** The consoles' Socket.IO server on an HTTP server. */
export function createConsoleServer(http: HttpServer, deps: SocketDeps): ConsoleServer {
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>(http, {
    serveClient: false, perMessageDeflate: false, maxHttpBufferSize: 64 * 1024,
    pingInterval: 5_000, pingTimeout: 5_000, connectTimeout: 10_000,
    allowRequest: (request, answer) => {
      const { origin } = request.headers
      const isAllowed = origin !== undefined && deps.allowedOrigins.includes(origin)
      answer(isAllowed ? null : 'origin not allowed', isAllowed)
    },
  })
  const board = new Board()
  const rooms = (): Room[] => {
    const found = new Map<string, Room>()
    for (const socket of io.sockets.sockets.values()) {
      const room = roomOf(socket)
      found.set(room.name, room)
    }
    return [...found.values()]
  }
  const broadcaster = createBroadcaster(rooms, (room, alerts) => {
    io.to(room).emit('alerts:upsert', { serverNow: deps.store.now(), alerts })
  })
  const deliveries = new DeliveryBoard()
  const duty = createDutyTeller(deps.duty, () => deps.store.now())
  const drills = createDrillTeller((id) => { io.emit('drill', { serverNow: deps.store.now(), id }) }, deps.hooks.onDrill)
  const docketNews = createDocketTeller(rooms, (room, news) => { io.to(room).emit('dockets:upsert', { serverNow: deps.store.now(), ...news }) })
  const walls = createWallSights(() => deps.store.now())
  const announce = (dockets: readonly Docket[]): void => {
    const news = board.apply(dockets)
    drills.tell(news)
    broadcaster.announce(news)
    deliveries.mark(news)
  }

  const sendSnapshot = (socket: ConsoleSocket): void => {
    const { scopePath, rendition } = roomOf(socket)
    const { alerts, overflow } = board.snapshot(scopePath, rendition)
    deps.hooks.onSnapshot()
    socket.emit('snapshot', {
      viewer: { ...viewerView(socket.data.viewer), ...duty.of(socket) }, serverNow: deps.store.now(), alerts, overflow, digest: board.digest(scopePath, rendition),
      deliveries: deliveries.views(board.open.values(), scopePath, rendition).slice(0, MAX_SNAPSHOT),
    })
  }

  io.use((socket, next) => {
    void admit(socket, deps, io.sockets.sockets.values()).then(
      (data) => { socket.data = data; next() },
      (error: unknown) => next(error instanceof Error ? error : new Error('unavailable')),
    )
  })
  io.on('connection', (socket) => {
    void socket.join(roomOf(socket).name)
    walls.join(socket)
    void deps.hooks.onPresence()
    socket.on('disconnect', () => {
      walls.leave(socket)
      void deps.hooks.onPresence()
    })
    attachEvents(socket, { act: deps.act, correct: deps.correct, receipt: deps.receipt, onAttention: deps.hooks.onPresence, onDrillPainted: (id, { role }) => drills.painted(id, role), walls, resolve: deps.resolve, sendSnapshot, onAct: deps.hooks.onAct, onError: deps.hooks.onError })
    sendSnapshot(socket)
    // A console that just joined must not wait for the next beat to know how things are; an old finding it must not be told.
    if (last && performance.now() - last.at < HEARTBEAT_MS * 2) socket.emit('heartbeat', heartbeat(roomOf(socket), last))
  })

  // The ledger is read beside the heartbeat, never before it: a store that hangs must not silence the screens.
  let isWarm = false
  let reading: Promise<void> | null = null
  const readLedger = async (): Promise<void> => {
    const news = await board.reconcile(deps.store)
    isWarm = true
    drills.tell(news)
    broadcaster.announce(news)
    deliveries.mark(news)
    await dropEnded([...io.sockets.sockets.values()], deps)
    await duty.tell(io.sockets.sockets.values())
  }
  let last: { health: Health; drill: DrillState | null; at: number } | null = null
  const heartbeat = ({ scopePath, rendition }: Room, { health: { stream, engine, audit }, drill }: { health: Health; drill: DrillState | null }): ServerEvent<'heartbeat'> => ({
    serverNow: deps.store.now(), digest: board.digest(scopePath, rendition), stream,
    engine: isWarm ? engine : { ...engine, isStoreUp: false, because: 'the board has not been read from the store yet' },
    audit,
    appVersion: deps.appVersion, drill,
  })
  const beat = async (): Promise<void> => {
    reading ??= readLedger().catch((error: unknown) => deps.hooks.onError(error, 'reconcile')).finally(() => { reading = null })
    const [health, drill] = await Promise.all([deps.readHealth(), deps.readDrill()])
    last = { health, drill, at: performance.now() }
    for (const room of rooms()) io.to(room.name).emit('heartbeat', heartbeat(room, { health, drill }))
    const roles = new Map<string, number>()
    for (const socket of io.sockets.sockets.values()) {
      dropIfSlow(socket, deps)
      roles.set(socket.data.viewer.role, (roles.get(socket.data.viewer.role) ?? 0) + 1)
    }
    deps.hooks.onBoard(board.size, roles)
  }

  return {
    announce,
    receive: announce,
    beat,
    async tellDeliveries() {
      const news = await deliveries.refresh(deps.store, board.open)
      if (news.length === 0) return
      for (const { name, scopePath, rendition } of rooms()) {
        const summaries = deliveries.views(news, scopePath, rendition)
        if (summaries.length > 0) io.to(name).emit('deliveries:upsert', { serverNow: deps.store.now(), deliveries: summaries })
      }
    },
    tellDockets: (news) => docketNews.tell(news),
    present: () => [...new Set([...io.sockets.sockets.values()].flatMap(({ data }) => (data.isAway !== true && data.viewer.role !== 'wall' ? [data.viewer.personId] : [])))],
    walls: () => walls.list(),
    async close() {
      docketNews.close()
      await broadcaster.flush()
      await io.close()
    },
  }
}

/** Heartbeats are sent this often by whoever runs the server. */
export const BEAT_MS = HEARTBEAT_MS

function roomOf(socket: ConsoleSocket): Room {
  return roomFor(socket.data.viewer.scopePath, renditionFor(socket.data.viewer))
}

function viewerView(viewer: Viewer) {
  const node = nodeAt(viewer.scopePath)
  return { ...viewer, scopeName: node.name, scopeNameHi: node.nameHi }
}

async function admit(socket: ConsoleSocket, deps: SocketDeps, sockets: Iterable<ConsoleSocket>): Promise<SocketData> {
  const token = deps.tokenOf(socket.request)
  const viewer = token ? await deps.resolve(token) : null
  if (!token || !viewer) throw new Error('forbidden: sign in first')
  const mine = [...sockets].filter((other) => (other.data as Partial<SocketData>).viewer?.personId === viewer.personId).length
  if (mine >= MAX_SOCKETS_PER_PERSON) throw new Error('forbidden: too many open consoles')
  return { token, viewer }
}

/** Ends the connections of sessions that ended, and of persons whose role or scope is another by now: they join anew. */
async function dropEnded(sockets: readonly ConsoleSocket[], deps: SocketDeps): Promise<void> {
  if (sockets.length === 0) return
  const viewers = await deps.resolveAll(sockets.map((socket) => socket.data.token))
  for (const [index, socket] of sockets.entries()) {
    const now = viewers[index] ?? null
    if (now && now.role === socket.data.viewer.role && now.scopePath === socket.data.viewer.scopePath) continue
    socket.emit('signed-out', { because: now ? 'your role or area changed' : 'the session has ended' })
    socket.disconnect(true)
  }
}

/** One console that does not read must not cost the others their memory. */
function dropIfSlow(socket: ConsoleSocket, deps: SocketDeps): void {
  // Engine.IO keeps both counts without a public name for them.
  const { writeBuffer, transport } = socket.conn as unknown as { writeBuffer: unknown[]; transport: { socket?: { bufferedAmount?: number } } }
  const before = socket.data.waiting
  const waiting = { packets: writeBuffer.length, bytes: transport.socket?.bufferedAmount ?? 0 }
  socket.data.waiting = waiting
  if (!isSlow(waiting, before)) return
  deps.hooks.onSlowClient()
  socket.disconnect(true)
}
