import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { z } from 'zod'
import type { Core } from './core.ts'
import { faultSchema } from './faults.ts'
import { burstSchema, editSchema, hideSchema, injectSchema, retweetSchema } from './inject.ts'
import type { Emulator } from './server.ts'
import { settingsSchema, type SettingsPatch } from './settings.ts'
import { Unknown } from './world.ts'

const rawSchema = z.strictObject({ text: z.string().optional(), base64: z.base64().optional() })
  .refine(body => (body.text === undefined) !== (body.base64 === undefined), 'exactly one of text and base64 must be given')
const manySchema = z.strictObject({ posts: z.array(injectSchema).min(1).max(10_000) })

/** The operator's side: putting posts in, striking faults, looking at what arrived. Same verbs as the in-process `Emulator`. */
export function createAdmin(core: Core, emulator: Emulator): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(onlyLoopback, express.json({ limit: '20mb' }))
  app.get('/', (_request, response) => response.json({ origin: emulator.origin, account: emulator.account, now: emulator.now(), settings: emulator.settings }))
  app.post('/posts', (request, response) => response.status(201).json(emulator.inject(injectSchema.parse(request.body))))
  app.post('/posts/batch', (request, response) => response.status(201).json({ posts: manySchema.parse(request.body).posts.map(post => emulator.inject(post)) }))
  app.put('/posts/:id', (request, response) => response.json(emulator.edit(request.params.id, editSchema.parse(request.body).text)))
  app.delete('/posts/:id', (request, response) => {
    const { visibility } = hideSchema.parse(request.body ?? {})
    core.world.hide(request.params.id, visibility)
    response.status(204).end()
  })
  app.post('/posts/:id/retweet', (request, response) => response.status(201).json(emulator.retweet(request.params.id, retweetSchema.parse(request.body ?? {}).author)))
  app.post('/burst', async (request, response) => response.json(await emulator.burst(burstSchema.parse(request.body))))
  app.get('/faults', (_request, response) => response.json({ faults: emulator.faults() }))
  app.post('/faults', (request, response) => response.status(201).json({ id: emulator.fault(faultSchema.parse(request.body)) }))
  app.delete('/faults', (_request, response) => response.json({ cleared: emulator.clearFaults() }))
  app.delete('/faults/:id', (request, response) => response.json({ cleared: emulator.clearFaults(z.coerce.number().int().parse(request.params.id)) }))
  app.get('/settings', (_request, response) => response.json(emulator.settings))
  app.patch('/settings', (request, response) => {
    emulator.configure(readPatch(request.body))
    response.json(emulator.settings)
  })
  app.post('/raw', (request, response) => {
    const { text, base64 } = rawSchema.parse(request.body)
    emulator.raw(text ?? Buffer.from(base64 ?? '', 'base64'))
    response.status(204).end()
  })
  app.get('/rules', (_request, response) => response.json({ rules: emulator.rules() }))
  app.get('/replies', (_request, response) => response.json({ replies: emulator.replies(), messages: emulator.messages() }))
  app.get('/connections', (_request, response) => response.json({ open: emulator.openStreams(), attempts: emulator.attempts() }))
  app.get('/requests', (_request, response) => response.json({ requests: emulator.requests() }))
  app.post('/reset', (_request, response) => {
    emulator.reset()
    response.status(204).end()
  })
  app.use((request, response) => response.status(404).json({ error: { kind: 'not-found', problems: [{ path: '', message: `there is no ${request.method} ${request.path}` }] } }))
  app.use(answerError)
  return app
}

/** Keeps web pages out: a page of another origin cannot send JSON here, nor reach it under another host name. */
const onlyLoopback: RequestHandler = (request, response, next) => {
  const isLoopback = request.hostname === '127.0.0.1' || request.hostname === 'localhost'
  const hasBody = Number(request.get('content-length') ?? 0) > 0
  if (isLoopback && (!hasBody || request.is('application/json'))) return next()
  response.status(403).json({ error: { kind: 'forbidden', problems: [{ path: '', message: 'only JSON from this machine is taken' }] } })
}

/** Only what the body names is changed; the schema's defaults must not fill in the rest. */
function readPatch(body: unknown): SettingsPatch {
  const whole = settingsSchema.parse(body)
  const named = Object.keys(z.record(z.string(), z.unknown()).parse(body))
  return Object.fromEntries(Object.entries(whole).filter(([key]) => named.includes(key)))
}

const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error)
  const answer = (status: number, kind: string, problems: { path: string; message: string }[]) => response.status(status).json({ error: { kind, problems } })
  if (error instanceof z.ZodError) return answer(400, 'invalid', error.issues.map(issue => ({ path: issue.path.join('.'), message: issue.message })))
  if (error instanceof Unknown) return answer(404, 'not-found', [{ path: '', message: error.message }])
  if (error instanceof SyntaxError) return answer(400, 'invalid', [{ path: '', message: 'the body is not valid JSON' }])
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500
  return answer(status, status < 500 ? 'invalid' : 'unavailable', [{ path: '', message: error instanceof Error ? error.message : 'unknown error' }])
}
