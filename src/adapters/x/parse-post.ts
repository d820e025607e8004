import { MAX_POST_LENGTH } from '../../domain/post.ts'
import type { Author, Post, PostKind, PostMedia, PostSource } from '../../domain/post.ts'
import { frameSchema, includesSchema, postSchema } from './frame-schema.ts'
import type { XMedia, XPost, XUser } from './frame-schema.ts'
import { timeOf } from './snowflake.ts'

/** What a frame of the stream turned out to be. */
export type ParsedFrame =
  | { kind: 'post'; post: Post }
  /** X says something about the stream itself; with a `disconnectType` it will end. */
  | { kind: 'control'; disconnectType: string | null; title: string }
  /** JSON of a shape that nobody knows: to be kept as it came. */
  | { kind: 'unknown' }
  | { kind: 'quarantine'; reason: string }

/** Posts and people that came along with one or many posts, by id. */
export interface Includes {
  users: ReadonlyMap<string, XUser>
  posts: ReadonlyMap<string, XPost>
  places: ReadonlyMap<string, { full_name?: string | undefined; name?: string | undefined; country_code?: string | undefined }>
  media: ReadonlyMap<string, XMedia>
}

export interface PostContext {
  source: PostSource
  /** Our own handle, without @. */
  handle: string
  rules: string[]
}

const MAX_NAME = 200
const MEDIA_BY_PREFIX: Readonly<Record<string, string>> = { '3': 'photo', '7': 'video', '13': 'video', '16': 'animated_gif' }
const ESCAPES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }

/** Reads one line of the filtered stream. Never throws, whatever the line holds. */
export function parseFrame(raw: string, handle: string): ParsedFrame {
  const body = fromJson(raw)
  if (body === undefined) return { kind: 'quarantine', reason: 'not JSON' }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { kind: 'quarantine', reason: 'not a JSON object' }
  const frame = frameSchema.safeParse(body)
  if (!frame.success) return { kind: 'unknown' }
  const { data, includes, matching_rules: matched, errors } = frame.data
  if (data === undefined || data === null) return errors?.length ? controlOf(errors) : { kind: 'unknown' }
  const rules = [...new Set((matched ?? []).map((rule) => rule.tag ?? `rule:${rule.id}`))]
  return parsePost(data, indexIncludes(includes), { source: 'stream', handle, rules })
}

/** Reads one post object of any endpoint. Never throws. */
export function parsePost(data: unknown, includes: Includes, context: PostContext): Extract<ParsedFrame, { kind: 'post' | 'quarantine' }> {
  const read = postSchema.safeParse(data)
  if (read.success) return { kind: 'post', post: normalise(read.data, includes, context) }
  const issue = read.error.issues[0]
  return { kind: 'quarantine', reason: `not a post: ${issue?.path.join('.') || 'data'} ${issue?.message ?? 'is wrong'}`.slice(0, 300) }
}

/** Prepares the `includes` of a page or frame; anything that is not as expected is left out. */
export function indexIncludes(value: unknown): Includes {
  const includes = includesSchema.parse(value) ?? {}
  return {
    users: new Map((includes.users ?? []).map((user) => [user.id, user])),
    posts: new Map([...(includes.tweets ?? []), ...(includes.posts ?? [])].map((post) => [post.id, post])),
    places: new Map((includes.places ?? []).map((place) => [place.id, place])),
    media: new Map((includes.media ?? []).map((medium) => [medium.media_key, medium])),
  }
}

function fromJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

function controlOf(errors: readonly { title?: string | undefined; disconnect_type?: string | undefined; type?: string | undefined }[]): ParsedFrame {
  // X writes this type with either of its hosts in front, so only the last segment is compared.
  const goodbye = errors.find((error) => error.disconnect_type !== undefined || error.type?.endsWith('/operational-disconnect'))
  const title = (goodbye ?? errors[0])?.title ?? 'without a title'
  return { kind: 'control', disconnectType: goodbye ? (goodbye.disconnect_type ?? 'OperationalDisconnect') : null, title: clean(title, MAX_NAME) }
}

function normalise(post: XPost, includes: Includes, context: PostContext): Post {
  const references = post.referenced_tweets ?? post.referenced_posts ?? []
  const reference = (type: string): string | undefined => references.find((one) => one.type === type)?.id
  const retweeted = reference('retweeted')
  const original = retweeted === undefined ? undefined : includes.posts.get(retweeted)
  // A pure retweet says nothing of its own: words, author and place are those of the post that its docket is about.
  const content = original ?? post
  const quoted = reference('quoted')
  const note = content.note_tweet ?? content.note_post
  const text = clean((note?.text ?? content.text).replaceAll(/&(?:amp|lt|gt);/g, (escape) => ESCAPES[escape] ?? escape), MAX_POST_LENGTH)
  const entities = note?.entities ?? content.entities
  const mentions = [...new Set((entities?.mentions ?? []).map((mention) => clean(mention.username, 50).toLowerCase()))]
  const user = content.author_id === undefined ? undefined : includes.users.get(content.author_id)
  const media = content.attachments?.media_keys ?? []
  return {
    id: post.id,
    caseId: content === post && retweeted !== undefined ? retweeted : firstVersion(content),
    kind: kindOf(retweeted, quoted, reference('replied_to')),
    text,
    lang: content.lang ?? null,
    createdAt: createdAt(post),
    author: authorOf(content, user),
    conversationId: content.conversation_id ?? null,
    inReplyToId: reference('replied_to') ?? null,
    quotedId: quoted ?? null,
    mentions,
    hashtags: [...new Set((entities?.hashtags ?? []).map((hashtag) => clean(hashtag.tag, 300)))],
    place: placeOf(content, includes),
    point: content.geo?.coordinates?.coordinates ?? null,
    mediaTypes: media.map((key) => includes.media.get(key)?.type ?? MEDIA_BY_PREFIX[key.split('_')[0] ?? ''] ?? 'unknown'),
    ...mediaOf(media, includes),
    ...newestOf(content),
    summoned: isSummoned(mentions, quoted, includes, context.handle),
    rules: context.rules,
    source: context.source,
    missing: missingOf({ user, references, content, media }, includes),
  }
}

/** Edits arrive as new posts with new ids; the oldest id of the chain names the case. */
function firstVersion(post: XPost): string {
  return (post.edit_history_tweet_ids ?? post.edit_history_post_ids)?.[0] ?? post.id
}

function newestOf(post: XPost): Pick<Post, 'newestId'> {
  const newest = (post.edit_history_tweet_ids ?? post.edit_history_post_ids)?.at(-1)
  return newest === undefined || newest === post.id ? {} : { newestId: newest }
}

function kindOf(retweeted: string | undefined, quoted: string | undefined, repliedTo: string | undefined): PostKind {
  if (retweeted !== undefined) return 'retweet'
  if (quoted !== undefined) return 'quote'
  return repliedTo === undefined ? 'post' : 'reply'
}

function createdAt(post: XPost): number {
  const written = post.created_at === undefined ? NaN : Date.parse(post.created_at)
  return Number.isFinite(written) ? written : timeOf(post.id)
}

function authorOf(post: XPost, user: XUser | undefined): Author {
  return {
    id: user?.id ?? post.author_id ?? '0',
    handle: clean(user?.username ?? '', 50),
    name: clean(user?.name ?? '', MAX_NAME),
    location: user?.location === undefined ? null : clean(user.location, MAX_NAME),
    followers: user?.public_metrics?.followers_count ?? null,
  }
}

function placeOf(post: XPost, includes: Includes): Post['place'] {
  const place = post.geo?.place_id === undefined ? undefined : includes.places.get(post.geo.place_id)
  const name = place?.full_name ?? place?.name
  return name === undefined ? null : { name: clean(name, MAX_NAME), countryCode: place?.country_code ?? null }
}

const MAX_ALT = 1_000

/** What can be shown of the media: photos, and of videos the still picture. Other kinds are left out. */
function mediaOf(keys: readonly string[], includes: Includes): Pick<Post, 'media'> {
  const media = keys.flatMap((key): PostMedia[] => {
    const found = includes.media.get(key)
    const type = found?.type ?? MEDIA_BY_PREFIX[key.split('_')[0] ?? '']
    if (type !== 'photo' && type !== 'video' && type !== 'animated_gif') return []
    return [{ key, type, url: (type === 'photo' ? found?.url : found?.preview_image_url) ?? null, alt: found?.alt_text === undefined ? null : clean(found.alt_text, MAX_ALT) }]
  })
  return media.length > 0 ? { media } : {}
}

/** X lets an account reply only to whoever mentioned it or quoted one of its posts. */
function isSummoned(mentions: readonly string[], quoted: string | undefined, includes: Includes, handle: string): boolean {
  const own = handle.toLowerCase()
  if (mentions.includes(own)) return true
  const author = quoted === undefined ? undefined : includes.posts.get(quoted)?.author_id
  return author !== undefined && includes.users.get(author)?.username.toLowerCase() === own
}

function missingOf(
  found: { user: XUser | undefined; references: readonly { id: string }[]; content: XPost; media: readonly string[] }, includes: Includes,
): string[] {
  const placeId = found.content.geo?.place_id
  return [
    ...(found.user ? [] : ['author']),
    ...(placeId !== undefined && !includes.places.has(placeId) ? ['place'] : []),
    ...(found.references.some((one) => !includes.posts.has(one.id)) ? ['referenced'] : []),
    ...(found.media.some((key) => !includes.media.has(key)) ? ['media'] : []),
  ]
}

/** Text that any store, log or font survives: no NUL, no half surrogate, at most `max` code points. */
function clean(text: string, max: number): string {
  const whole = text.replaceAll('\u0000', '').toWellFormed()
  if (whole.length <= max) return whole
  let end = 0
  for (let points = 0; points < max && end < whole.length; points++) end += (whole.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  return whole.slice(0, end)
}
