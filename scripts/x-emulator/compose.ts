import { createHash } from 'node:crypto'
import type { XEntities, XMedia, XPlace, XPost, XUser } from './objects.ts'

const ENTITY = /(?<![\p{L}\p{N}_@])@(?<mention>[A-Za-z0-9_]{1,15})|(?<![\p{L}\p{N}_&#])#(?<hashtag>[\p{L}\p{M}\p{N}_]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*)|(?<![\p{L}\p{N}_$])\$(?<cashtag>[A-Z]{1,6})\b|(?<url>https?:\/\/[^\s]+)/gu
const DEVANAGARI = /\p{Script=Devanagari}/gu
const HINGLISH = /\b(?:hai|hain|ka|ki|ke|ko|se|mein|nahi|nhi|kya|aur|bhi|koi|raha|rahe|rahi|kar|karo|bhai|sir ji|yahan|wala|gaya|gayi|ho|mera|meri|hum|aap|abhi|par)\b/gi
/** Above this weighted length X cuts `text` and puts the whole into `note_tweet`. */
const SHORT_LENGTH = 280
const CUT_LENGTH = 270

/** Weighted length by X's rules: light blocks count 1, everything else 2, a URL 23 (an emoji sequence is counted by its code points). */
export function weightedLength(text: string): number {
  let length = 0
  for (const sign of text.normalize('NFC').replaceAll(/https?:\/\/\S+/g, 'x'.repeat(23))) {
    const point = sign.codePointAt(0) ?? 0
    const isLight = point <= 0x10ff || (point >= 0x2000 && point <= 0x200d) || (point >= 0x2010 && point <= 0x201f) || (point >= 0x2032 && point <= 0x2037)
    length += isLight ? 1 : 2
  }
  return length
}

/** X escapes three characters in `text`. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Undoes `escapeText`. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Finds mentions, hashtags, cashtags and links; offsets count code points of the escaped text, end exclusive. */
export function findEntities(escaped: string, idOf: (username: string) => string): XEntities | undefined {
  const found: Required<Pick<XEntities, 'mentions' | 'hashtags' | 'cashtags' | 'urls'>> = { mentions: [], hashtags: [], cashtags: [], urls: [] }
  let unit = 0
  let point = 0
  for (const match of escaped.matchAll(ENTITY)) {
    point += countPoints(escaped, unit, match.index)
    unit = match.index
    const start = point
    const end = start + countPoints(escaped, unit, unit + match[0].length)
    const { mention, hashtag, cashtag, url } = match.groups ?? {}
    if (mention) found.mentions.push({ start, end, username: mention, id: idOf(mention) })
    else if (hashtag) found.hashtags.push({ start, end, tag: hashtag })
    else if (cashtag) found.cashtags.push({ start, end, tag: cashtag })
    else if (url) found.urls.push({ start, end, url, expanded_url: url, display_url: url.replace(/^https?:\/\//, '') })
  }
  const entries = Object.entries(found).filter(([, list]) => list.length > 0)
  return entries.length > 0 ? (Object.fromEntries(entries)) : undefined
}

function countPoints(text: string, from: number, to: number): number {
  let count = 0
  for (let index = from; index < to; count++) index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
  return count
}

/** X's rough guess of the language; Hinglish mostly comes out as `hi`, sometimes as `en`. */
export function guessLanguage(text: string): string {
  const devanagari = text.match(DEVANAGARI)?.length ?? 0
  if (devanagari > 0.25 * text.length) return 'hi'
  const hinglish = text.match(HINGLISH)?.length ?? 0
  if (hinglish >= 3 || devanagari > 0) return 'hi'
  return /[a-z]{2}/i.test(text) ? 'en' : 'und'
}

/** A number in [0, size) that depends on `seed` only: profiles and pictures look alike in every run. */
export function hashNumber(seed: string, size: number): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) % size
}

/** A plausible profile for a username that nobody described. */
export function inventUser(id: string, username: string, details: Partial<XUser> = {}): XUser {
  const since = Date.UTC(2012, 0, 1) + hashNumber(`${username}:since`, 4000) * 86_400_000
  return {
    id,
    username,
    name: username.replaceAll('_', ' ').trim() || username,
    created_at: new Date(since).toISOString(),
    description: '',
    verified: false,
    verified_type: 'none',
    protected: false,
    receives_your_dm: hashNumber(`${username}:dm`, 4) > 0,
    profile_image_url: 'https://pbs.twimg.com/profile_images/FICTIONAL/default_normal.png',
    public_metrics: {
      followers_count: hashNumber(`${username}:followers`, 900),
      following_count: hashNumber(`${username}:following`, 600),
      tweet_count: hashNumber(`${username}:posts`, 5000),
      listed_count: hashNumber(`${username}:listed`, 6),
      like_count: hashNumber(`${username}:likes`, 3000),
      media_count: hashNumber(`${username}:media`, 200),
    },
    ...details,
  }
}

/** A place from its name: `Lucknow` becomes a city with a bounding box around `centre` ([lon, lat]) or the middle of the state. */
export function makePlace(name: string, placeType: XPlace['place_type'] = 'city', centre: readonly [number, number] = [80.95, 26.85]): XPlace {
  const short = name.split(',')[0]?.trim() ?? name
  const reach = placeType === 'city' ? 0.12 : placeType === 'admin' ? 2 : 0.01
  const [lon, lat] = centre
  return {
    id: createHash('sha256').update(name).digest('hex').slice(0, 16),
    full_name: name.includes(',') ? name : `${name}, India`,
    name: short,
    place_type: placeType,
    country: 'India',
    country_code: 'IN',
    geo: { type: 'Feature', bbox: [lon - reach, lat - reach, lon + reach, lat + reach], properties: {} },
  }
}

const MEDIA_PREFIX: Readonly<Record<XMedia['type'], string>> = { photo: '3_', video: '7_', animated_gif: '16_' }

/** A picture or clip of a post; only a photo has a `url`. */
export function makeMedia(type: XMedia['type'], id: string, altText?: string): XMedia {
  const file = `https://pbs.twimg.com/media/FICTIONAL${id.slice(-8)}.jpg`
  return {
    media_key: MEDIA_PREFIX[type] + id,
    type,
    width: 1280,
    height: 960,
    ...(type === 'photo' ? { url: file } : { preview_image_url: file }),
    ...(type === 'video' ? { duration_ms: 14_000 } : {}),
    ...(altText === undefined ? {} : { alt_text: altText }),
  }
}

export interface PostParts {
  id: string
  authorId: string
  authorName: string
  at: number
  /** Plain text as the citizen typed it. */
  text: string
  lang: string | undefined
  conversationId: string | undefined
  inReplyToUserId: string | undefined
  references: XPost['referenced_tweets']
  media: readonly XMedia[]
  geo: XPost['geo']
  replySettings: XPost['reply_settings'] | undefined
  isSensitive: boolean | undefined
  withheld: string[] | undefined
  idOf(username: string): string
}

/** The full v2 object of a new post: text escaped and cut, entities, note for long texts, controls and metrics. */
export function composePost(parts: PostParts): XPost {
  const { id, media } = parts
  const link = media[0] ? ` https://t.co/${id.slice(-10)}` : ''
  const isLong = weightedLength(parts.text) > SHORT_LENGTH
  const whole = escapeText(parts.text)
  const text = (isLong ? `${cut(whole)}…` : whole) + link
  const entities = linkMedia(findEntities(text, parts.idOf), parts)
  const noteEntities = isLong ? findEntities(whole, parts.idOf) : undefined
  return {
    id,
    text,
    edit_history_tweet_ids: [id],
    author_id: parts.authorId,
    created_at: new Date(parts.at).toISOString(),
    conversation_id: parts.conversationId ?? id,
    ...(parts.inReplyToUserId === undefined ? {} : { in_reply_to_user_id: parts.inReplyToUserId }),
    ...(parts.references?.length ? { referenced_tweets: parts.references } : {}),
    lang: parts.lang ?? guessLanguage(parts.text),
    possibly_sensitive: parts.isSensitive ?? false,
    reply_settings: parts.replySettings ?? 'everyone',
    ...(media.length > 0 ? { attachments: { media_keys: media.map(medium => medium.media_key) } } : {}),
    ...(parts.geo === undefined ? {} : { geo: parts.geo }),
    ...(entities === undefined ? {} : { entities }),
    ...(isLong ? { note_tweet: { text: whole, ...(noteEntities === undefined ? {} : { entities: noteEntities }) } } : {}),
    ...(parts.withheld?.length ? { withheld: { copyright: false, country_codes: parts.withheld, scope: 'tweet' as const } } : {}),
    edit_controls: { edits_remaining: 5, is_edit_eligible: parts.inReplyToUserId === undefined, editable_until: new Date(parts.at + 30 * 60_000).toISOString() },
    public_metrics: { retweet_count: 0, reply_count: 0, like_count: 0, quote_count: 0, bookmark_count: 0, impression_count: 0 },
  }
}

/** Cuts without tearing an entity such as `&amp;` apart. */
function cut(escaped: string): string {
  return [...escaped].slice(0, CUT_LENGTH).join('').replace(/&[a-z]{0,3}$/, '')
}

function linkMedia(entities: XEntities | undefined, parts: PostParts): XEntities | undefined {
  const short = `https://t.co/${parts.id.slice(-10)}`
  const [first] = parts.media
  for (const url of entities?.urls ?? []) {
    if (url.url !== short || !first) continue
    url.expanded_url = `https://x.com/${parts.authorName}/status/${parts.id}/photo/1`
    url.display_url = `pic.x.com/${parts.id.slice(-10)}`
    url.media_key = first.media_key
  }
  return entities
}
