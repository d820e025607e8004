import * as http from 'node:http'
import * as https from 'node:https'
import { newAgent } from './client.ts'
import type { XAccess } from './client.ts'
import { POST_FIELDS } from './fields.ts'
import { LineSplitter } from './line-splitter.ts'
import { problemOf } from './problem.ts'
import type { XProblem } from './problem.ts'

// The stream is read here and not through the library's TweetStream, which decodes each chunk by itself (a Devanagari letter
// on a chunk border becomes three U+FFFD), has no time limit before the headers, leaves zombies behind close(), knows CRLF
// only, swallows what its listeners throw and hides X's headers. Its parts that would need mending are protected fields. REST
// calls go through the library.

/** How an attempt to listen ended. */
export type SessionEnd =
  | { kind: 'stopped' }
  /** No answer: `reached` says whether a connection stood. */
  | { kind: 'unreachable'; reached: boolean; detail: string }
  | { kind: 'no-headers'; detail: string }
  | { kind: 'refused'; problem: XProblem }
  /** An established stream ended; `reason` is short and goes into the gap. */
  | { kind: 'dropped'; reason: string; uptimeMs: number }

export interface SessionOptions {
  access: XAccess
  /** Until the headers, milliseconds. */
  connectTimeoutMs: number
  /** Silence after which the stream is dead; X sends a heartbeat at least every 20 s. */
  silenceMs: number
  /** How long X may take to close after it said that it will. */
  goodbyeMs: number
  /** Longest frame, UTF-16 units. */
  maxFrameLength: number
  /** By which the wait for a rate limit is measured when X sends no date. */
  now(): number
  onOpen(): void
  onBytes(): void
  onFrame(raw: string): void
  onOverlong(beginning: string): void
}

const MAX_REFUSAL_BYTES = 65_536
const REFUSAL_TIMEOUT_MS = 5_000
const KEEP_ALIVE_MS = 15_000

/** One connection to the filtered stream, from the request to its end. After `stop` nothing is reported any more. */
export class StreamSession {
  readonly ended: Promise<SessionEnd>
  readonly #options: SessionOptions
  readonly #agent: http.Agent
  readonly #request: http.ClientRequest
  readonly #resolve: (end: SessionEnd) => void
  readonly #lines: LineSplitter
  #response: http.IncomingMessage | undefined
  #timer: NodeJS.Timeout | undefined
  #openedAt = 0
  #chunks = 0
  #reached = false
  #isOver = false
  #isPaused = false
  /** What X announced before it closed. */
  #announced: string | undefined

  constructor(options: SessionOptions) {
    this.#options = options
    const { promise, resolve } = Promise.withResolvers<SessionEnd>()
    this.ended = promise
    this.#resolve = resolve
    this.#lines = new LineSplitter(options.maxFrameLength, (line) => this.#report(() => options.onFrame(line)), (start) => this.#report(() => options.onOverlong(start)))
    this.#agent = newAgent(options.access.origin)
    this.#request = this.#connect()
    this.#timer = setTimeout(() => this.#finish({ kind: 'no-headers', detail: `no answer within ${options.connectTimeoutMs} ms` }), options.connectTimeoutMs)
  }

  /** Stops taking bytes from the socket, so that X's side fills up instead of our memory. Silence is then no sign of death. */
  pause(): void {
    if (this.#isPaused || this.#isOver) return
    this.#isPaused = true
    clearTimeout(this.#timer)
    this.#response?.pause()
  }

  resume(): void {
    if (!this.#isPaused || this.#isOver) return
    this.#isPaused = false
    this.#watch()
    this.#response?.resume()
  }

  /** X said that it will close: it gets a moment for that, so that the slot is free at once, but it is not trusted to. */
  expectEnd(reason: string): void {
    this.#announced ??= reason
    setTimeout(() => this.#drop(reason), this.#options.goodbyeMs).unref()
  }

  /** Closes the socket now. With a `reason` the end counts as a drop. */
  stop(reason?: string): void {
    if (reason !== undefined && this.#response) this.#drop(reason)
    else this.#finish({ kind: 'stopped' })
  }

  #connect(): http.ClientRequest {
    const { access } = this.#options
    const url = new URL('/2/tweets/search/stream', access.origin)
    for (const [name, value] of Object.entries(POST_FIELDS)) url.searchParams.set(name, value)
    // Compression is refused: a reset of a compressed stream stays unseen in the decoder.
    const headers = { authorization: `Bearer ${access.bearerToken}`, 'accept-encoding': 'identity', 'user-agent': 'prahari' }
    const isPlain = access.origin.protocol === 'http:'
    const request = (isPlain ? http : https).get(url, { agent: this.#agent, headers })
    request.on('socket', (socket) => {
      socket.setKeepAlive(true, KEEP_ALIVE_MS)
      socket.once(isPlain ? 'connect' : 'secureConnect', () => {
        this.#reached = true
      })
    })
    request.on('response', (response) => this.#onResponse(response))
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (this.#response) this.#drop('reset')
      else this.#finish({ kind: 'unreachable', reached: this.#reached, detail: error.code ?? error.message })
    })
    return request
  }

  #onResponse(response: http.IncomingMessage): void {
    if (this.#isOver) return
    clearTimeout(this.#timer)
    response.on('error', () => this.#drop('reset'))
    if (response.statusCode !== 200) return this.#readRefusal(response)
    this.#response = response
    this.#openedAt = performance.now()
    this.#report(() => this.#options.onOpen())
    response.on('data', (chunk: Buffer) => this.#onChunk(chunk))
    response.on('end', () => this.#onEnd())
    response.on('close', () => this.#drop('reset'))
    if (this.#isPaused) response.pause()
    else this.#watch()
  }

  #onChunk(chunk: Buffer): void {
    if (this.#isOver) return
    this.#chunks++
    this.#timer?.refresh()
    this.#report(() => this.#options.onBytes())
    this.#lines.push(chunk)
  }

  #onEnd(): void {
    const rest = this.#lines.rest()
    if (isWholeObject(rest)) this.#report(() => this.#options.onFrame(rest))
    this.#drop('closed-by-x')
  }

  #watch(): void {
    clearTimeout(this.#timer)
    if (!this.#isOver && this.#response) this.#timer = setTimeout(() => this.#onSilence(this.#chunks), this.#options.silenceMs)
  }

  /** After a stall of this process the timer may be up before the bytes that waited in the kernel were read: look once more. */
  #onSilence(chunksThen: number): void {
    setImmediate(() => {
      if (this.#isPaused) return
      if (this.#chunks > chunksThen) this.#watch()
      else this.#drop('silence')
    })
  }

  #readRefusal(response: http.IncomingMessage): void {
    const pieces: Buffer[] = []
    let size = 0
    const done = (): void => {
      const body = fromJson(Buffer.concat(pieces).toString())
      this.#finish({ kind: 'refused', problem: problemOf(response.statusCode ?? 0, body, response.headers, this.#options.now()) })
    }
    this.#timer = setTimeout(done, REFUSAL_TIMEOUT_MS)
    response.on('data', (chunk: Buffer) => {
      pieces.push(chunk)
      size += chunk.length
      if (size > MAX_REFUSAL_BYTES) done()
    })
    response.on('end', done)
    response.on('close', done)
  }

  #report(tell: () => void): void {
    if (!this.#isOver) tell()
  }

  #drop(reason: string): void {
    if (!this.#response) return this.#finish({ kind: 'unreachable', reached: this.#reached, detail: reason })
    this.#finish({ kind: 'dropped', reason: this.#announced ?? reason, uptimeMs: performance.now() - this.#openedAt })
  }

  #finish(end: SessionEnd): void {
    if (this.#isOver) return
    this.#isOver = true
    clearTimeout(this.#timer)
    this.#response?.destroy()
    this.#request.destroy()
    this.#agent.destroy()
    this.#resolve(end)
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A last frame may lack its end of line; half a frame is left to recovery. */
function isWholeObject(text: string): boolean {
  return text.trimStart().startsWith('{') && typeof fromJson(text) === 'object'
}
