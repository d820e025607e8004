import type { Post } from '../../src/domain/post.ts'
import { isActionable, isSos } from '../../src/domain/verdict.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { triage } from '../../src/triage/triage.ts'
import { makePost } from '../../test/posts.ts'
import { loadDemo } from '../x-emulator/demo/feed.ts'
import type { Run } from './layout.ts'
import { atLeast, row, write } from './row.ts'
import type { Row } from './row.ts'

const WARM_MS = 1_000

/** How many posts one core judges in a second, against one pass over the same texts that only knows a set of words. */
export function benchTriage(run: Run): Row[] {
  const texts = loadDemo().flatMap(({ text }) => (text === undefined ? [] : [text]))
  const posts = texts.map((text) => makePost({ text }))
  const measureMs = run.isQuick ? 1_000 : 4_000
  const judge = (post: Post): void => void triage(post, DEFAULT_TRIAGE_POLICY)
  perSecond(posts, judge, WARM_MS)
  const judged = perSecond(posts, judge, measureMs)
  const known = new Set(texts.flatMap((text) => wordsOf(text)))
  let hits = 0
  const look = (text: string): void => {
    for (const word of wordsOf(text)) if (known.has(word)) hits++
  }
  perSecond(texts, look, WARM_MS)
  const bare = perSecond(texts, look, measureMs)
  if (hits === 0) throw new Error('the bare pass found no word')
  const severities = posts.map((post) => triage(post, DEFAULT_TRIAGE_POLICY).severity)
  return [row({
    bench: 'triage', name: 'posts judged on one core', value: judged, unit: 'posts/s', aim: atLeast(30_000, 'posts/s'),
    limit: { name: 'bare lower case + word set', value: bare },
    note: `${write(texts.length)} demo texts, ${severities.filter(isActionable).length} actionable, ${severities.filter(isSos).length} SoS; ${write(1e6 / judged)} µs each`,
  })]
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u)
}

/** Runs `work` over the items again and again for so long, on this thread. */
function perSecond<Item>(items: readonly Item[], work: (item: Item) => void, forMs: number): number {
  const began = performance.now()
  let done = 0
  while (performance.now() - began < forMs) {
    for (const item of items) work(item)
    done += items.length
  }
  return done / ((performance.now() - began) / 1000)
}
