import { ApiRequestError, ApiResponseError } from 'twitter-api-v2'
import { z } from 'zod'
import type { XWriter } from '../../actions/ports.ts'
import type { Answered } from '../../domain/reply-life.ts'
import { linksIn } from '../../domain/weighted-length.ts'
import { createUserClient } from './client.ts'
import type { UserCredentials } from './client.ts'
import { detailOf } from './problem.ts'
import { idAt } from './snowflake.ts'
import { limitOf, whyRefused } from './write-refusal.ts'

export interface WriterOptions {
  baseUrl: string
  credentials: UserCredentials
  now: () => number
}

type Failed = Exclude<Answered, { did: 'posted' | 'not-found' }>

const PAGE = 100
/** So many of our newest posts are looked through for one whose answer was lost. */
const MOST_PAGES = 5
/** X's clock and ours, and what X took a moment before we noted that we sent. */
const MARGIN_MS = 300_000
/** Nothing had left us when these came. */
const NEVER_LEFT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED'])

const id = z.string().regex(/^\d{1,19}$/)
const created = z.object({ data: z.object({ id }) })
const messaged = z.object({ data: z.object({ dm_event_id: z.string().min(1).max(40) }) })
const account = z.object({ data: z.object({ id, username: z.string() }) })
const timeline = z.object({
  data: z.array(z.object({ id, text: z.string(), referenced_tweets: z.array(z.object({ type: z.string(), id })).optional(), referenced_posts: z.array(z.object({ type: z.string(), id })).optional() })).default([]),
  meta: z.object({ next_token: z.string().optional() }).default({}),
})
const events = z.object({ data: z.array(z.object({ id: z.string(), text: z.string().optional(), sender_id: id.optional(), created_at: z.string().optional() })).default([]) })
const looked = z.object({ data: z.array(z.object({ id })).default([]), errors: z.array(z.object({ resource_id: z.string().optional(), type: z.string().default('') })).default([]) })

/**
 * Our account at X through twitter-api-v2 in user context (OAuth 1.0a). Each call is one request, never repeated here: what may
 * be repeated is decided by who knows what X has (actions/send-reply.ts).
 * @throws PrahariError invalid, where the credentials may not go to that address.
 */
export function createXWriter({ baseUrl, credentials, now }: WriterOptions): XWriter & { close(): void } {
  const client = createUserClient(baseUrl, credentials)
  const { v2 } = client.api
  let own: { id: string; handle: string } | null = null

  async function asked<Value>(request: () => Promise<Value>): Promise<Value | Failed> {
    try {
      return await request()
    } catch (error) {
      return failureOf(error, now())
    }
  }
  const me: XWriter['me'] = () => asked(async () => {
    if (!own) {
      const { data } = account.parse(await v2.get<unknown>('users/me'))
      own = { id: data.id, handle: data.username }
    }
    return { did: 'found' as const, ...own }
  })
  return {
    me,
    post: (text, inReplyToId) => asked(async () => ({ did: 'posted' as const, id: created.parse(await v2.post<unknown>('tweets', { text, reply: { in_reply_to_tweet_id: inReplyToId } })).data.id })),
    message: async (userId, text) => inboxAware(await asked(async () => ({ did: 'posted' as const, id: messaged.parse(await v2.post<unknown>('dm_conversations/with/:participant_id/messages', { text }, { params: { participant_id: userId } })).data.dm_event_id }))),
    async findOwn(sinceMs, inReplyToId, text) {
      const who = await me()
      if (who.did !== 'found') return who
      return asked(async () => {
        let nextToken: string | undefined
        for (let page = 0; page < MOST_PAGES; page++) {
          const { data, meta } = timeline.parse(await v2.get<unknown>('users/:id/tweets', {
            max_results: PAGE, since_id: idAt(sinceMs - MARGIN_MS), 'tweet.fields': 'id,text,referenced_tweets', ...(nextToken === undefined ? {} : { pagination_token: nextToken }),
          }, { params: { id: who.id } }))
          const ours = data.find((post) => (post.referenced_tweets ?? post.referenced_posts ?? []).some((one) => one.type === 'replied_to' && one.id === inReplyToId) && comparable(post.text) === comparable(text))
          if (ours) return { did: 'posted' as const, id: ours.id }
          if (meta.next_token === undefined) break
          nextToken = meta.next_token
        }
        return { did: 'not-found' as const }
      })
    },
    async findMessage(sinceMs, userId, text) {
      const who = await me()
      if (who.did !== 'found') return who
      return asked(async () => {
        const { data } = events.parse(await v2.get<unknown>('dm_conversations/with/:participant_id/dm_events', { max_results: PAGE, 'dm_event.fields': 'id,text,sender_id,created_at' }, { params: { participant_id: userId } }))
        const ours = data.find((one) => one.sender_id === who.id && Date.parse(one.created_at ?? '') >= sinceMs - MARGIN_MS && comparable(one.text ?? '') === comparable(text))
        return ours ? { did: 'posted' as const, id: ours.id } : { did: 'not-found' as const }
      })
    },
    async isThere(postId) {
      const found = await asked(async () => looked.parse(await v2.get<unknown>('tweets', { ids: postId })))
      if ('did' in found) return 'unknown'
      if (found.data.some((post) => post.id === postId)) return 'there'
      return found.errors.some((one) => one.resource_id === postId && /\/(?:resource-not-found|not-authorized-for-resource)$/u.test(one.type)) ? 'gone' : 'unknown'
    },
    close: () => client.destroy(),
  }
}

/** A text as it can be compared with what X made of it: links become t.co, three signs are escaped, mentions of a thread go before it. */
function comparable(text: string): string {
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').normalize('NFC').replace(/^(?:\s*@[A-Za-z0-9_]{1,15}){1,50}/u, '')
  return linksIn(plain).reduceRight((sofar, { start, end }) => sofar.slice(0, start) + sofar.slice(end), plain).replaceAll(/\s+/gu, ' ').trim()
}

/** Which 403 of a message is a closed inbox is not established; what is about our app is told apart before. */
function inboxAware(answer: Answered): Answered {
  return answer.did === 'refused' && answer.why === 'other' && answer.detail.startsWith('403') ? { ...answer, why: 'dm-closed' } : answer
}

/** What a rejected call means for whether X has what we sent. */
function failureOf(error: unknown, now: number): Failed {
  if (error instanceof ApiResponseError) {
    if (error.code === 429 || error.code === 420) return { did: 'limited', ...limitOf(error.headers, now) }
    const detail = `${error.code} ${detailOf(error.data)}`.trim().slice(0, 200)
    if (error.code >= 500 || error.code === 408) return { did: 'lost', detail }
    return { did: 'refused', why: whyRefused(error.code, error.data), detail }
  }
  const code = error instanceof ApiRequestError ? codeOf(error) : ''
  if (NEVER_LEFT.has(code)) return { did: 'unreachable', detail: code }
  return { did: 'lost', detail: code || 'the answer was cut or is not what X documents' }
}

/** The library keeps the cause in a protected field. */
function codeOf(error: ApiRequestError): string {
  const options: unknown = (error as unknown as { _options?: unknown })._options
  const cause: unknown = typeof options === 'object' && options !== null && 'error' in options ? options.error : undefined
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'the connection was cut'
}
