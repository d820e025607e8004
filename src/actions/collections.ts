import type { Anchor } from '../domain/anchor.ts'
import type { WallSight } from '../domain/blind-walls.ts'
import type { Brief } from '../domain/brief.ts'
import type { Condition } from '../domain/condition.ts'
import type { Correction, Judgement } from '../domain/correction.ts'
import type { Delivery } from '../domain/delivery.ts'
import type { DeskAlarm } from '../domain/desk-alarm.ts'
import type { Docket } from '../domain/docket.ts'
import type { Drill } from '../domain/drill.ts'
import type { HistoryEntry } from '../domain/history.ts'
import type { DocketMedia } from '../domain/media.ts'
import type { Incident } from '../domain/incident.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import type { Person } from '../domain/person.ts'
import type { NodeChange } from '../domain/node-changes.ts'
import type { Note } from '../domain/note.ts'
import type { Post } from '../domain/post.ts'
import type { Reply, ReplyTemplate } from '../domain/reply.ts'
import type { Leave, Roster } from '../domain/roster.ts'
import type { Pulse, StreamGap } from '../domain/stream.ts'
import type { Category, Language, Severity, Verdict } from '../domain/verdict.ts'
import type { Wall, WallGap } from '../domain/wall.ts'
import type { HandleChange } from '../triage/handle-changes.ts'

/** What every stored document has: a natural key and a version that a replace must name. */
export interface Stored {
  id: string
  version: number
}

/** One received post with its verdict, written before it counts. The post id is the key, so a duplicate is no news. */
export interface InboxRow extends Stored {
  /** `pending` until it is decided; everything else is final. `joined`: a further post of a docket; `folded`: it only repeats one. */
  state: 'pending' | 'decided' | 'quarantined'
  decision: 'docket' | 'joined' | 'folded' | 'not-actionable' | 'quarantined' | null
  lane: 'sos' | 'routine' | 'none'
  receivedAt: number
  post: Post
  /** Null when triage failed on it; then `reason` says how. */
  verdict: Verdict | null
  docketId: string | null
  reason: string | null
  /** What the machine said, and what persons said of it: posts that were corrected before they had a docket. */
  machine?: Verdict
  corrections?: Correction[]
}

/** One correction for learning: the text with what the machine said, what stood before and what a person says. */
export interface CorrectionRow extends Stored, Correction {
  postId: string
  docketId: string | null
  text: string
  lang: Language
  machine: Judgement
  isProtected: boolean
}

/** What a second reader says of a post that did not ring. One reading per post. */
export interface SampleReading extends Stored {
  /** Indian day of the sample, `20261123`. */
  day: string
  postId: string
  personId: string
  name: string
  severity: Severity
  category: Category | null
  at: number
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

/** A browser that takes web push. The id is the SHA-256 of its endpoint, which only the push service and we know. */
export interface Subscription extends Stored {
  personId: string
  endpoint: string
  /** Keys of the browser, base64url: its public key and the shared secret. */
  keys: { p256dh: string; auth: string }
  /** What the person calls it: "Android, Chrome". */
  device: string
  createdAt: number
  /** Last sign that it works: saved anew, or a message taken. */
  usedAt: number
  lastSuccessAt: number | null
  failuresInRow: number
  lastError: string | null
}

/** What a console said it showed of an alert: per person, so that a wall's proof stands here too. Id `<docketId>.<personId>`. */
export interface Receipt extends Stored {
  docketId: string
  personId: string
  /** Newest version painted, and the newest that a person looked at; 0 for none. */
  shownVersion: number
  shownAt: number
  seenVersion: number
  seenAt: number | null
  /** A wall had no room for it and showed it as a part of "+12 more"; absent where it never did. */
  countedVersion?: number
  countedAt?: number
}

/** Who has a console open at one web process, written every two seconds and when it changes. The id is the process. */
export interface Presence extends Stored {
  at: number
  personIds: string[]
  /** Walls connected there, and those that were until a minute ago; absent in rows of earlier versions. */
  walls?: WallSight[]
}

/** Where texts meet: the first docket with this band of a fingerprint (triage/threads/imprint.ts). The id is the band. */
export interface Echo extends Stored {
  docketId: string
  at: number
}

/** The bytes of one picture of a note, base64. Id `<note id>.<size>`. */
export interface Attachment extends Stored {
  docketId: string
  type: 'image/jpeg'
  data: string
  at: number
}

/** A view of the desk's queue that a person saved under a name: the query string of /desk. Id `<personId>.<key>`. */
export interface SavedView extends Stored {
  personId: string
  name: string
  query: string
  at: number
}

/**
 * One entry of the audit trail: what somebody changed or read besides the history of a docket. Ids are `audit-<seq>`, 12 digits:
 * whoever inserts a sequence first has it, and each entry carries the hash of the one before.
 */
export interface AuditEntry extends Stored, HistoryEntry {
  /** What it was done to: `person:<id>`, `policy:ladder`, `template:<id>`, `docket:<id>`. */
  object: string
}

/**
 * One version of what an administrator sets for the whole state; the newest counts, but of `places` each row is one change. Ids are `<kind>-<seq>`: whoever inserts a
 * number first has it, and no version is ever written over. What comes with Prahari is number 0 or 1 and is not stored. `by`: a person.
 */
export interface PolicyRow extends Stored {
  kind: 'ladder' | 'handles' | 'places'
  seq: number
  at: number
  by: string
  reason: string
  ladder: LadderPolicy | null
  handles: HandleChange[] | null
  place?: NodeChange
}

export interface Documents {
  inbox: InboxRow
  quarantine: QuarantinedFrame
  dockets: Docket
  incidents: Incident
  echoes: Echo
  people: Person
  sessions: Session
  signInLinks: SignInLink
  leases: Lease
  counters: Counter
  checkpoints: Checkpoint
  gaps: StreamGap
  pulses: Pulse
  corrections: CorrectionRow
  sampleReadings: SampleReading
  deliveries: Delivery
  subscriptions: Subscription
  receipts: Receipt
  presence: Presence
  rosters: Roster
  leaves: Leave
  drills: Drill
  walls: Wall
  wallGaps: WallGap
  conditions: Condition
  notes: Note
  attachments: Attachment
  briefs: Brief
  views: SavedView
  audit: AuditEntry
  replies: Reply
  /** Templates that an administrator wrote; those that come with Prahari are in domain/templates.ts. */
  templates: ReplyTemplate
  media: DocketMedia
  anchors: Anchor
  policies: PolicyRow
  deskAlarms: DeskAlarm
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
    byAuthor: ['authorId', 'openedAt'],
    byConversation: ['conversationId', 'openedAt'],
    byMatter: ['matter', 'openedAt'],
    byCorrected: ['correctedAt'],
    byAlertChange: ['alertAt'],
    byUpdated: ['updatedAt'],
    byDeskDue: ['deskDueAt'],
    byUnopened: ['unopenedSince'],
  },
  incidents: { byLast: ['lastAt'] },
  echoes: { byTime: ['at'] },
  people: { byRole: ['role'], byScope: ['scopePath', 'role'] },
  sessions: { byPerson: ['personId'], byExpiry: ['expiresAt'] },
  signInLinks: { byExpiry: ['expiresAt'] },
  leases: {},
  counters: {},
  checkpoints: {},
  gaps: { byState: ['state', 'startedAt'], byStart: ['startedAt'] },
  pulses: { byRole: ['role', 'at'] },
  corrections: { byTime: ['at'], byPost: ['postId', 'at'] },
  sampleReadings: { byDay: ['day'] },
  deliveries: {
    byDue: ['channel', 'lane', 'dueAt'],
    byDocket: ['docketId', 'personId'],
    byPerson: ['personId', 'channel', 'sentAt'],
    byReceiptKey: ['receiptKey'],
    byChange: ['changedAt'],
  },
  subscriptions: { byPerson: ['personId'], byUse: ['usedAt'] },
  receipts: { byDocket: ['docketId'] },
  presence: { byTime: ['at'] },
  walls: { byPath: ['path'] },
  wallGaps: { byStart: ['since'] },
  conditions: {},
  rosters: { byPath: ['path'] },
  leaves: { byPath: ['path'] },
  notes: { byDocket: ['docketId', 'at'] },
  attachments: { byDocket: ['docketId'] },
  briefs: { byWritten: ['writtenAt'], byUpdated: ['updatedAt'], byOpened: ['openedAt'] },
  anchors: { byTime: ['at'] },
  media: { byDue: ['dueAt'], byDocket: ['docketId'] },
  replies: { byDocket: ['docketId', 'at'], byDue: ['dueAt'], byState: ['state', 'at'], byTime: ['at'], byText: ['textKey', 'at'] },
  templates: { byKind: ['kind'] },
  views: { byPerson: ['personId', 'at'] },
  audit: { bySeq: ['seq'], byObject: ['object', 'seq'], byWho: ['who', 'seq'] },
  policies: { byKind: ['kind', 'seq'] },
  deskAlarms: { byOpen: ['open', 'path'], byKind: ['kind', 'path'] },
  drills: { byState: ['state', 'startedAt'], byStart: ['startedAt'] },
} as const satisfies { [Name in CollectionName]: Record<string, readonly (keyof Documents[Name] & string)[]> }

export type IndexName<Name extends CollectionName> = keyof (typeof INDEXES)[Name] & string
