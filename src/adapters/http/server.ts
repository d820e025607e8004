import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { ROUTES } from '../../contract/http.ts'
import type { Route } from '../../contract/http.ts'
import { PrahariError } from '../../domain/errors.ts'
import { apiRouter } from './api.ts'
import type { ApiDeps } from './api.ts'
import { keepRawBody } from './raw-body.ts'
import { notFound, refusals } from './refusal.ts'

export interface Probe {
  isOk: boolean
  facts: Record<string, unknown>
}

export interface HttpDeps extends ApiDeps {
  /** Folder of the built consoles. */
  webFolder: string
  allowedOrigins: readonly string[]
  trustProxy: number
  isHttps: boolean
  probes: Record<'/livez' | '/readyz' | '/health/engine' | '/health/stream' | '/health/drill' | '/health/duty' | '/health/audit' | '/health/replies', () => Promise<Probe> | Probe>
  metrics: () => Promise<{ contentType: string; text: string }>
  hooks: { onRequest: (route: string, status: number) => void; onUnexpected: (error: unknown, requestId: string) => void }
}

const PAGES: Record<string, string> = { '/': 'index', '/wall': 'wall', '/officer': 'officer', '/supervisor': 'supervisor', '/supervisor/handover': 'supervisor', '/desk': 'desk', '/admin': 'admin', '/reports': 'reports', '/supervisor/roster': 'supervisor', '/sign-in': 'sign-in', '/track': 'track', '/track/:key': 'track', '/sheet': 'sheet' }
const MAX_BODY = '16kb'
const SIGNED = new Set<string>(Object.values<Route>(ROUTES).flatMap(({ path, isSigned }) => (isSigned ? [path] : [])))
const YEAR_MS = 31_536_000_000

/** The web server: probes, API, consoles. Not yet listening. */
export function createHttpServer(deps: HttpDeps): Server {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', deps.trustProxy)
  app.set('query parser', 'simple')
  app.use(requestId, counted(deps), securityHeaders(deps.isHttps))
  for (const [path, probe] of Object.entries(deps.probes)) {
    app.get(path, async (_request, response) => {
      const { isOk, facts } = await probe()
      response.status(isOk ? 200 : 503).json({ ok: isOk, ...facts })
    })
  }
  app.get('/metrics', async (_request, response) => {
    const { contentType, text } = await deps.metrics()
    response.type(contentType).send(text)
  })
  app.use('/api', noStore, sameOrigin(deps.allowedOrigins), express.json({ limit: MAX_BODY, verify: keepRawBody }))
  app.use(apiRouter(deps))
  app.use('/assets', express.static(join(deps.webFolder, 'assets'), { immutable: true, maxAge: YEAR_MS, fallthrough: true }))
  for (const [path, page] of Object.entries(PAGES)) {
    app.get(path, (_request, response) => response.sendFile(join(deps.webFolder, `${page}.html`), { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }))
  }
  app.use(express.static(deps.webFolder, { index: false, maxAge: 60_000 }))
  app.use(notFound, refusals(deps.hooks.onUnexpected))
  // A photo over a bad connection takes its time; a header never does.
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000, maxHeaderSize: 16 * 1024 }, app)
  server.keepAliveTimeout = 10_000
  return server
}

const requestId: RequestHandler = (_request, response, next) => {
  response.setHeader('X-Request-Id', randomUUID())
  next()
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}

function counted(deps: HttpDeps): RequestHandler {
  return (request, response, next) => {
    response.on('finish', () => {
      const route = request.path.startsWith('/api/') ? (request.route as { path?: string } | undefined)?.path : PAGES[request.path] ?? request.path.split('/')[1]
      const known = route && (route.startsWith('/api/') || ['assets', 'livez', 'readyz', 'health', 'metrics', ...Object.values(PAGES)].includes(route))
      deps.hooks.onRequest(known ? route : 'other', response.statusCode)
    })
    next()
  }
}

function securityHeaders(isHttps: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], fontSrc: ["'self'"], imgSrc: ["'self'", 'data:'], connectSrc: ["'self'"],
        objectSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"], requireTrustedTypesFor: ["'script'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
}

/**
 * State changes only from our own pages: by Sec-Fetch-Site where the browser sends it, else by Origin. A client that is
 * no browser sends neither and names our Origin itself.
 */
function sameOrigin(allowed: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || SIGNED.has(request.baseUrl + request.path)) {
      next()
      return
    }
    const site = request.headers['sec-fetch-site']
    const isOurs = request.headers.origin !== undefined && allowed.includes(request.headers.origin)
    if (!isOurs || (site !== undefined && site !== 'same-origin')) throw new PrahariError('forbidden', 'this request did not come from our own pages', { field: 'origin' })
    next()
  }
}
