import type { Socket } from 'socket.io'
import { acknowledgeAlert } from '../../actions/acknowledge-alert.ts'
import type { ActDeps, Acted } from '../../actions/change-alert.ts'
import { reportProgress } from '../../actions/report-progress.ts'
import { toAlertView } from '../../contract/alert-view.ts'
import type { AlertView, Rendition } from '../../contract/alert-view.ts'
import { CLIENT_EVENTS } from '../../contract/sockets.ts'
import type { Answer, ClientEvent, ClientEventName, ClientToServer, Failure, ServerToClient } from '../../contract/sockets.ts'
import { PrahariError } from '../../domain/errors.ts'
import { maySee } from '../../domain/person.ts'
import type { Viewer } from '../../domain/person.ts'

export interface SocketData {
  viewer: Viewer
  /** Hash input of the session: the cookie's token. */
  token: string
}
export type ConsoleSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>

export interface EventDeps {
  act: ActDeps
  resolve: (token: string) => Promise<Viewer | null>
  sendSnapshot: (socket: ConsoleSocket) => void
  onAct: (did: string) => void
  onError: (error: unknown, event: string) => void
}

/** Events a console may send per minute; a person with a thumb needs far fewer, a runaway script is cut off. */
const MAX_EVENTS_PER_MINUTE = 120

export function renditionFor(viewer: Viewer): Rendition {
  return viewer.role === 'wall' ? 'wall' : 'full'
}

/** Answers the client's events: shape, rate, session, role and scope are checked on each, and every refusal says why. */
export function attachEvents(socket: ConsoleSocket, deps: EventDeps): void {
  const mayPass = rateLimit(MAX_EVENTS_PER_MINUTE)
  const on = <Name extends ClientEventName>(name: Name, work: (input: ClientEvent<Name>, viewer: Viewer) => Promise<Answer<Name>> | Answer<Name>): void => {
    const handler = async (input: unknown, answer: unknown): Promise<void> => {
      const reply = typeof answer === 'function' ? (answer as (value: unknown) => void) : (): void => undefined
      try {
        if (!mayPass(performance.now())) throw new PrahariError('unavailable', 'too many events, wait a minute')
        const viewer = await deps.resolve(socket.data.token)
        if (!viewer) throw new PrahariError('forbidden', 'the session has ended')
        reply(await work(parse(name, input), viewer))
      } catch (error) {
        reply(await refusal(error, name, input, socket, deps))
      }
    }
    socket.on(name, handler as never)
  }
  on('alert:acknowledge', async (input, viewer) => acted(await acknowledgeAlert(deps.act, viewer, input), viewer, deps))
  on('alert:progress', async (input, viewer) => acted(await reportProgress(deps.act, viewer, input), viewer, deps))
  on('clock:ping', () => ({ ok: true, serverNow: deps.act.store.now() }))
  on('snapshot:get', () => {
    deps.sendSnapshot(socket)
    return { ok: true }
  })
}

function parse<Name extends ClientEventName>(name: Name, input: unknown): ClientEvent<Name> {
  const parsed = CLIENT_EVENTS[name].safeParse(input)
  if (parsed.success) return parsed.data as ClientEvent<Name>
  const issue = parsed.error.issues[0]
  throw new PrahariError('invalid', issue?.message ?? 'not understood', { field: issue?.path.join('.') || name })
}

function acted(result: Acted, viewer: Viewer, deps: EventDeps): { ok: true; did: string; because: string; alert: AlertView } {
  const alert = toAlertView(result.docket, renditionFor(viewer))
  if (!alert) throw new PrahariError('not-found', 'the docket has no alert')
  deps.onAct(result.did)
  return { ok: true, did: result.did, because: result.because, alert }
}

/** The one translation from an error to a socket answer; an unclassified one is logged and told as unavailable. */
async function refusal(error: unknown, event: string, input: unknown, socket: ConsoleSocket, deps: EventDeps): Promise<Failure> {
  if (!(error instanceof PrahariError)) deps.onError(error, event)
  const known = error instanceof PrahariError ? error : new PrahariError('unavailable', 'something failed on our side, try again')
  const alert = known.kind === 'conflict' ? await standing(input, socket, deps) : null
  deps.onAct(`refused-${known.kind}`)
  return { ok: false, error: { kind: known.kind, message: known.message, field: known.field ?? null }, alert }
}

/** The alert as it stands, so that the loser of a race sees who has it. */
async function standing(input: unknown, socket: ConsoleSocket, deps: EventDeps): Promise<AlertView | null> {
  const id = typeof input === 'object' && input !== null && 'alertId' in input ? String(input.alertId) : ''
  const docket = await deps.act.store.dockets.get(id).catch(() => undefined)
  return docket && maySee(socket.data.viewer, docket.path) ? toAlertView(docket, renditionFor(socket.data.viewer)) : null
}

/** A window that forgets after a minute. */
function rateLimit(max: number): (nowMs: number) => boolean {
  let windowStart = -Infinity
  let seen = 0
  return (nowMs) => {
    if (nowMs - windowStart > 60_000) [windowStart, seen] = [nowMs, 0]
    return ++seen <= max
  }
}
