import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { docketBook } from '../../src/actions/docket-book.ts'
import type { DocketBook } from '../../src/actions/docket-book.ts'
import { listDockets } from '../../src/actions/list-dockets.ts'
import { readReport } from '../../src/actions/read-report.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import type { SqliteStore } from '../../src/adapters/sqlite/store.ts'
import { docketQuery } from '../../src/contract/docket-row.ts'
import { newBrief } from '../../src/domain/new-brief.ts'
import { STATE_PATH } from '../../src/domain/area.ts'
import type { Viewer } from '../../src/domain/person.ts'
import { chanceFrom } from '../../src/domain/sample.ts'
import { foldQuery } from '../../src/triage/search/fold-terms.ts'
import { docketTerms } from '../../src/triage/search/docket-terms.ts'
import { fictions } from '../seed/fiction.ts'
import type { Run } from './layout.ts'
import { atMost, row, write } from './row.ts'
import type { Row } from './row.ts'
import { percentile } from './statistics.ts'

const VIEWER: Viewer = { personId: 'bench', name: 'Bench', role: 'supervisor', scopePath: STATE_PATH }
const DAYS = 365
const QUERIES = ['chori', 'लापता', 'lucknow bike', 'FIR sunwai', '000042', 'पति मदद', 'fiction_777', 'agra lathi', 'kabza zameen padosi', 'wordthatisnowhere', 'police', 'varanasi', '@fiction_12', 'ओटीपी', 'jaam']

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The book of dockets: how long it takes to load, what it holds in memory, reports and searches, against bare scans of the same rows in the same run. */
export async function benchBook(run: Run): Promise<Row[]> {
  const count = run.isQuick ? 40_000 : 200_000
  const folder = mkdtempSync(join(tmpdir(), 'prahari-bench-book-'))
  const store = await openSqliteStore({ folder })
  try {
    await fill(store, count)
    const before = memory()
    const book = docketBook({ store, pause, keepMs: 400 * 86_400_000 })
    const loading = await watched(() => book.load())
    if (book.size !== count) throw new Error(`the book holds ${book.size} of ${count}`)
    const held = (memory() - before) / count
    const note = `${write(count)} dockets of ${DAYS} days`
    return [
      row({ bench: 'book', name: 'load after a start', value: loading.ms / 1000, unit: 's', aim: atMost(30, 's'), note }),
      row({ bench: 'book', name: 'longest turn while loading, processor time', value: loading.longest, unit: 'ms', aim: atMost(25, 'ms') }),
      row({ bench: 'book', name: 'memory of a docket', value: held, unit: 'bytes', aim: atMost(1_000, 'bytes'), note: `texts ${write(book.termBytes / count)} bytes` }),
      ...await reports(store, book), ...await searches(store, book),
    ]
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(store: SqliteStore, count: number): Promise<void> {
  const BATCH = 2_000
  let batch = []
  for (const { docket } of fictions(count, DAYS, store.now(), chanceFrom(1))) {
    const brief = docket ? newBrief(docket, docketTerms(docket), store.now()) : null
    if (brief) batch.push(brief)
    if (batch.length < BATCH) continue
    await store.briefs.insertMany(batch)
    batch = []
  }
  await store.briefs.insertMany(batch)
}

async function reports(store: SqliteStore, book: DocketBook): Promise<Row[]> {
  const now = store.now()
  const ask = (days: number) => () => readReport({ store, book, pause }, VIEWER, { from: now - days * 86_400_000, to: now })
  await ask(365)()
  const [year, week] = [await repeated(ask(365), 7), await repeated(ask(7), 7)]
  let seen = 0
  const bare = await repeated(() => book.each(STATE_PATH, null, (facts) => { if (facts.receivedAt < now) seen++ }), 7)
  if (seen === 0) throw new Error('the bare pass saw nothing')
  return [
    row({ bench: 'book', name: 'report of a year, every table', value: percentile(year.times, 0.5), unit: 'ms', aim: atMost(1_000, 'ms'), limit: { name: 'bare pass over the rows', value: percentile(bare.times, 0.5) }, note: `${write(percentile(year.cpu, 0.5))} ms of processor, bare ${write(percentile(bare.cpu, 0.5))}` }),
    row({ bench: 'book', name: 'report of a week', value: percentile(week.times, 0.5), unit: 'ms', aim: atMost(1_000, 'ms'), note: `${write(percentile(week.cpu, 0.5))} ms of processor` }),
    row({ bench: 'book', name: 'longest turn in a report, processor time', value: Math.max(year.longest, week.longest), unit: 'ms', aim: atMost(10, 'ms') }),
  ]
}

async function searches(store: SqliteStore, book: DocketBook): Promise<Row[]> {
  const ask = (query: string) => () => listDockets({ store, book }, VIEWER, docketQuery.parse({ q: query }))
  for (const query of QUERIES) await ask(query)()
  const times: number[] = []
  const cpu: number[] = []
  let longest = 0
  for (const query of QUERIES) {
    const one = await repeated(ask(query), 5)
    times.push(...one.times)
    cpu.push(...one.cpu)
    longest = Math.max(longest, one.longest)
  }
  const plain = await repeated(ask(''), 9)
  const terms: string[] = []
  for (let at = 0; at < book.size; at += 500) terms.push(...(await book.briefs(Array.from({ length: 500 }, (_, index) => at + index))).map((brief) => brief.terms))
  const bare = QUERIES.map((query) => {
    const words = foldQuery(query).map(({ text }) => text)
    const began = performance.now()
    const found = terms.filter((one) => words.every((word) => one.includes(word))).length
    return found >= 0 ? performance.now() - began : 0
  })
  return [
    row({ bench: 'book', name: 'search p50', value: percentile(times, 0.5), unit: 'ms', aim: atMost(100, 'ms'), limit: { name: 'bare includes over the texts', value: percentile(bare, 0.5) }, note: `with 50 rows; ${write(percentile(cpu, 0.5))} ms of processor` }),
    row({ bench: 'book', name: 'search p99', value: percentile(times, 0.99), unit: 'ms', aim: atMost(100, 'ms'), limit: { name: 'bare includes over the texts', value: percentile(bare, 0.99) }, note: `${write(percentile(cpu, 0.99))} ms of processor` }),
    row({ bench: 'book', name: 'list without a search p50', value: percentile(plain.times, 0.5), unit: 'ms', aim: atMost(100, 'ms'), note: `${write(percentile(plain.cpu, 0.5))} ms of processor` }),
    row({ bench: 'book', name: 'longest turn in a search or list, processor time', value: Math.max(longest, plain.longest), unit: 'ms', aim: atMost(10, 'ms') }),
  ]
}

async function repeated(work: () => Promise<unknown>, times: number): Promise<{ times: number[]; cpu: number[]; longest: number }> {
  const runs = []
  for (let index = 0; index < times; index++) runs.push(await watched(work))
  return { times: runs.map(({ ms }) => ms), cpu: runs.map(({ cpu }) => cpu), longest: Math.max(...runs.map(({ longest }) => longest)) }
}

/** How long it took, and the longest turn of the loop: in processor time of this thread, since other processes of a busy machine are no fault of ours. */
async function watched(work: () => Promise<unknown>): Promise<{ ms: number; cpu: number; longest: number }> {
  let longest = 0
  let last = threadMs()
  let isOver = false
  const tick = (): void => {
    const now = threadMs()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setImmediate(tick)
  }
  setImmediate(tick)
  const [began, cpu] = [performance.now(), threadMs()]
  await work()
  isOver = true
  return { ms: performance.now() - began, cpu: threadMs() - cpu, longest }
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Bytes that this process holds, after a collection where Node lets one be asked for. */
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function memory(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
