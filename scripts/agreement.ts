import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isSos } from '../src/domain/verdict.ts'
import { readLabelled } from './eval/labelled.ts'

const CORPUS = 'test/corpus'
const reading = z.object({ id: z.string(), severity: z.string(), category: z.string(), district: z.string().optional(), lang: z.string() })
type Reading = z.infer<typeof reading>

/** Share of equal answers, and Cohen's kappa (1960): how far it lies above what chance would give. */
function agreement(pairs: readonly (readonly [string, string])[]): { equal: number; kappa: number } {
  const equal = pairs.filter(([first, second]) => first === second).length / pairs.length
  const answers = new Set(pairs.flat())
  const share = (side: 0 | 1, answer: string): number => pairs.filter((pair) => pair[side] === answer).length / pairs.length
  const chance = [...answers].reduce((sum, answer) => sum + share(0, answer) * share(1, answer), 0)
  return { equal, kappa: (equal - chance) / (1 - chance) }
}

/** Prints how far the second reader of the test part, who did not see the labels, agrees with the first (npm run agreement). */
function main(): void {
  const first = readdirSync(join(CORPUS, 'test')).filter((name) => name.endsWith('.jsonl')).flatMap((name) => readLabelled(join(CORPUS, 'test', name)))
  const second = new Map(readFileSync(join(CORPUS, 'second-reader.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => reading.parse(JSON.parse(line))).map((row) => [row.id, row]))
  const questions: [string, (row: Pick<Reading, 'severity' | 'category' | 'lang'> & { district?: string | null | undefined }) => string][] = [
    ['SoS or not', ({ severity }) => String(isSos(severity as 'high'))], ['severity', ({ severity }) => severity], ['category', ({ category }) => category],
    ['district', ({ district }) => district ?? ''], ['language', ({ lang }) => lang],
  ]
  const pairs = first.flatMap((post) => {
    const other = second.get(post.id ?? '')
    return other ? [[{ severity: post.severity, category: post.category ?? '', district: post.district, lang: post.lang ?? '' }, other] as const] : []
  })
  process.stdout.write(`${pairs.length} of ${first.length} posts of the test part read twice\n`)
  for (const [name, answer] of questions) {
    const { equal, kappa } = agreement(pairs.map(([one, other]) => [answer(one), answer(other)] as const))
    process.stdout.write(`${name.padEnd(12)} equal ${(equal * 100).toFixed(1)} %   kappa ${kappa.toFixed(3)}\n`)
  }
}

main()
