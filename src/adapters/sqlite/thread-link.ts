import { Worker } from 'node:worker_threads'
import { PrahariError } from '../../domain/errors.ts'
import type { Answer, FromWorker, ThreadData, Value } from './protocol.ts'

/** A dead thread is started again at the next request, but not more often than this, milliseconds. */
const RESTART_EVERY_MS = 200

interface Pending {
  take(values: Value[], isLast: boolean): void
  reject(error: PrahariError): void
}

/**
 * The main thread's end of one worker thread. Requests of one turn of the loop travel together; answers find their promise
 * by id. When the thread dies, what it had not answered is rejected as `unavailable` and the next request starts another.
 */
export class ThreadLink {
  readonly #script: URL
  readonly #data: ThreadData
  /** Under which key of the message the thread expects its requests. */
  readonly #key: 'reads' | 'writes'
  readonly #pending = new Map<number, Pending>()
  #outbox: object[] = []
  #worker: Worker | undefined
  #startedAt = -Infinity
  #nextId = 1
  #closing: Promise<void> | undefined
  /** Transactions committed by the present thread. */
  commits = 0

  constructor(script: URL, data: ThreadData, key: 'reads' | 'writes') {
    this.#script = script
    this.#data = data
    this.#key = key
  }

  /** Starts the thread, so that several can start side by side. */
  start(): void {
    this.#running()
  }

  /** Opens the file in the thread. @throws PrahariError unavailable, saying why. */
  async open(): Promise<void> {
    await this.#call((id) => this.#running().postMessage({ open: id }))
  }

  /**
   * Sends one request; `read` turns each piece of its answer into results as it arrives.
   * @throws PrahariError unavailable, or invalid when the store refused a value.
   */
  async call<Result>(request: { sql: string; rows: Value[][] } | { sql: string; params: Value[]; isWide: boolean }, read: (values: Value[]) => Result[]): Promise<Result[]> {
    if (this.#closing) throw new PrahariError('unavailable', 'the store is closed')
    const results: Result[] = []
    await this.#call((id) => {
      this.#running()
      if (this.#outbox.push({ id, ...request }) === 1) setImmediate(() => this.#flush())
    }, (values) => { for (const one of read(values)) results.push(one) })
    return results
  }

  /** Ends the thread after it has answered what was asked before. Later requests are refused. */
  close(): Promise<void> {
    this.#closing ??= this.#end()
    return this.#closing
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    if (!worker) return
    this.#flush()
    await this.#call((id) => worker.postMessage({ close: id })).catch(() => undefined)
    await worker.terminate()
  }

  #call(send: (id: number) => void, take: (values: Value[]) => void = () => undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++
      send(id)
      this.#pending.set(id, {
        take: (values, isLast) => {
          take(values)
          if (isLast) resolve()
        },
        reject,
      })
      if (this.#pending.size === 1) this.#worker?.ref()
    })
  }

  #flush(): void {
    const requests = this.#outbox
    this.#outbox = []
    if (requests.length > 0) this.#worker?.postMessage({ [this.#key]: requests })
  }

  /** The thread, started if need be; it keeps the process alive only while something is asked of it. */
  #running(): Worker {
    if (this.#worker) return this.#worker
    if (performance.now() - this.#startedAt < RESTART_EVERY_MS) throw new PrahariError('unavailable', 'the store is restarting')
    this.#startedAt = performance.now()
    const worker = new Worker(this.#script, { workerData: this.#data, execArgv: [] })
    worker.on('message', (message: FromWorker) => this.#receive(message))
    worker.on('error', (error) => this.#lost(worker, error instanceof Error ? error.message : String(error)))
    worker.on('exit', () => this.#lost(worker, 'its thread ended'))
    worker.unref()
    this.#worker = worker
    return worker
  }

  #receive({ answers, isPiece, commits }: FromWorker): void {
    this.commits = commits ?? this.commits
    for (const answer of answers) this.#settle(answer)
    if (isPiece) this.#worker?.postMessage({ ack: true })
    if (this.#pending.size === 0) this.#worker?.unref()
  }

  #settle(answer: Answer): void {
    const pending = this.#pending.get(answer.id)
    if (!pending) return
    if ('error' in answer || answer.isLast) this.#pending.delete(answer.id)
    if ('error' in answer) pending.reject(new PrahariError(answer.error.kind, answer.error.message))
    else {
      try {
        pending.take(answer.values, answer.isLast)
      } catch (cause) {
        this.#pending.delete(answer.id)
        pending.reject(new PrahariError('unavailable', 'the store answered what is no document', { cause }))
      }
    }
  }

  #lost(worker: Worker, why: string): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    this.#outbox = []
    const lost = [...this.#pending.values()]
    this.#pending.clear()
    for (const one of lost) one.reject(new PrahariError('unavailable', `the store is not available: ${why}`))
  }
}
