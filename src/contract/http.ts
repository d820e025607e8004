import { z } from 'zod'
import { ROLES } from '../domain/person.ts'
import { alertView } from './alert-view.ts'

/** The one shape of every refusal over HTTP. */
export const errorBody = z.object({
  error: z.object({
    kind: z.enum(['invalid', 'forbidden', 'not-found', 'conflict', 'unavailable']),
    message: z.string(),
    field: z.string().nullable(),
    requestId: z.string(),
  }),
})
export type ErrorBody = z.infer<typeof errorBody>

export const session = z.object({
  personId: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  scopePath: z.string(),
  scopeName: z.string(),
  scopeNameHi: z.string(),
  home: z.string().describe('The page this role works on: /wall, /officer, /supervisor'),
})
export type SessionBody = z.infer<typeof session>

const historyEntry = z.object({
  seq: z.int(), at: z.number(), who: z.string(), what: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  previous: z.string(), hash: z.string(),
})

const gap = z.object({
  id: z.string(), state: z.enum(['open', 'filling', 'filled', 'unrecoverable']),
  startedAt: z.number(), endedAt: z.number().nullable(), reason: z.string(),
  recovered: z.int(), filledAt: z.number().nullable(), note: z.string().nullable(),
})

const limit = z.coerce.number().int().min(1).max(500).default(100)

export interface Route {
  method: 'get' | 'post' | 'delete'
  path: string
  summary: string
  /** Who may call it: `open` needs no session. */
  access: 'open' | 'signed-in' | 'may-inspect' | 'not-wall'
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  answer: z.ZodType
}

/** Every JSON route of the server: what validates a request is what the OpenAPI document is made from. */
export const ROUTES = {
  signIn: {
    method: 'post', path: '/api/session', access: 'open', summary: 'Trade a one-time sign-in token for a session cookie',
    body: z.strictObject({ token: z.string().min(20).max(200) }), answer: session,
  },
  whoAmI: { method: 'get', path: '/api/session', access: 'signed-in', summary: 'The session in use', answer: session },
  signOut: { method: 'delete', path: '/api/session', access: 'signed-in', summary: 'End the session, and its sockets', answer: z.object({ did: z.string() }) },
  openAlerts: {
    method: 'get', path: '/api/alerts', access: 'signed-in', summary: 'Open alerts of the scope, most urgent first',
    query: z.strictObject({ limit }), answer: z.object({ serverNow: z.number(), alerts: z.array(alertView) }),
  },
  alert: {
    method: 'get', path: '/api/alerts/:id', access: 'not-wall', summary: 'One alert with its history',
    params: z.strictObject({ id: z.string().min(1).max(80) }),
    answer: z.object({ serverNow: z.number(), alert: alertView, history: z.array(historyEntry), isHistoryWhole: z.boolean() }),
  },
  gaps: {
    method: 'get', path: '/api/gaps', access: 'signed-in', summary: 'Stretches of time in which the stream could not see, newest first',
    query: z.strictObject({ limit }), answer: z.object({ serverNow: z.number(), gaps: z.array(gap) }),
  },
  failedJobs: {
    method: 'get', path: '/api/failed-jobs', access: 'may-inspect', summary: 'Jobs that failed for good, kept for inspection',
    query: z.strictObject({ limit }),
    answer: z.object({ jobs: z.array(z.object({ queue: z.string(), id: z.string(), reason: z.string(), attempts: z.int(), failedAt: z.number().nullable() })) }),
  },
  quarantine: {
    method: 'get', path: '/api/quarantine', access: 'may-inspect', summary: 'Posts and frames that could not be judged, with the reason, newest first',
    query: z.strictObject({ limit }),
    answer: z.object({ items: z.array(z.object({ id: z.string(), receivedAt: z.number(), reason: z.string() })) }),
  },
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof ROUTES
export type RouteAnswer<Name extends RouteName> = z.infer<(typeof ROUTES)[Name]['answer']>
