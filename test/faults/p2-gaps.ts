import { setTimeout as sleep } from 'node:timers/promises'
import type { Emulator } from '../../scripts/x-emulator/server.ts'
import type { StreamGap } from '../../src/domain/stream.ts'
import { freePort } from '../app.ts'
import { seeded } from './chance.ts'
import { openX, post, RECOVERY_DELAY_MS } from './feed.ts'
import type { Sent } from './feed.ts'
import { blankReport } from './report.ts'
import type { FaultRun, Report } from './report.ts'
import { hearing, openSite } from './site.ts'
import type { Site } from './site.ts'
import { happens, until } from './until.ts'

/** How long the stream is away. Full: 1 s, 90 s, and a tenth of 90 s and of 6 min, as search lag and recovery delay are scaled too. */
const CUTS_S = { quick: [1, 3], full: [1, 9, 36, 90] }
const PER_SECOND = 20
const BETWEEN_MS = 2_500
const FILLED_WITHIN_MS = 25_000
const RETWEETS = 0.05

interface Cut {
  from: number
  to: number
}

/** The stream is reset and refused for a while; what was posted meanwhile comes back by search, and the blind time is on record. */
export const P2: FaultRun = {
  promise: 'P2', title: 'a received post is recorded before it counts; unrecorded stream time is a visible gap', sabotages: ['gap-records', 'write-before-answer'],
  async run(options) {
    const cuts = options.isQuick ? CUTS_S.quick : CUTS_S.full
    const report = blankReport('P2', `the stream reset and refused for ${cuts.join(', ')} s, ${PER_SECOND} posts/s going on`, options)
    const [site, emulator] = [await openSite(), await openX()]
    try {
      const opsPort = await freePort()
      await site.start('listener', 'listen', { orders: options.sabotage ? { sabotage: options.sabotage } : {}, env: { ...hearing(emulator.origin, RECOVERY_DELAY_MS), PRAHARI_OPS_PORT: String(opsPort) } })
      await until('the listener hears', () => emulator.openStreams().length > 0)
      let isOver = false
      const counting = countersOfTheFuture(site, opsPort, () => isOver)
      const posting = post(emulator, { count: Infinity, perSecond: PER_SECOND, mix: ['cry', 'complaint', 'thanks'], retweets: RETWEETS, until: () => isOver }, seeded(options.seed))
      const made = await cutAgainAndAgain(site, emulator, cuts)
      isOver = true
      const sent = await posting
      await happens(async () => (await missing(site, sent)).length === 0 && (await gapsOf(site)).every((gap) => gap.state === 'filled'), FILLED_WITHIN_MS)
      judge(report, sent, await missing(site, sent), made, await gapsOf(site))
      const early = await counting
      if (early > 0) report.breaches.push(`${early} times more posts were counted than were on record`)
      report.breaches.push(...site.crashes())
      return report
    } finally {
      await site.stop()
      await emulator.stop()
    }
  },
}

async function cutAgainAndAgain(site: Site, emulator: Emulator, seconds: readonly number[]): Promise<Cut[]> {
  const cuts: Cut[] = []
  await sleep(BETWEEN_MS)
  for (const length of seconds) {
    const from = site.store.now()
    emulator.fault({ kind: 'refuse', seconds: length })
    emulator.fault({ kind: 'rst' })
    await sleep(length * 1_000)
    const to = site.store.now()
    cuts.push({ from, to })
    await until('the listener hears again', () => emulator.openStreams().length > 0, { withinMs: 60_000 })
    await sleep(BETWEEN_MS)
  }
  return cuts
}

/** How often the listener's own counter was ahead of the ledger: read first the counter, then the ledger. */
async function countersOfTheFuture(site: Site, opsPort: number, isOver: () => boolean): Promise<number> {
  let early = 0
  while (!isOver()) {
    const page = await fetch(`http://127.0.0.1:${opsPort}/metrics`).then((answer) => answer.text(), () => '')
    const counted = Number(/^prahari_posts_received_total\{outcome="inserted"[^}]*\} (\d+)/m.exec(page)?.[1] ?? 0)
    if (counted > await site.store.inbox.count({ index: 'byReceived' })) early++
    await sleep(150)
  }
  return early
}

async function missing(site: Site, sent: Sent[]): Promise<Sent[]> {
  const recorded = new Set<string>()
  for (let from = 0; from < sent.length; from += 500) for (const row of await site.store.inbox.getMany(sent.slice(from, from + 500).map(({ id }) => id))) recorded.add(row.id)
  // Search does not bring retweets back (x-api 0.3): the case that a retweet belongs to is in the inbox by its original.
  return sent.filter(({ id, isRetweet }) => !isRetweet && !recorded.has(id))
}

const gapsOf = (site: Site): Promise<StreamGap[]> => site.store.gaps.find({ index: 'byStart', order: 'asc', limit: 100 })

function judge(report: Report, sent: Sent[], lost: Sent[], cuts: Cut[], gaps: StreamGap[]): void {
  report.attempts = sent.filter(({ isRetweet }) => !isRetweet).length
  report.ok = report.attempts - lost.length
  report.lost = lost.length
  report.facts['gaps'] = gaps.map((gap) => `${gap.state} (${gap.reason}, ${gap.recovered} recovered)`).join(' + ') || 'none'
  if (lost.length > 0) report.breaches.push(`${lost.length} posts of ${report.attempts} were never recorded`)
  for (const { from, to } of cuts) {
    const gap = gaps.find((one) => one.startedAt <= from && (one.endedAt ?? Infinity) >= to)
    if (!gap) report.breaches.push(`no gap shows the ${Math.round((to - from) / 1_000)} s without a stream`)
    else if (gap.state !== 'filled') report.breaches.push(`the gap of ${Math.round((to - from) / 1_000)} s is ${gap.state}, not filled`)
  }
}
