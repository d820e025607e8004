import { setTimeout as sleep } from 'node:timers/promises'
import { nodeCrypto } from '../../src/app.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { firstBreak } from '../../src/domain/history.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { DISTRICTS } from '../../src/domain/state/districts.ts'
import { seeded } from './chance.ts'
import type { Chance } from './chance.ts'
import { blankReport } from './report.ts'
import type { FaultRun, Report } from './report.ts'
import { withRungs } from './rewire.ts'
import { openSite } from './site.ts'
import type { PersonalScreen, Site } from './site.ts'
import type { News } from './watch.ts'

const RUNG_S = 600
const SPREAD_MS = 50
const LEAD_MS = 1_500
/** Alerts that share one deadline: one sweep then meets several officers. */
const TOGETHER = 10

interface Race {
  alertId: string
  dueAt: number
  /** When the officer's thumb comes down. */
  ackAt: number
  screen: PersonalScreen
  outcome: 'ok' | 'refused' | 'indeterminate'
}

/** Officers acknowledge through the web process at the very moment at which two engines escalate. */
export const P5: FaultRun = {
  promise: 'P5', title: 'no escalation after a committed acknowledgement; each level fires once', sabotages: ['version-guard'],
  async run(options) {
    const plan = options.isQuick ? { races: 500, districts: 10, windowMs: 4_000 } : { races: 10_000, districts: DISTRICTS.length, windowMs: 120_000 }
    const report = blankReport('P5', `acknowledgement and escalation within ±${SPREAD_MS} ms; one web process, two engines`, options)
    const announced: Announced[] = []
    const onNews = (news: News): void => { if ('announced' in news) announced.push(...news.announced) }
    const orders = { watch: true, ...(options.sabotage ? { sabotage: options.sabotage } : {}) }
    const site = await openSite()
    try {
      const [web] = await Promise.all([
        site.startWeb('web', 'web', { orders }),
        ...['engine a', 'engine b'].map((name) => site.start(name, 'escalate', { orders, onNews, env: { PRAHARI_SWEEP_MS: '50' } })),
      ])
      const races = await line(site, web.port, plan, seeded(options.seed))
      await Promise.all(races.map((race) => runRace(site, race)))
      await sleep(1_000)
      const dockets = new Map<string, Docket>()
      for (let from = 0; from < races.length; from += 500) {
        for (const docket of await site.store.dockets.getMany(races.slice(from, from + 500).map((race) => race.alertId))) dockets.set(docket.id, docket)
      }
      judge(report, races, dockets, announced)
      report.breaches.push(...site.crashes())
      return report
    } finally {
      await site.stop()
    }
  },
}

/** Raises the alerts so that their first rungs come due over the window, and gives each to an officer of its district. */
async function line(site: Site, port: number, plan: { races: number; districts: number; windowMs: number }, chance: Chance): Promise<Race[]> {
  const districts = DISTRICTS.slice(0, plan.districts).map((district) => district.id)
  const screens = new Map<string, Race['screen']>()
  for (const district of districts) screens.set(district, await site.screen(await site.person('officer', district), { web: port }))
  const start = site.store.now() + LEAD_MS + plan.races
  const policy = withRungs(DEFAULT_LADDER_POLICY, RUNG_S)
  const groups = await Promise.all(Array.from({ length: plan.races / TOGETHER }, async (_, group): Promise<Race[]> => {
    const districtId = districts[group % districts.length] ?? ''
    const screen = screens.get(districtId)
    if (!screen) throw new Error(`no officer in ${districtId}`)
    const dueAt = Math.round(start + chance.between(0, plan.windowMs))
    const shifts = Array.from({ length: TOGETHER }, () => chance.between(-SPREAD_MS, SPREAD_MS))
    const ids = await site.raise({ count: TOGETHER, raisedAt: dueAt - RUNG_S * 1_000, districtId, policy })
    return ids.map((alertId, at) => ({ alertId, dueAt, ackAt: dueAt + (shifts[at] ?? 0), screen, outcome: 'indeterminate' }))
  }))
  return groups.flat()
}

async function runRace(site: Site, race: Race): Promise<void> {
  await sleep(Math.max(0, race.ackAt - site.store.now()))
  const answer = await race.screen.send('alert:acknowledge', { alertId: race.alertId, key: `race-${race.alertId}` }, 10_000).catch(() => null)
  race.outcome = answer === null ? 'indeterminate' : answer.ok ? 'ok' : 'refused'
}

type Announced = Extract<News, { announced: unknown }>['announced'][number]

/** How often the version with which rung 1 fired was announced, by docket. Later versions have fired it too, and tell of something else. */
function firstAnnounced(announced: readonly Announced[]): Map<string, { version: number; times: number }> {
  const first = new Map<string, { version: number; times: number }>()
  for (const { id, version } of announced.filter(({ rung }) => rung === 1)) {
    const known = first.get(id)
    if (!known || version < known.version) first.set(id, { version, times: 1 })
    else if (version === known.version) known.times++
  }
  return first
}

function judge(report: Report, races: Race[], dockets: Map<string, Docket>, announced: Announced[]): void {
  const fired = firstAnnounced(announced)
  let ackFirst = 0
  report.attempts = races.length
  for (const race of races) {
    if (race.outcome === 'ok') report.ok++
    else if (race.outcome === 'refused') report.failed++
    else report.indeterminate++
    const docket = dockets.get(race.alertId)
    const words = docket?.history.map((entry) => entry.what) ?? []
    const ackedAt = words.indexOf('acknowledged')
    const escalations = words.filter((what) => what === 'escalated').length
    if (race.outcome === 'ok' && ackedAt < 0) {
      report.lost++
      report.breaches.push(`${race.alertId}: the acknowledgement was answered ok and is gone`)
    }
    if (ackedAt >= 0 && words.lastIndexOf('escalated') > ackedAt) {
      report.stale++
      report.breaches.push(`${race.alertId}: escalated after its acknowledgement`)
    }
    if (ackedAt >= 0 && escalations === 0) ackFirst++
    if (escalations > 1) report.breaches.push(`${race.alertId}: escalated ${escalations} times`)
    const told = fired.get(race.alertId)?.times ?? 0
    if (told > Math.max(1, escalations)) report.duplicated++
    if (told > escalations) report.breaches.push(`${race.alertId}: ${told} escalations were announced, ${escalations} are on record`)
    if (docket && firstBreak(docket.history, nodeCrypto.sha256) !== null) report.breaches.push(`${race.alertId}: the history does not chain`)
  }
  report.facts['acknowledged before the rung'] = ackFirst
  report.facts['after it'] = races.length - ackFirst
}
