import type { Router } from 'express'
import express from 'express'
import type { z } from 'zod'
import type { Crypto } from '../../actions/ports.ts'
import type { QuarantinedFrame, InboxRow } from '../../actions/collections.ts'
import { signIn } from '../../actions/sign-in.ts'
import { signOut } from '../../actions/sign-out.ts'
import { byUrgency, toAlertView } from '../../contract/alert-view.ts'
import { ROUTES } from '../../contract/http.ts'
import type { Route, RouteAnswer, RouteName, SessionBody } from '../../contract/http.ts'
import { PrahariError } from '../../domain/errors.ts'
import { nodeAt } from '../../domain/jurisdiction.ts'
import { MAX_PHOTO_SENT } from '../../domain/note.ts'
import { mayAct, mayAdminister, mayAudit, mayInspect, mayKeepWalls, mayReplay, mayReport, mayReview, mayRoster, maySupervise } from '../../domain/person.ts'
import type { Role, Viewer } from '../../domain/person.ts'
import { adminHandlers } from './admin.ts'
import type { AdminDeps } from './admin.ts'
import { bookHandlers } from './book.ts'
import type { BookHttpDeps } from './book.ts'
import { deliveryHandlers } from './delivering.ts'
import type { DeliveringDeps } from './delivering.ts'
import { deskHandlers } from './desk.ts'
import type { DeskHttpDeps } from './desk.ts'
import { dutyHandlers } from './duty.ts'
import type { DutyHttpDeps } from './duty.ts'
import { evidenceHandlers } from './evidence.ts'
import type { EvidenceDeps } from './evidence.ts'
import type { Handlers } from './handlers.ts'
import { learningHandlers } from './learning.ts'
import type { LearningDeps } from './learning.ts'
import { noteHandlers } from './noting.ts'
import type { NotingDeps } from './noting.ts'
import { readBytes } from './raw-body.ts'
import { askToSignIn } from './refusal.ts'
import { replyHandlers } from './replying.ts'
import type { ReplyingDeps } from './replying.ts'
import type { SessionCookie } from './session-cookie.ts'
import { citizenLimit, trackHandlers } from './track.ts'
import { wallHandlers } from './walls.ts'

export interface ApiDeps extends LearningDeps, AdminDeps, BookHttpDeps, DeliveringDeps, DutyHttpDeps, EvidenceDeps, NotingDeps, DeskHttpDeps, ReplyingDeps {
  crypto: Crypto
  cookie: SessionCookie
  sessionHours: number
  resolve: (token: string) => Promise<Viewer | null>
  failedJobs: (limit: number) => Promise<RouteAnswer<'failedJobs'>['jobs']>
}

const HOMES: Record<Role, string> = { wall: '/wall', officer: '/officer', desk: '/desk', supervisor: '/supervisor', admin: '/admin', auditor: '/reports' }

function sessionBody({ duty }: Pick<ApiDeps, 'duty'>, viewer: Viewer): SessionBody {
  const node = nodeAt(viewer.scopePath)
  return { ...viewer, ...duty.of(viewer), scopeName: node.name, scopeNameHi: node.nameHi, home: HOMES[viewer.role] }
}

function handlers(deps: ApiDeps): Handlers {
  const { store } = deps
  return {
    async signIn({ body, response }) {
      const { token, viewer, maxAgeMs } = await signIn(deps, body.token)
      response.setHeader('Set-Cookie', deps.cookie.set(token, maxAgeMs))
      return sessionBody(deps, viewer)
    },
    whoAmI: (_, viewer) => sessionBody(deps, viewer),
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
    ...adminHandlers(deps),
    ...bookHandlers(deps),
    ...learningHandlers(deps),
    ...deliveryHandlers(deps),
    ...dutyHandlers(deps),
    ...evidenceHandlers(deps),
    ...trackHandlers({ ...deps.act, policy: deps.correct.policy, signer: deps.outside.signer }),
    ...wallHandlers(deps),
    ...noteHandlers(deps),
    ...deskHandlers(deps),
    ...replyHandlers(deps),
  }
}

function isAllowed(access: Route['access'], viewer: Viewer): boolean {
  if (access === 'may-inspect') return mayInspect(viewer.role)
  if (access === 'may-act') return mayAct(viewer.role)
  if (access === 'may-review') return mayReview(viewer.role)
  if (access === 'may-replay') return mayReplay(viewer.role)
  if (access === 'may-roster') return mayRoster(viewer.role)
  if (access === 'may-keep-walls') return mayKeepWalls(viewer.role)
  if (access === 'may-administer') return mayAdminister(viewer.role)
  if (access === 'may-audit') return mayAudit(viewer.role)
  if (access === 'may-report') return mayReport(viewer.role)
  if (access === 'may-supervise') return maySupervise(viewer.role)
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
  const limit = citizenLimit()
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route: Route = ROUTES[name]
    router[route.method](route.path, ...(route.isLimited ? [limit] : []), async (request, response) => {
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
        // Only now: nobody's eight megabytes are read who may not send them.
        bytes: route.takes ? await readBytes(request, MAX_PHOTO_SENT) : undefined,
        request, response,
      }
      // The table is keyed by the same names as the contract: TypeScript cannot follow the pairing through a loop.
      const answer = await (table[name] as (call: unknown, viewer: Viewer | null) => unknown)(call, viewer)
      if (!route.gives) response.json(answer)
    })
  }
  return router
}
