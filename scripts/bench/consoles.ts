import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { HEARTBEAT_MS } from '../../src/contract/timing.ts'
import { startRedis } from '../../test/redis.ts'
import { openHall } from './hall.ts'
import type { Hall } from './hall.ts'
import type { Run } from './layout.ts'
import { atLeast, atMost, ratioAtMost, row, write } from './row.ts'
import type { Row } from './row.ts'
import { median, percentile } from './statistics.ts'

const PLAN = { full: { consoles: 5_000, alerts: 30 }, quick: { consoles: 1_500, alerts: 6 } } as const
const ALERT_EVERY_MS = 1_000
/** Files that a process has open besides its consoles. */
const OTHER_FILES = 200

/** One web process with all the consoles of a state, the heartbeat and an alert every second, against bare WebSockets with the same bytes. */
export async function benchConsoles(run: Run): Promise<Row[]> {
  const { consoles, alerts } = run.isQuick ? PLAN.quick : PLAN.full
  checkFiles(consoles)
  const folder = mkdtempSync(join(tmpdir(), 'prahari-bench-'))
  const redis = await startRedis()
  const halls: Hall[] = []
  try {
    const where = { folder, redisUrl: redis.url, count: consoles }
    const ours = await openHall(run, 'prahari', where)
    halls.push(ours)
    const bare = await openHall(run, 'ws', where)
    halls.push(bare)
    const cpuBefore = ours.server.cpuSeconds()
    const began = performance.now()
    const before = Number((await ours.clients.ask('heartbeats')).count)
    const [mine, theirs] = await alternate(ours, bare, alerts)
    const seconds = (performance.now() - began) / 1_000
    const beats = Number((await ours.clients.ask('heartbeats')).count) - before
    const of = { bench: 'consoles', unit: 'ms' }
    const all = mine.map(({ took }) => took).flat()
    const limits = theirs.map(({ took }) => took).flat()
    return [
      row({ ...of, name: `alert on a console, p50 of ${write(consoles)}`, value: percentile(all, 0.5), limit: { name: 'bare ws, same bytes', value: percentile(limits, 0.5) }, note: `${alerts} alerts, one a second` }),
      row({ ...of, name: 'alert on a console, p99', value: percentile(all, 0.99), limit: { name: 'bare ws, same bytes', value: percentile(limits, 0.99) } }),
      row({
        ...of, name: `to the last of ${write(consoles)} consoles`, value: median(mine.map(({ took }) => Math.max(...took))), aim: ratioAtMost(1.15, 'bare ws'),
        limit: { name: 'bare ws, same bytes', value: median(theirs.map(({ took }) => Math.max(...took))) }, note: `median of ${alerts}`,
      }),
      row({ ...of, name: 'longest block of the loop by a broadcast', value: median(mine.map(({ blockMs }) => blockMs)), limit: { name: 'bare ws', value: median(theirs.map(({ blockMs }) => blockMs)) }, aim: atMost(10, 'ms'), note: 'heartbeats among them' }),
      row({ bench: 'consoles', name: 'consoles that missed an alert', value: consoles * alerts - all.length, unit: '', aim: atMost(0, ''), note: `${write(mine.at(-1)?.open ?? 0)} connected at the end` }),
      row({ bench: 'consoles', name: 'memory per console', value: ours.bytesEach / 1024, unit: 'KiB', limit: { name: 'bare ws', value: bare.bytesEach / 1024 } }),
      row({
        bench: 'consoles', name: 'heartbeats that came, of those due', value: (beats / (consoles * (seconds * 1_000 / HEARTBEAT_MS))) * 100, unit: '%', aim: atLeast(95, '%'),
        note: `every ${HEARTBEAT_MS / 1_000} s; the web process used ${write(((ours.server.cpuSeconds() - cpuBefore) / seconds) * 100)} % of a core`,
      }),
    ]
  } finally {
    await Promise.all(halls.flatMap(({ server, clients }) => [clients.stop(), server.stop()]))
    await redis.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An alert through the product, then the same bytes through the bare server, once a second. */
async function alternate(ours: Hall, bare: Hall, alerts: number): Promise<[Awaited<ReturnType<Hall['announce']>>[], Awaited<ReturnType<Hall['announce']>>[]]> {
  const mine = []
  const theirs = []
  for (let nth = 0; nth < alerts; nth++) {
    const began = performance.now()
    const marker = `case-${8_100_000_000_000_000_000n + BigInt(nth)}`
    const told = await ours.announce(marker, '')
    mine.push(told)
    theirs.push(await bare.announce(marker, told.frame))
    await sleep(Math.max(0, ALERT_EVERY_MS - (performance.now() - began)))
  }
  return [mine, theirs]
}

/** @throws Error that says what to do, where a process may not open so many sockets. */
function checkFiles(consoles: number): void {
  const limit = execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()
  if (limit === 'unlimited' || Number(limit) >= consoles + OTHER_FILES) return
  throw new Error(`${write(consoles)} consoles need as many open files in one process and this shell allows ${limit}: start it again after "ulimit -n ${consoles + OTHER_FILES}"`)
}
