import type { Checkpoint } from '../../actions/collections.ts'
import type { Post } from '../../domain/post.ts'
import { laterId } from './snowflake.ts'

/** What the listener knows of itself, as its pulse carries it. Times are epoch milliseconds by the store's clock. */
export type ListenerState = {
  isLeader: boolean
  isConnected: boolean
  /** In words, for a person: `connected`, `standing by: held by another`, `waiting 5 s after http-503`. */
  because: string
  lastByteAt: number | null
  lastPostAt: number | null
  blindSince: number | null
  /** Whether a person has to look: credentials, credit, rules, an outage that lasts. */
  isAlarm: boolean
  connects: number
  frames: number
  posts: number
  quarantined: number
  /** Posts that search brought after gaps. */
  recovered: number
  /** Posts that the sweep found and the stream had dropped silently. */
  missedByStream: number
  /** Rules that X refused. */
  rulesRefused: number
  /** Posts read and not yet durable. */
  queued: number
  queuedBytes: number
  /** Age of the last post of the stream when it was read, seconds. */
  lagSeconds: number | null
}

type Known = Omit<ListenerState, 'blindSince' | 'queued' | 'queuedBytes'>

const MAX_ID_PREFIX = 'max:'

/** The mutable part of what the listener knows, and its form in the ledger. */
export class Facts {
  readonly now: Known = {
    isLeader: false, isConnected: false, because: 'starting', isAlarm: false, lastByteAt: null, lastPostAt: null, lagSeconds: null,
    connects: 0, frames: 0, posts: 0, quarantined: 0, recovered: 0, missedByStream: 0, rulesRefused: 0,
  }
  /** The highest post id seen, by rule tag. A record for people: recovery goes by time, since ids arrive out of order. */
  readonly #maxIds = new Map<string, string>()
  /** When connects were made lately: X counts them whether or not this process lives on. */
  connectTimes: number[] = []

  sawPost(post: Post, at: number): void {
    this.now.posts++
    this.now.lastPostAt = at
    this.now.lagSeconds = Math.max(0, at - post.createdAt) / 1000
    for (const tag of post.rules) this.sawId(tag, post.id)
  }

  sawId(tag: string, id: string): void {
    this.#maxIds.set(tag, laterId(this.#maxIds.get(tag) ?? '0', id))
  }

  /**
   * @param recordedUntil up to when everything that was read is durable: a post that waits in memory would be lost with the
   * process, so the stream counts as seen only up to it.
   */
  toCheckpoint(id: string, recordedUntil: number, at: number): Checkpoint {
    const maxIds = [...this.#maxIds].map(([tag, max]) => [MAX_ID_PREFIX + tag, max] as const)
    const facts = { lastByteAt: recordedUntil, lastPostAt: this.now.lastPostAt, connects: this.connectTimes.map(Math.round).join() }
    return { id, version: at, at, facts: { ...facts, ...Object.fromEntries<string>(maxIds) } }
  }

  /** Takes over what the last leader wrote down. Answers when the stream was last seen, null when nobody ever listened. */
  adopt(checkpoint: Checkpoint | undefined): number | null {
    const facts: Checkpoint['facts'] = checkpoint?.facts ?? {}
    for (const [key, value] of Object.entries(facts)) {
      if (key.startsWith(MAX_ID_PREFIX) && typeof value === 'string') this.sawId(key.slice(MAX_ID_PREFIX.length), value)
    }
    const { lastByteAt, lastPostAt, connects } = facts
    if (typeof connects === 'string') this.connectTimes = connects.split(',').map(Number).filter((at) => at > 0)
    this.now.lastByteAt = typeof lastByteAt === 'number' ? lastByteAt : null
    this.now.lastPostAt = typeof lastPostAt === 'number' ? lastPostAt : null
    return this.now.lastByteAt
  }
}
