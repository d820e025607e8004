import { composePost, hashNumber, inventUser, makeMedia, makePlace, unescapeText } from './compose.ts'
import type { InjectPost } from './inject.ts'
import type { StoredPost, XPost, XReference, XUser } from './objects.ts'
import { compareIds, IdMint, snowflakeAt } from './snowflake.ts'
import { describeSubject, type Subject } from './subject.ts'

/** The account whose inbox the police read. */
export const ACCOUNT_ID = '1600000000000000001'
export const ACCOUNT_NAME = 'PrahariUP'

const RETWEET_LENGTH = 140
const USER_EPOCH = Date.UTC(2015, 0, 1)

/** A request for something that is not there. */
export class Unknown extends Error {}

/** Users, posts and their order in time: all in memory, gone with the process. */
export class World {
  readonly account: XUser
  readonly #clock: () => number
  readonly #mint = new IdMint()
  readonly #users = new Map<string, XUser>()
  readonly #idByName = new Map<string, string>()
  readonly #posts = new Map<string, StoredPost>()
  /** Every post, oldest id first. */
  readonly #timeline: StoredPost[] = []
  #citizens = 0

  constructor(clock: () => number) {
    this.#clock = clock
    this.account = inventUser(ACCOUNT_ID, ACCOUNT_NAME, {
      name: 'Prahari UP (demo)', location: 'Lucknow, Uttar Pradesh', verified: true, verified_type: 'government', created_at: '2024-01-01T00:00:00.000Z',
    })
    this.keepUser(this.account)
  }

  get timeline(): readonly StoredPost[] {
    return this.#timeline
  }

  user(id: string): XUser | undefined {
    return this.#users.get(id)
  }

  userNamed(username: string): XUser | undefined {
    const id = this.#idByName.get(username.toLowerCase())
    return id === undefined ? undefined : this.#users.get(id)
  }

  /** The user of that name, invented when unknown; `details` are put over what is known. */
  ensureUser(username: string, details: Partial<XUser> = {}): XUser {
    const known = this.userNamed(username)
    const user = known ? { ...known, ...details } : inventUser(this.#freshUserId(username), username, details)
    if (!known || Object.keys(details).length > 0) this.keepUser(user)
    return user
  }

  keepUser(user: XUser): void {
    this.#users.set(user.id, user)
    this.#idByName.set(user.username.toLowerCase(), user.id)
  }

  post(id: string): StoredPost | undefined {
    return this.#posts.get(id)
  }

  freshId(at = this.#clock()): string {
    return this.#mint.next(at)
  }

  /** Makes a post, keeps it and answers it. Throws Unknown when it refers to a post that is not there. */
  create(request: InjectPost): StoredPost {
    const at = request.createdAt ?? this.#clock()
    const author = this.#authorOf(request)
    const id = this.freshId(at)
    const parent = request.replyTo === undefined ? undefined : this.#required(request.replyTo)
    const references: XReference[] = []
    if (request.retweetOf !== undefined) references.push({ type: 'retweeted', id: this.#required(request.retweetOf).id })
    if (request.quote !== undefined) references.push({ type: 'quoted', id: this.#required(request.quote).id })
    if (parent) references.push({ type: 'replied_to', id: parent.id })
    const media = (request.media ?? []).map((type, index) => makeMedia(type, snowflakeAt(at, 1000 + index), request.altText))
    const place = request.place === undefined ? undefined : makePlace(request.place, request.placeType, request.point)
    const geo: XPost['geo'] = place || request.point
      ? {
          ...(place ? { place_id: place.id } : {}),
          ...(request.point ? { coordinates: { type: 'Point', coordinates: request.point } } : {}),
        }
      : undefined
    const post = composePost({
      id, at, media, geo, references,
      authorId: author.id, authorName: author.username,
      text: request.text, lang: request.lang,
      conversationId: parent?.post.conversation_id, inReplyToUserId: parent?.post.author_id,
      replySettings: request.replySettings, isSensitive: request.isSensitive, withheld: request.withheld,
      idOf: username => this.ensureUser(username).id,
    })
    const stored: StoredPost = { id, createdAt: at, post, media, place, visibility: 'visible' }
    this.keep(stored)
    this.#count(references)
    return stored
  }

  /** A repost: text is cut as X cuts it, the whole is in the referenced post. */
  retweet(id: string, author?: string): StoredPost {
    const original = this.#required(id)
    const username = this.user(original.post.author_id)?.username ?? 'unknown'
    const whole = `RT @${username}: ${unescapeText(original.post.text)}`
    const points = [...whole]
    const text = points.length > RETWEET_LENGTH ? `${points.slice(0, RETWEET_LENGTH - 1).join('')}…` : whole
    return this.create({ text, retweetOf: original.id, lang: original.post.lang, ...(author === undefined ? {} : { author }) })
  }

  /** A new version of a post, as an edit makes it: new id, longer history. */
  edit(id: string, text: string): StoredPost {
    const original = this.#required(id)
    const latest = this.#latest(original)
    const author = this.user(latest.post.author_id) ?? this.account
    const at = this.#clock()
    const newId = this.freshId(at)
    const fresh = composePost({
      id: newId, at, text, media: latest.media, geo: latest.post.geo, references: latest.post.referenced_tweets,
      authorId: author.id, authorName: author.username, lang: undefined,
      conversationId: latest.post.conversation_id, inReplyToUserId: latest.post.in_reply_to_user_id,
      replySettings: latest.post.reply_settings, isSensitive: latest.post.possibly_sensitive, withheld: latest.post.withheld?.country_codes,
      idOf: username => this.ensureUser(username).id,
    })
    const history = [...latest.post.edit_history_tweet_ids, newId]
    const left = Math.max(0, latest.post.edit_controls.edits_remaining - 1)
    const post: XPost = {
      ...fresh,
      edit_history_tweet_ids: history,
      edit_controls: { ...latest.post.edit_controls, edits_remaining: left },
    }
    for (const version of history) {
      const stored = this.#posts.get(version)
      if (stored) stored.post.edit_history_tweet_ids = history
    }
    latest.supersededBy = newId
    const stored: StoredPost = { id: newId, createdAt: at, post, media: latest.media, place: latest.place, visibility: 'visible' }
    this.keep(stored)
    return stored
  }

  /** Takes a post (every version of it) out of sight. */
  hide(id: string, visibility: StoredPost['visibility']): void {
    for (const version of this.#required(id).post.edit_history_tweet_ids) {
      const stored = this.#posts.get(version)
      if (stored) stored.visibility = visibility
    }
  }

  /** Keeps a post that was made elsewhere (a burst), in its place by id. */
  keep(stored: StoredPost): void {
    this.#posts.set(stored.id, stored)
    const last = this.#timeline.at(-1)
    if (!last || compareIds(last.id, stored.id) < 0) this.#timeline.push(stored)
    else this.#timeline.splice(this.indexAfter(stored.id), 0, stored)
  }

  /** Index of the first post of the timeline whose id is larger than `id`. */
  indexAfter(id: string): number {
    let low = 0
    let high = this.#timeline.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const probe = this.#timeline[middle]
      if (probe && compareIds(probe.id, id) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /** What rules look at. The stream also reads the text of the quoted post, search does not. */
  subject(stored: StoredPost, mode: 'stream' | 'search'): Subject {
    const { post } = stored
    const also = (post.referenced_tweets ?? [])
      .filter(({ type }) => type === 'retweeted' || (type === 'quoted' && mode === 'stream'))
      .flatMap(({ id }) => this.#posts.get(id)?.post ?? [])
    return describeSubject(
      {
        post,
        author: this.user(post.author_id) ?? this.account,
        repliesTo: post.in_reply_to_user_id === undefined ? undefined : this.user(post.in_reply_to_user_id),
        media: stored.media,
        also,
      },
      mode,
    )
  }

  #latest(stored: StoredPost): StoredPost {
    const newest = stored.post.edit_history_tweet_ids.at(-1)
    return (newest === undefined ? undefined : this.#posts.get(newest)) ?? stored
  }

  #required(id: string): StoredPost {
    const stored = this.#posts.get(id)
    if (!stored) throw new Unknown(`there is no post ${id}`)
    return stored
  }

  #authorOf(request: InjectPost): XUser {
    const username = request.author ?? `citizen_${String(++this.#citizens).padStart(4, '0')}`
    return this.ensureUser(username, {
      ...(request.authorName === undefined ? {} : { name: request.authorName }),
      ...(request.location === undefined ? {} : { location: request.location }),
      ...(request.isProtected === undefined ? {} : { protected: request.isProtected }),
      ...(request.receivesDm === undefined ? {} : { receives_your_dm: request.receivesDm }),
    })
  }

  #count(references: readonly XReference[]): void {
    for (const { type, id } of references) {
      const metrics = this.#posts.get(id)?.post.public_metrics
      if (!metrics) continue
      if (type === 'retweeted') metrics.retweet_count++
      else if (type === 'quoted') metrics.quote_count++
      else metrics.reply_count++
    }
  }

  /** Depends on the name alone, so that a handle has the same id in every run; a clash takes the next free one. */
  #freshUserId(username: string): string {
    let sequence = hashNumber(`${username.toLowerCase()}:id`, 4_000_000)
    const at = USER_EPOCH + hashNumber(`${username.toLowerCase()}:joined`, 3_600_000_000)
    let id = snowflakeAt(at, sequence)
    while (this.#users.has(id)) id = snowflakeAt(at, ++sequence)
    return id
  }
}
