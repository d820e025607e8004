import type { Docket } from '../domain/docket.ts'
import type { Person } from '../domain/person.ts'
import type { Post } from '../domain/post.ts'
import type { Pulse, StreamGap } from '../domain/stream.ts'
import type { Verdict } from '../domain/verdict.ts'

/** What every stored document has: a natural key and a version that a replace must name. */
export interface Stored {
  id: string
  version: number
}

/** One received post with its verdict, written before it counts. The post id is the key, so a duplicate is no news. */
export interface InboxRow extends Stored {
  /** `pending` until its docket is known to exist; everything else is final. */
  state: 'pending' | 'decided' | 'quarantined'
  decision: 'docket' | 'joined' | 'not-actionable' | 'quarantined' | null
  lane: 'sos' | 'routine' | 'none'
  receivedAt: number
  post: Post
  /** Null when triage failed on it; then `reason` says how. */
  verdict: Verdict | null
  docketId: string | null
  reason: string | null
}

/** A frame that could not even be read as a post: kept as it came (bounded), for a person to look at. */
export interface QuarantinedFrame extends Stored {
  receivedAt: number
  reason: string
  /** The raw frame, cut to 64 KiB. */
  raw: string
}

/** A signed-in browser. The id is the SHA-256 of the cookie's token: the token itself is stored nowhere. */
export interface Session extends Stored {
  personId: string
  createdAt: number
  lastSeenAt: number
  /** Absolute end. */
  expiresAt: number
}

/** A one-time sign-in link. The id is the SHA-256 of its token. */
export interface SignInLink extends Stored {
  personId: string
  createdAt: number
  expiresAt: number
  usedAt: number | null
}

/** A right that one process holds for a while. */
export interface Lease extends Stored {
  holder: string
  expiresAt: number
}

/** The next docket sequence of a day. */
export interface Counter extends Stored {
  next: number
}

/** Where a reader of X stands: high-water mark per rule tag and the last signs of life. */
export interface Checkpoint extends Stored {
  at: number
  facts: Record<string, string | number | null>
}

export interface Documents {
  inbox: InboxRow
  quarantine: QuarantinedFrame
  dockets: Docket
  people: Person
  sessions: Session
  signInLinks: SignInLink
  leases: Lease
  counters: Counter
  checkpoints: Checkpoint
  gaps: StreamGap
  pulses: Pulse
}

export type CollectionName = keyof Documents

/**
 * The declared indexes: ordered top-level fields. A query fixes a prefix of them, may bound the next field by a range,
 * and gets rows in the order of the fields that follow. Every query that the product makes is listed here.
 */
export const INDEXES = {
  inbox: { byState: ['state', 'lane', 'receivedAt'], byReceived: ['receivedAt'] },
  quarantine: { byReceived: ['receivedAt'] },
  dockets: {
    byAlert: ['alertOpen', 'path'],
    byDue: ['nextDueAt'],
    byNumber: ['number'],
    byOpened: ['openedAt'],
  },
  people: { byRole: ['role'] },
  sessions: { byPerson: ['personId'], byExpiry: ['expiresAt'] },
  signInLinks: { byExpiry: ['expiresAt'] },
  leases: {},
  counters: {},
  checkpoints: {},
  gaps: { byState: ['state', 'startedAt'], byStart: ['startedAt'] },
  pulses: { byRole: ['role', 'at'] },
} as const satisfies { [Name in CollectionName]: Record<string, readonly (keyof Documents[Name] & string)[]> }

export type IndexName<Name extends CollectionName> = keyof (typeof INDEXES)[Name] & string
