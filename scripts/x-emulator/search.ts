import { Router, type Request, type Response } from 'express'
import type { Core } from './core.ts'
import { gate, isProblem, sendProblem } from './gate.ts'
import { compileRule, InvalidRule } from './match.ts'
import type { StoredPost } from './objects.ts'
import { readPageToken, tokenOf, writePageToken } from './page-token.ts'
import { invalidRequest, notFound, resourceProblem, type Problem } from './problems.ts'
import { present, readProjection } from './projection.ts'
import { TIERS } from './settings.ts'
import { compareIds, snowflakeAt } from './snowflake.ts'

const WINDOW_MS = 7 * 24 * 60 * 60_000
/** How close to now `end_time` may come. */
const MIN_END_AGE_MS = 10_000
const ID = /^\d{1,19}$/

/** The stretch of the timeline to read: ids above `after`, below `below`. */
interface Range {
  after: string
  below: string
  page: number
}

/** `/2/tweets/search/recent` and `/2/users/:id/mentions`: newest first, page by page. */
export function searchRouter(core: Core): Router {
  const router = Router()
  const path = '/2/tweets/search/recent'
  router.get(path, gate(core, { name: 'search', group: 'search', limits: { app: 450, user: 300 } }), (request, response) => {
    const query = typeof request.query['query'] === 'string' ? request.query['query'].trim() : ''
    const limit = TIERS[core.settings.tier].queryLength
    if (query === '' || [...query].length > limit) {
      return sendProblem(response, invalidRequest({ parameters: { query: [query] }, message: `query must be between 1 and ${limit} characters` }))
    }
    try {
      const matches = compileRule(query)
      answer(core, request, response, { smallest: 10, fits: stored => !isRetweet(stored) && matches(core.world.subject(stored, 'search')) })
    } catch (error) {
      if (!(error instanceof InvalidRule)) throw error
      sendProblem(response, invalidRequest({ parameters: { query: [query] }, message: error.message }))
    }
  })
  router.get('/2/users/:id/mentions', gate(core, { name: 'mentions', group: 'mentions', limits: { app: 450, user: 300 } }), (request, response) => {
    const id = String(request.params['id'])
    if (!ID.test(id)) return sendProblem(response, notFound())
    const user = core.world.user(id)
    if (!user) {
      response.json({ errors: [resourceProblem('user', 'id', id, 'not-found')] })
      return
    }
    answer(core, request, response, { smallest: 5, fits: ({ post }) => (post.note_tweet?.entities ?? post.entities)?.mentions?.some(mention => mention.id === id) ?? false })
  })
  // A timeline shows a post at once, unlike search: by it a reply whose answer was lost is found.
  router.get('/2/users/:id/tweets', gate(core, { name: 'timeline', group: 'posts', limits: { app: 10_000, user: 900 } }), (request, response) => {
    const id = String(request.params['id'])
    if (!core.world.user(id)) return sendProblem(response, notFound())
    answer(core, request, response, { smallest: 5, lagMs: core.settings.timelineLagMs, fits: ({ post }) => post.author_id === id })
  })
  return router
}

function answer(core: Core, request: Request, response: Response, search: { smallest: number; lagMs?: number; fits: (stored: StoredPost) => boolean }): void {
  const projection = readProjection(request.query, { dialect: core.settings.dialect, isStrict: core.settings.strictFields })
  if (isProblem(projection)) return sendProblem(response, projection)
  const asked = request.query['max_results']
  const size = asked === undefined ? 10 : Number(asked)
  if (!Number.isInteger(size) || size < search.smallest || size > 100) {
    return sendProblem(response, invalidRequest({ parameters: { max_results: [String(asked)] }, message: `The \`max_results\` query parameter value [${String(asked)}] is not between ${search.smallest} and 100` }))
  }
  const range = readRange(core, request, search.lagMs ?? core.searchLag())
  if (isProblem(range)) return sendProblem(response, range)
  const { posts, hasMore } = readNewestFirst(core, range, size, search.fits)
  const newest = posts[0]
  const oldest = posts.at(-1)
  response.json({
    ...(posts.length > 0 ? present(core.world, posts, projection) : {}),
    meta: {
      ...(newest && oldest ? { newest_id: newest.id, oldest_id: oldest.id } : {}),
      result_count: posts.length,
      ...(hasMore && oldest ? { next_token: writePageToken({ page: range.page + 1, below: oldest.id }) } : {}),
    },
  })
}

/** Walks down from the newest visible post; superseded and hidden ones are not found. */
function readNewestFirst(core: Core, range: Range, size: number, fits: (stored: StoredPost) => boolean): { posts: StoredPost[]; hasMore: boolean } {
  const { timeline } = core.world
  const posts: StoredPost[] = []
  for (let index = core.world.indexAfter(range.below) - 1; index >= 0; index--) {
    const stored = timeline[index]
    if (!stored || compareIds(stored.id, range.after) <= 0) break
    if (compareIds(stored.id, range.below) >= 0 || stored.visibility !== 'visible' || stored.supersededBy !== undefined) continue
    if (core.world.user(stored.post.author_id)?.protected || !fits(stored)) continue
    if (posts.length === size) return { posts, hasMore: true }
    posts.push(stored)
  }
  return { posts, hasMore: false }
}

function readRange(core: Core, request: Request, lagMs: number): Range | Problem {
  const { since_id: sinceId, until_id: untilId, start_time: startTime, end_time: endTime } = request.query
  const now = core.clock()
  const oldest = now - WINDOW_MS
  if ((sinceId !== undefined || untilId !== undefined) && (startTime !== undefined || endTime !== undefined)) {
    return invalidRequest({ parameters: {}, message: "Invalid use of 'since_id' or 'until_id' in conjunction with 'start_time' or 'end_time'." })
  }
  for (const [name, value] of Object.entries({ since_id: sinceId, until_id: untilId })) {
    if (value !== undefined && !(typeof value === 'string' && ID.test(value))) return refuse(name, value, `The \`${name}\` query parameter value [${String(value)}] is not a valid Post id`)
  }
  const edge = snowflakeAt(oldest)
  if (typeof sinceId === 'string' && compareIds(sinceId, edge) < 0) {
    const minute = `${new Date(oldest).toISOString().slice(0, 16)}Z`
    return refuse('since_id', sinceId, `'since_id' must be a tweet id created after ${minute}. Please use a 'since_id' that is larger than ${edge}`)
  }
  const start = readTime(startTime)
  const end = readTime(endTime)
  if (Number.isNaN(start)) return refuse('start_time', startTime, "'start_time' must be an ISO 8601 time")
  if (Number.isNaN(end)) return refuse('end_time', endTime, "'end_time' must be an ISO 8601 time")
  if (start !== undefined && start < oldest) return refuse('start_time', startTime, `'start_time' must be on or after ${new Date(oldest).toISOString()}`)
  if (end !== undefined && end > now - MIN_END_AGE_MS) return refuse('end_time', endTime, "'end_time' must be a minimum of 10 seconds prior to the request time.")
  const token = tokenOf(request.query)
  const page = token === undefined ? undefined : readPageToken(token)
  if (token !== undefined && !page) return refuse('next_token', token, 'The `next_token` query parameter value is not valid')
  const visible = snowflakeAt(now - lagMs + 1)
  const limits = [visible, ...(page ? [page.below] : []), ...(typeof untilId === 'string' ? [untilId] : []), ...(end === undefined ? [] : [snowflakeAt(end)])]
  return {
    after: typeof sinceId === 'string' ? sinceId : snowflakeAt(start ?? oldest),
    below: limits.reduce((least, id) => (compareIds(id, least) < 0 ? id : least)),
    page: page?.page ?? 1,
  }
}

function readTime(value: unknown): number | undefined {
  if (value === undefined) return undefined
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN
}

function refuse(parameter: string, value: unknown, message: string): Problem {
  return invalidRequest({ parameters: { [parameter]: [String(value)] }, message })
}

function isRetweet({ post }: StoredPost): boolean {
  return post.referenced_tweets?.some(reference => reference.type === 'retweeted') ?? false
}
