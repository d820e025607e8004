import type { TwitterApi } from 'twitter-api-v2'
import { z } from 'zod'
import type { Post } from '../../domain/post.ts'
import type { Item } from './delivery.ts'
import { POST_FIELDS } from './fields.ts'
import { indexIncludes, parsePost } from './parse-post.ts'
import { wireTag } from './rule-check.ts'
import type { StreamRule } from './rule-check.ts'

export interface SearchCursor {
  sinceId: string
  nextToken: string | null
}

export interface SearchPage {
  items: Item[]
  posts: Post[]
  /** Null on the last page. */
  nextToken: string | null
  newestId: string | null
}

const PAGE_SIZE = 100
const pageSchema = z.object({
  data: z.array(z.unknown()).optional(),
  includes: z.unknown().optional(),
  meta: z.object({ next_token: z.string().optional(), newest_id: z.string().regex(/^\d{1,19}$/).optional().catch(undefined) }).optional(),
})

/**
 * One page of recent search for a rule. Times never go along: X refuses `since_id` together with them. Search does not say
 * which rules matched, so the posts get the tag of the one that was asked for.
 * @throws whatever the client throws, and ZodError for an answer that is no page.
 */
export async function searchPage(api: TwitterApi, rule: StreamRule, cursor: SearchCursor, handle: string): Promise<SearchPage> {
  const answer = pageSchema.parse(await api.v2.get<unknown>('tweets/search/recent', {
    query: rule.value.trim(), max_results: PAGE_SIZE, since_id: cursor.sinceId, ...(cursor.nextToken === null ? {} : { next_token: cursor.nextToken }), ...POST_FIELDS,
  }))
  const includes = indexIncludes(answer.includes)
  const context = { source: 'search', handle, rules: [wireTag(rule)] } as const
  const items = (answer.data ?? []).map((data): Item => {
    const parsed = parsePost(data, includes, { ...context, rules: [...context.rules] })
    return parsed.kind === 'post' ? parsed : { kind: 'raw', raw: JSON.stringify(data), reason: parsed.reason }
  })
  return {
    items, posts: items.flatMap((item) => (item.kind === 'post' ? [item.post] : [])),
    nextToken: answer.meta?.next_token ?? null, newestId: answer.meta?.newest_id ?? null,
  }
}

/** The id that X suggests instead of a `since_id` which is older than its seven days; null when the refusal is another. */
export function suggestedSinceId(detail: string): string | null {
  return /'since_id' must be .*larger than (\d{1,19})/.exec(detail)?.[1] ?? null
}
