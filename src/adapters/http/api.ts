import type { Request, Response, Router } from 'express'
import express from 'express'
import type { z } from 'zod'
import type { Crypto, Store } from '../../actions/ports.ts'
import type { QuarantinedFrame, InboxRow } from '../../actions/collections.ts'
import { signIn } from '../../actions/sign-in.ts'
import { signOut } from '../../actions/sign-out.ts'
import { byUrgency, toAlertView } from '../../contract/alert-view.ts'
import { ROUTES } from '../../contract/http.ts'
import type { Route, RouteAnswer, RouteName, SessionBody } from '../../contract/http.ts'
import { PrahariError } from '../../domain/errors.ts'
import { firstBreak } from '../../domain/history.ts'
import { nodeAt } from '../../domain/jurisdiction.ts'
import { mayInspect, maySee } from '../../domain/person.ts'
import type { Role, Viewer } from '../../domain/person.ts'
import { askToSignIn } from './refusal.ts'
import type { SessionCookie } from './session-cookie.ts'

export interface ApiDeps {
  store: Store
  crypto: Crypto
  cookie: SessionCookie
  sessionHours: number
  resolve: (token: string) => Promise<Viewer | null>
  failedJobs: (limit: number) => Promise<RouteAnswer<'failedJobs'>['jobs']>
}

type Input<Name extends RouteName, Part extends 'params' | 'query' | 'body'> =
  (typeof ROUTES)[Name] extends Record<Part, infer Schema extends z.ZodType> ? z.infer<Schema> : undefined

interface Call<Name extends RouteName> {
  params: Input<Name, 'params'>
  query: Input<Name, 'query'>
  body: Input<Name, 'body'>
  request: Request
  response: Response
}
type SignedIn<Name extends RouteName> = (typeof ROUTES)[Name]['access'] extends 'open' ? null : Viewer
type Handlers = { [Name in RouteName]: (call: Call<Name>, viewer: SignedIn<Name>) => Promise<RouteAnswer<Name>> | RouteAnswer<Name> }

const HOMES: Record<Role, string> = { wall: '/wall', officer: '/officer', desk: '/supervisor', supervisor: '/supervisor', admin: '/supervisor', auditor: '/supervisor' }

function sessionBody(viewer: Viewer): SessionBody {
  const node = nodeAt(viewer.scopePath)
  return { ...viewer, scopeName: node.name, scopeNameHi: node.nameHi, home: HOMES[viewer.role] }
}

function handlers(deps: ApiDeps): Handlers {
  const { store } = deps
  return {
    async signIn({ body, response }) {
      const { token, viewer, maxAgeMs } = await signIn(deps, body.token)
      response.setHeader('Set-Cookie', deps.cookie.set(token, maxAgeMs))
      return sessionBody(viewer)
    },
    whoAmI: (_, viewer) => sessionBody(viewer),
    async signOut({ request, response }) {
      const token = deps.cookie.read(request.headers.cookie)
      if (token) await signOut(deps, token)
      response.setHeader('Set-Cookie', deps.cookie.clear())
      return { did: 'signed-out' }
    },
    async openAlerts({ query }, viewer) {
      const dockets = await store.dockets.find({
        index: 'byAlert', equals: { alertOpen: 1 }, range: { gte: viewer.scopePath, lt: `${viewer.scopePath}\uffff` }, limit: 10_000,
      })
      const rendition = viewer.role === 'wall' ? 'wall' : 'full'
      const alerts = dockets.flatMap((docket) => toAlertView(docket, rendition) ?? []).sort(byUrgency)
      return { serverNow: store.now(), alerts: alerts.slice(0, query.limit) }
    },
    async alert({ params }, viewer) {
      const docket = await store.dockets.get(params.id)
      const alert = docket && maySee(viewer, docket.path) ? toAlertView(docket, 'full') : null
      if (!docket || !alert) throw new PrahariError('not-found', 'no such alert in your area', { field: 'id' })
      return { serverNow: store.now(), alert, history: docket.history, isHistoryWhole: firstBreak(docket.history, deps.crypto.sha256) === null }
    },
    async gaps({ query }) {
      const gaps = await store.gaps.find({ index: 'byStart', order: 'desc', limit: query.limit })
      return {
        serverNow: store.now(),
        gaps: gaps.map(({ id, state, startedAt, endedAt, reason, recovered, filledAt, note }) => ({ id, state, startedAt, endedAt, reason, recovered, filledAt, note })),
      }
    },
    failedJobs: async ({ query }) => ({ jobs: await deps.failedJobs(query.limit) }),
    async quarantine({ query }) {
      const [frames, posts] = await Promise.all([
        store.quarantine.find({ index: 'byReceived', order: 'desc', limit: query.limit }),
        store.inbox.find({ index: 'byState', equals: { state: 'quarantined', lane: 'none' }, order: 'desc', limit: query.limit }),
      ])
      const items = [...frames, ...posts].sort((a: QuarantinedFrame | InboxRow, b) => b.receivedAt - a.receivedAt).slice(0, query.limit)
      return { items: items.map(({ id, receivedAt, reason }) => ({ id, receivedAt, reason: reason ?? '' })) }
    },
  }
}

function isAllowed(access: Route['access'], viewer: Viewer): boolean {
  if (access === 'may-inspect') return mayInspect(viewer.role)
  return access !== 'not-wall' || viewer.role !== 'wall'
}

function parsePart(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
  if (!schema) return undefined
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new PrahariError('invalid', issue?.message ?? 'not understood', { field: [part, ...(issue?.path ?? [])].join('.') })
}

/** Every route of the contract: validated, checked for session, role and scope, answered in the contract's shape. */
export function apiRouter(deps: ApiDeps): Router {
  const router = express.Router()
  const table = handlers(deps)
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route: Route = ROUTES[name]
    router[route.method](route.path, async (request, response) => {
      const token = route.access === 'open' ? null : deps.cookie.read(request.headers.cookie)
      const viewer = token ? await deps.resolve(token) : null
      if (route.access !== 'open' && !viewer) {
        askToSignIn(response)
        return
      }
      if (viewer && !isAllowed(route.access, viewer)) throw new PrahariError('forbidden', `the role ${viewer.role} may not see this`)
      const call = {
        params: parsePart(route.params, request.params, 'params'),
        query: parsePart(route.query, request.query, 'query'),
        body: parsePart(route.body, request.body, 'body'),
        request, response,
      }
      // The table is keyed by the same names as the contract: TypeScript cannot follow the pairing through a loop.
      const answer = await (table[name] as (call: unknown, viewer: Viewer | null) => unknown)(call, viewer)
      response.json(answer)
    })
  }
  return router
}
