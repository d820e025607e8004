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

export type PostKind = 'post' | 'reply' | 'quote' | 'retweet'
export type PostSource = 'stream' | 'search' | 'mentions' | 'drill'

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
  /** Whether the author mentioned or quoted our account, so that X allows a public reply. */
  summoned: boolean
  /** Tags of the stream rules that matched. */
  rules: string[]
  source: PostSource
  /** Expansions that X did not deliver (author, place, referenced post): to be looked up later. */
  missing: string[]
}
