import { createServer, connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A message's header: its length, request id, response to, operation code; in OP_MSG the flag bits follow. */
const HEADER_BYTES = 16
const OP_MSG = 2013
const MORE_TO_COME = 2

/**
 * A door in front of a server of MongoDB's wire protocol that lets one command through at a time, over all connections.
 * FerretDB 1.24 reads and writes in separate steps when it replaces a document, so two racing clients both win (193 of 200
 * races in a measurement); MongoDB promises that one document changes atomically. Behind this door each command is atomic,
 * and the races of the contract suite test our adapter instead of that gap. The door can also be shut and held, for faults.
 */
export interface WireGate {
  port: number
  /** Every message that passed towards the server, whole. */
  onMessage: (message: Buffer) => void
  /** Cuts every connection and refuses new ones, until `open`. */
  shut(): void
  /** Takes messages and answers nothing, as a paused server does, until `open`. */
  hold(): void
  open(): void
  close(): Promise<void>
}

/** @param server where the gate leads, `host:port`. */
export async function openWireGate(server: { host: string; port: number }): Promise<WireGate> {
  const sockets = new Set<Socket>()
  let turn: Promise<void> = Promise.resolve()
  let state: 'open' | 'held' | 'shut' = 'open'
  let release: (() => void) | undefined
  const isHeld = (): Promise<void> | undefined => (state === 'held' ? new Promise((resolve) => { release = resolve }) : undefined)

  const door = createServer((client) => {
    if (state === 'shut') return client.destroy()
    const upstream = connect(server)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.setNoDelay(true).on('error', () => undefined).on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    let answered: ((message: Buffer | null) => void) | undefined
    eachMessage(upstream, (message) => answered?.(message))
    upstream.on('close', () => answered?.(null))
    const exchange = async (message: Buffer): Promise<void> => {
      await isHeld()
      if (upstream.destroyed) return
      gate.onMessage(message)
      const answer = new Promise<Buffer | null>((resolve) => { answered = resolve })
      upstream.write(message)
      const bytes = expectsNoAnswer(message) ? null : await answer
      if (bytes && !client.destroyed) client.write(bytes)
    }
    eachMessage(client, (message) => { turn = turn.then(() => exchange(message)) })
  })
  const reopen = (next: typeof state): void => {
    state = next
    release?.()
    release = undefined
  }
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const gate: WireGate = {
    port: (door.address() as AddressInfo).port,
    onMessage: () => undefined,
    shut() {
      reopen('shut')
      for (const socket of sockets) socket.destroy()
    },
    hold: () => reopen('held'),
    open: () => reopen('open'),
    async close() {
      gate.shut()
      await new Promise((resolve) => door.close(resolve))
    },
  }
  return gate
}

/** Cuts the byte stream into messages: each begins with its own length. */
function eachMessage(socket: Socket, take: (message: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0)
  socket.on('data', (bytes: Buffer) => {
    rest = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes
    while (rest.length >= HEADER_BYTES && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0)
      take(rest.subarray(0, length))
      rest = rest.subarray(length)
    }
  })
}

function expectsNoAnswer(message: Buffer): boolean {
  return message.readInt32LE(12) === OP_MSG && (message.readInt32LE(HEADER_BYTES) & MORE_TO_COME) !== 0
}
