import { invalidRequest, resourceProblem, type Problem } from './problems.ts'
import type { StoredPost, XMedia, XPlace, XUser } from './objects.ts'
import type { World } from './world.ts'

type Row = Record<string, unknown>
export type Dialect = 'tweet' | 'post'

const DEFAULTS = {
  tweet: ['id', 'text', 'edit_history_tweet_ids'],
  user: ['id', 'name', 'username'],
  media: ['media_key', 'type'],
  place: ['id', 'full_name'],
} as const
const KNOWN = {
  tweet: new Set([
    'article', 'attachments', 'author_id', 'card_uri', 'community_id', 'context_annotations', 'conversation_id', 'created_at', 'display_text_range',
    'edit_controls', 'edit_history_tweet_ids', 'entities', 'geo', 'id', 'in_reply_to_user_id', 'lang', 'media_metadata', 'note_tweet', 'possibly_sensitive',
    'public_metrics', 'referenced_tweets', 'reply_settings', 'scopes', 'source', 'suggested_source_links', 'text', 'withheld',
  ]),
  user: new Set([
    'affiliation', 'confirmed_email', 'connection_status', 'created_at', 'description', 'entities', 'id', 'is_identity_verified', 'location', 'most_recent_tweet_id',
    'name', 'parody', 'pinned_tweet_id', 'profile_banner_url', 'profile_image_url', 'protected', 'public_metrics', 'receives_your_dm', 'subscription', 'url',
    'username', 'verified', 'verified_followers_count', 'verified_type', 'withheld',
  ]),
  media: new Set(['alt_text', 'duration_ms', 'height', 'media_key', 'preview_image_url', 'public_metrics', 'type', 'url', 'variants', 'width']),
  place: new Set(['contained_within', 'country', 'country_code', 'full_name', 'geo', 'id', 'name', 'place_type']),
}
const EXPANSIONS = new Set([
  'author_id', 'referenced_tweets.id', 'referenced_tweets.id.author_id', 'in_reply_to_user_id', 'geo.place_id', 'attachments.media_keys',
  'entities.mentions.username', 'edit_history_tweet_ids', 'attachments.poll_ids', 'attachments.media_source_tweet', 'article.cover_media',
  'article.media_entities', 'entities.note.mentions.username', 'referenced_tweets.id.attachments.media_keys', 'pinned_tweet_id', 'most_recent_tweet_id', 'affiliation.user_id',
])
/** `tweet.*` names and what the `post.*` dialect calls them. */
const RENAMED: Readonly<Record<string, string>> = {
  edit_history_tweet_ids: 'edit_history_post_ids',
  referenced_tweets: 'referenced_posts',
  note_tweet: 'note_post',
  retweet_count: 'repost_count',
  tweet_count: 'post_count',
  most_recent_tweet_id: 'most_recent_post_id',
  pinned_tweet_id: 'pinned_post_id',
  tweets: 'posts',
}

/** Which fields and expansions a request asked for. */
export interface Projection {
  tweet: ReadonlySet<string>
  user: ReadonlySet<string>
  media: ReadonlySet<string>
  place: ReadonlySet<string>
  expansions: ReadonlySet<string>
  dialect: Dialect
  /** Equal for requests whose answers look alike: the key of cached frames. */
  key: string
}

/** A query parameter that may be given comma-joined or repeated. */
export function listParameter(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.flatMap(part => (typeof part === 'string' ? part.split(',') : [])).map(part => part.trim()).filter(Boolean)
}

/** Reads `*.fields` and `expansions`. Unknown values are ignored, or refused when `isStrict`. */
export function readProjection(query: Readonly<Record<string, unknown>>, options: { dialect: Dialect; isStrict: boolean }): Projection | Problem {
  const usesPostNames = query['post.fields'] !== undefined
  const dialect = usesPostNames ? 'post' : options.dialect
  const refused: { parameters: Record<string, string[]>; message: string }[] = []
  const read = (parameter: string, values: string[], known: ReadonlySet<string>): string[] => {
    const names = values.map(toTweetName)
    const unknown = names.filter(name => !known.has(name))
    if (unknown.length > 0) {
      refused.push({ parameters: { [parameter]: unknown }, message: `The \`${parameter}\` query parameter value [${unknown.join(',')}] is not one of [${[...known].join(',')}]` })
    }
    return names.filter(name => known.has(name))
  }
  // The two vocabularies must not be mixed: a name of the other one gets silently nothing.
  const asked = listParameter(query[usesPostNames ? 'post.fields' : 'tweet.fields']).filter(name => usesPostNames || !Object.values(RENAMED).includes(name))
  const tweet = new Set<string>([...DEFAULTS.tweet, ...read(usesPostNames ? 'post.fields' : 'tweet.fields', asked, KNOWN.tweet)])
  const expansions = new Set(read('expansions', listParameter(query['expansions']).map(name => name.replaceAll('referenced_posts', 'referenced_tweets')), EXPANSIONS))
  for (const expansion of expansions) {
    const field = expansion.split('.')[0]
    if (field) tweet.add(field)
  }
  const projection = {
    tweet, expansions, dialect,
    user: new Set<string>([...DEFAULTS.user, ...read('user.fields', listParameter(query['user.fields']), KNOWN.user)]),
    media: new Set<string>([...DEFAULTS.media, ...read('media.fields', listParameter(query['media.fields']), KNOWN.media)]),
    place: new Set<string>([...DEFAULTS.place, ...read('place.fields', listParameter(query['place.fields']), KNOWN.place)]),
  }
  if (options.isStrict && refused.length > 0) return invalidRequest(...refused)
  const key = [tweet, projection.user, projection.media, projection.place, expansions].map(set => [...set].sort().join()).join('|') + dialect
  return { ...projection, key }
}

function toTweetName(name: string): string {
  return Object.entries(RENAMED).find(([, post]) => post === name)?.[0] ?? name
}

/** The body of an answer about posts: `data` for each, `includes` without repeats, `errors` for what could not be expanded. */
export function present(world: World, posts: readonly StoredPost[], projection: Projection): { data: Row[]; includes?: Row; errors?: Row[] } {
  const gathered = new Gathered(world, projection)
  for (const stored of posts) gathered.expand(stored)
  const includes = gathered.includes()
  const errors = gathered.errors
  return {
    data: posts.map(stored => rename(pick(stored.post, projection.tweet), projection.dialect)),
    ...(Object.keys(includes).length > 0 ? { includes: rename(includes, projection.dialect) } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  }
}

/** One user as asked for. */
export function presentUser(user: XUser, projection: Projection): Row {
  return rename(pick(user, projection.user), projection.dialect)
}

class Gathered {
  readonly errors: Row[] = []
  readonly #world: World
  readonly #projection: Projection
  readonly #users = new Map<string, XUser>()
  readonly #posts = new Map<string, StoredPost>()
  readonly #places = new Map<string, XPlace>()
  readonly #media = new Map<string, XMedia>()

  constructor(world: World, projection: Projection) {
    this.#world = world
    this.#projection = projection
  }

  expand({ post, media, place }: StoredPost): void {
    const wants = (expansion: string) => this.#projection.expansions.has(expansion)
    if (wants('author_id')) this.#addUser(post.author_id)
    if (wants('in_reply_to_user_id') && post.in_reply_to_user_id) this.#addUser(post.in_reply_to_user_id)
    if (wants('entities.mentions.username')) for (const { id } of post.entities?.mentions ?? []) this.#addUser(id)
    if (wants('attachments.media_keys')) for (const medium of media) this.#media.set(medium.media_key, medium)
    if (wants('geo.place_id') && place) this.#places.set(place.id, place)
    if (wants('edit_history_tweet_ids')) for (const id of post.edit_history_tweet_ids) if (id !== post.id) this.#addPost(id, 'edit_history_tweet_ids')
    if (wants('referenced_tweets.id')) {
      for (const { id } of post.referenced_tweets ?? []) {
        const referenced = this.#addPost(id, 'referenced_tweets.id')
        if (referenced && wants('referenced_tweets.id.author_id')) this.#addUser(referenced.post.author_id)
      }
    }
  }

  includes(): Row {
    const { tweet, user, media, place } = this.#projection
    const rows: Row = {}
    if (this.#users.size > 0) rows['users'] = [...this.#users.values()].map(each => pick(each, user))
    if (this.#posts.size > 0) rows['tweets'] = [...this.#posts.values()].map(each => pick(each.post, tweet))
    if (this.#places.size > 0) rows['places'] = [...this.#places.values()].map(each => pick(each, place))
    if (this.#media.size > 0) rows['media'] = [...this.#media.values()].map(each => pick(each, media))
    return rows
  }

  #addUser(id: string): void {
    const user = this.#world.user(id)
    if (user) this.#users.set(id, user)
  }

  #addPost(id: string, parameter: string): StoredPost | undefined {
    const stored = this.#world.post(id)
    if (stored?.visibility === 'visible') {
      this.#posts.set(id, stored)
      return stored
    }
    this.errors.push(resourceProblem('tweet', parameter, id, stored && stored.visibility !== 'deleted' ? 'not-authorized' : 'not-found'))
    return undefined
  }
}

function pick(source: object, fields: ReadonlySet<string>): Row {
  return Object.fromEntries(Object.entries(source).filter(([key]) => fields.has(key)))
}

function rename(row: Row, dialect: Dialect): Row {
  return dialect === 'tweet' ? row : (renameKeys(row) as Row)
}

function renameKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renameKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [RENAMED[key] ?? key, renameKeys(inner)]))
}
