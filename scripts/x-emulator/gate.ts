import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Core } from './core.ts'
import type { EndpointGroup, FaultOf } from './faults.ts'
import type { RateState } from './limiter.ts'
import { pageOf } from './page-token.ts'
import {
  clientForbidden, creditsDepleted, HTML_ERROR, legacyRateLimit, noRules, tooManyConnections, tooManyRequests, unauthorized, unavailable,
  unsupportedAuthentication, usageCapped, type Problem,
} from './problems.ts'

type Caller = 'app' | 'user'

export interface Endpoint {
  /** Name for limits, e.g. `search`. */
  name: string
  group: EndpointGroup
  /** Requests per 15 minutes by kind of caller; a kind without a limit is refused. */
  limits: Partial<Record<Caller, number>>
  /** Requests per 24 hours by a user. */
  perDay?: number
}

const APP_ONLY = 'OAuth 2.0 Application-Only'
const USER_CONTEXT = 'OAuth 1.0a User Context, OAuth 2.0 User Context'

/** What every endpoint does first: log, strike an armed fault, check the token, count against the limit, set the headers. */
export function gate(core: Core, endpoint: Endpoint): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    logRequest(core, request, response)
    response.setHeader('Date', new Date(core.clock()).toUTCString())
    const caller = callerOf(core, request)
    const limit = core.settings.limits[endpoint.name] ?? endpoint.limits[caller ?? 'app'] ?? endpoint.limits.user ?? 1
    const page = pageOf(request.query)
    const fault = core.faults.take('http', armed => (armed.on === 'any' || armed.on === endpoint.group) && (armed.page === undefined || armed.page === page))
    if (fault) return strike(core, response, fault, limit)
    if (!caller) return sendProblem(response, unauthorized())
    if (endpoint.limits[caller] === undefined) {
      return sendProblem(response, caller === 'app' ? unsupportedAuthentication(APP_ONLY, USER_CONTEXT) : unsupportedAuthentication('User Context', APP_ONLY))
    }
    const rate = core.limiter.spend(`${endpoint.name}:${caller}`, limit)
    setRateHeaders(response, rate)
    const day = endpoint.perDay === undefined ? undefined : core.limiter.spendDay(endpoint.name, core.settings.limits[`${endpoint.name}:day`] ?? endpoint.perDay)
    if (day) setDayHeaders(response, day)
    if (rate.isExceeded || day?.isExceeded) return sendProblem(response, tooManyRequests())
    response.locals['caller'] = caller
    next()
  }
}

/** Answers with an error body. */
export function sendProblem(response: Response, { status, body }: Problem): void {
  response.locals['because'] = body['connection_issue'] ?? body['title'] ?? null
  response.status(status).json(body)
}

export function isProblem(value: object): value is Problem {
  return 'status' in value && 'body' in value
}

function callerOf(core: Core, request: Request): Caller | undefined {
  const header = request.get('authorization') ?? ''
  const bearer = /^Bearer (\S+)$/.exec(header)?.[1]
  const oauth = /^OAuth .*\boauth_token="([^"]+)"/.exec(header)?.[1]
  if (bearer === undefined) return oauth === core.tokens.user ? 'user' : undefined
  if (bearer === core.tokens.app) return 'app'
  return bearer === core.tokens.user ? 'user' : undefined
}

function logRequest(core: Core, request: Request, response: Response): void {
  const entry = { at: core.clock(), method: request.method, path: request.path, query: { ...request.query }, status: 0 }
  core.log(entry)
  response.on('finish', () => {
    entry.status = response.statusCode
  })
}

function setRateHeaders(response: Response, rate: Omit<RateState, 'isExceeded'>): void {
  response.setHeader('x-rate-limit-limit', rate.limit)
  response.setHeader('x-rate-limit-remaining', rate.remaining)
  response.setHeader('x-rate-limit-reset', rate.reset)
}

function setDayHeaders(response: Response, day: Omit<RateState, 'isExceeded'>): void {
  response.setHeader('x-user-limit-24hour-limit', day.limit)
  response.setHeader('x-user-limit-24hour-remaining', day.remaining)
  response.setHeader('x-user-limit-24hour-reset', day.reset)
}

function strike(core: Core, response: Response, fault: FaultOf<'http'>, limit: number): void {
  const reset = Math.ceil(core.clock() / 1000 + fault.resetInSeconds)
  const isExhausted = fault.status === 429 && fault.variant !== 'too-many-connections' && fault.variant !== 'day-cap'
  setRateHeaders(response, { limit, remaining: isExhausted ? 0 : Math.max(0, limit - 2), reset })
  if (fault.variant === 'day-cap') setDayHeaders(response, { limit: 100, remaining: 0, reset })
  if (fault.variant === 'html') {
    response.locals['because'] = 'html'
    response.status(fault.status).type('html').send(HTML_ERROR)
    return
  }
  sendProblem(response, problemOf(fault))
}

function problemOf(fault: FaultOf<'http'>): Problem {
  switch (fault.status) {
    case 401: return unauthorized()
    case 402: return creditsDepleted()
    case 403: return fault.variant === 'usage-cap' ? { ...usageCapped(), status: 403 } : clientForbidden()
    case 409: return noRules()
    case 429: {
      if (fault.variant === 'too-many-connections') return tooManyConnections()
      if (fault.variant === 'usage-cap') return usageCapped()
      return fault.variant === 'legacy-rate-limit' ? legacyRateLimit() : tooManyRequests()
    }
    default: return unavailable(fault.status)
  }
}
