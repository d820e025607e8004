import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { correctVerdict } from '../../src/actions/correct-verdict.ts'
import { receivePosts } from '../../src/actions/receive-posts.ts'
import { openStore } from '../../src/app.ts'
import { indianDay } from '../../src/domain/docket.ts'
import { correctDeps, DESK } from '../actions/correcting.ts'
import { makePost, makeVerdict } from '../posts.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DAY_MS = 86_400_000
const CRY = 'koi ghar ka darwaza tod raha hai, chaku hai, bachao! @PrahariUP'
const folder = mkdtempSync(join(tmpdir(), 'prahari-learning-'))
const file = (name: string): string => join(folder, name)
const readLines = (name: string): unknown[] => readFileSync(file(name), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as unknown)

/** Yesterday in the ledger: a cry that did not ring and forty that were nothing; the cry was corrected. */
beforeAll(async () => {
  const store = await openStore({ dataFolder: folder, MONGODB_URI: undefined })
  const queues = { enqueueSos: () => Promise.resolve(), enqueueRoutine: () => Promise.resolve() }
  const posts = [makePost({ text: `${CRY} 9876543210` }), ...Array.from({ length: 40 }, () => makePost({ text: 'धन्यवाद पुलिस, अच्छा काम' }))]
  await receivePosts({ store: { inbox: store.inbox, now: () => store.now() - DAY_MS }, queues, judge: () => makeVerdict('none', { score: 2 }) }, posts)
  await correctVerdict(correctDeps(store), DESK, { postId: posts[0]?.id ?? '' }, { key: 'from-the-desk', severity: 'critical', note: null })
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(script: string, ...flags: string[]): { status: number | null; stdout: string; stderr: string } {
  // A folder without .env: the script must see these settings and no others.
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', script), ...flags], { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH ?? '', PRAHARI_DATA: folder } })
  return { status, stdout, stderr }
}

it('npm run corrections writes labelled posts as train and eval read them', () => {
  expect(run('corrections.ts', '--out', file('corrections.jsonl'))).toMatchObject({ status: 0, stdout: expect.stringContaining('1 corrected post in') as string })
  expect(readLines('corrections.jsonl')).toEqual([{ text: `${CRY} [number]`, severity: 'critical', category: 'assault', lang: 'en' }])
})

it('npm run replay compares with the store, and fails by --max-lost', () => {
  const report = JSON.parse(run('replay.ts', '--json').stdout) as { posts: number; gained: { count: number; shown: { to: string }[] }; corrected: object }
  expect(report).toMatchObject({ posts: 41, gained: { count: 1, shown: [{ from: 'none', to: 'critical' }] }, corrected: { posts: 1, agreedBefore: 0, agreeNow: 1 } })
  writeFileSync(file('labelled.jsonl'), `${JSON.stringify({ text: 'aaj mausam accha hai', severity: 'critical' })}\n\n${JSON.stringify({ text: 'aur kya chal raha hai' })}\n`)
  writeFileSync(file('policy.json'), '{"severityFrom":{"critical":90}}')
  const lost = run('replay.ts', '--against', file('labelled.jsonl'), '--policy', file('policy.json'), '--max-lost', '0')
  expect([lost.status, lost.stdout]).toEqual([1, expect.stringContaining('rang and would not any more: 1')])
  writeFileSync(file('wrong.json'), '{"severityFrom":{"hgh":1},"placeFrom":3}')
  const refused = run('replay.ts', '--policy', file('wrong.json'))
  expect(refused.status).toBe(1)
  for (const field of ['hgh', 'placeFrom']) expect(refused.stderr).toContain(field)
})

it('npm run sample draws a day that is over, and says what was read', () => {
  const day = indianDay(Date.now() - DAY_MS)
  const drawn = run('sample.ts', '--day', `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`, '--n', '10', '--out', file('sample.jsonl'))
  expect(drawn).toMatchObject({ status: 0, stdout: expect.stringContaining('silent     10 of 41, each stands for 4.1') as string })
  expect(readLines('sample.jsonl')).toHaveLength(10)
  expect(Object.keys(readLines('sample.jsonl')[0] ?? {})).toEqual(['postId', 'text'])
})
