/** The longest text of a post that is kept, in code points (X's limit for long posts). */
export const MAX_POST_LENGTH = 25_000

export interface Author {
  id: string
  handle: string
  name: string
  /** Free text of the profile; a weak hint of a place, never a location. */
  location: string | null
  followers: number | null
}

/** A photo or video of a post, as X names it. The address is X's own; nothing of it is ever loaded by a page. */
export interface PostMedia {
  key: string
  type: 'photo' | 'video' | 'animated_gif'
  /** The photo, or the still picture of a video. Null where X did not deliver it. */
  url: string | null
  /** Description by the author, at most 1,000 characters. */
  alt: string | null
}

export type PostKind = 'post' | 'reply' | 'quote' | 'retweet'
/** `lookup`: somebody pasted its address. `phone`, `walk-in`: no post on X, but what somebody said, written down at a desk. */
export type PostSource = 'stream' | 'search' | 'mentions' | 'lookup' | 'phone' | 'walk-in' | 'drill'

/** Whether somebody at a desk wrote it down: nothing about it is to be found on X. */
export function isByHand({ source }: Pick<Post, 'source'>): boolean {
  return source === 'phone' || source === 'walk-in'
}

/** One post on X as received, normalised from either vocabulary of the API. Every time is in epoch milliseconds. */
export interface Post {
  /** Decimal snowflake, up to 19 digits. */
  id: string
  /**
   * The post that a docket is about: the first version of an edited post, the original of a retweet, else the post itself.
   * Edits and retweets therefore meet at one docket.
   */
  caseId: string
  kind: PostKind
  /** Whole text (long posts and retweets resolved, HTML entities decoded once), at most MAX_POST_LENGTH code points. */
  text: string
  /** X's own guess of the language (BCP 47), a hint only. */
  lang: string | null
  createdAt: number
  /** Who wrote the text: for a retweet the author of the original, where X delivered it. */
  author: Author
  conversationId: string | null
  inReplyToId: string | null
  /** The post that this one quotes. Absent in posts kept by earlier versions. */
  quotedId?: string | null
  /** Handles in the text, lower case, without @. */
  mentions: string[]
  /** Tags in the text as written, without #. */
  hashtags: string[]
  place: { name: string; countryCode: string | null } | null
  /** [longitude, latitude], as GeoJSON has it. */
  point: [number, number] | null
  mediaTypes: string[]
  /** Absent in posts kept by earlier versions, and where there is none. */
  media?: PostMedia[]
  /** Whether the author mentioned or quoted our account, so that X allows a public reply. */
  summoned: boolean
  /** Tags of the stream rules that matched. */
  rules: string[]
  source: PostSource
  /** The newest version of an edited post, where this one is not it. */
  newestId?: string
  /** When we learned that X shows it no longer (deleted, suspended or protected). */
  deletedAt?: number
  /** Expansions that X did not deliver (author, place, referenced post): to be looked up later. */
  missing: string[]
}
