import express, { type ErrorRequestHandler, type Express } from 'express'
import { connectionsRouter } from './connections.ts'
import type { Core } from './core.ts'
import { gate, sendProblem } from './gate.ts'
import { lookupsRouter } from './lookups.ts'
import { picturesRouter } from './pictures.ts'
import { invalidRequest, notFound, unavailable } from './problems.ts'
import { rulesRouter } from './rules.ts'
import { searchRouter } from './search.ts'
import { writesRouter } from './writes.ts'

/** The paths of the X API v2, at the root of the server as twitter-api-v2 needs them. */
export function createXApi(core: Core): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(express.json({ limit: '1mb' }))
  app.use(rulesRouter(core))
  const streamGate = gate(core, { name: 'stream', group: 'stream', limits: { app: 50 } })
  app.get('/2/tweets/search/stream', core.hub.watch, streamGate, (request, response) => core.hub.connect(request, response))
  app.use(searchRouter(core))
  app.use(connectionsRouter(core))
  app.use(writesRouter(core))
  app.use(lookupsRouter(core))
  app.use(picturesRouter())
  app.use((_request, response) => sendProblem(response, notFound()))
  const onError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const isBadJson = error instanceof SyntaxError
    sendProblem(response, isBadJson ? invalidRequest({ parameters: {}, message: 'The body is not valid JSON.' }) : unavailable(500))
  }
  app.use(onError)
  return app
}
