import type { Category, Language } from './verdict.ts'

/** What a reply is for. Everything but `dm` is public. */
export const REPLY_KINDS = ['acknowledgement', 'answer', 'question', 'closing', 'dm'] as const
export type ReplyKind = (typeof REPLY_KINDS)[number]

/**
 * - `waiting`: a second officer must agree first. `queued`: due at `dueAt`. `sending`: one process has it, and X may have it too.
 * - `unsure`: the answer of X was lost; it is looked up among our posts before it is sent again.
 * - `posted`: X has it, under `postId`. `dry`: no write credentials, everything but the sending was done.
 * - `refused`: X or the gate will not have it; `because` says why and what a person can do. `withdrawn`: taken back in time.
 */
export const REPLY_STATES = ['waiting', 'queued', 'sending', 'unsure', 'posted', 'dry', 'refused', 'withdrawn'] as const
export type ReplyState = (typeof REPLY_STATES)[number]

export const FINDING_CODES = [
  'phone', 'address', 'vehicle', 'identity', 'tells-abuser', 'name-of-victim', 'e-mail', 'document-number', 'link', 'too-long', 'cashtags', 'not-summoned', 'dm-closed', 'over-budget',
  'other-script', 'pasted-reply', 'no-number', 'mention', 'post-gone', 'placeholder-left',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

/** What the safety gate found in a text. The span is in UTF-16 code units, end excluded; null where it is about the whole. */
export interface Finding {
  code: FindingCode
  level: 'stops' | 'needs-second' | 'note'
  message: string
  start: number | null
  end: number | null
}

/** One answer of ours. The id is `reply-<docket id>-<key>`: asking for it again is no second one. */
export interface Reply {
  id: string
  version: number
  docketId: string
  docketNumber: string
  kind: ReplyKind
  state: ReplyState
  text: string
  /** Person id and name; `system` for the automatic acknowledgement. */
  by: string
  byName: string
  at: number
  reason: string | null
  approvedBy: string | null
  approvedName: string | null
  findings: Finding[]
  /** The post that it answers, and for a DM the person it goes to (X user id). */
  inReplyToId: string | null
  recipientId: string | null
  attempts: number
  /** When it is tried next, for the index; null where nothing is to be done. */
  dueAt: number | null
  claimedBy: string | null
  because: string
  /** Id of our post or message at X. */
  postId: string | null
  postedAt: number | null
  costCents: number
  /** Why it is not known whether X has it: the answer was lost, or X says that it has this text already. */
  unsureOf?: 'lost' | 'duplicate' | null
  /** When X may have got it first, from which on it is looked for; and how often it was looked for in vain since. */
  tryingSince?: number | null
  looks?: number
  /** When a person last let it go: approved or tried again. From then on it has a day. */
  readyAt?: number
  /** Names a text apart from the docket's number: by it the same answer to many dockets is found. Empty where it does not count. */
  textKey?: string
  /** Runs of refusals that were retried, so that each of them has its own line in the docket's history. */
  refusals?: number
  /** Who took it back. */
  withdrawnBy?: string
  /** The second officer saw these findings: what comes on top needs a new consent. */
  approvedCodes?: FindingCode[]
}

/** Whether everybody can read it. */
export function isPublic({ kind }: Pick<Reply, 'kind'>): boolean {
  return kind !== 'dm'
}

/** A template of answers; stored ones stand before those that come with Prahari (domain/templates.ts). */
export interface ReplyTemplate {
  id: string
  version: number
  kind: ReplyKind
  /** Null: for every category. */
  category: Category | null
  lang: Language
  name: string
  text: string
}
