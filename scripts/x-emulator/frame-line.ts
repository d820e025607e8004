import { chanceFrom } from '../../src/domain/sample.ts'
import type { FaultBox } from './faults.ts'
import { resourceProblem } from './problems.ts'

/** One message of the stream before it is written. */
export interface FrameBody {
  data: Record<string, unknown>
  includes?: Record<string, unknown>
  errors?: Record<string, unknown>[]
  matching_rules: { id: string; tag?: string }[]
}

const CRLF = '\r\n'
/** Frames held for reordering or gluing go out after this time even when no more come. */
const HOLD_MS = 2_000
const FILLER = 'यह लंबी पोस्ट है 🙏 line '

/** A frame as it goes over the wire: one line of JSON and CRLF. */
export function writeFrame(body: object): string {
  return JSON.stringify(body) + CRLF
}

/** The stretch between a matched post and the socket of one stream, where the frame faults strike. */
export class FrameLine {
  readonly #faults: FaultBox
  readonly #write: (chunk: string | Buffer) => void
  #held: string[] = []
  #window = 0
  #holdTimer: NodeJS.Timeout | undefined
  #release: ((frames: string[]) => string[][]) | undefined
  /** Separate writes that wait for their turn of the event loop. */
  #queue: (string | Buffer)[] = []
  #isPumping = false

  constructor(faults: FaultBox, write: (chunk: string | Buffer) => void) {
    this.#faults = faults
    this.#write = write
  }

  /** Sends a body, spoiled as the armed faults say. */
  push(body: FrameBody): void {
    if (this.#faults.isEmpty && this.#held.length === 0) return this.#emit(writeFrame(body))
    if (this.#faults.take('drop')) return
    const spoiled = this.#spoil(body)
    const unknown = this.#faults.take('unknown-message')
    if (unknown) this.#emit(writeFrame(unknown.body))
    const malformed = this.#faults.take('malformed')
    if (malformed?.how === 'bad-utf8') return this.#emit(tearUtf8(writeFrame(spoiled)))
    const frame = malformed ? mangle(writeFrame(spoiled), malformed.how) : writeFrame(spoiled)
    const times = 1 + (this.#faults.take('duplicate')?.times ?? 0)
    const delay = this.#faults.take('delay')?.ms
    const go = () => {
      for (let time = 0; time < times; time++) this.#holdOrEmit(frame)
    }
    if (delay === undefined) go()
    else setTimeout(go, delay).unref()
  }

  /** Bytes that no fault touches: heartbeats, control frames and drills. They keep their place behind queued pieces. */
  raw(chunk: string | Buffer): void {
    if (this.#isPumping) this.#queue.push(chunk)
    else this.#write(chunk)
  }

  close(): void {
    clearTimeout(this.#holdTimer)
    this.#held = []
    this.#queue = []
  }

  #spoil(body: FrameBody): FrameBody {
    let result = body
    const missing = this.#faults.take('missing-includes')
    if (missing) result = withoutIncludes(result, missing.only)
    if (this.#faults.take('partial-errors')) {
      const author = typeof result.data['author_id'] === 'string' ? result.data['author_id'] : '0'
      result = { ...result, errors: [...(result.errors ?? []), resourceProblem('user', 'author_id', author, 'not-found')] }
    }
    const oversized = this.#faults.take('oversized')
    if (oversized) result = { ...result, data: inflate(result.data, oversized.length) }
    return result
  }

  #holdOrEmit(frame: string): void {
    if (!this.#release) {
      const reorder = this.#faults.take('reorder')
      const glue = reorder ? undefined : this.#faults.take('glue')
      if (reorder) this.#startHolding(reorder.window, frames => scramble(frames, reorder.shuffle ? chanceFrom(reorder.seed) : undefined).map(one => [one]))
      else if (glue) this.#startHolding(glue.frames, frames => [frames])
    }
    if (!this.#release) return this.#emit(frame)
    this.#held.push(frame)
    if (this.#held.length >= this.#window) this.#letGo()
  }

  #startHolding(window: number, release: (frames: string[]) => string[][]): void {
    this.#window = window
    this.#release = release
    this.#holdTimer = setTimeout(() => this.#letGo(), HOLD_MS)
    this.#holdTimer.unref()
  }

  #letGo(): void {
    clearTimeout(this.#holdTimer)
    const batches = this.#release?.(this.#held) ?? []
    this.#held = []
    this.#release = undefined
    for (const batch of batches) this.#emit(batch.join(''))
  }

  #emit(frame: string | Buffer): void {
    const split = this.#faults.take('split')
    const glued = this.#faults.take('heartbeat', fault => fault.mode === 'glued') && typeof frame === 'string' ? CRLF + frame + CRLF : frame
    if (split) this.#queue.push(...cutUp(Buffer.from(glued), split.at))
    else if (this.#isPumping) this.#queue.push(glued)
    else this.#write(glued)
    if (this.#queue.length > 0) this.#pump()
  }

  /** One piece per turn of the event loop, so that pieces stay separate packets. */
  #pump(): void {
    if (this.#isPumping) return
    this.#isPumping = true
    const next = () => {
      const piece = this.#queue.shift()
      if (piece === undefined) {
        this.#isPumping = false
        return
      }
      this.#write(piece)
      setImmediate(next)
    }
    next()
  }
}

function cutUp(bytes: Buffer, at: number | undefined): Buffer[] {
  if (at !== undefined) return [bytes.subarray(0, at), bytes.subarray(at)].filter(piece => piece.length > 0)
  return Array.from(bytes, (_, index) => bytes.subarray(index, index + 1))
}

function scramble(frames: string[], random: (() => number) | undefined): string[] {
  if (!random) return frames.toReversed()
  return frames.map(frame => ({ frame, rank: random() })).sort((a, b) => a.rank - b.rank).map(({ frame }) => frame)
}

function mangle(frame: string, how: 'truncated' | 'garbage' | 'bare-newline' | 'not-object'): string {
  switch (how) {
    case 'truncated': return frame.slice(0, Math.floor(frame.length / 2)) + CRLF
    case 'garbage': return `{"data": <<<not json>>> \u0000${CRLF}`
    case 'bare-newline': return frame.replace(CRLF, '\n')
    case 'not-object': return `"${'x'.repeat(20)}"${CRLF}`
  }
}

/** Cuts one byte out of the first multi-byte letter, as a broken proxy would. */
function tearUtf8(frame: string): Buffer {
  const bytes = Buffer.from(frame)
  const at = bytes.findIndex(byte => byte >= 0xc2)
  return at < 0 ? bytes : Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at + 2)])
}

function withoutIncludes(body: FrameBody, only: readonly string[] | undefined): FrameBody {
  const { includes, ...rest } = body
  if (!only || !includes) return rest
  const kept = Object.fromEntries(Object.entries(includes).filter(([key]) => !only.includes(key === 'posts' ? 'tweets' : key)))
  return Object.keys(kept).length > 0 ? { ...rest, includes: kept } : rest
}

/** Gives a post a note of `length` code points, which begins with its own text. */
function inflate(data: Record<string, unknown>, length: number): Record<string, unknown> {
  const text = String(data['text'])
  const filler = [...FILLER.repeat(Math.ceil(length / [...FILLER].length))]
  const note = [...text, ' ', ...filler].slice(0, length).join('')
  return { ...data, [('edit_history_post_ids' in data) ? 'note_post' : 'note_tweet']: { text: note } }
}
