import type { Response } from 'express'
import type { Socket } from 'node:net'
import type { Core } from './core.ts'
import { FrameLine, writeFrame, type FrameBody } from './frame-line.ts'
import { disconnectFrame } from './problems.ts'
import { present, type Projection } from './projection.ts'
import type { StoredPost } from './objects.ts'

const CRLF = '\r\n'

export type CloseHow = 'end' | 'rst'

/** One open stream: its reader's fields, its heartbeat, and the bytes that wait for it. */
export class StreamConnection {
  readonly id: string
  readonly connectedAt: number
  readonly projection: Projection
  frames = 0
  disconnectedAt: number | undefined
  disconnectReason: string | undefined
  readonly #core: Core
  readonly #response: Response
  readonly #line: FrameLine
  readonly #onClose: (connection: StreamConnection) => void
  #heartbeat: NodeJS.Timeout | undefined
  #lastBeatAt = performance.now()
  #isSilent = false

  constructor(core: Core, response: Response, options: { id: string; projection: Projection; onClose: (connection: StreamConnection) => void }) {
    this.#core = core
    this.#response = response
    this.#onClose = options.onClose
    this.id = options.id
    this.projection = options.projection
    this.connectedAt = core.clock()
    this.#line = new FrameLine(core.faults, chunk => this.#write(chunk))
    response.on('close', () => this.#closed('client disconnected'))
  }

  get isOpen(): boolean {
    return this.disconnectedAt === undefined
  }

  /** Bytes that were written and that the reader has not taken yet. */
  get waitingBytes(): number {
    return this.#response.writableLength
  }

  /** Starts the stream: the status line is out already. */
  begin(): void {
    this.#beatAfter(this.#core.settings.heartbeatMs)
  }

  deliver(stored: StoredPost, rules: { id: string; tag?: string }[]): void {
    this.push(this.frame(stored, rules))
  }

  /** Sends a message by way of the frame faults. */
  push(body: FrameBody): void {
    if (!this.isOpen || this.#isSilent) return
    this.frames++
    this.#line.push(body)
  }

  /** The message of a post for this reader, before any fault. */
  frame(stored: StoredPost, rules: { id: string; tag?: string }[]): FrameBody {
    const { data, includes, errors } = present(this.#core.world, [stored], this.projection)
    return {
      data: data[0] ?? {},
      ...(includes === undefined ? {} : { includes }),
      ...(errors === undefined ? {} : { errors }),
      matching_rules: rules,
    }
  }

  /** Writes bytes as they are; frames of a burst count as posts. */
  raw(chunk: string | Buffer, frames = 0): void {
    if (!this.isOpen || this.#isSilent) return
    this.frames += frames
    this.#line.raw(chunk)
  }

  /** Resolves when everything written was handed to the kernel, or the stream is gone. */
  drained(): Promise<void> {
    if (!this.isOpen || this.#isSilent || !this.#response.writableNeedDrain) return Promise.resolve()
    return new Promise(resolve => {
      const done = () => {
        this.#response.off('drain', done).off('close', done)
        resolve()
      }
      this.#response.once('drain', done).once('close', done)
    })
  }

  /** Half-open: writes nothing more; with `seconds`, only that long. */
  silence(seconds: number | undefined): void {
    this.#isSilent = true
    if (seconds !== undefined) {
      setTimeout(() => {
        this.#isSilent = false
      }, seconds * 1000).unref()
    }
  }

  operationalDisconnect(disconnectType: string, shouldClose: boolean): void {
    this.raw(writeFrame(disconnectFrame(disconnectType)))
    if (shouldClose) this.close('end', disconnectType)
  }

  close(how: CloseHow, reason: string): void {
    if (!this.isOpen) return
    if (how === 'rst') this.#socket?.resetAndDestroy()
    else this.#response.end()
    this.#closed(reason)
  }

  /** Closes without waiting for the reader. */
  destroy(reason: string): void {
    this.#socket?.destroy()
    this.#closed(reason)
  }

  /** Starts the heartbeat's wait again, after its interval changed. */
  reschedule(): void {
    if (this.isOpen) this.#beatAfter(this.#core.settings.heartbeatMs)
  }

  get #socket(): Socket | null {
    return this.#response.socket
  }

  #write(chunk: string | Buffer): void {
    if (!this.isOpen || this.#isSilent) return
    this.#response.write(chunk)
    if (this.waitingBytes > this.#core.settings.slowReaderBytes) {
      this.#response.write(writeFrame(disconnectFrame('SlowReader')))
      this.destroy('SlowReader')
    }
  }

  #beatAfter(ms: number): void {
    clearTimeout(this.#heartbeat)
    this.#heartbeat = setTimeout(() => this.#beat(), ms)
    this.#heartbeat.unref()
  }

  #beat(): void {
    const { heartbeatMs } = this.#core.settings
    const waited = performance.now() - this.#lastBeatAt
    const slow = this.#core.faults.take('heartbeat', fault => fault.mode === 'slow' && waited + 1 < fault.everyMs)
    if (slow) return this.#beatAfter(slow.everyMs - waited)
    this.#lastBeatAt = performance.now()
    if (!this.#core.faults.take('heartbeat', fault => fault.mode === 'off')) this.#line.raw(CRLF)
    this.#beatAfter(heartbeatMs)
  }

  #closed(reason: string): void {
    if (!this.isOpen) return
    this.disconnectedAt = this.#core.clock()
    this.disconnectReason = reason
    clearTimeout(this.#heartbeat)
    this.#line.close()
    this.#onClose(this)
  }
}
