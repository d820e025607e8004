import { Router, type Request, type Response } from 'express'
import type { Core } from './core.ts'
import { gate, isProblem, sendProblem } from './gate.ts'
import type { StoredPost, XUser } from './objects.ts'
import { invalidRequest, resourceProblem } from './problems.ts'
import { listParameter, present, presentUser, readProjection, type Projection } from './projection.ts'

const MAX_IDS = 100

/** Posts and users by id and name. What is missing comes back in `errors` of a 200. */
export function lookupsRouter(core: Core): Router {
  const router = Router()
  const users = { group: 'users', limits: { app: 300, user: 900 } } as const
  router.get('/2/tweets', gate(core, { name: 'tweets', group: 'posts', limits: { app: 3500, user: 5000 } }), (request, response) => answerPosts(core, request, response, listParameter(request.query['ids']), false))
  router.get('/2/tweets/:id', gate(core, { name: 'tweets/:id', group: 'posts', limits: { app: 450, user: 900 } }), (request, response) => answerPosts(core, request, response, [String(request.params['id'])], true))
  router.get('/2/users/me', gate(core, { name: 'users/me', group: 'users', limits: { user: 75 } }), (request, response) => answerUsers(core, request, response, ['me'], 'id', true))
  router.get('/2/users/by', gate(core, { name: 'users/by', ...users }), (request, response) => answerUsers(core, request, response, listParameter(request.query['usernames']), 'usernames', false))
  router.get('/2/users/by/username/:username', gate(core, { name: 'users/by/username', ...users }), (request, response) => answerUsers(core, request, response, [String(request.params['username'])], 'username', true))
  router.get('/2/users', gate(core, { name: 'users', ...users }), (request, response) => answerUsers(core, request, response, listParameter(request.query['ids']), 'ids', false))
  router.get('/2/users/:id', gate(core, { name: 'users/:id', ...users }), (request, response) => answerUsers(core, request, response, [String(request.params['id'])], 'id', true))
  return router
}

function projectionFor(core: Core, request: Request, response: Response, wanted: readonly string[]): Projection | undefined {
  if (wanted.length === 0 || wanted.length > MAX_IDS) {
    sendProblem(response, invalidRequest({ parameters: { ids: [...wanted].slice(0, 3) }, message: `Between 1 and ${MAX_IDS} values must be given` }))
    return undefined
  }
  const projection = readProjection(request.query, { dialect: core.settings.dialect, isStrict: core.settings.strictFields })
  if (!isProblem(projection)) return projection
  sendProblem(response, projection)
  return undefined
}

function answerPosts(core: Core, request: Request, response: Response, ids: readonly string[], isSingle: boolean): void {
  const projection = projectionFor(core, request, response, ids)
  if (!projection) return
  const found: StoredPost[] = []
  const errors: Record<string, unknown>[] = []
  for (const id of new Set(ids)) {
    const stored = core.world.post(id)
    const isProtected = stored && (stored.visibility === 'protected' || stored.visibility === 'suspended' || core.world.user(stored.post.author_id)?.protected)
    if (stored?.visibility === 'visible' && !isProtected) found.push(stored)
    else errors.push(resourceProblem('tweet', isSingle ? 'id' : 'ids', id, isProtected ? 'not-authorized' : 'not-found'))
  }
  const { data, includes, errors: partial } = present(core.world, found, projection)
  const allErrors = [...errors, ...(partial ?? [])]
  response.json({
    ...(data.length > 0 ? { data: isSingle ? data[0] : data } : {}),
    ...(includes === undefined ? {} : { includes }),
    ...(allErrors.length > 0 ? { errors: allErrors } : {}),
  })
}

function answerUsers(core: Core, request: Request, response: Response, wanted: readonly string[], parameter: string, isSingle: boolean): void {
  const projection = projectionFor(core, request, response, wanted)
  if (!projection) return
  const found: XUser[] = []
  const errors: Record<string, unknown>[] = []
  for (const key of new Set(wanted)) {
    const user = key === 'me' ? core.world.account : parameter.startsWith('username') ? core.world.userNamed(key) : core.world.user(key)
    if (user) found.push(user)
    else errors.push(resourceProblem('user', parameter, key, 'not-found'))
  }
  const rows = found.map(user => presentUser(user, projection))
  response.json({
    ...(rows.length > 0 ? { data: isSingle ? rows[0] : rows } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  })
}
