import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDockets } from '../../src/actions/open-dockets.ts'
import type { Store } from '../../src/actions/ports.ts'
import { nodeCrypto } from '../../src/app.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { DEFAULT_LADDER_POLICY, rungDueAt } from '../../src/domain/ladder.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { makeJob } from '../../test/posts.ts'
import { openLayout } from './layout.ts'
import type { Run } from './layout.ts'
import { startNode } from './processes.ts'
import { atMost, row, write } from './row.ts'
import type { Row } from './row.ts'
import { median, spread, wallClock } from './statistics.ts'
import { until } from './watch.ts'

/** `leadMs` lies between the planting of the timers and the first deadline: the processes start meanwhile. */
/** Of `running` ladders, `timers` come due within `spreadMs`; the others are due an hour later and only have to be passed over. */
const PLAN = {
  full: { running: 20_000, timers: 10_000, spreadMs: 30_000, leadMs: 60_000 }, quick: { running: 3_000, timers: 1_500, spreadMs: 5_000, leadMs: 10_000 },
} as const
const LATER_MS = 3_600_000
/** The quiet before the first deadline in which the process's ordinary use of the processor is measured. */
const QUIET_MS = 2_000
const PLANT_BATCH = 500
const QUERIES = 25

/** How late ladders move on: seen on a console, against plain timers with the same deadlines in an idle process. */
export async function benchTimers(run: Run): Promise<Row[]> {
  const { running, timers, spreadMs, leadMs } = run.isQuick ? PLAN.quick : PLAN.full
  const offsets = Array.from({ length: timers }, (_, index) => Math.round((index * spreadMs) / timers))
  let firstDueAt = 0
  const layout = await openLayout(run, {
    withX: false,
    async plant(store) {
      firstDueAt = Date.now() + leadMs
      const later = Array.from({ length: running - timers }, (_, index) => firstDueAt + LATER_MS + index)
      await plant(store, [...offsets.map((offset) => firstDueAt + offset), ...later])
    },
  })
  try {
    const { socket } = await layout.signIn('supervisor', 'up')
    const late = new Map<string, number>()
    socket.on('alerts:upsert', ({ alerts }) => {
      const seenAt = wallClock()
      for (const { id, told } of alerts) {
        const first = told.find((one) => one.rung === 1)
        if (first && !late.has(id)) late.set(id, seenAt - first.dueAt)
      }
    })
    const leftMs = firstDueAt - QUIET_MS - Date.now()
    if (leftMs < 0) throw new Error(`this machine is too busy: planting and starting took ${write((leadMs - leftMs) / 1_000)} s, and the first deadlines have passed`)
    await sleep(leftMs)
    const quiet = layout.cpu().web ?? 0
    const query = await queryTime(layout.store)
    await sleep(firstDueAt - Date.now())
    const start = layout.cpu().web ?? 0
    const before = await sweeps(layout.url)
    await sleep(firstDueAt + spreadMs - Date.now())
    const busyShare = (((layout.cpu().web ?? 0) - start) / spreadMs) * 1000
    const after = await sweeps(layout.url)
    await until(() => late.size >= timers, 15_000)
    await layout.stop()
    const quietShare = ((start - quiet) / QUIET_MS) * 1000
    const lateness = spread([...late.values()])
    const ideal = await idealLateness(offsets)
    const name = `plain timers in an idle process`
    const of = { bench: 'timers', unit: 'ms' }
    return [
      row({ ...of, name: 'rung late p50, on a console', value: lateness.p50, limit: { name, value: ideal.p50 }, note: `${write(timers)} of ${write(running)} running ladders due within ${spreadMs / 1000} s` }),
      row({ ...of, name: 'rung late p99, on a console', value: lateness.p99, limit: { name, value: ideal.p99 }, aim: atMost(1_000, 'ms') }),
      row({ ...of, name: 'rung late at worst, on a console', value: lateness.max, limit: { name, value: ideal.max } }),
      row({
        ...of, name: 'one sweep, mean', value: ((after.sumS - before.sumS) / (after.count - before.count)) * 1000, limit: { name: 'its query alone, nothing due', value: query },
        note: `${after.count - before.count} sweeps, each fired ${write(timers / (after.count - before.count))} rungs`,
      }),
      row({ bench: 'timers', name: 'rungs not seen', value: timers - late.size, unit: '', aim: atMost(0, '') }),
      row({
        bench: 'timers', name: 'processor for firing, above quiet', value: (busyShare - quietShare) * 100, unit: '% of a core', aim: atMost(5, '% of a core'),
        note: `${write(timers / (spreadMs / 1000))} rungs/s with their broadcast; process ${write(quietShare * 100)} % when quiet, ${write(busyShare * 100)} % when firing`,
      }),
    ]
  } finally {
    await layout.stop()
  }
}

/** What the process says of its sweeps so far. */
async function sweeps(url: string): Promise<{ count: number; sumS: number }> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const value = (of: string): number => Number(new RegExp(`^prahari_sweep_duration_seconds_${of} (\\S+)$`, 'm').exec(text)?.[1] ?? NaN)
  return { count: value('count'), sumS: value('sum') }
}

/** The sweep's query over all running ladders while none is due: median, milliseconds. */
async function queryTime(store: Store): Promise<number> {
  const took: number[] = []
  for (let nth = 0; nth < QUERIES; nth++) {
    const began = performance.now()
    await store.dockets.find({ index: 'byDue', range: { lte: store.now() }, order: 'asc', limit: PLANT_BATCH })
    took.push(performance.now() - began)
  }
  return median(took)
}

/** Puts running alerts into the ledger, as the product opens them, each raised so that its first rung is due at its time. */
async function plant(store: Store, dueAts: readonly number[]): Promise<void> {
  const firstRungMs = rungDueAt(DEFAULT_LADDER_POLICY.critical, 0, 1)
  const dockets: Docket[] = []
  let serial = 0
  const deps = {
    announcer: { announce: () => undefined }, crypto: nodeCrypto, policy: DEFAULT_LADDER_POLICY, handles: DEFAULT_TRIAGE_POLICY,
    numbers: { take: async () => [`UPP-20260101-${String(++serial).padStart(6, '0')}`], giveBack: () => undefined },
  }
  for (const dueAt of dueAts) {
    const raisedAt = dueAt - firstRungMs
    const captured = {
      now: () => raisedAt,
      dockets: { ...store.dockets, insertMany: async (made: readonly Docket[]) => { dockets.push(...made); return made.map(() => 'inserted' as const) } },
      inbox: { ...store.inbox, replaceMany: async () => [] },
      incidents: store.incidents, echoes: store.echoes,
    }
    await openDockets({ ...deps, store: captured }, [makeJob('critical', { createdAt: raisedAt - 2_000 }, {}, raisedAt - 1_000)])
  }
  for (let from = 0; from < dockets.length; from += PLANT_BATCH) await store.dockets.insertMany(dockets.slice(from, from + PLANT_BATCH))
}

async function idealLateness(offsets: readonly number[]): Promise<{ p50: number; p99: number; max: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-bench-'))
  const child = await startNode({ name: 'idle-timers', entry: 'scripts/bench/parts/idle-timers.ts', folder })
  try {
    return spread((await child.ask('run', { offsets })).late as number[])
  } finally {
    await child.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
