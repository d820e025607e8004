import type { GatewayConditionMessage, GatewayDeskMessage, GatewayMessage, GatewayWallMessage, PushMessage } from '../contract/notice.ts'
import type { Docket } from '../domain/docket.ts'
import type { Answered } from '../domain/reply-life.ts'
import type { Post } from '../domain/post.ts'
import type { CollectionName, Documents, IndexName, InboxRow, Subscription } from './collections.ts'

type Scalar = string | number

/** A query over one declared index. */
export interface Query<Index extends string = string> {
  index: Index
  /** Values of a prefix of the index's fields. */
  equals?: Readonly<Record<string, Scalar>>
  /** Bounds on the field that follows the prefix. Rows whose field is null match no bound. */
  range?: { gt?: Scalar; gte?: Scalar; lt?: Scalar; lte?: Scalar }
  /** Order of the field after the prefix, ties by id. */
  order?: 'asc' | 'desc'
  /** At most so many rows, 1 to 10,000 (keys: 1,000,000). */
  limit: number
}

/** Identity of a stored row without its body. */
export interface Key {
  id: string
  version: number
}

/**
 * One collection of the ledger. Every promise resolves only when the change is durable (fsynced, or acknowledged by a
 * majority with journal). When the store cannot be reached every method rejects with PrahariError `unavailable`.
 */
export interface Collection<Document, Index extends string> {
  /** Inserts each document whose id is new; order of answers as given. An id twice in one call: the first wins. */
  insertMany(documents: readonly Document[]): Promise<('inserted' | 'exists')[]>
  get(id: string): Promise<Document | undefined>
  /** Those that exist, in no order. */
  getMany(ids: readonly string[]): Promise<Document[]>
  find(query: Query<Index>): Promise<Document[]>
  /** The keys of the rows that `find` would return, read from the index alone. */
  keys(query: Query<Index>): Promise<Key[]>
  count(query: Omit<Query<Index>, 'order' | 'limit'>): Promise<number>
  /** Writes `document` (with its new version) if the stored version is still `expectedVersion`; else changes nothing. */
  replace(document: Document, expectedVersion: number): Promise<'replaced' | 'conflict'>
  /** Many guarded replaces in one go, each judged by itself. */
  replaceMany(changes: readonly { document: Document; expectedVersion: number }[]): Promise<('replaced' | 'conflict')[]>
  /** Writes the document whatever is stored: for rows that only their owner writes (pulses, checkpoints). */
  put(document: Document): Promise<void>
  /** Removes the rows with these ids; missing ones are no error. */
  remove(ids: readonly string[]): Promise<void>
}

export type Collections = { [Name in CollectionName]: Collection<Documents[Name], IndexName<Name>> }

/** The ledger: everything durable goes through it. */
export interface Store extends Collections {
  /** The store's clock, epoch milliseconds; needs no I/O (adapters keep a measured offset). */
  now(): number
  /** Rejects with `unavailable` when the store does not answer a real read within its time limit. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** The accelerator in front of the ledger: may be down, may forget, may deliver twice. */
export interface Queues {
  /** One job per row, at once. */
  enqueueSos(rows: readonly InboxRow[]): Promise<void>
  /** Rows in few jobs. */
  enqueueRoutine(rows: readonly InboxRow[]): Promise<void>
}

/** Tells every console that may see it what was just written. Never fails the caller: the heartbeat's digest heals. */
export interface Announcer {
  announce(dockets: readonly Docket[]): void
}

/** Randomness and hashing, passed in. */
export interface Crypto {
  sha256(content: string | Uint8Array): string
  /** A fresh token of at least 128 bits, URL-safe. */
  newToken(): string
}

/** What became of handing a message to somebody else's server. `gone` is a device that will never take one again. */
export interface HandOver {
  did: 'taken' | 'failed' | 'retry' | 'gone'
  because: string
  /** For `retry`: how long the other side asked to wait, milliseconds. */
  afterMs?: number
  /** For `taken`: what is proved already. */
  proof?: 'on-device' | 'seen'
}

/** Web push, with keys of our own. */
export interface Push {
  /** VAPID public key, base64url: what a browser subscribes with. */
  readonly publicKey: string
  /**
   * Whether an endpoint may be kept: https, a known push service, no private address.
   * @throws PrahariError invalid, saying why.
   */
  check(endpoint: string): Promise<void>
  /** Checks again and sends. Resolves whatever happens, within five seconds. */
  send(to: Pick<Subscription, 'endpoint' | 'keys'>, message: PushMessage, how: { ttlS: number; topic: string }): Promise<HandOver>
}

/** The gateway for SMS and voice. */
export interface Gateway {
  /** @param key the same on every try of one delivery, so that the far end sends once. Resolves whatever happens. */
  send(message: GatewayMessage | GatewayWallMessage | GatewayDeskMessage | GatewayConditionMessage, key: string): Promise<HandOver>
  /** Whether a report comes from the gateway: its signature over time and body, not older than five minutes. */
  isGenuine(report: { timestamp: string; signature: string; body: string }, now: number): boolean
}

/** A picture as it is kept: a JPEG with nothing in it but pixels. */
export interface Picture {
  base64: string
  width: number
  height: number
  bytes: number
}

/** Draws photos anew. */
export interface Pictures {
  /**
   * The photo upright and at most PHOTO_SIDE long, in at most MAX_PHOTO_KEPT bytes, and a small one for lists.
   * @throws PrahariError invalid: it cannot be read, or has too many pixels; unavailable: too many at once.
   */
  redraw(bytes: Uint8Array): Promise<{ full: Picture; small: Picture }>
}

/** A dead-man's service outside: it alarms when it hears nothing. */
export interface Beacon {
  /** Says that all is well, or that it is not. Resolves whatever happens, within five seconds; null where there is nobody to tell it to. */
  tell(isClean: boolean): Promise<HandOver | null>
}

/** Photos of posts, from where X keeps them and nowhere else. */
export interface MediaSource {
  /**
   * The bytes behind an address that X named, at most MAX_PHOTO_SENT.
   * @throws PrahariError invalid: no address of X, not there, no picture, too large; unavailable: try again.
   */
  fetch(url: string): Promise<Uint8Array>
}

/** Reads single posts on X. */
export interface PostLookup {
  /** Those that exist and that we may read, in no order. @throws PrahariError unavailable, with what X said. */
  lookup(ids: readonly string[]): Promise<Post[]>
}

/** Our account at X, for answers. Everything resolves, whatever X does; nothing is tried twice here. */
export interface XWriter {
  /** Who we are at X. */
  me(): Promise<{ did: 'found'; id: string; handle: string } | Exclude<Answered, { did: 'posted' | 'not-found' }>>
  post(text: string, inReplyToId: string): Promise<Answered>
  message(userId: string, text: string): Promise<Answered>
  /** Whether our account posted this answer (or sent this message) since then: after a lost answer, before it is sent again. */
  findOwn(sinceMs: number, inReplyToId: string, text: string): Promise<Answered>
  findMessage(sinceMs: number, userId: string, text: string): Promise<Answered>
  /** Whether a post still stands; `unknown` where X does not say. */
  isThere(postId: string): Promise<'there' | 'gone' | 'unknown'>
}

/** Electronic mail. */
export interface Mail {
  /** @param key the same on every try of one delivery. Resolves whatever happens. */
  send(mail: { to: string; subject: string; text: string; html: string }, key: string): Promise<HandOver>
}

/** The ways to a person that are not our own consoles; null where nothing is configured. */
export interface Outside {
  push: Push
  gateway: Gateway | null
  mail: Mail | null
}

/** Signs what goes out and comes back through hands that are not ours. */
export interface Signer {
  sign(text: string): string
  /** In constant time. */
  isSigned(text: string, signature: string): boolean
}

/** Signs what leaves us as evidence, so that anybody with the public key can tell whether it is ours and whole. */
export interface Seal {
  /** Base64. */
  readonly publicKey: string
  sign(text: string): string
}

/** What an action answers: what it did, and why, for logs and counters. */
export interface Done {
  did: string
  because: string
}
