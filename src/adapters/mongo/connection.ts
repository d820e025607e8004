import { setTimeout as sleep } from 'node:timers/promises'
import mongoose from 'mongoose'
import type { Connection } from 'mongoose'
import { PrahariError } from '../../domain/errors.ts'
import { toPrahariError } from './failures.ts'

/** The server gives an operation up after so long, milliseconds; a wide read may take longer. */
export const MAX_TIME_MS = 5_000
export const MAX_TIME_WIDE_MS = 30_000
/** What the network may add before we give up ourselves: a paused server answers nothing at all. */
const GRACE_MS = 3_000

/**
 * One connection pool of its own. Writes are acknowledged by a majority with journal, reads come from the primary: what
 * one client was told is written, every client reads.
 * @throws PrahariError unavailable.
 */
export async function connect(uri: string): Promise<MongoConnection> {
  const connection = mongoose.createConnection(uri, {
    appName: 'prahari', w: 'majority', journal: true, readPreference: 'primary', retryWrites: true, retryReads: true, ignoreUndefined: true,
    bufferCommands: false, autoIndex: false, autoCreate: false, sanitizeFilter: true,
    serverSelectionTimeoutMS: 2_000, connectTimeoutMS: 2_000, socketTimeoutMS: MAX_TIME_WIDE_MS + GRACE_MS, heartbeatFrequencyMS: 2_000,
    maxPoolSize: 50, minPoolSize: 1,
  })
  // Each operation reports its own failure; the pool's events are the driver's to act on.
  connection.on('error', () => undefined)
  try {
    await connection.asPromise()
  } catch (error) {
    await connection.destroy()
    throw toPrahariError(error)
  }
  return new MongoConnection(connection)
}

/** Runs operations with a time limit, in the errors of the domain, and knows which are under way. */
export class MongoConnection {
  readonly mongoose: Connection
  readonly #underWay = new Set<Promise<unknown>>()
  #isClosed = false

  constructor(connection: Connection) {
    this.mongoose = connection
  }

  /**
   * @param maxTimeMs what the operation told the server as its limit.
   * @throws PrahariError unavailable (a write may then have been made or not), or invalid.
   */
  async run<Result>(operation: () => PromiseLike<Result>, maxTimeMs = MAX_TIME_MS): Promise<Result> {
    if (this.#isClosed) throw new PrahariError('unavailable', 'the store is closed')
    const answer = this.#limited(operation, maxTimeMs + GRACE_MS)
    this.#underWay.add(answer)
    try {
      return await answer
    } catch (error) {
      throw toPrahariError(error)
    } finally {
      this.#underWay.delete(answer)
    }
  }

  async #limited<Result>(operation: () => PromiseLike<Result>, limitMs: number): Promise<Result> {
    const answered = new AbortController()
    const tooLate = sleep(limitMs, undefined, { signal: answered.signal, ref: false })
      .then(() => { throw new PrahariError('unavailable', `the store did not answer within ${limitMs} ms`) })
    try {
      return await Promise.race([operation(), tooLate])
    } finally {
      tooLate.catch(() => undefined)
      answered.abort()
    }
  }

  /** Refuses new operations, waits for those under way, and lets go of the server. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.allSettled(this.#underWay)
    await this.mongoose.close()
  }
}
