import type { Request, RequestHandler, Response } from 'express'
import { randomUUID } from 'node:crypto'
import type { Core } from './core.ts'
import type { Fault, FaultOf } from './faults.ts'
import { isProblem, sendProblem } from './gate.ts'
import type { StoredPost } from './objects.ts'
import { clientForbidden, noRules, tooManyConnections, type Problem } from './problems.ts'
import { readProjection } from './projection.ts'
import { TIERS } from './settings.ts'
import { StreamConnection, type CloseHow } from './stream-connection.ts'

const MAX_LOG = 5_000

/** What became of one attempt to open the stream. */
export interface ConnectAttempt {
  at: number
  outcome: 'pending' | 'accepted' | 'refused' | 'abandoned'
  /** HTTP status; 0 while pending or abandoned. */
  status: number
  /** `connection_issue`, or the title of the problem. */
  because: string | null
  connectionId: string | null
}

interface Slot {
  id: string
  /** Epoch milliseconds. */
  since: number
  /** Until when a phantom holds it, on the monotonic clock; Infinity while a real stream does. */
  until: number
}

type StrikeFault = FaultOf<'end'> | FaultOf<'rst'> | FaultOf<'silent'> | FaultOf<'op-disconnect'>
const STRIKES = ['end', 'rst', 'silent', 'op-disconnect'] as const

/** The filtered stream: who is connected, who may connect, and what they are sent. */
export class StreamHub {
  attempts: ConnectAttempt[] = []
  /** Streams that are open or were. */
  history: StreamConnection[] = []
  readonly #core: Core
  readonly #open = new Set<StreamConnection>()
  #phantoms: Slot[] = []
  /** Accepted connects whose headers are still held back. */
  #pending = 0

  constructor(core: Core) {
    this.#core = core
  }

  get open(): readonly StreamConnection[] {
    return [...this.#open]
  }

  /** Notes an attempt to connect, before the gate decides about it. */
  readonly watch: RequestHandler = (_request, response, next) => {
    const attempt: ConnectAttempt = { at: this.#core.clock(), outcome: 'pending', status: 0, because: null, connectionId: null }
    if (this.attempts.length >= MAX_LOG) this.attempts.splice(0, MAX_LOG / 2)
    this.attempts.push(attempt)
    response.locals['attempt'] = attempt
    response.on('close', () => {
      if (attempt.outcome !== 'pending') return
      const isAnswered = response.writableFinished
      const because: unknown = response.locals['because']
      Object.assign(attempt, isAnswered ? { outcome: 'refused', status: response.statusCode, because: because ?? null } : { outcome: 'abandoned' })
    })
    next()
  }

  /** Handles `GET /2/tweets/search/stream` after the gate. */
  connect(request: Request, response: Response): void {
    const projection = readProjection(request.query, { dialect: this.#core.settings.dialect, isStrict: this.#core.settings.strictFields })
    if (isProblem(projection)) return sendProblem(response, projection)
    const problem = this.#refusal(request)
    if (problem) return sendProblem(response, problem)
    const id = randomUUID()
    this.#pending++
    let isPending = true
    const settle = () => {
      if (isPending) this.#pending--
      isPending = false
    }
    response.once('close', settle)
    const start = () => {
      settle()
      if (response.destroyed || response.socket?.destroyed !== false) return
      this.#start(response, new StreamConnection(this.#core, response, { id, projection, onClose: gone => this.#forgetOpen(gone) }))
    }
    const delay = this.#core.faults.take('headers-delay')
    if (!delay) start()
    else if (delay.ms !== undefined) setTimeout(start, delay.ms).unref()
  }

  /** Sends a post to every open stream, if a rule matches. Answers the rules that did. */
  publish(stored: StoredPost): { id: string; tag?: string }[] {
    const author = this.#core.world.user(stored.post.author_id)
    if (author?.protected || stored.visibility !== 'visible') return []
    const rules = this.#core.rules.matching(this.#core.world.subject(stored, 'stream'))
    if (rules.length > 0) for (const connection of this.#open) connection.deliver(stored, rules)
    return rules
  }

  /** Strikes the open streams with a fault that has `when: 'now'`, or takes a slot. Answers whether it was one of those. */
  strikeNow(fault: Fault): boolean {
    if (fault.kind === 'phantom' && fault.hold === 'now') {
      this.#addPhantom(fault.forSeconds)
      return true
    }
    if (!isStrike(fault) || fault.when !== 'now') return false
    const hit = () => {
      for (const connection of this.#open) strike(connection, fault)
    }
    if (fault.afterMs === 0) hit()
    else setTimeout(hit, fault.afterMs).unref()
    return true
  }

  /** Frees slots: closes streams and drops phantoms, as `DELETE /2/connections/…` does. Answers the ids. */
  kill(fits: (id: string) => boolean = () => true): string[] {
    const killed = this.#phantoms.filter(slot => fits(slot.id)).map(slot => slot.id)
    this.#phantoms = this.#phantoms.filter(slot => !fits(slot.id))
    for (const connection of this.#open) {
      if (!fits(connection.id)) continue
      killed.push(connection.id)
      connection.close('end', 'killed by the application')
    }
    // Killing a stream by request frees its slot at once, whatever phantom its close left behind.
    this.#phantoms = this.#phantoms.filter(slot => !killed.includes(slot.id))
    return killed
  }

  closeAll(how: CloseHow, reason: string): void {
    for (const connection of this.#open) connection.close(how, reason)
  }

  destroyAll(): void {
    for (const connection of this.#open) connection.destroy('emulator stopped')
  }

  forget(): void {
    this.attempts = []
    this.history = []
    this.#phantoms = []
  }

  /** Applies a changed heartbeat interval. */
  reschedule(): void {
    for (const connection of this.#open) connection.reschedule()
  }

  /** Slots that nobody reads but that count as taken. */
  phantoms(): readonly Slot[] {
    const now = performance.now()
    this.#phantoms = this.#phantoms.filter(slot => slot.until > now)
    return this.#phantoms
  }

  #refusal(request: Request): Problem | undefined {
    const { settings, rules } = this.#core
    const tier = TIERS[settings.tier]
    const wantsPast = ['backfill_minutes', 'start_time', 'end_time'].some(name => request.query[name] !== undefined && request.query[name] !== '0')
    if (wantsPast && !tier.canBackfill) return clientForbidden()
    if (rules.size === 0) return noRules()
    const taken = this.#open.size + this.#pending + this.phantoms().length
    if (taken < tier.connections) return undefined
    if (!settings.kickOld || this.#open.size === 0) return tooManyConnections()
    this.#open.values().next().value?.close('end', 'replaced by a newer connection')
    return undefined
  }

  #start(response: Response, connection: StreamConnection): void {
    Object.assign(response.locals['attempt'] ?? {}, { outcome: 'accepted', status: 200, connectionId: connection.id } satisfies Partial<ConnectAttempt>)
    this.#open.add(connection)
    this.history.push(connection)
    if (this.history.length > MAX_LOG) this.history.splice(0, MAX_LOG / 2)
    response.socket?.setNoDelay(true)
    response.status(200).setHeader('Content-Type', 'application/json; charset=utf-8')
    response.flushHeaders()
    connection.begin()
    for (const kind of STRIKES) {
      const fault = this.#core.faults.take(kind, armed => armed.when === 'connect')
      if (!fault) continue
      if (fault.afterMs === 0) strike(connection, fault)
      else setTimeout(() => strike(connection, fault), fault.afterMs).unref()
    }
  }

  #forgetOpen(connection: StreamConnection): void {
    this.#open.delete(connection)
    const phantom = this.#core.faults.take('phantom', fault => fault.hold === 'after-close')
    if (phantom) this.#addPhantom(phantom.forSeconds, connection.id)
  }

  #addPhantom(seconds: number, id: string = randomUUID()): void {
    this.#phantoms.push({ id, since: this.#core.clock(), until: performance.now() + seconds * 1000 })
  }

}

function isStrike(fault: Fault): fault is StrikeFault {
  return (STRIKES as readonly string[]).includes(fault.kind)
}

function strike(connection: StreamConnection, fault: StrikeFault): void {
  switch (fault.kind) {
    case 'end': return connection.close('end', 'closed by X')
    case 'rst': return connection.close('rst', 'reset by X')
    case 'silent': return connection.silence(fault.seconds)
    case 'op-disconnect': return connection.operationalDisconnect(fault.disconnectType, fault.close)
  }
}
