import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { createClock } from '../../src/web/shared/clock.ts'
import type { ClockSample } from '../../src/web/shared/clock.ts'
import { seeded } from './chance.ts'
import type { Chance } from './chance.ts'
import { blankReport, percentile } from './report.ts'
import type { FaultRun, Report, RunOptions } from './report.ts'
import { withRungs } from './rewire.ts'
import { openSite } from './site.ts'
import type { PersonalScreen, Site } from './site.ts'

const RUNG_S = 2
const RUNGS = 2
const LEAD_MS = 1_500
/** Allowed lateness across any single fault; and what two processes may differ by, so that nothing counts as early that is not. */
const LIMIT_MS = 10_000
const EARLY_MS = 50
const COUNTDOWN_MS = 500
const PINGS = 5
const LOOK_MS = 40
const WRONG_CLOCK = new URL('wrong-clock.ts', import.meta.url).href

/** How far off the clocks of the engine and of the web process are, and the date of the console in front of it. */
interface Trial {
  processMs: number
  consoleMs: number
}
const TRIALS: Trial[] = [{ processMs: -60_000, consoleMs: 600_000 }, { processMs: 3_600_000, consoleMs: -600_000 }, { processMs: 60_000, consoleMs: 600_000 }]

/** Deadlines and countdowns go by the store's clock, whatever the hosts believe the time to be. */
export const P14: FaultRun = {
  promise: 'P14', title: 'wrong clocks move no deadline and no countdown', sabotages: ['store-clock', 'server-clock'],
  async run(options) {
    const report = blankReport('P14', 'engine and web started with clocks that are 60 s behind, 60 s and 1 h ahead, and set by as much again while they run; dates of consoles 10 min off', options)
    const outcomes = await Promise.all(TRIALS.slice(0, options.isQuick ? 2 : 3).map((trial, nth) => climb(trial, options, seeded(options.seed + nth))))
    judge(report, outcomes)
    return report
  },
}

interface Outcome {
  deadlines: number
  /** Seen from outside, by a clock that is right: negative is early. */
  lateMs: number[]
  countdownMs: number[]
  crashes: string[]
}

async function climb({ processMs, consoleMs }: Trial, { isQuick, sabotage }: RunOptions, chance: Chance): Promise<Outcome> {
  // The site opens the store first, with the right time, and looks at it with the same.
  const site = await openSite()
  try {
    const env = { NODE_OPTIONS: `--import=${WRONG_CLOCK}`, WRONG_CLOCK_MS: String(processMs) }
    const orders = sabotage === 'store-clock' ? { sabotage } : {}
    const [engine, web] = await Promise.all([site.start('engine', 'escalate', { orders, env }), site.startWeb('web', 'web', { orders, env })])
    const screen = await site.screen(await site.person('officer', 'lucknow'), { web: web.port })
    const windowMs = isQuick ? 3_000 : 60_000
    const dueAts = await raise(site, isQuick ? 12 : 120, windowMs, chance)
    const watching = watch(site, dueAts)
    const countdownMs = await countdownErrors(site, screen, consoleMs, sabotage === 'server-clock')
    await sleep(windowMs / 2)
    for (const process of [engine, web.process]) process.kill('SIGUSR2')
    countdownMs.push(...await countdownErrors(site, screen, consoleMs, sabotage === 'server-clock'))
    return { deadlines: dueAts.size * RUNGS, lateMs: await watching, countdownMs, crashes: site.crashes() }
  } finally {
    await site.stop()
  }
}

/** Raises alerts so that their rungs come due spread over the window that now begins; answers when the first rung of each is due. */
async function raise(site: Site, count: number, windowMs: number, chance: Chance): Promise<Map<string, number>> {
  const policy = withRungs(DEFAULT_LADDER_POLICY, RUNG_S)
  const dueAts = new Map<string, number>()
  const start = site.store.now() + LEAD_MS
  for (let made = 0; made < count; made++) {
    const dueAt = Math.round(start + chance.between(0, windowMs))
    const [id = ''] = await site.raise({ count: 1, raisedAt: dueAt - RUNG_S * 1_000, policy })
    dueAts.set(id, dueAt)
  }
  return dueAts
}

/** When each rung is seen to have fired, against when it was due. What has not come by the limit counts as that late. */
async function watch(site: Site, dueAts: ReadonlyMap<string, number>): Promise<number[]> {
  const lateMs: number[] = []
  const fired = new Map([...dueAts.keys()].map((id) => [id, 0]))
  const lastDueAt = Math.max(...dueAts.values()) + RUNG_S * 1_000 * (RUNGS - 1)
  while ([...fired.values()].some((rungs) => rungs < RUNGS) && site.store.now() < lastDueAt + LIMIT_MS) {
    const open = [...fired].filter(([, rungs]) => rungs < RUNGS).map(([id]) => id)
    const dockets = await site.store.dockets.getMany(open)
    const seenAt = site.store.now()
    for (const { id, alert } of dockets) {
      const before = fired.get(id) ?? 0
      const now = Math.min(RUNGS, (alert?.nextRung ?? 1) - 1)
      for (let rung = before + 1; rung <= now; rung++) lateMs.push(seenAt - (dueAts.get(id) ?? 0) - (rung - 1) * RUNG_S * 1_000)
      fired.set(id, now)
    }
    await sleep(LOOK_MS)
  }
  const missing = [...fired.values()].reduce((sum, rungs) => sum + RUNGS - rungs, 0)
  return [...lateMs, ...Array.from({ length: missing }, () => Infinity)]
}

/** How far the consoles' own clock is from the truth, milliseconds. A sabotaged console goes by its date. */
async function countdownErrors(site: Site, screen: PersonalScreen, dateOffMs: number, isTrusting: boolean): Promise<number[]> {
  const clock = createClock(() => performance.now())
  const samples: ClockSample[] = []
  for (let n = 0; n < PINGS; n++) {
    const sentAt = performance.now()
    const answer = await screen.send('clock:ping', { sentAt })
    if (answer.ok) samples.push({ sentAt, receivedAt: performance.now(), serverNow: answer.serverNow })
  }
  clock.measure(samples)
  const errors: number[] = []
  for (let n = 0; n < 10; n++) {
    clock.tick()
    const shown = isTrusting ? Date.now() + dateOffMs : clock.now.value ?? Infinity
    errors.push(Math.abs(shown - site.store.now()))
    await sleep(LOOK_MS)
  }
  return errors
}

function judge(report: Report, outcomes: readonly Outcome[]): void {
  const lateMs = outcomes.flatMap((one) => one.lateMs)
  const countdownMs = outcomes.flatMap((one) => one.countdownMs)
  const early = lateMs.filter((late) => late < -EARLY_MS).length
  const missed = lateMs.filter((late) => late > LIMIT_MS)
  report.attempts = outcomes.reduce((sum, one) => sum + one.deadlines, 0)
  report.ok = lateMs.length - early - missed.length
  report.failed = early
  report.lost = missed.length
  report.worstLateMs = Math.max(0, ...lateMs.filter(Number.isFinite))
  for (const [name, share] of [['p50', 0.5], ['p99', 0.99]] as const) report.facts[`late ${name}`] = `${Math.round(percentile(lateMs, share))} ms`
  report.facts['countdown wrong by at most'] = `${Math.round(Math.max(...countdownMs))} ms`
  if (early > 0) report.breaches.push(`${early} rungs of ${report.attempts} fired before their time, the first ${Math.round(-Math.min(...lateMs))} ms early`)
  if (missed.length > 0) report.breaches.push(`${missed.length} rungs of ${report.attempts} had not fired ${LIMIT_MS} ms after their time`)
  if (countdownMs.some((ms) => ms > COUNTDOWN_MS)) report.breaches.push(`a countdown was ${Math.round(Math.max(...countdownMs))} ms off`)
  report.breaches.push(...outcomes.flatMap((one) => one.crashes))
}
