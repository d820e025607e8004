import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actOnDocket } from '../../src/actions/act-on-docket.ts'
import { addPerson } from '../../src/actions/add-person.ts'
import { checkWalls, newWallMemory } from '../../src/actions/check-walls.ts'
import { docketBook } from '../../src/actions/docket-book.ts'
import { dutyBook } from '../../src/actions/duty-book.ts'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import { escalateOverdue } from '../../src/actions/escalate-overdue.ts'
import { issueSignInLink } from '../../src/actions/issue-sign-in-link.ts'
import type { Announcer, Store } from '../../src/actions/ports.ts'
import type { Health } from '../../src/actions/read-health.ts'
import { briefTail, projectBriefs } from '../../src/actions/project-briefs.ts'
import { newReplyMemory, sweepReplies } from '../../src/actions/sweep-replies.ts'
import { resolveViewer, resolveViewers } from '../../src/actions/resolve-viewer.ts'
import { trackCode } from '../../src/actions/track-code.ts'
import { createPictures } from '../../src/adapters/pictures/redraw.ts'
import { createHttpServer } from '../../src/adapters/http/server.ts'
import { sessionCookie } from '../../src/adapters/http/session-cookie.ts'
import { createConsoleServer } from '../../src/adapters/sockets/server.ts'
import { nodeCrypto as crypto, openStore, WEB_FOLDER } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import type { DrillState } from '../../src/contract/drill-state.ts'
import { HEARTBEAT_MS } from '../../src/contract/timing.ts'
import type { WallLimits } from '../../src/domain/blind-walls.ts'
import type { Channel } from '../../src/domain/delivery.ts'
import type { DeskCommand } from '../../src/domain/desk-acts.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { PrahariError } from '../../src/domain/errors.ts'
import { STATE_PATH } from '../../src/domain/area.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { Role as PersonRole } from '../../src/domain/person.ts'
import { repeat } from '../../src/ops/repeat.ts'
import { openOutside, openSeal } from '../../src/outside.ts'
import { replyDeps } from '../../src/replies.ts'
import { docketFor, personIdOf } from './scene.ts'
import type { Role } from './scene.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'

/** What the stage lets the heartbeat say of stream and engine. */
type Mood = Partial<{ isStreamBlind: boolean; isStoreDown: boolean; isQueueDown: boolean; isEngineStopped: boolean; isAuditOff: boolean; overdueAlerts: number; drill: DrillState | null; version: string }>

/** The real web server over the real embedded store, with a scene instead of a stream and its troubles at will. */
export interface Stage {
  url: string
  store: Store
  announcer: Announcer
  /** What a colleague does at the state's desk, on another screen. */
  atDesk(name: string, docketId: string, command: DeskCommand): Promise<void>
  /** A fresh one-time sign-in link. */
  linkFor(role: PersonRole, scopeId: string, name?: string): Promise<string>
  /** Brings further alerts onto the stage, as if just written by intake. */
  raise(roles: readonly Role[]): Promise<Docket[]>
  /** What the citizen of a docket types at /track. */
  trackCode(number: string): string
  /** Stops or resumes the heartbeat, as a dead network would. */
  hush(isHushed: boolean): void
  setMood(mood: Mood): void
  /** Moves the store's clock forward. */
  advance(ms: number): void
  close(): Promise<void>
}

const SWEEP_MS = 250
/** What is repeated comes again when it fails. */
const MUTE = { warn: () => undefined }
const MINUTE_MS = 60_000

/** Opens a stage on a free port of the loopback. `isCalm` leaves out the blind times and failed jobs; `beatMs` is the heartbeat's distance; `walls` after which times a wall is blind. */
export async function openStage(cast: readonly Role[], options: { isCalm?: boolean; beatMs?: number; webFolder?: string; walls?: WallLimits } = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-stage-'))
  let aheadMs = 0
  const store = aheadOf(await openStore({ dataFolder: folder, MONGODB_URI: undefined }), () => aheadMs)
  let mood: Mood = {}
  let isHushed = false
  let count = 0
  const openedAt = store.now()
  const resolve = (token: string): ReturnType<typeof resolveViewer> => resolveViewer({ store, crypto }, token)
  const origins: string[] = []
  const cookie = sessionCookie('http://localhost')
  const ok = (): { isOk: boolean; facts: Record<string, unknown> } => ({ isOk: true, facts: {} })
  const correct: Parameters<typeof createConsoleServer>[1]['correct'] = {
    store, crypto, announcer: { announce: (dockets) => announce(dockets) }, numbers: docketNumbers(store, 1), policy: DEFAULT_LADDER_POLICY, handles: DEFAULT_TRIAGE_POLICY,
  }
  const outside = await openOutside({ ...readConfig([], {}), dataFolder: folder }, () => store.now())
  const duty = dutyBook(store)
  const book = docketBook({ store, pause: () => new Promise((resolve) => setImmediate(resolve)), keepMs: 400 * 86_400_000 })
  const tail = briefTail(store)
  const announce = (dockets: readonly Docket[]): void => {
    consoles.announce(dockets)
    book.take(dockets)
  }
  const act = { store, crypto, announcer: { announce } }
  const replying = replyDeps(readConfig([], {}), { ...act, triagePolicy: DEFAULT_TRIAGE_POLICY })
  const replies = newReplyMemory()
  const server = createHttpServer({
    store, book, baseHandles: DEFAULT_TRIAGE_POLICY, act, replying, seal: () => openSeal({ dataFolder: folder, PRAHARI_SEAL_KEY: undefined }), pictures: createPictures(), duty, correct, outside, exists: (channel) => channel === 'console' || channel === 'push', onDelivery: () => undefined, loadJudge: () => Promise.reject(new Error('nobody judges on a stage')), byHand: { judge: async (post) => (await import('../../src/triage/triage.ts')).triage(post, DEFAULT_TRIAGE_POLICY), lookup: null }, crypto, cookie, resolve, sessionHours: 12, webFolder: options.webFolder ?? WEB_FOLDER, allowedOrigins: origins, trustProxy: 0, isHttps: false,
    failedJobs: () => Promise.resolve(options.isCalm ? [] : [{ queue: 'routine', id: 'post-1789999999999999999', reason: 'invalid: place is no object', attempts: 5, failedAt: openedAt - 42 * MINUTE_MS }]),
    probes: { '/livez': ok, '/readyz': ok, '/health/engine': ok, '/health/stream': ok, '/health/drill': ok, '/health/duty': ok, '/health/audit': ok, '/health/replies': ok },
    metrics: () => Promise.resolve({ contentType: 'text/plain', text: '' }),
    hooks: { onRequest: () => undefined, onUnexpected: (error) => { throw error } },
  })
  const consoles = createConsoleServer(server, {
    store, act, correct, receipt: { store, onDelivery: () => undefined }, allowedOrigins: origins,
    tokenOf: (request) => cookie.read(request.headers.cookie), resolve, resolveAll: (tokens) => resolveViewers({ store, crypto }, tokens),
    readHealth: () => Promise.resolve(healthOf(mood, store.now(), openedAt)), get appVersion() { return mood.version ?? 'stage' }, duty, readDrill: () => Promise.resolve(mood.drill === undefined ? drillOf(store.now()) : mood.drill),
    hooks: { onAct: () => undefined, onSnapshot: () => undefined, onSlowClient: () => undefined, onBoard: () => undefined, onPresence: () => tellPresence().catch(afterTheEnd), onDrill: () => undefined, onError: () => undefined },
  })
  const wallDeps = { store, crypto, exists: (channel: Channel) => channel === 'console' || channel === 'push', onDelivery: () => undefined, memory: newWallMemory() }
  const tellPresence = async (): Promise<void> => store.presence.put({ id: 'stage', version: 1, at: store.now(), personIds: consoles.present(), walls: consoles.walls() })
  const watchWalls = async (): Promise<void> => {
    await tellPresence()
    await checkWalls(wallDeps, options.walls)
  }
  const raise: Stage['raise'] = async (roles) => {
    const dockets = roles.map((role) => docketFor(role, count++, store.now()))
    await store.dockets.insertMany(dockets)
    announce(dockets)
    return dockets
  }
  book.onNews((news) => consoles.tellDockets(news))
  await raise(cast)
  if (!options.isCalm) await dressWithGaps(store)
  await consoles.beat()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  origins.push(url)
  const sweeps = act
  const works = [
    repeat('beat', options.beatMs ?? HEARTBEAT_MS, async () => {
      if (!isHushed) await Promise.all([consoles.beat(), consoles.tellDeliveries()])
    }, MUTE),
    repeat('walls', SWEEP_MS, watchWalls, MUTE),
    repeat('book', SWEEP_MS, async () => {
      await projectBriefs(store, tail)
      if (!book.isComplete) await book.load()
      await book.follow()
    }, MUTE),
    repeat('sweep', SWEEP_MS, () => escalateOverdue(sweeps), MUTE),
    // Without a writer: answers run dry.
    repeat('replies', SWEEP_MS, () => sweepReplies({ ...replying, writer: null, claimant: 'stage' }, replies), MUTE),
  ]
  return {
    url, store, raise, announcer: act.announcer,
    async linkFor(role, scopeId, name = `Demo ${role} ${scopeId}`) {
      const id = personIdOf(name)
      await addPerson(store, { id, name, role, scopeId })
      return `${url}/sign-in#${await issueSignInLink({ store, crypto }, id, 1)}`
    },
    trackCode: (number) => trackCode(outside.signer, number),
    async atDesk(name, docketId, command) {
      const viewer = { personId: personIdOf(name), name, role: 'desk' as const, scopePath: STATE_PATH }
      const version = (await store.dockets.get(docketId))?.version ?? 0
      await actOnDocket({ ...act, numbers: correct.numbers, policy: correct.policy }, viewer, docketId, { ...command, key: `stage-${docketId}-${version}`, version })
    },
    hush: (hushed) => { isHushed = hushed },
    setMood: (next) => { mood = next },
    advance: (ms) => { aheadMs += ms },
    async close() {
      await Promise.all(works.map((work) => work.stop()))
      await consoles.close()
      outside.close()
      server.closeAllConnections()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same store by a clock that is ahead. */
function aheadOf(store: Store, byMs: () => number): Store {
  return new Proxy(store, { get: (target, name) => (name === 'now' ? () => target.now() + byMs() : Reflect.get(target, name, target) as unknown) })
}

/** What was still under way when the stage closed finds no store. */
function afterTheEnd(error: unknown): void {
  if (!(error instanceof PrahariError)) throw error
}

function healthOf(mood: Mood, now: number, openedAt: number): Health {
  const cutAt = mood.isStreamBlind ? openedAt - 14_000 : null
  return {
    stream: {
      isSeeing: cutAt === null, blindSince: cutAt, because: cutAt === null ? 'connected' : 'http-503',
      lastByteAt: cutAt ?? now - (now % 1_700), lastPostAt: cutAt === null ? now - (now % 6_300) : cutAt - 2_000,
    },
    engine: {
      isSweeping: !mood.isEngineStopped, lastSweepAt: mood.isEngineStopped ? openedAt - 30_000 : now - (now % 500), isStoreUp: !mood.isStoreDown, isQueueUp: !mood.isQueueDown,
      because: 'as the stage has it',
    },
    audit: {
      at: mood.isAuditOff ? openedAt - 40_000 : now - (now % 10_000), isOn: !mood.isAuditOff, isClean: !mood.isAuditOff && !mood.overdueAlerts,
      alerts: mood.overdueAlerts ?? 0, posts: 0, deliveries: 0, replies: 0, because: 'as the stage has it', outside: null,
    },
    pulses: [],
  }
}

/** The drill of this five minutes, as a healthy chain has it. */
function drillOf(now: number): DrillState {
  const legs = [['received', 88], ['recorded', 14], ['opened', 21], ['emitted', 6], ['painted', 34], ['whole', 163]] as const
  return { at: Math.floor(now / 300_000) * 300_000, legs: legs.map(([leg, ms]) => ({ leg, ms })), isOk: true, because: 'whole chain' }
}

async function dressWithGaps(store: Store): Promise<void> {
  const now = store.now()
  const gap = (agoMin: number, lengthS: number, reason: string, recovered: number): Parameters<Store['gaps']['insertMany']>[0][number] => {
    const startedAt = now - agoMin * MINUTE_MS
    const endedAt = startedAt + lengthS * 1000
    return { id: `gap-${startedAt}`, version: 1, state: 'filled', startedAt, endedAt, reason, recovered, filledAt: endedAt + 4_000, checkpoints: {}, note: null }
  }
  await store.gaps.insertMany([gap(17, 92, 'silence', 41), gap(48, 24, 'closed-by-x', 6), gap(610, 190, 'http-503', 120)])
  await store.quarantine.insertMany([{ id: 'frame-1', version: 1, receivedAt: now - 12 * MINUTE_MS, reason: 'no JSON: unexpected end', raw: '{"data":{"id":' }])
}
