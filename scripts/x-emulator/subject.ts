import type { XPost, XUser } from './objects.ts'

const TOKEN = /[\p{L}\p{M}\p{N}_]+/gu

/** What a rule looks at, derived once per post: folded tokens, tags, handles and flags. */
export interface Subject {
  author: ReadonlySet<string>
  mentions: ReadonlySet<string>
  hashtags: ReadonlySet<string>
  repliesTo: ReadonlySet<string>
  references: ReadonlySet<string>
  media: ReadonlySet<string>
  conversationId: string
  lang: string
  isVerified: boolean
  hasLinks: boolean
  hasGeo: boolean
  /** Whether the words of `phrase` stand side by side in the text. */
  hasPhrase(phrase: string): boolean
}

export interface SubjectSource {
  post: XPost
  author: XUser
  /** Who this post answers. */
  repliesTo: XUser | undefined
  media: readonly { type: string }[]
  /** Posts whose text counts as the post's own: the original of a retweet and, on the stream, a quoted post. */
  also?: readonly XPost[]
}

/** Describes a post for matching. Search ignores accents on Latin letters, the stream does not. */
export function describeSubject(source: SubjectSource, mode: 'stream' | 'search'): Subject {
  const { post } = source
  const all = [post, ...(source.also ?? [])]
  const entities = all.map(each => each.note_tweet?.entities ?? each.entities)
  const fold = mode === 'search' ? foldAccents : foldCase
  let haystack: string | undefined
  return {
    author: userKeys(source.author),
    mentions: new Set(entities.flatMap(each => each?.mentions ?? []).map(mention => mention.username.toLowerCase())),
    hashtags: new Set(entities.flatMap(each => each?.hashtags ?? []).map(hashtag => foldCase(hashtag.tag))),
    repliesTo: source.repliesTo ? userKeys(source.repliesTo) : new Set(),
    references: new Set(post.referenced_tweets?.map(reference => reference.type)),
    media: new Set(source.media.map(medium => medium.type)),
    conversationId: post.conversation_id,
    lang: post.lang,
    isVerified: source.author.verified,
    hasLinks: entities.some(each => (each?.urls?.length ?? 0) > 0),
    hasGeo: post.geo !== undefined,
    hasPhrase(phrase) {
      haystack ??= ` ${all.map(each => words(fold(each.note_tweet?.text ?? each.text))).join(' | ')} `
      const needle = words(fold(phrase))
      return needle !== '' && haystack.includes(` ${needle} `)
    },
  }
}

function userKeys(user: XUser): ReadonlySet<string> {
  return new Set([user.id, user.username.toLowerCase()])
}

function words(text: string): string {
  return (text.match(TOKEN) ?? []).join(' ')
}

function foldCase(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

/** Drops the combining marks of Latin letters only: a Devanagari matra is not an accent. */
function foldAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '').normalize('NFC').toLowerCase()
}
