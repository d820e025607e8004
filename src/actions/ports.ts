import type { Docket } from '../domain/docket.ts'
import type { CollectionName, Documents, IndexName, InboxRow } from './collections.ts'

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
  sha256(text: string): string
  /** A fresh token of at least 128 bits, URL-safe. */
  newToken(): string
}

/** What an action answers: what it did, and why, for logs and counters. */
export interface Done {
  did: string
  because: string
}
