import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { Emulator } from '../../scripts/x-emulator/server.ts'
import { createQueues } from '../../src/adapters/redis/queues.ts'
import { X_TOKEN } from '../app.ts'
import { seeded } from './chance.ts'
import type { Chance } from './chance.ts'
import { openX, post, RECOVERY_DELAY_MS } from './feed.ts'
import type { Sent } from './feed.ts'
import { blankReport } from './report.ts'
import type { FaultRun, Report } from './report.ts'
import { hearing, openSite } from './site.ts'
import type { Site } from './site.ts'
import { happens, until } from './until.ts'

const LISTENERS = 4
const TIMES_EACH = 5
const DECIDED_WITHIN_MS = 40_000

/** Four listeners at once (as if their lease had failed) hear every post five times; jobs come again; the day is played again. */
export const P3: FaultRun = {
  promise: 'P3', title: 'one docket per post', sabotages: ['natural-keys'],
  async run(options) {
    const count = options.isQuick ? 12 : 100
    const report = blankReport('P3', `${LISTENERS} listeners hear each post ${TIMES_EACH} times; intake killed at K4; all jobs delivered again; everything replayed`, options)
    const site = await openSite()
    const emulators = await Promise.all(Array.from({ length: LISTENERS + 1 }, openX))
    try {
      const chance = seeded(options.seed)
      const [studio, ...stations] = emulators
      if (!studio) throw new Error('no emulator')
      const { sent, frames } = await record(studio, count, chance)
      const sabotage = options.sabotage ? { sabotage: options.sabotage } : {}
      const [intake] = await Promise.all([
        site.start('intake', 'intake-sos,intake-routine,escalate', { orders: (life) => (life === 0 ? { ...sabotage, kill: `K4@${Math.ceil(count / 2)}` } : sabotage) }),
        ...stations.map((station, at) => site.start(`listener ${at + 1}`, 'listen', { orders: { ...sabotage, ownLeases: true }, env: hearing(station.origin, RECOVERY_DELAY_MS) })),
      ])
      await until('four listeners hear', () => stations.every((station) => station.openStreams().length === 1))
      for (let play = 0; play < 2; play++) {
        for (const station of stations) for (const frame of chance.shuffle(Array.from({ length: TIMES_EACH }, () => frames).flat())) station.raw(`${frame}\r\n`)
        await happens(() => allDecided(site, sent), DECIDED_WITHIN_MS)
        await deliverAgain(site, sent)
      }
      await judge(site, sent, report)
      report.facts['kills'] = intake.kills
      if (intake.kills !== 1) report.breaches.push(`kill point K4 was reached ${intake.kills} times, not once`)
      report.breaches.push(...site.crashes())
      return report
    } finally {
      await site.stop()
      await Promise.all(emulators.map((one) => one.stop()))
    }
  },
}

/** Posts, and the frames in which an emulator sends them, recorded from its stream. */
async function record(studio: Emulator, count: number, chance: Chance): Promise<{ sent: Sent[]; frames: string[] }> {
  const headers = { authorization: `Bearer ${X_TOKEN}`, 'content-type': 'application/json' }
  await fetch(`${studio.origin}/2/tweets/search/stream/rules`, { method: 'POST', headers, body: JSON.stringify({ add: [{ value: '@PrahariUP', tag: 'prahari:mentions' }] }) })
  const fields = 'expansions=author_id&tweet.fields=created_at,conversation_id,entities,edit_history_tweet_ids,lang&user.fields=username,name'
  const stream = await new Promise<IncomingMessage>((resolve) => get(`${studio.origin}/2/tweets/search/stream?${fields}`, { headers }, resolve))
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => { text += chunk })
  const sent = await post(studio, { count, perSecond: 500, mix: ['cry'] }, chance)
  const frames = (): string[] => text.split('\r\n').filter((line) => line.startsWith('{'))
  await until('every post was recorded', () => frames().length === count)
  stream.destroy()
  return { sent, frames: frames() }
}

async function allDecided(site: Site, sent: Sent[]): Promise<boolean> {
  const rows = await site.store.inbox.getMany(sent.map(({ id }) => id))
  return rows.length === sent.length && rows.every((row) => row.state !== 'pending')
}

/** Every job once more, as a queue may that delivers at least once. */
async function deliverAgain(site: Site, sent: Sent[]): Promise<void> {
  const queues = createQueues(site.redis.url, () => undefined)
  await until('the queue is up', () => queues.isUp())
  await queues.enqueueSos(await site.store.inbox.getMany(sent.map(({ id }) => id)))
  await until('the queue is empty', async () => (await queues.depths()).sos === 0)
  await queues.close()
}

async function judge(site: Site, sent: Sent[], report: Report): Promise<void> {
  const dockets = await site.store.dockets.find({ index: 'byOpened', limit: 10_000 })
  const perPost = sent.map(({ id }) => dockets.filter((docket) => docket.post.id === id).length)
  report.attempts = sent.length
  report.ok = perPost.filter((count) => count === 1).length
  report.lost = perPost.filter((count) => count === 0).length
  report.duplicated = perPost.reduce((sum, count) => sum + Math.max(0, count - 1), 0)
  report.facts['deliveries'] = sent.length * LISTENERS * TIMES_EACH * 2
  report.facts['most dockets of one post'] = Math.max(...perPost)
  if (report.lost > 0) report.breaches.push(`${report.lost} posts have no docket`)
  if (report.duplicated > 0) report.breaches.push(`${report.duplicated} dockets too many for ${sent.length} posts`)
  const opened = dockets.flatMap((docket) => docket.history.filter((entry) => entry.what === 'opened')).length
  if (opened !== dockets.length) report.breaches.push(`${opened} openings in ${dockets.length} dockets`)
}
