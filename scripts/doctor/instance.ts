import { z } from 'zod'
import { portProblem } from '../prepare/places.mjs'
import { fail, ok, warn } from './finding.ts'
import type { Finding } from './finding.ts'

const LIMIT_MS = 3_000
const answer = z.looseObject({ ok: z.boolean() })
type Answer = z.infer<typeof answer>

/** Whether the port is free, taken by another program, or served by Prahari; in the last case, how that is. */
export async function checkInstance(host: string, port: number): Promise<Finding[]> {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const origin = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
  const live = await ask(origin, '/livez')
  if (!live || typeof live.version !== 'string') {
    const problem = port === 0 ? null : await portProblem(host, port)
    return [problem ? fail('port', problem, 'see the sentence') : ok('port', `${port} is free; Prahari does not run there`)]
  }
  const [ready, engine, stream, audit] = await Promise.all([ask(origin, '/readyz'), ask(origin, '/health/engine'), ask(origin, '/health/stream'), ask(origin, '/health/audit')])
  return [
    ok('instance', `version ${live.version} answers at ${origin}`),
    ready?.ok ? ok('ready', 'the store answers') : fail('ready', 'not ready: the store does not answer it', 'look at the store and at the log of web'),
    ready?.queue === false ? warn('queue', 'Redis is away: an SoS is opened by the sweep, a second later', 'start Redis') : ok('queue', 'Redis answers it'),
    engine?.ok ? ok('engine', because(engine)) : fail('engine', because(engine), 'alerts do not climb the ladder: see that a process with the role escalate runs, and its log'),
    auditFinding(audit),
    stream?.ok ? ok('stream', because(stream)) : fail('stream', because(stream), 'posts are not seen: see that a process with the role listen runs, and its log'),
  ]
}

/** In the first seconds after a start no audit has come yet: that is no failure. */
function auditFinding(audit: Answer | null): Finding {
  if (audit?.ok) return ok('audit', because(audit))
  if (audit?.at === null && audit.isOn === true) return warn('audit', because(audit), 'one comes within 15 s of the start, if a process with the role audit runs')
  return fail('audit', because(audit), 'something was not done in time, or nobody looks: see /health/audit, and that a process with the role audit runs')
}

function because(one: Answer | null): string {
  return typeof one?.because === 'string' ? one.because : 'no answer'
}

async function ask(origin: string, path: string): Promise<Answer | null> {
  try {
    const response = await fetch(origin + path, { signal: AbortSignal.timeout(LIMIT_MS), redirect: 'error' })
    return answer.parse(await response.json())
  } catch {
    return null
  }
}
