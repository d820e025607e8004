import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chanceFrom } from '../src/domain/sample.ts'
import { CATEGORIES, isActionable, isSos } from '../src/domain/verdict.ts'
import { URGENCY_HEADS } from '../src/triage/model/model.ts'
import type { Weights } from '../src/triage/model/model.ts'
import { readLabelled } from './eval/labelled.ts'
import type { Labelled } from './eval/labelled.ts'
import { runScript } from './prepare/refusal.mjs'
import { biasFor, crossValidate } from './train/cross-validate.ts'
import type { Answer } from './train/cross-validate.ts'
import { categoryTarget, exampleOf, urgencyTarget } from './train/examples.ts'
import { fit, quantise } from './train/fit.ts'
import type { Example, FitOptions } from './train/fit.ts'
import { readPublic } from './train/public.ts'
import { loadDemo } from './x-emulator/demo/feed.ts'

const HELP = `Fits the learnt part of triage to labelled posts and writes its weights.

  npm run train -- --public FOLDER [--with FILE.jsonl] [--out src/triage/model/weights.json] [--dry]

  --public  folder with the public sets that docs/model-card.md names
  --with    further labelled posts, such as \`npm run corrections\` exports; counts three times
  --dry     only cross-validates, writes nothing

The same input gives the same weights, byte for byte.
`
const CORPUS = 'test/corpus/train'
const OUT = 'src/triage/model/weights.json'
const SEED = 20_261_124
const FOLDS = 5
const URGENCY: Omit<FitOptions, 'random'> = { bits: 15, epochs: 10, rate: 0.1, decay: 1e-4 }
const CATEGORY: Omit<FitOptions, 'random'> = { bits: 12, epochs: 12, rate: 0.1, decay: 1e-4 }
const CORRECTION_WEIGHT = 3
/** Shares of the posts that must be found where a head changes its mind: more for the graver. */
const RECALL = { critical: 0.75, sos: 0.93, actionable: 0.92 } as const

function main(): void {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { public: text, with: text, out: text, dry: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) return void process.stdout.write(HELP)
  const own = [...demoPosts(), ...readdirSync(CORPUS).filter((name) => name.endsWith('.jsonl')).sort().flatMap((name) => readLabelled(join(CORPUS, name)))]
  const corrections = values.with ? readLabelled(values.with) : []
  const drawn = values.public ? readPublic(values.public, chanceFrom(SEED)) : { texts: [], said: ['no public set'] }
  const posts: Labelled[] = [...own, ...corrections]
  const examples = [...own.map(({ text: one }) => exampleOf(one, 1)), ...corrections.map(({ text: one }) => exampleOf(one, CORRECTION_WEIGHT))]
  const background = drawn.texts.map(({ text: one, weight }) => exampleOf(one, weight))

  const answers = crossValidate(posts, FOLDS, (train, test) => {
    const { urgency, category } = fitBoth(train.map((at) => posts[at]), train.map((at) => examples[at]), background)
    return { urgency, category, test: test.map((at) => examples[at]) }
  })
  const bias = biases(answers, posts)
  process.stdout.write(`${told(answers, posts, bias)}\n`)
  if (values.dry) return
  const { urgency, category } = fitBoth(posts, examples, background)
  bias.forEach((one, head) => { urgency.bias[head] = (urgency.bias[head] ?? 0) + one })
  const digest = createHash('sha256').update(JSON.stringify([posts, drawn.texts])).digest('hex').slice(0, 16)
  const weights: Weights = {
    fittedTo: `${own.length} own posts, ${corrections.length} corrections, ${drawn.said.join(', ')}; ${digest}`,
    urgency: quantise(urgency, URGENCY_HEADS), category: quantise(category, CATEGORIES),
  }
  writeFileSync(values.out ?? OUT, `${JSON.stringify(weights, null, 1)}\n`)
  process.stdout.write(`${values.out ?? OUT}: ${weights.fittedTo}\n`)
}

/** The posts of the demo evening: labelled by severity, each an idea of its own. */
function demoPosts(): Labelled[] {
  return loadDemo().flatMap(({ text, kind }) => (text === undefined ? [] : [{ text, severity: kind, category: null, district: null, lang: null, followUp: null, id: null, idea: text }]))
}

type Some<Value> = readonly (Value | undefined)[]
const present = <Value>(values: Some<Value>): Value[] => values.filter((value): value is Value & {} => value !== undefined)

function fitBoth(posts: Some<Labelled>, examples: Some<Example>, background: readonly Example[]): { urgency: ReturnType<typeof fit>; category: ReturnType<typeof fit> } {
  const own = present(posts)
  const nothing = Float32Array.of(0, 0, NaN)
  const urgency = fit([...present(examples), ...background], [...own.map(urgencyTarget), ...background.map(() => nothing)], 'independent', { ...URGENCY, random: chanceFrom(SEED) })
  const category = fit(present(examples), own.map(categoryTarget), 'softmax', { ...CATEGORY, random: chanceFrom(SEED) })
  return { urgency, category }
}

/** What is added to each head's log-odds so that it changes its mind where RECALL of its posts are found. */
function biases(answers: readonly Answer[], posts: readonly Labelled[]): number[] {
  const wanted = [(post: Labelled) => post.severity === 'critical', (post: Labelled) => isSos(post.severity), (post: Labelled) => isActionable(post.severity)]
  return URGENCY_HEADS.map((name, head) => {
    const found = answers.filter((_, at) => { const post = posts[at]; return post !== undefined && (wanted[head]?.(post) ?? false) })
    return biasFor(found.map(({ odds }) => odds[head] ?? 0), RECALL[name])
  })
}

/** Figures of posts that the fit had not seen. */
function told(answers: readonly Answer[], posts: readonly Labelled[], bias: readonly number[]): string {
  const sos = URGENCY_HEADS.indexOf('sos')
  const line = (name: string, among: readonly number[]): string => {
    const rings = among.filter((at) => (answers[at]?.odds[sos] ?? 0) + (bias[sos] ?? 0) > 0)
    const must = among.filter((at) => isSos(posts[at]?.severity ?? 'none'))
    const both = rings.filter((at) => isSos(posts[at]?.severity ?? 'none'))
    const labelled = among.filter((at) => posts[at]?.category)
    const right = labelled.filter((at) => answers[at]?.category === posts[at]?.category)
    return `${name.padEnd(10)}${String(among.length).padStart(6)} posts   SoS recall ${share(both, must)}   precision ${share(both, rings)}   category right ${share(right, labelled)}`
  }
  const every = posts.map((_, at) => at)
  const languages = [...new Set(posts.flatMap(({ lang }) => lang ?? []))].sort()
  return ['model alone, cross-validated by idea', line('all', every), ...languages.map((lang) => line(lang, every.filter((at) => posts[at]?.lang === lang)))].join('\n')
}

const share = (part: readonly unknown[], of: readonly unknown[]): string => (of.length === 0 ? '–' : `${((part.length / of.length) * 100).toFixed(1)} %`)

await runScript(async () => main())
