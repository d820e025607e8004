import { setTimeout as sleep } from 'node:timers/promises'
import type { Docket } from '../../src/domain/docket.ts'
import { seeded } from './chance.ts'
import type { Chance } from './chance.ts'
import { openX, post, RECOVERY_DELAY_MS } from './feed.ts'
import type { KeptProcess } from './process.ts'
import { blankReport } from './report.ts'
import type { FaultRun, Report } from './report.ts'
import { hearing, openSite } from './site.ts'
import type { PersonalScreen, Site } from './site.ts'
import { until } from './until.ts'

interface Plan {
  lastMs: number
  officers: number
  /** Time between kills of one process, from and to. */
  killEveryMs: [number, number]
  perSecond: number
}

/** One acknowledgement as an officer remembers it. */
interface Asked {
  alertId: string
  key: string
  personId: string
  outcome: 'ok' | 'failed' | 'indeterminate'
}

const LEASE_MS = 800

/** The processes that answer "ok" are killed again and again while they do, and Redis too: whatever was answered is there. */
export const P7: FaultRun = {
  promise: 'P7', title: 'what was answered ok survives', sabotages: ['write-before-answer'],
  async run(options) {
    const plan: Plan = options.isQuick
      ? { lastMs: 8_000, officers: 10, killEveryMs: [1_500, 2_500], perSecond: 20 }
      : { lastMs: 120_000, officers: 30, killEveryMs: [1_500, 6_000], perSecond: 20 }
    const report = blankReport('P7', 'kill -9 of the web process, the listener (each every few seconds) and Redis, during acknowledgements and intake', options)
    const [site, emulator] = [await openSite(), await openX()]
    try {
      const chance = seeded(options.seed)
      const sabotage = options.sabotage ? { sabotage: options.sabotage } : {}
      const accepted = new Set<string>()
      const [web, listener] = await Promise.all([
        site.startWeb('web', 'web', { orders: (life) => (life === 0 ? { ...sabotage, kill: 'K10@3' } : sabotage) }),
        site.start('listener', 'listen', {
          orders: { ...sabotage, watch: true, leaseMs: LEASE_MS }, env: hearing(emulator.origin, RECOVERY_DELAY_MS),
          onNews: (news) => { if ('accepted' in news) for (const id of news.accepted) accepted.add(id) },
        }),
      ])
      await until('the listener hears', () => emulator.openStreams().length > 0)
      const officers: PersonalScreen[] = []
      for (let at = 0; at < plan.officers; at++) officers.push(await site.screen(await site.person('officer', 'lucknow'), { web: web.port }))
      const end = performance.now() + plan.lastMs
      const [asked] = await Promise.all([
        Promise.all(officers.map((officer, at) => keepAsking(site, officer, at, end))),
        post(emulator, { count: Infinity, perSecond: plan.perSecond, mix: ['cry', 'thanks'], until: () => performance.now() > end }, chance),
        killAgainAndAgain(web.process, plan, chance, end),
        killAgainAndAgain(listener, plan, chance, end),
        killRedis(site, plan),
      ])
      await sleep(1_000)
      await judge(site, asked.flat(), [...accepted], report)
      report.facts['kills'] = web.process.kills + listener.kills + 1
      report.breaches.push(...site.crashes())
      return report
    } finally {
      await site.stop()
      await emulator.stop()
    }
  },
}

/** An officer with work without end: one alert after the other is raised for them alone and taken. */
async function keepAsking(site: Site, officer: PersonalScreen, number: number, end: number): Promise<Asked[]> {
  const asked: Asked[] = []
  for (let serial = 0; performance.now() < end; serial++) {
    const [alertId = ''] = await site.raise({ count: 1 })
    const key = `officer-${number}-${serial}-`
    while (!officer.socket.connected && performance.now() < end) await sleep(20)
    const answer = await officer.send('alert:acknowledge', { alertId, key }, 2_000).catch(() => null)
    asked.push({ alertId, key, personId: officer.person.id, outcome: answer === null ? 'indeterminate' : answer.ok ? 'ok' : 'failed' })
    // Two events a second are allowed.
    await sleep(520)
  }
  return asked
}

async function killAgainAndAgain(process: KeptProcess, plan: Plan, chance: Chance, end: number): Promise<void> {
  for (;;) {
    await sleep(chance.between(...plan.killEveryMs))
    if (performance.now() > end) return
    process.kill()
    await process.ready()
  }
}

async function killRedis(site: Site, plan: Plan): Promise<void> {
  await sleep(plan.lastMs / 2)
  site.redis.kill('SIGKILL')
  await sleep(1_000)
  await site.redis.restart()
}

async function judge(site: Site, asked: Asked[], accepted: string[], report: Report): Promise<void> {
  const dockets = new Map<string, Docket>()
  for (let from = 0; from < asked.length; from += 500) for (const docket of await site.store.dockets.getMany(asked.slice(from, from + 500).map((one) => one.alertId))) dockets.set(docket.id, docket)
  const isOnRecord = ({ alertId, key, personId }: Asked): boolean => {
    const alert = dockets.get(alertId)?.alert
    return alert?.holder?.personId === personId && alert.acts.some((act) => act.key === key)
  }
  const answeredOk = asked.filter((one) => one.outcome === 'ok')
  const unclear = asked.filter((one) => one.outcome === 'indeterminate')
  const lostAcks = answeredOk.filter((one) => !isOnRecord(one))
  const recorded = new Set<string>()
  for (let from = 0; from < accepted.length; from += 500) for (const row of await site.store.inbox.getMany(accepted.slice(from, from + 500))) recorded.add(row.id)
  const lostPosts = accepted.filter((id) => !recorded.has(id))
  report.attempts = asked.length + accepted.length
  report.ok = answeredOk.length - lostAcks.length + accepted.length - lostPosts.length
  report.failed = asked.filter((one) => one.outcome === 'failed').length
  report.indeterminate = unclear.length
  report.lost = lostAcks.length + lostPosts.length
  Object.assign(report.facts, {
    'acknowledgements ok': answeredOk.length, 'posts accepted': accepted.length,
    'indeterminate that happened': unclear.filter(isOnRecord).length,
  })
  if (answeredOk.length === 0 || accepted.length === 0) report.breaches.push('nothing was answered ok: the run proves nothing')
  if (lostAcks.length > 0) report.breaches.push(`${lostAcks.length} acknowledgements were answered ok and are gone`)
  if (lostPosts.length > 0) report.breaches.push(`${lostPosts.length} posts were accepted and are gone`)
}
