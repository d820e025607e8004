import type { TwitterApi } from 'twitter-api-v2'
import { z } from 'zod'
import type { PostLookup } from '../../actions/ports.ts'
import { PrahariError } from '../../domain/errors.ts'
import { POST_FIELDS } from './fields.ts'
import { indexIncludes, parsePost } from './parse-post.ts'
import { problemOfError } from './problem.ts'

/** Most ids of one request (X API, GET /2/tweets). */
const MOST_IDS = 100
const answerSchema = z.object({ data: z.array(z.unknown()).optional(), includes: z.unknown().optional() })

/** Reads single posts by id, in requests of a hundred. @param handle our own, without @. */
export function createLookup(api: TwitterApi, handle: string, now: () => number): PostLookup {
  return {
    async lookup(ids) {
      const posts = []
      for (let at = 0; at < ids.length; at += MOST_IDS) posts.push(...await page(api, handle, ids.slice(at, at + MOST_IDS), now))
      return posts
    },
  }
}

async function page(api: TwitterApi, handle: string, ids: readonly string[], now: () => number) {
  try {
    const answer = answerSchema.parse(await api.v2.get<unknown>('tweets', { ids: ids.join(), ...POST_FIELDS }))
    const includes = indexIncludes(answer.includes)
    return (answer.data ?? []).flatMap((data) => {
      const parsed = parsePost(data, includes, { source: 'lookup', handle, rules: [] })
      return parsed.kind === 'post' ? [parsed.post] : []
    })
  } catch (error) {
    throw new PrahariError('unavailable', `X: ${problemOfError(error, now()).detail}`, { cause: error })
  }
}
