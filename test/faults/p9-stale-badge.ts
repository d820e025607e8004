import { setTimeout as sleep } from 'node:timers/promises'
import { STALE_AFTER_MS } from '../../src/contract/timing.ts'
import { seeded } from './chance.ts'
import { openPath } from './proxy.ts'
import { blankReport, percentile } from './report.ts'
import type { FaultRun, Report } from './report.ts'
import { openSite } from './site.ts'
import type { PersonalScreen, Site } from './site.ts'
import { until } from './until.ts'

/** What a timer on a busy machine may add to the ten seconds. */
const MARGIN_MS = 1_500
const LOOK_MS = 50
const BACK_WITHIN_MS = 30_000

/** Behind a network that swallows everything, and in front of a server that stands still, every console says so. */
export const P9: FaultRun = {
  promise: 'P9', title: 'no console looks live when it is not: stale within 10 s', sabotages: ['heartbeat-judgement'],
  async run(options) {
    const plan = options.isQuick ? { screens: 3, rounds: 1 } : { screens: 10, rounds: 5 }
    const report = blankReport('P9', 'one server behind a black hole, another stopped by SIGSTOP', options)
    const site = await openSite()
    try {
      const badgeMs: number[] = []
      const backMs: number[] = []
      const trial = await prepare(site, plan.screens)
      const chance = seeded(options.seed)
      for (let round = 0; round < plan.rounds; round++) {
        // Anywhere between two heartbeats.
        await sleep(2_000 + chance.between(0, 2_000))
        trial.breakAll()
        badgeMs.push(...await Promise.all(trial.screens.map((screen) => timeToBadge(screen, options.sabotage !== null))))
        const mendedAt = performance.now()
        trial.mendAll()
        await until('the consoles are live again', () => trial.screens.every((screen) => screen.freshness().kind === 'live'), { withinMs: BACK_WITHIN_MS })
        backMs.push(performance.now() - mendedAt)
      }
      judge(report, badgeMs, backMs)
      await trial.stop()
      report.breaches.push(...site.crashes())
      return report
    } finally {
      await site.stop()
    }
  },
}

async function prepare(site: Site, count: number): Promise<{ screens: PersonalScreen[]; breakAll(): void; mendAll(): void; stop(): Promise<void> }> {
  const [near, far] = await Promise.all([site.startWeb('paused web', 'web'), site.startWeb('distant web', 'web')])
  const path = await openPath(far.port)
  const open = async (ports: { web: number; path?: number }): Promise<PersonalScreen> => site.screen(await site.person('officer', 'lucknow'), ports)
  const screens = await Promise.all(Array.from({ length: count * 2 }, (_, at) => open(at % 2 ? { web: near.port } : { web: far.port, path: path.port })))
  await until('every console has a heartbeat', () => screens.every((screen) => screen.heardAt() !== null))
  return {
    screens,
    breakAll() {
      path.blackHole()
      near.process.kill('SIGSTOP')
    },
    mendAll() {
      near.process.kill('SIGCONT')
      path.mend()
    },
    stop: () => path.stop(),
  }
}

/**
 * Milliseconds until the console shows that it is stale, at most a little over the limit. A sabotaged console believes that
 * what is connected is live.
 */
async function timeToBadge(screen: PersonalScreen, isTrusting: boolean): Promise<number> {
  const began = performance.now()
  let lastSeen = began
  for (;;) {
    const now = performance.now()
    if (isTrusting && screen.socket.connected) lastSeen = now
    const isStale = isTrusting ? now - lastSeen >= STALE_AFTER_MS : screen.freshness().kind === 'stale'
    if (isStale || now - began > STALE_AFTER_MS + MARGIN_MS) return now - began
    await sleep(LOOK_MS)
  }
}

function judge(report: Report, badgeMs: number[], backMs: number[]): void {
  report.attempts = badgeMs.length
  report.stale = badgeMs.filter((ms) => ms > STALE_AFTER_MS + MARGIN_MS).length
  report.ok = report.attempts - report.stale
  report.worstLateMs = Math.max(...badgeMs)
  report.facts['time to badge p50'] = `${Math.round(percentile(badgeMs, 0.5))} ms`
  report.facts['live again at most'] = `${Math.round(Math.max(...backMs))} ms after the end of the fault`
  if (report.stale > 0) report.breaches.push(`${report.stale} consoles of ${report.attempts} looked live ${STALE_AFTER_MS + MARGIN_MS} ms after their server was gone`)
}
