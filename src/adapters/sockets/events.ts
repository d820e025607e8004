import type { Socket } from 'socket.io'
import { acknowledgeAlert } from '../../actions/acknowledge-alert.ts'
import { acknowledgeMany } from '../../actions/acknowledge-many.ts'
import { callPost } from '../../actions/call-post.ts'
import type { CallDeps } from '../../actions/call-post.ts'
import type { Acted } from '../../actions/change-alert.ts'
import { correctVerdict } from '../../actions/correct-verdict.ts'
import type { CorrectDeps } from '../../actions/correct-verdict.ts'
import { escalateAlert } from '../../actions/escalate-alert.ts'
import { giveBackAlert, handOverAlert } from '../../actions/hand-over-alert.ts'
import type { HandOverDeps } from '../../actions/hand-over-alert.ts'
import { reassignAlert } from '../../actions/reassign-alert.ts'
import { recordReceipt } from '../../actions/record-receipt.ts'
import type { ReceiptDeps } from '../../actions/record-receipt.ts'
import { recordNotice } from '../../actions/record-notice.ts'
import type { NoticedDeps } from '../../actions/record-notice.ts'
import { reportProgress } from '../../actions/report-progress.ts'
import { shelveAlert, unshelveAlert } from '../../actions/shelve-alert.ts'
import { toAlertView } from '../../contract/alert-view.ts'
import type { AlertView, Rendition } from '../../contract/alert-view.ts'
import { targetOf } from '../../contract/correction.ts'
import { CLIENT_EVENTS } from '../../contract/sockets.ts'
import type { Answer, ClientEvent, ClientEventName, ClientToServer, Failure, ServerToClient } from '../../contract/sockets.ts'
import { PrahariError } from '../../domain/errors.ts'
import type { OwnDuty } from '../../domain/own-duty.ts'
import { maySee } from '../../domain/person.ts'
import type { Viewer } from '../../domain/person.ts'
import type { Waiting } from './slow.ts'
import type { WallSights } from './wall-sights.ts'

export interface SocketData {
  viewer: Viewer
  /** Hash input of the session: the cookie's token. */
  token: string
  /** The page is hidden: what it holds, nobody sees. */
  isAway?: boolean
  /** What waited for this console at the last beat. */
  waiting?: Waiting
  /** What this console was last told of its person's duty, and by which edition of the rosters. */
  duty?: OwnDuty & { edition: number }
}
export type ConsoleSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>

export interface EventDeps {
  act: HandOverDeps & CallDeps
  correct: CorrectDeps
  receipt: ReceiptDeps & NoticedDeps
  /** Resolves when it is written down: from then on its person is told by other ways. */
  onAttention: () => Promise<void>
  onDrillPainted: (id: string, viewer: Viewer) => void
  walls: Pick<WallSights, 'painted' | 'turned'>
  resolve: (token: string) => Promise<Viewer | null>
  sendSnapshot: (socket: ConsoleSocket) => void
  onAct: (did: string) => void
  onError: (error: unknown, event: string) => void
}

/** Events a console may send per minute; a person with a thumb needs far fewer, a runaway script is cut off. */
const MAX_EVENTS_PER_MINUTE = 120
/** Receipts come with every alert that is painted, not with every touch. */
const MAX_RECEIPTS_PER_MINUTE = 1_200

export function renditionFor(viewer: Viewer): Rendition {
  return viewer.role === 'wall' ? 'wall' : 'full'
}

/** Answers the client's events: shape, rate, session, role and scope are checked on each, and every refusal says why. */
export function attachEvents(socket: ConsoleSocket, deps: EventDeps): void {
  const mayAct = rateLimit(MAX_EVENTS_PER_MINUTE)
  const mayConfirm = rateLimit(MAX_RECEIPTS_PER_MINUTE)
  const on = <Name extends ClientEventName>(name: Name, work: (input: ClientEvent<Name>, viewer: Viewer) => Promise<Answer<Name>> | Answer<Name>): void => {
    const handler = async (input: unknown, answer: unknown): Promise<void> => {
      const reply = typeof answer === 'function' ? (answer as (value: unknown) => void) : (): void => undefined
      try {
        if (!(name === 'alert:receipt' ? mayConfirm : mayAct)(performance.now())) throw new PrahariError('unavailable', 'too many events, wait a minute')
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
  on('alert:hand-over', async (input, viewer) => acted(await handOverAlert(deps.act, viewer, input), viewer, deps))
  on('alert:cannot-reach', async (input, viewer) => acted(await giveBackAlert(deps.act, viewer, input), viewer, deps))
  on('alert:reassign', async (input, viewer) => acted(await reassignAlert(deps.act, viewer, input), viewer, deps))
  on('alert:escalate-now', async (input, viewer) => acted(await escalateAlert(deps.act, viewer, input), viewer, deps))
  on('alert:call-post', async (input, viewer) => acted(await callPost(deps.act, viewer, input), viewer, deps))
  on('alert:shelve', async (input, viewer) => acted(await shelveAlert(deps.act, viewer, input), viewer, deps))
  on('alert:unshelve', async (input, viewer) => acted(await unshelveAlert(deps.act, viewer, input), viewer, deps))
  on('alerts:acknowledge', async (input, viewer) => ({ ok: true, ...await acknowledgeMany(deps.act, viewer, input) }))
  on('verdict:correct', async (input, viewer) => {
    const { did, because, docket, isStillSeen } = await correctVerdict(deps.correct, viewer, targetOf(input), input)
    deps.onAct(did)
    return { ok: true, did, because, docketId: docket?.id ?? null, alert: docket && isStillSeen ? toAlertView(docket, renditionFor(viewer)) : null }
  })
  on('alert:receipt', async (input, viewer) => ({ ok: true, did: (await recordReceipt(deps.receipt, viewer, input)).did }))
  on('console:attention', async ({ isVisible }) => {
    socket.data.isAway = !isVisible
    deps.walls.turned(socket, isVisible)
    await deps.onAttention()
    return { ok: true }
  })
  on('drill:painted', ({ id }, viewer) => {
    deps.onDrillPainted(id, viewer)
    return { ok: true }
  })
  on('wall:sight', ({ isAwake }) => {
    deps.walls.painted(socket, isAwake)
    return { ok: true }
  })
  on('wall:noticed', async (input, viewer) => ({ ok: true, did: (await recordNotice(deps.receipt, viewer, { kind: 'wall', ...input })).did }))
  on('desk:noticed', async (input, viewer) => ({ ok: true, did: (await recordNotice(deps.receipt, viewer, { kind: 'desk', ...input })).did }))
  on('condition:noticed', async (input, viewer) => ({ ok: true, did: (await recordNotice(deps.receipt, viewer, input)).did }))
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
  const { alertId, docketId = alertId } = typeof input === 'object' && input !== null ? (input as { alertId?: unknown; docketId?: unknown }) : {}
  const id = typeof docketId === 'string' ? docketId : ''
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
