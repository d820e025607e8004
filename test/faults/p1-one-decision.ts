import { setTimeout as sleep } from 'node:timers/promises'
import type { InboxRow } from '../../src/actions/collections.ts'
import { isSameDigest } from '../../src/contract/digest.ts'
import { seeded } from './chance.ts'
import { openX, post, RECOVERY_DELAY_MS } from './feed.ts'
import type { Kind, Sent } from './feed.ts'
import type { KeptProcess } from './process.ts'
import { blankReport, percentile } from './report.ts'
import type { FaultRun, Report, RunOptions } from './report.ts'
import type { FaultOrders } from './rewire.ts'
import { hearing, openSite } from './site.ts'
import type { PersonalScreen, Site } from './site.ts'
import { truth } from './truth.ts'
import { happens, until } from './until.ts'

interface Plan {
  /** At least so many posts; more, up to three times as many, while kill points have not been reached. */
  posts: number
  perSecond: number
  mix: readonly Kind[]
  /** Kill points of each process, one a life. */
  listener: string[]
  intake: string[]
  web: string[]
  /** Nothing more is expected when nothing changed for so long: longer than the sweep waits and a stalled job takes. */
  patienceMs: number
}

const QUICK: Plan = {
  posts: 150, perSecond: 25, mix: ['cry', 'chatter'], patienceMs: 20_000,
  listener: ['K1@15', 'K2@3'], intake: ['K3@6', 'K4@3', 'K5@3', 'K6@3'], web: ['K7@1', 'K10@1'],
}
const FULL: Plan = {
  posts: 1_000, perSecond: 14, mix: ['cry', 'complaint', 'complaint', 'thanks'], patienceMs: 80_000,
  listener: ['K1@60', 'K2@40', 'K1@20', 'K2@10'],
  intake: ['K3@30', 'K4@20', 'K5@20', 'K6@20', 'K3@20', 'K4@20', 'K5@20', 'K6@20'],
  web: ['K7@1', 'K10@1', 'K7@5', 'K10@2'],
}
const DUPLICATES = 0.05
const LEASE_MS = 1_500
const RUNG_S = 1

/** Every process of the path of a post is killed at every point of it. */
export const P1: FaultRun = {
  promise: 'P1', title: 'every accepted post gets exactly one decision', sabotages: ['inbox-sweep'],
  async run(options) {
    const plan = options.isQuick ? QUICK : FULL
    const points = new Set([...plan.listener, ...plan.intake, ...plan.web].map((order) => order.split('@')[0]))
    const report = blankReport('P1', `kill -9 of listener, intake and web with engine at ${[...points].join(', ')}; ${DUPLICATES * 100} % duplicates`, options)
    const [site, emulator] = [await openSite(), await openX()]
    try {
      const chance = seeded(options.seed)
      const accepted = new Set<string>()
      const processes = await startAll(site, plan, options, emulator.origin, accepted)
      await until('the listener hears', () => emulator.openStreams().length > 0)
      emulator.fault({ kind: 'duplicate', probability: DUPLICATES, seed: options.seed })
      const wall = await site.screen(await site.person('wall', 'up'), processes)
      const officer = await site.screen(await site.person('officer', 'up'), processes)
      const acknowledging = keepAcknowledging(officer, () => processes.webProcess.kills >= plan.web.length)
      const sent = await post(emulator, { count: plan.posts * 3, perSecond: plan.perSecond, mix: plan.mix, until: (sent) => sent >= plan.posts && killsLeft(plan, processes).length === 0 }, chance)
      await settled(site, sent, plan.patienceMs)
      acknowledging.stop()
      await judge(site, sent, accepted, report)
      await judgeWall(site, wall, report)
      judgeKills(plan, processes, report)
      report.breaches.push(...site.crashes())
      return report
    } finally {
      await site.stop()
      await emulator.stop()
    }
  },
}

interface Processes {
  listener: KeptProcess
  intake: KeptProcess
  webProcess: KeptProcess
  /** Port of the web process. */
  web: number
}

async function startAll(site: Site, plan: Plan, { sabotage }: RunOptions, origin: string, accepted: Set<string>): Promise<Processes> {
  const orders = (kills: string[]) => (life: number): FaultOrders => {
    const kill = kills[life]
    return { rungS: RUNG_S, leaseMs: LEASE_MS, watch: true, ...(sabotage ? { sabotage } : {}), ...(kill ? { kill } : {}) }
  }
  const env = hearing(origin, RECOVERY_DELAY_MS)
  const [web, intake, listener] = await Promise.all([
    site.startWeb('web and engine', 'web,escalate', { orders: orders(plan.web) }),
    site.start('intake', 'intake-sos,intake-routine', { orders: orders(plan.intake) }),
    site.start('listener', 'listen', { orders: orders(plan.listener), env, onNews: (news) => { if ('accepted' in news) for (const id of news.accepted) accepted.add(id) } }),
  ])
  return { listener, intake, webProcess: web.process, web: web.port }
}

/** An officer who takes one alert after the other, so that acknowledgements are under way when the web process dies. */
function keepAcknowledging(officer: PersonalScreen, isEnough: () => boolean): { stop(): void } {
  let isOver = false
  void (async () => {
    for (let serial = 0; !isOver && !isEnough(); serial++) {
      const free = officer.alerts().find((alert) => alert.state === 'raised')
      if (free && officer.socket.connected) await officer.send('alert:acknowledge', { alertId: free.id, key: `officer-${serial}-` }).catch(() => undefined)
      await sleep(600)
    }
  })()
  return { stop: () => { isOver = true } }
}

async function rowsOf(site: Site, sent: Sent[]): Promise<InboxRow[]> {
  const rows: InboxRow[] = []
  for (let from = 0; from < sent.length; from += 500) rows.push(...await site.store.inbox.getMany(sent.slice(from, from + 500).map(({ id }) => id)))
  return rows
}

/** Waits until everything is decided, or nothing has changed for longer than any part of the system may take. */
async function settled(site: Site, sent: Sent[], patienceMs: number): Promise<void> {
  let [best, since] = [-1, performance.now()]
  for (;;) {
    const decided = (await rowsOf(site, sent)).filter((row) => row.state !== 'pending').length
    if (decided === sent.length) return
    if (decided > best) [best, since] = [decided, performance.now()]
    if (performance.now() - since > patienceMs) return
    await sleep(200)
  }
}

async function judge(site: Site, sent: Sent[], accepted: Set<string>, report: Report): Promise<void> {
  const rows = await rowsOf(site, sent)
  const recorded = new Set(rows.map((row) => row.id))
  const undecided = rows.filter((row) => row.state === 'pending')
  const dockets = await site.store.dockets.find({ index: 'byOpened', limit: 10_000 })
  const byId = new Map(dockets.map((docket) => [docket.id, docket]))
  const actionable = rows.filter((row) => row.decision === 'docket' || row.decision === 'joined')
  const homeless = actionable.filter((row) => !byId.has(row.docketId ?? ''))
  const surplus = dockets.length - new Set(actionable.map((row) => row.docketId)).size
  const gone = [...accepted].filter((id) => !recorded.has(id))
  const delays = actionable.flatMap((row) => { const docket = byId.get(row.docketId ?? ''); return docket ? [Math.max(0, docket.openedAt - row.receivedAt)] : [] })
  report.attempts = sent.length
  report.ok = rows.length - undecided.length
  report.lost = sent.length - rows.length + gone.length + undecided.length
  report.duplicated = Math.max(0, surplus)
  report.worstLateMs = Math.max(0, ...delays)
  Object.assign(report.facts, {
    accepted: rows.length, decided: report.ok, undecided: undecided.length, dockets: dockets.length,
    'decision p50': `${percentile(delays, 0.5)} ms`, 'decision p99': `${percentile(delays, 0.99)} ms`,
  })
  if (rows.length < sent.length) report.breaches.push(`${sent.length - rows.length} posts of ${sent.length} were never recorded`)
  if (gone.length > 0) report.breaches.push(`${gone.length} accepted posts are not in the inbox`)
  if (undecided.length > 0) report.breaches.push(`${undecided.length} accepted posts have no decision`)
  if (homeless.length > 0) report.breaches.push(`${homeless.length} posts are decided as a docket that does not exist`)
  if (surplus !== 0) report.breaches.push(`${dockets.length} dockets, but ${dockets.length - surplus} cases`)
  if (new Set(dockets.map((docket) => docket.number)).size !== dockets.length) report.breaches.push('two dockets have one number')
}

/** Whatever was killed between a write and its announcement, the wall knows it in the end. */
async function judgeWall(site: Site, wall: PersonalScreen, report: Report): Promise<void> {
  if (await happens(async () => isSameDigest(wall.digest(), await truth(site.store, 'up', 'wall')), 10_000)) return
  report.stale++
  report.breaches.push('the wall does not show what is open')
}

/** The kill points that were ordered and not reached yet. */
function killsLeft(plan: Plan, { listener, intake, webProcess }: Processes): string[] {
  return [...plan.listener.slice(listener.kills), ...plan.intake.slice(intake.kills), ...plan.web.slice(webProcess.kills)]
}

function judgeKills(plan: Plan, processes: Processes, report: Report): void {
  const left = killsLeft(plan, processes)
  const starts = [processes.listener, processes.intake, processes.webProcess].flatMap((one) => one.startsMs)
  report.facts['slowest start of a process'] = `${Math.round(Math.max(...starts))} ms`
  report.facts['kills'] = processes.listener.kills + processes.intake.kills + processes.webProcess.kills
  if (left.length > 0) report.breaches.push(`nobody came to ${left.join(', ')}: the run proves nothing about it`)
}
