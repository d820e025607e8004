import { readdirSync } from 'node:fs'
import type { Post } from '../../src/domain/post.ts'
import { isActionable, isSos } from '../../src/domain/verdict.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { triage } from '../../src/triage/triage.ts'
import { makePost } from '../../test/posts.ts'
import { readLabelled } from '../eval/labelled.ts'
import { loadDemo } from '../x-emulator/demo/feed.ts'
import type { Run } from './layout.ts'
import { atLeast, row, write } from './row.ts'
import type { Row } from './row.ts'

const CORPUS = 'test/corpus/train'
/** Passes over all posts before one is measured: the code is compiled, the memories hold the words. */
const WARM_PASSES = 6

/**
 * How many posts one core judges in a second of its own time, so that what else the machine does counts less; against one pass
 * over the same texts that only knows a set of words. Every text of the demo and of the training corpus, each different.
 */
export function benchTriage(run: Run): Row[] {
  const demo = loadDemo().flatMap(({ text }) => (text === undefined ? [] : [text]))
  const corpus = readdirSync(CORPUS).sort().flatMap((file) => readLabelled(`${CORPUS}/${file}`).map(({ text }) => text))
  const texts = [...new Set([...demo, ...corpus])]
  const posts = texts.map((text) => makePost({ text }))
  const measureMs = run.isQuick ? 1_000 : 4_000
  const judge = (post: Post): void => void triage(post, DEFAULT_TRIAGE_POLICY)
  const judged = perSecond(posts, judge, measureMs)
  const known = new Set(texts.flatMap((text) => wordsOf(text)))
  let hits = 0
  const look = (text: string): void => {
    for (const word of wordsOf(text)) if (known.has(word)) hits++
  }
  const bare = perSecond(texts, look, measureMs)
  if (hits === 0) throw new Error('the bare pass found no word')
  const severities = posts.map((post) => triage(post, DEFAULT_TRIAGE_POLICY).severity)
  return [row({
    bench: 'triage', name: 'posts judged on one core', value: judged, unit: 'posts/s', aim: atLeast(30_000, 'posts/s'),
    limit: { name: 'bare lower case + word set', value: bare },
    note: `${write(texts.length)} different texts, ${severities.filter(isActionable).length} actionable, ${severities.filter(isSos).length} SoS; ${write(1e6 / judged)} µs each`,
  })]
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u)
}

/** Runs `work` over all items again and again until that took so much processor time: items a second of it, garbage collection included. */
function perSecond<Item>(items: readonly Item[], work: (item: Item) => void, forMs: number): number {
  const pass = (): void => { for (const item of items) work(item) }
  for (let nth = 0; nth < WARM_PASSES; nth++) pass()
  const began = processorMs()
  let done = 0
  while (processorMs() - began < forMs) {
    pass()
    done += items.length
  }
  return done / ((processorMs() - began) / 1000)
}

function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
