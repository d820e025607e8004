import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import type { Answer, ClientEvent, ClientEventName, ClientToServer, ServerEvent, ServerEventName, ServerToClient } from '../../contract/sockets.ts'
import type { ClockSample } from './clock.ts'
import type { Act, ActAnswer } from './outbox.ts'

type Said = 'alert:receipt' | 'wall:sight' | 'wall:noticed' | 'desk:noticed' | 'condition:noticed'

/** The socket of this page in the words of the contract. */
export interface Wire {
  isConnected: ReadonlySignal<boolean>
  ending: ReadonlySignal<string | null>
  on<Name extends Exclude<ServerEventName, 'signed-out'>>(name: Name, listen: (event: ServerEvent<Name>) => void): void
  onConnected(listen: () => void): void
  whenConnected(): Promise<void>
  askForSnapshot(): void
  /** Up to five exchanges with the server's clock. */
  ping(monotonic: () => number): Promise<ClockSample[]>
  sendAct(act: Act): Promise<ActAnswer | null>
  sendReceipt(receipt: ClientEvent<'alert:receipt'>): void
  /** Whether a person can see this page. */
  tellAttention(isVisible: boolean): void
  /** What a page says of itself and that is no act; null when no answer comes or there is no connection. */
  say<Name extends Said>(name: Name, event: ClientEvent<Name>): Promise<Answer<Name> | null>
  /** The tile of this drill is on the screen. */
  confirmDrill(id: string): void
  reconnect(): void
}

const ANSWER_LIMIT_MS = 5_000
const PINGS = 5
const RETRY_MS = 2_000

export function createWire(): Wire {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    // Polling would come without an Origin header, by which the server knows its own pages.
    transports: ['websocket'],
    reconnectionDelay: 300, reconnectionDelayMax: 2_000, randomizationFactor: 0.5, timeout: 5_000,
  })
  const isConnected = signal(false)
  const ending = signal<string | null>(null)
  socket.on('connect', () => { isConnected.value = true })
  socket.on('disconnect', (reason) => {
    isConnected.value = false
    if (!socket.active && reason !== 'io client disconnect') void comeBack()
  })
  socket.on('connect_error', () => { if (!socket.active) void comeBack() })
  socket.on('signed-out', ({ because }) => end(because))

  function end(because: string): void {
    ending.value = because
    socket.disconnect()
  }

  /** The server closed the door: find out whether the session is over, else knock again. */
  async function comeBack(): Promise<void> {
    if (ending.value !== null) return
    const isOver = await fetch('/api/session', { cache: 'no-store' }).then((answer) => answer.status === 401, () => false)
    if (isOver) end('')
    else setTimeout(() => { if (ending.value === null && !socket.connected) socket.connect() }, RETRY_MS)
  }

  /** Sends an event and waits for its answer, null when none comes in time or the connection breaks. */
  function ask<Name extends ClientEventName>(name: Name, event: ClientEvent<Name>): Promise<Answer<Name> | null> {
    return new Promise((resolve) => {
      // As in `on`: the contract ties the name to its event and answer.
      const timed = socket.timeout(ANSWER_LIMIT_MS) as unknown as { emit(name: string, event: unknown, answered: (error: Error | null, answer: Answer<Name>) => void): void }
      timed.emit(name, event, (error, answer) => resolve(error ? null : answer))
    })
  }

  const whenConnected = (): Promise<void> => (socket.connected ? Promise.resolve() : new Promise((resolve) => { socket.once('connect', () => resolve()) }))

  return {
    isConnected, ending, whenConnected,
    on(name, listen) {
      // Socket.IO's overloads cannot follow a name that is a type parameter; the contract ties name and listener together.
      ;(socket as unknown as { on(name: string, listen: (event: never) => void): void }).on(name, listen)
    },
    onConnected(listen) { socket.on('connect', listen) },
    askForSnapshot() { if (socket.connected) socket.emit('snapshot:get', {}, () => undefined) },
    async ping(monotonic) {
      const samples: ClockSample[] = []
      for (let n = 0; n < PINGS && socket.connected; n++) {
        const sentAt = monotonic()
        const answer = await ask('clock:ping', { sentAt })
        if (!answer?.ok) break
        samples.push({ sentAt, receivedAt: monotonic(), serverNow: answer.serverNow })
      }
      return samples
    },
    sendAct({ alertId, key, kind, reason, correction, to = null, madeAt }) {
      const act = { alertId, key, madeAt: Math.round(madeAt) }
      switch (kind) {
        case 'correct': return ask('verdict:correct', { note: null, ...correction, docketId: alertId, key })
        case 'acknowledge': return ask('alert:acknowledge', act)
        case 'hand-over': return ask('alert:hand-over', { ...act, to, reason })
        case 'cannot-reach': return ask('alert:cannot-reach', { ...act, reason: reason ?? '' })
        default: return ask('alert:progress', { ...act, step: kind, reason })
      }
    },
    sendReceipt(receipt) { void ask('alert:receipt', receipt) },
    tellAttention(isVisible) { if (socket.connected) void ask('console:attention', { isVisible }) },
    say: (name, event) => (socket.connected ? ask(name, event) : Promise.resolve(null)),
    confirmDrill(id) { void ask('drill:painted', { id }) },
    reconnect() { socket.disconnect().connect() },
  }
}
