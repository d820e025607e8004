import type { DocketStatus } from './docket-status.ts'
import type { Category, Language, Severity } from './verdict.ts'

/** How a complaint came to us. */
export const ORIGINS = ['x', 'phone', 'walk-in', 'drill'] as const
export type Origin = (typeof ORIGINS)[number]

/** Raised with each change of what a brief or its terms are: every brief is then written anew. */
export const BRIEF_REVISION = 2

/** Classes of an author's followers, for fairness: nobody needs the number. */
export const FOLLOWER_CLASSES = ['unknown', 'under-100', '100-999', '1000-9999', '10000-up'] as const
export type FollowerClass = (typeof FOLLOWER_CLASSES)[number]

export function followerClass(followers: number | null): FollowerClass {
  if (followers === null) return 'unknown'
  return followers < 100 ? 'under-100' : followers < 1_000 ? '100-999' : followers < 10_000 ? '1000-9999' : '10000-up'
}

/**
 * One docket in brief: what lists, search and reports need, and nothing else. Written beside the docket by a sweep (a second
 * behind at most); a report is one pure reduction over briefs. Times are epoch milliseconds, null where it has not happened.
 */
export interface Brief {
  /** Docket id, and the docket's version that it shows. */
  id: string
  version: number
  number: string
  path: string
  status: DocketStatus
  severity: Severity
  category: Category
  lang: Language
  origin: Origin
  isProtected: boolean
  /** An alert was raised for it; and whether that is open. */
  isSos: boolean
  isAlertOpen: boolean
  postedAt: number
  receivedAt: number
  openedAt: number
  updatedAt: number
  /** Firsts: acknowledged (alert or desk), progress, reply to the citizen; closed is the end that holds. */
  acknowledgedAt: number | null
  progressAt: number | null
  repliedAt: number | null
  closedAt: number | null
  reopened: number
  movedUp: number
  ownerId: string | null
  ownerName: string | null
  /** What comes next and when: the alert's or the desk's next timer. */
  dueAt: number | null
  /** Sent to another node, which has not accepted it yet. */
  isForwarded: boolean
  /** From where it was sent and until when it is to be accepted; to where it is offered. Absent in briefs of revision 1. */
  sentFrom?: string | null
  acceptBy?: number | null
  offeredTo?: string | null
  /** An answer waits for a second officer. Absent in briefs of revision 1. */
  awaitsSecond?: boolean
  unreadSince: number | null
  lastPostAt: number
  posts: number
  closing: string | null
  flags: string[]
  /** Followers of the author; null where X did not say. Never shown, only counted in classes (fairness). */
  followers: number | null
  handle: string
  /** The first 200 characters of the post that leads; empty where protected. */
  excerpt: string
  /** When this brief was written, by the store's clock: books of briefs are kept up to date by it. */
  writtenAt: number
  /** By which rules it was written (BRIEF_REVISION): others are written anew. */
  revision: number
  /** What search looks in: number, handle, name, place and text, folded (triage/search); protected ones by number and place only. */
  terms: string
}

/** What filters and reports look at: a brief without its texts, with the class of followers instead of their number. */
export type BriefFacts = Omit<Brief, 'id' | 'version' | 'number' | 'ownerName' | 'lastPostAt' | 'posts' | 'followers' | 'handle' | 'excerpt' | 'terms' | 'writtenAt' | 'revision' | 'acceptBy' | 'sentFrom' | 'offeredTo' | 'awaitsSecond'> & { followers: FollowerClass; sentFrom: string | null; awaitsSecond: boolean }
