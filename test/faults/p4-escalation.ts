import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Docket } from '../../src/domain/docket.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { seeded } from './chance.ts'
import type { Chance } from './chance.ts'
import type { KeptProcess } from './process.ts'
import { blankReport, percentile } from './report.ts'
import type { FaultRun, Report, RunOptions } from './report.ts'
import { withRungs } from './rewire.ts'
import { LADDER_SET } from './sabotages.ts'
import { openSite } from './site.ts'
import type { Site } from './site.ts'

/** Allowed lateness across any single fault, and the 99th percentile without one. */
const LIMIT_MS = 10_000
const CALM_P99_MS = 2_000
const RUNG_S = 2
const RUNGS = 2
/** Deadlines begin when the engines are up and everything is raised. */
const LEAD_MS = 2_500

interface Plan {
  alerts: number
  windowMs: number
  killEveryMs: number
}

/** An alert that nobody acknowledges escalates on time, whatever happens to the engines and to Redis. */
export const P4: FaultRun = {
  promise: 'P4', title: 'an unacknowledged SoS escalates within 10 s of its deadline', sabotages: ['ladder-in-store'],
  async run(options) {
    const plan: Plan = options.isQuick ? { alerts: 30, windowMs: 5_000, killEveryMs: 1_700 } : { alerts: 250, windowMs: 300_000, killEveryMs: 20_000 }
    const report = blankReport('P4', 'two engines, killed in turn and together; Redis killed and flushed', options)
    const faulty = await climb(plan, options, true)
    judge(report, faulty, 'under faults')
    report.worstLateMs = Math.max(0, ...faulty.lateMs)
    if (faulty.lateMs.some((late) => late > LIMIT_MS)) report.breaches.push(`an escalation was ${report.worstLateMs} ms late`)
    if (!options.isQuick) {
      const calm = await climb({ ...plan, alerts: 100, windowMs: 20_000 }, options, false)
      judge(report, calm, 'calm')
      const p99 = percentile(calm.lateMs, 0.99)
      if (p99 > CALM_P99_MS) report.breaches.push(`without a fault the 99th percentile was ${p99} ms late`)
    }
    return report
  },
}

interface Climb {
  deadlines: number
  lateMs: number[]
  missed: string[]
  twice: string[]
  kills: number
  crashes: string[]
}

function judge(report: Report, climb: Climb, when: string): void {
  report.attempts += climb.deadlines
  report.ok += climb.lateMs.length
  report.lost += climb.missed.length
  report.duplicated += climb.twice.length
  for (const [name, share] of [['p50', 0.5], ['p99', 0.99], ['max', 1]] as const) report.facts[`${when} late ${name}`] = `${percentile(climb.lateMs, share)} ms`
  report.facts[`${when} kills`] = climb.kills
  if (climb.missed.length > 0) report.breaches.push(`${climb.missed.length} rungs of ${climb.deadlines} never fired, first ${climb.missed[0]}`)
  report.breaches.push(...climb.twice.map((one) => `fired twice: ${one}`), ...climb.crashes)
}

async function climb(plan: Plan, options: RunOptions, withFaults: boolean): Promise<Climb> {
  const site = await openSite()
  try {
    const chance = seeded(options.seed)
    const orders = options.sabotage ? { sabotage: options.sabotage } : {}
    const engines = await Promise.all(['engine a', 'engine b'].map((name) => site.start(name, 'escalate', { orders })))
    const ids = await raise(site, plan, chance)
    const faults = withFaults ? await breakThings(site, plan, chance, engines) : 0
    await sleep(withFaults ? 0 : plan.windowMs + LEAD_MS)
    await allFired(site, ids)
    return measure(await dockets(site, ids), faults, site.crashes())
  } finally {
    await site.stop()
  }
}

/** Raises the alerts in the past, so that their rungs come due spread over the window that now begins. */
async function raise(site: Site, plan: Plan, chance: Chance): Promise<string[]> {
  const policy = withRungs(DEFAULT_LADDER_POLICY, RUNG_S)
  const start = site.store.now() + LEAD_MS - RUNG_S * 1_000
  const ids = await Promise.all(Array.from({ length: plan.alerts }, () => site.raise({ count: 1, raisedAt: Math.round(start + chance.between(0, plan.windowMs)), policy })))
  const redis = new Redis({ path: site.redis.url.slice('unix://'.length) })
  await redis.sadd(LADDER_SET, ...ids.flat())
  redis.disconnect()
  return ids.flat()
}

/** Kills an engine again and again, both at once in the middle; flushes Redis, kills it and starts it again. */
async function breakThings(site: Site, plan: Plan, chance: Chance, engines: KeptProcess[]): Promise<number> {
  const redisTrouble = (async () => {
    await sleep(LEAD_MS + plan.windowMs * 0.3)
    const redis = new Redis({ path: site.redis.url.slice('unix://'.length) })
    await redis.flushall()
    redis.disconnect()
    await sleep(plan.windowMs * 0.2)
    site.redis.kill('SIGKILL')
    await sleep(plan.windowMs * 0.2)
    await site.redis.restart()
  })()
  const rounds = Math.floor((LEAD_MS + plan.windowMs) / plan.killEveryMs)
  for (let round = 0; round < rounds; round++) {
    await sleep(plan.killEveryMs)
    for (const engine of round === Math.floor(rounds / 2) ? engines : [chance.pick(engines)]) engine.kill()
  }
  await redisTrouble
  return engines.reduce((sum, engine) => sum + engine.kills, 0)
}

const dockets = (site: Site, ids: string[]): Promise<Docket[]> => site.store.dockets.getMany(ids)

/** Waits until every rung has fired or its limit is over; what is missing then is missed. */
async function allFired(site: Site, ids: string[]): Promise<void> {
  for (let waitedMs = 0; waitedMs < LIMIT_MS + RUNGS * RUNG_S * 1_000; waitedMs += 250) {
    const open = (await dockets(site, ids)).filter((docket) => (docket.alert?.nextRung ?? 0) <= RUNGS)
    if (open.length === 0) return
    const now = site.store.now()
    if (open.every((docket) => (docket.alert?.nextDueAt ?? 0) < now - LIMIT_MS)) return
    await sleep(250)
  }
}

function measure(all: Docket[], kills: number, crashes: string[]): Climb {
  const result: Climb = { deadlines: all.length * RUNGS, lateMs: [], missed: [], twice: [], kills, crashes }
  for (const docket of all) {
    for (let rung = 1; rung <= RUNGS; rung++) {
      const fired = docket.history.filter((entry) => entry.what === 'escalated' && entry.facts.rung === rung)
      if (fired.length > 1) result.twice.push(`${docket.id} rung ${rung}`)
      if (fired[0]) result.lateMs.push(Number(fired[0].facts.lateMs))
      else result.missed.push(`${docket.id} rung ${rung}`)
    }
  }
  return result
}
