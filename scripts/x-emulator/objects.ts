/** Shapes of the X API v2, in the `tweet.*` vocabulary; `projection.ts` renames them for the `post.*` dialect. */

export interface XUser {
  id: string
  username: string
  name: string
  created_at: string
  description: string
  location?: string
  verified: boolean
  verified_type: 'none' | 'blue' | 'business' | 'government'
  protected: boolean
  receives_your_dm: boolean
  profile_image_url: string
  public_metrics: {
    followers_count: number
    following_count: number
    tweet_count: number
    listed_count: number
    like_count: number
    media_count: number
  }
}

export interface XEntities {
  mentions?: { start: number; end: number; username: string; id: string }[]
  hashtags?: { start: number; end: number; tag: string }[]
  cashtags?: { start: number; end: number; tag: string }[]
  urls?: { start: number; end: number; url: string; expanded_url: string; display_url: string; media_key?: string }[]
}

export interface XReference {
  type: 'retweeted' | 'quoted' | 'replied_to'
  id: string
}

export interface XPost {
  id: string
  text: string
  edit_history_tweet_ids: string[]
  author_id: string
  created_at: string
  conversation_id: string
  in_reply_to_user_id?: string
  referenced_tweets?: XReference[]
  lang: string
  possibly_sensitive: boolean
  reply_settings: 'everyone' | 'mentionedUsers' | 'following' | 'subscribers'
  attachments?: { media_keys: string[] }
  geo?: { place_id?: string; coordinates?: { type: 'Point'; coordinates: [lon: number, lat: number] } }
  entities?: XEntities
  note_tweet?: { text: string; entities?: XEntities }
  withheld?: { copyright: boolean; country_codes: string[]; scope: 'tweet' | 'user' }
  edit_controls: { edits_remaining: number; is_edit_eligible: boolean; editable_until: string }
  public_metrics: {
    retweet_count: number
    reply_count: number
    like_count: number
    quote_count: number
    bookmark_count: number
    impression_count: number
  }
}

export interface XPlace {
  id: string
  full_name: string
  name: string
  place_type: 'poi' | 'neighborhood' | 'city' | 'admin' | 'country'
  country: string
  country_code: string
  geo: { type: 'Feature'; bbox: [west: number, south: number, east: number, north: number]; properties: Record<string, never> }
}

export interface XMedia {
  media_key: string
  type: 'photo' | 'video' | 'animated_gif'
  url?: string
  preview_image_url?: string
  duration_ms?: number
  width: number
  height: number
  alt_text?: string
}

/** Why a post cannot be read any more. */
export type Visibility = 'visible' | 'deleted' | 'suspended' | 'protected'

/** A post as the emulator keeps it. `post` may be a getter: burst posts are built only when somebody reads them. */
export interface StoredPost {
  readonly id: string
  readonly createdAt: number
  readonly post: XPost
  readonly media: readonly XMedia[]
  readonly place: XPlace | undefined
  visibility: Visibility
  /** The newer version of an edited post. */
  supersededBy?: string
}
