import { chanceFrom } from '../../src/domain/sample.ts'
import { z } from 'zod'

/**
 * How long a fault holds: `count` uses, `seconds` of real time, or, with neither, until it is cleared. `probability` makes it
 * strike by chance, drawn from `seed` so that a drill repeats itself exactly.
 */
const span = {
  count: z.number().int().positive().max(1_000_000).optional(),
  seconds: z.number().positive().max(86_400).optional(),
  probability: z.number().min(0).max(1).default(1),
  seed: z.number().int().default(1),
}
/** `now` strikes the streams that are open; `connect` strikes the coming ones, `afterMs` after their headers. */
const strike = { when: z.enum(['now', 'connect']).default('now'), afterMs: z.number().min(0).max(3_600_000).default(0), ...span }

export const ENDPOINT_GROUPS = ['stream', 'rules', 'search', 'mentions', 'users', 'posts', 'write', 'dm', 'connections'] as const
export type EndpointGroup = (typeof ENDPOINT_GROUPS)[number]

export const faultSchema = z.discriminatedUnion('kind', [
  /** Closes streams in the orderly way (FIN). */
  z.strictObject({ kind: z.literal('end'), ...strike }),
  /** Resets the TCP connection. */
  z.strictObject({ kind: z.literal('rst'), ...strike }),
  /** Half-open: nothing is written any more, the socket stays. With `seconds` the stream resumes, what fell in between is lost. */
  z.strictObject({ kind: z.literal('silent'), ...strike }),
  /** The control frame; X usually closes after it, but not always. */
  z.strictObject({
    kind: z.literal('op-disconnect'),
    close: z.boolean().default(true),
    disconnectType: z.string().max(60).default('UpstreamOperationalDisconnect'),
    ...strike,
  }),
  /** The stream's headers come late; without `ms` never. */
  z.strictObject({ kind: z.literal('headers-delay'), ms: z.number().positive().max(3_600_000).optional(), ...span }),
  /** With `seconds` or nothing: the port refuses. With `count`: that many TCP connections are accepted and reset at once. */
  z.strictObject({ kind: z.literal('refuse'), ...span }),
  /** Answers with an error. `page` strikes only that page of a paginated read. */
  z.strictObject({
    kind: z.literal('http'),
    on: z.enum([...ENDPOINT_GROUPS, 'any']).default('any'),
    status: z.union([z.literal(401), z.literal(402), z.literal(403), z.literal(409), z.literal(429), z.literal(500), z.literal(502), z.literal(503), z.literal(504)]),
    variant: z.enum(['json', 'html', 'too-many-connections', 'rate-limit', 'legacy-rate-limit', 'usage-cap', 'day-cap']).default('json'),
    resetInSeconds: z.number().positive().max(86_400).default(900),
    page: z.number().int().positive().optional(),
    ...span,
  }),
  z.strictObject({ kind: z.literal('heartbeat'), mode: z.enum(['off', 'slow', 'glued']), everyMs: z.number().positive().default(35_000), ...span }),
  z.strictObject({ kind: z.literal('duplicate'), times: z.number().int().min(1).max(100).default(1), ...span }),
  /** Holds `window` frames and sends them in another order (reversed, or shuffled by `seed`). */
  z.strictObject({ kind: z.literal('reorder'), window: z.number().int().min(2).max(1000).default(2), shuffle: z.boolean().default(false), ...span }),
  z.strictObject({ kind: z.literal('delay'), ms: z.number().positive().max(3_600_000).default(7_000), ...span }),
  z.strictObject({ kind: z.literal('drop'), ...span }),
  /** Cuts the frame into separate writes: after byte `at`, or after every byte. */
  z.strictObject({ kind: z.literal('split'), at: z.number().int().positive().optional(), ...span }),
  /** Holds `frames` frames and sends them in one write. */
  z.strictObject({ kind: z.literal('glue'), frames: z.number().int().min(2).max(1000).default(3), ...span }),
  z.strictObject({ kind: z.literal('oversized'), length: z.number().int().min(281).max(2_000_000).default(25_000), ...span }),
  z.strictObject({ kind: z.literal('malformed'), how: z.enum(['truncated', 'garbage', 'bare-newline', 'not-object', 'bad-utf8']).default('truncated'), ...span }),
  /** A message of a type nobody knows, sent before the frame. */
  z.strictObject({ kind: z.literal('unknown-message'), body: z.record(z.string(), z.unknown()).default({ notice: { type: 'unknown', detail: 'fictional' } }), ...span }),
  /** `errors` beside `data`. */
  z.strictObject({ kind: z.literal('partial-errors'), ...span }),
  z.strictObject({ kind: z.literal('missing-includes'), only: z.array(z.enum(['users', 'tweets', 'places', 'media'])).optional(), ...span }),
  /** The slot stays taken: at once by a phantom, or after each close of a stream, for `seconds`. */
  z.strictObject({ kind: z.literal('phantom'), hold: z.enum(['now', 'after-close']).default('now'), forSeconds: z.number().positive().max(86_400), ...span }),
  /** New rules match, and removed ones stop matching, only after `ms`. */
  z.strictObject({ kind: z.literal('rule-delay'), ms: z.number().positive().max(3_600_000).default(20_000), ...span }),
  z.strictObject({ kind: z.literal('search-lag'), ms: z.number().min(0).max(86_400_000), ...span }),
  /** The reply is accepted and stored, but its answer never arrives. */
  z.strictObject({ kind: z.literal('reply-lost'), ...span }),
  z.strictObject({ kind: z.literal('message-lost'), ...span }),
  /** What becomes of replies to one post (or to any). */
  z.strictObject({
    kind: z.literal('reply-verdict'),
    postId: z.string().regex(/^\d{1,19}$/).optional(),
    verdict: z.enum(['not-summoned', 'limited', 'duplicate', 'gone', 'quota', 'day-cap', 'server-error', 'accept']),
    ...span,
  }),
])

/** A fault as written in a request; defaults are optional. */
export type FaultSpec = z.input<typeof faultSchema>
export type Fault = z.output<typeof faultSchema>
export type FaultKind = Fault['kind']
export type FaultOf<Kind extends FaultKind> = Extract<Fault, { kind: Kind }>

interface Armed {
  id: number
  fault: Fault
  left: number
  /** Real time, because a drill's seconds are a person's seconds whatever the emulated clock says. */
  until: number
  random: () => number
}

/** The faults that are armed. Every place that can go wrong asks `take` and obeys what it gets. */
export class FaultBox {
  #armed: Armed[] = []
  #nextId = 1

  /** Arms a fault and answers its id. */
  arm(fault: Fault): number {
    const id = this.#nextId++
    const until = fault.seconds === undefined ? Infinity : performance.now() + fault.seconds * 1000
    this.#armed.push({ id, fault, left: fault.count ?? Infinity, until, random: chanceFrom(fault.seed) })
    return id
  }

  /** The first armed fault of a kind that `fits` and strikes now; it counts as one use. */
  take<Kind extends FaultKind>(kind: Kind, fits: (fault: FaultOf<Kind>) => boolean = () => true): FaultOf<Kind> | undefined {
    if (this.#armed.length === 0) return undefined
    this.#expire()
    for (const armed of this.#armed) {
      if (!isKind(armed.fault, kind) || !fits(armed.fault)) continue
      if (armed.fault.probability < 1 && armed.random() >= armed.fault.probability) continue
      armed.left--
      return armed.fault
    }
    return undefined
  }

  /** Like `take` without using it up. */
  peek<Kind extends FaultKind>(kind: Kind): FaultOf<Kind> | undefined {
    this.#expire()
    for (const { fault } of this.#armed) if (isKind(fault, kind)) return fault
    return undefined
  }

  get isEmpty(): boolean {
    if (this.#armed.length > 0) this.#expire()
    return this.#armed.length === 0
  }

  list(): { id: number; fault: Fault; left: number | null }[] {
    this.#expire()
    return this.#armed.map(({ id, fault, left }) => ({ id, fault, left: left === Infinity ? null : left }))
  }

  /** Disarms one fault by id, all of a kind, or all; answers how many. */
  clear(which?: number | FaultKind): number {
    const before = this.#armed.length
    this.#armed = which === undefined ? [] : this.#armed.filter(({ id, fault }) => id !== which && fault.kind !== which)
    return before - this.#armed.length
  }

  #expire(): void {
    const now = performance.now()
    if (this.#armed.some(armed => armed.left <= 0 || armed.until <= now)) {
      this.#armed = this.#armed.filter(armed => armed.left > 0 && armed.until > now)
    }
  }
}

function isKind<Kind extends FaultKind>(fault: Fault, kind: Kind): fault is FaultOf<Kind> {
  return fault.kind === kind
}
