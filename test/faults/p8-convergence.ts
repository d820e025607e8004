import { setTimeout as sleep } from 'node:timers/promises'
import { acknowledgeAlert } from '../../src/actions/acknowledge-alert.ts'
import type { Announcer } from '../../src/actions/ports.ts'
import { reportProgress } from '../../src/actions/report-progress.ts'
import { createBus } from '../../src/adapters/redis/bus.ts'
import { nodeCrypto } from '../../src/app.ts'
import { isSameDigest } from '../../src/contract/digest.ts'
import type { Digest } from '../../src/contract/digest.ts'
import { seeded } from './chance.ts'
import type { Chance } from './chance.ts'
import { openPath } from './proxy.ts'
import type { NetworkPath } from './proxy.ts'
import { blankReport, percentile } from './report.ts'
import type { FaultRun, Report } from './report.ts'
import { openSite } from './site.ts'
import type { PersonalScreen, Site } from './site.ts'
import { truth } from './truth.ts'
import { until } from './until.ts'

const LIMIT_MS = 5_000
const BACK_WITHIN_MS = 60_000
const LOOK_MS = 50
/** One change in so many is told to nobody, as if Redis had lost it: the board must find it in the ledger. */
const UNTOLD_ONE_IN = 20
const SCOPES = ['up', 'up', 'lucknow', 'agra'] as const

const roleOf = (scopeId: string): 'wall' | 'officer' => (scopeId === 'up' ? 'wall' : 'officer')
const renditionOf = (scopeId: string): 'wall' | 'full' => (scopeId === 'up' ? 'wall' : 'full')

interface Plan {
  screens: number
  lastMs: number
  longestCutMs: number
  restarts: number
}

interface Watched {
  screen: PersonalScreen
  path: NetworkPath
  scopeId: string
  /** When it was last connected again and had not yet caught up. */
  behindSince: number | null
}

/** Consoles behind a network that comes and goes, in front of a server that does too, end up showing what is true. */
export const P8: FaultRun = {
  promise: 'P8', title: 'a reconnecting console converges to the truth within 5 s', sabotages: ['ledger-comparison'],
  async run(options) {
    const plan: Plan = options.isQuick
      ? { screens: 12, lastMs: 8_000, longestCutMs: 3_000, restarts: 1 }
      : { screens: 50, lastMs: 240_000, longestCutMs: 30_000, restarts: 6 }
    const report = blankReport('P8', `${plan.screens} consoles cut off or black-holed for 0.1 to ${plan.longestCutMs / 1_000} s, the server killed ${plan.restarts} times, alerts changing all the while`, options)
    const site = await openSite()
    try {
      await converge(site, plan, seeded(options.seed), options.sabotage, report)
      report.breaches.push(...site.crashes())
      return report
    } finally {
      await site.stop()
    }
  },
}

async function converge(site: Site, plan: Plan, chance: Chance, sabotage: string | null, report: Report): Promise<void> {
  const web = await site.startWeb('web', 'web', { orders: sabotage ? { sabotage } : {} })
  const watched: Watched[] = []
  for (let at = 0; at < plan.screens; at++) {
    const scopeId = SCOPES[at % SCOPES.length] ?? 'up'
    const path = await openPath(web.port)
    const screen = await site.screen(await site.person(roleOf(scopeId), scopeId), { web: web.port, path: path.port })
    watched.push({ screen, path, scopeId, behindSince: null })
  }
  const convergedMs: number[] = []
  const end = performance.now() + plan.lastMs
  const look = lookAt(site, watched, convergedMs, report)
  await Promise.all([
    change(site, chance, end),
    ...watched.map((one) => disturb(one, plan, chance, end)),
    ...Array.from({ length: plan.restarts }, (_, at) => sleep((plan.lastMs * (at + 1)) / (plan.restarts + 1)).then(() => web.process.kill())),
  ])
  // Everything is mended and nothing changes any more: whoever is not equal within the limit never will be.
  await web.process.ready()
  await until('every console is connected', () => watched.every((one) => one.screen.socket.connected), { withinMs: BACK_WITHIN_MS })
  for (const one of watched) one.behindSince ??= performance.now()
  await until('every console was judged', () => watched.every((one) => one.behindSince === null), { withinMs: BACK_WITHIN_MS })
  await look.stop()
  for (const one of watched) one.path.cut()
  await Promise.all(watched.map((one) => one.path.stop()))
  report.worstLateMs = Math.max(0, ...convergedMs)
  report.facts['equal after p50'] = `${Math.round(percentile(convergedMs, 0.5))} ms`
  report.facts['p99'] = `${Math.round(percentile(convergedMs, 0.99))} ms`
  report.facts['server kills'] = web.process.kills
}

/** Raises, acknowledges and closes alerts until the end, nearly all of it announced as another process would. */
async function change(site: Site, chance: Chance, end: number): Promise<void> {
  const bus = createBus(site.redis.url, 'harness', () => undefined)
  const open: string[] = []
  const viewer = { personId: 'harness', name: 'harness', role: 'officer' as const, scopePath: '/up/' }
  for (let serial = 0; performance.now() < end; serial++) {
    const isTold = chance.next() > 1 / UNTOLD_ONE_IN
    const announcer: Announcer = { announce: (dockets) => { if (isTold) bus.publish(dockets) } }
    const deps = { store: site.store, announcer, crypto: nodeCrypto }
    const key = `harness-${serial}`
    const alertId = open[Math.floor(chance.next() * open.length)]
    if (!alertId || open.length < 20 || chance.next() < 0.3) open.push(...await site.raise({ count: 1, districtId: chance.pick(['lucknow', 'agra', 'kanpur-nagar']), isProtected: chance.next() < 0.3, announcer }))
    else if (chance.next() < 0.5) await acknowledgeAlert(deps, viewer, { alertId, key })
    else {
      await reportProgress(deps, viewer, { alertId, key, step: 'resolved', reason: null })
      open.splice(open.indexOf(alertId), 1)
    }
    await sleep(300)
  }
  await bus.close()
}

/** Cuts one console off and lets it back, again and again: by resets, or by a network that swallows everything. */
async function disturb(one: Watched, plan: Plan, chance: Chance, end: number): Promise<void> {
  for (;;) {
    const quietMs = chance.between(0.3, 1) * plan.longestCutMs
    const cutMs = 100 * (plan.longestCutMs / 100) ** chance.next()
    if (performance.now() + quietMs + cutMs > end) return
    await sleep(quietMs)
    one.behindSince = null
    if (chance.next() < 0.5) one.path.cut()
    else one.path.blackHole()
    await sleep(cutMs)
    one.path.mend()
    // A connection that outlived a short black hole is back now; others say so when they connect.
    if (one.screen.socket.connected) one.behindSince = performance.now()
  }
}

/** Compares every console that came back with the ledger, many times a second. */
function lookAt(site: Site, watched: Watched[], convergedMs: number[], report: Report): { stop(): Promise<void> } {
  let isOver = false
  for (const one of watched) {
    one.screen.socket.on('connect', () => { one.behindSince = performance.now() })
    one.screen.socket.on('disconnect', () => { one.behindSince = null })
  }
  const looking = (async () => {
    while (!isOver) {
      const truths = new Map<string, Digest>()
      for (const scopeId of new Set(SCOPES)) truths.set(scopeId, await truth(site.store, scopeId, renditionOf(scopeId)))
      for (const one of watched) settle(one, truths.get(one.scopeId), convergedMs, report)
      await sleep(LOOK_MS)
    }
  })()
  return { stop: () => { isOver = true; return looking } }
}

function settle(one: Watched, truth: Digest | undefined, convergedMs: number[], report: Report): void {
  if (one.behindSince === null || !truth) return
  const behindMs = performance.now() - one.behindSince
  const isEqual = isSameDigest(one.screen.digest(), truth)
  if (!isEqual && behindMs <= LIMIT_MS) return
  one.behindSince = null
  report.attempts++
  if (isEqual) {
    report.ok++
    convergedMs.push(behindMs)
    return
  }
  report.stale++
  report.breaches.push(`a console of ${one.scopeId} shows ${one.screen.alerts().length} alerts ${Math.round(behindMs)} ms after it came back; there are ${truth.count}`)
}
