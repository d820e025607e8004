import { once } from 'node:events'
import type { Server as HttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

const HOST = '127.0.0.1'

/**
 * A loopback port that can be shut and opened again while what came in before lives on, which an HTTP server by itself cannot:
 * it makes "connection refused" a fault like any other.
 */
export class Door {
  port: number
  readonly #http: HttpServer
  /** Asked for each new connection: whether to reset it at once. */
  readonly #shouldReset: () => boolean
  #listener: Server | undefined
  readonly #sockets = new Set<Socket>()

  constructor(http: HttpServer, port: number, shouldReset: () => boolean = () => false) {
    this.#http = http
    this.port = port
    this.#shouldReset = shouldReset
  }

  get origin(): string {
    return `http://${HOST}:${this.port}`
  }

  get isOpen(): boolean {
    return this.#listener !== undefined
  }

  /** Starts listening; rejects when the port is taken. */
  async open(): Promise<void> {
    if (this.#listener) return
    const listener = createServer({ noDelay: true }, socket => this.#admit(socket))
    this.#listener = listener
    try {
      listener.listen(this.port, HOST)
      await once(listener, 'listening')
    } catch (error) {
      this.#listener = undefined
      throw error
    }
    this.port = (listener.address() as AddressInfo).port
  }

  /** Refuses new connections; those inside stay. */
  shut(): void {
    this.#listener?.close()
    this.#listener = undefined
  }

  /** Refuses new connections and cuts those inside. */
  async stop(): Promise<void> {
    this.shut()
    const gone = [...this.#sockets].map(socket => once(socket, 'close'))
    for (const socket of this.#sockets) socket.destroy()
    await Promise.all(gone)
  }

  #admit(socket: Socket): void {
    if (this.#shouldReset()) {
      socket.resetAndDestroy()
      return
    }
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    this.#http.emit('connection', socket)
  }
}
