import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chanceFrom } from '../src/domain/sample.ts'
import { CATEGORIES, isActionable, isSos } from '../src/domain/verdict.ts'
import { URGENCY_HEADS } from '../src/triage/model/heads.ts'
import type { Weights } from '../src/triage/model/heads.ts'
import { packTable } from '../src/triage/model/packed.ts'
import { categoryFigures, meanF1 } from './eval/measure.ts'
import { likeliest } from '../src/triage/signals/category.ts'
import { readLabelled } from './eval/labelled.ts'
import type { Labelled } from './eval/labelled.ts'
import { runScript } from './prepare/refusal.mjs'
import { biasFor, crossValidate } from './train/cross-validate.ts'
import type { Lesson } from './train/cross-validate.ts'
import { categoryTarget, exampleOf, rings, urgencyTarget } from './train/examples.ts'
import { fit } from './train/fit.ts'
import type { Fitted, FitOptions } from './train/fit.ts'
import { CHATTER, readPublic } from './train/public.ts'
import { learnt, placed, rounded, rowsOf, tableOf, thinned } from './train/table.ts'
import type { Kept, Rows, Table } from './train/table.ts'
import { loadDemo } from './x-emulator/demo/feed.ts'

const HELP = `Fits the learnt part of triage to labelled posts and writes its weights.

  npm run train -- --public FOLDER [--with FILE.jsonl] [--out src/triage/model] [--dry]

  --public  folder with the public sets that docs/model-card.md names
  --with    further labelled posts, such as \`npm run corrections\` exports; counts three times
  --dry     only cross-validates, writes nothing

The same input gives the same weights, byte for byte.
`
const CORPUS = 'test/corpus/train'
const OUT = 'src/triage/model'
const SEED = 20_261_124
const FOLDS = 5
/** So many that features hardly meet; those that nobody uses cost nothing. */
const BUCKETS = 2 ** 19
/** What fewer posts have teaches nothing that holds for others. */
const FEWEST_POSTS = 5
const URGENCY: Omit<FitOptions, 'random'> = { epochs: 10, rate: 0.1, decay: 3e-3, hidden: 0.4 }
const CATEGORY: Omit<FitOptions, 'random'> = { epochs: 20, rate: 0.1, decay: 16e-3, hidden: 0.5 }
/** The epoch after which the fit of categories goes on with the weights that the table keeps. */
const THIN_AFTER = 8
/** How far a rare category counts more than a frequent one: the power of its share. */
const EVENNESS = 0.3
/** The weights that stay; of the urgency heads those of SoS first, since it decides what rings. */
const KEPT: Kept = { urgency: 60_000, category: 292_000, emphasis: [1, 2, 0.5] }
/** A critical cry that does not ring is the worst mistake: it counts so much more for the SoS head, and that head takes so large a share of what the critical head learnt. */
const GRAVE = { worth: 2, share: 1 / 6 } as const
const CORRECTION_WEIGHT = 3
/** The demo is one evening as it runs, with the share of cries and the dull posts of a real one: few, so each counts more. */
const DEMO_WEIGHT = 3
/** Shares of the posts that must be found where a head changes its mind: more for the graver. */
const RECALL = { critical: 0.75, sos: 0.946, actionable: 0.92 } as const
/** What a public text teaches: that it does not ring. Whether anybody should act on it is not known. */
const NOTHING = Float32Array.of(0, 0, NaN)

/** A labelled post, or a public text of a set. */
interface Source extends Lesson {
  post: Labelled | null
  set: string
}

function main(): void {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { public: text, with: text, out: text, dry: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) return void process.stdout.write(HELP)
  const demo = demoPosts()
  const corpus = readdirSync(CORPUS).filter((name) => name.endsWith('.jsonl')).sort().flatMap((name) => readLabelled(join(CORPUS, name)))
  const corrections = values.with ? readLabelled(values.with) : []
  const drawn = values.public ? readPublic(values.public, chanceFrom(SEED)) : { texts: [], said: ['no public set'] }
  const found = [
    ...demo.map((post) => sourceOf(post, 'own', DEMO_WEIGHT)), ...corpus.map((post) => sourceOf(post, 'own', 1)),
    ...corrections.map((post) => sourceOf(post, 'corrections', CORRECTION_WEIGHT)),
    ...drawn.texts.map(({ text: one, weight, set }): Source => ({ post: null, set, example: exampleOf(one, weight, BUCKETS), urgency: NOTHING, category: categoryTarget({ category: null }), idea: one })),
  ]
  const rows = rowsOf(found.map(({ example }) => example), BUCKETS, FEWEST_POSTS)
  const sources = found.map((source) => ({ ...source, example: placed(source.example, rows) }))

  const answers = crossValidate(sources, FOLDS, (lessons) => fitBoth(lessons, rows))
  const bias = biases(answers, sources)
  process.stdout.write(`${told(answers, sources, bias)}\n`)
  if (values.dry) return
  const table = fitBoth(sources, rows)
  bias.forEach((one, head) => { table.bias[head] = (table.bias[head] ?? 0) + one })
  const digest = createHash('sha256').update(JSON.stringify([demo, corpus, corrections, drawn.texts])).digest('hex').slice(0, 16)
  const weights: Weights = {
    fittedTo: `${demo.length + corpus.length} own posts, ${corrections.length} corrections, ${drawn.said.join(', ')}; ${digest}`,
    buckets: BUCKETS, heads: [...URGENCY_HEADS, ...CATEGORIES], bias: Array.from(table.bias, rounded), scale: table.scale,
  }
  const out = values.out ?? OUT
  const file = packTable(learnt(table, rows), BUCKETS)
  writeFileSync(join(out, 'weights.json'), `${JSON.stringify(weights, null, 1)}\n`)
  writeFileSync(join(out, 'weights.br'), file)
  process.stdout.write(`${out}: ${file.length} bytes, fitted to ${weights.fittedTo}\n`)
}

/** The posts of the demo evening: labelled by severity, each an idea of its own. */
function demoPosts(): Labelled[] {
  return loadDemo().flatMap(({ text, kind }) => (text === undefined ? [] : [{ text, severity: kind, category: null, district: null, lang: null, followUp: null, id: null, idea: text }]))
}

function sourceOf(post: Labelled, set: string, weight: number): Source {
  const example = exampleOf(post.text, weight, BUCKETS)
  if (post.severity === 'critical') example.worths = Float32Array.from(URGENCY_HEADS, (head) => (head === 'sos' ? GRAVE.worth : 1))
  return { post, set, example, urgency: urgencyTarget(post), category: categoryTarget(post), idea: post.idea ?? post.text }
}

/** The model as it would be written: small weights dropped, the others rounded. */
function fitBoth(lessons: readonly Lesson[], rows: Rows): Table {
  const sorted = evened(lessons.filter(({ category }) => !Number.isNaN(category[0])))
  const size = rows.buckets.length
  const urgency = fit(lessons.map(({ example }) => example), lessons.map(({ urgency: wanted }) => wanted), size, 'independent', { ...URGENCY, random: chanceFrom(SEED) })
  const category = fit(sorted.map(({ example }) => example), sorted.map(({ category: wanted }) => wanted), size, 'softmax', { ...CATEGORY, thin: { after: THIN_AFTER, keep: (fitted) => thinned(fitted, rows, KEPT.category) }, random: chanceFrom(SEED) })
  return tableOf(gravely(urgency), category, rows, KEPT)
}

/** The urgency heads, that of SoS mixed with that of critical: what is grave rings the sooner, and no head more is asked. */
function gravely({ heads, bias, weights }: Fitted): Fitted {
  const sos = URGENCY_HEADS.indexOf('sos')
  const critical = URGENCY_HEADS.indexOf('critical')
  const mixed = (row: number, values: Float64Array | Float32Array): number => (1 - GRAVE.share) * (values[row + sos] ?? 0) + GRAVE.share * (values[row + critical] ?? 0)
  const own = Float32Array.from(weights)
  for (let row = 0; row < own.length; row += heads) own[row + sos] = mixed(row, weights)
  const ownBias = Float64Array.from(bias)
  ownBias[sos] = mixed(0, bias)
  return { heads, bias: ownBias, weights: own }
}

/** The lessons with those of rare categories heavier, so that a category is not passed over for being rare. */
function evened(lessons: readonly Lesson[]): Lesson[] {
  const counts = CATEGORIES.map((_, head) => lessons.filter(({ category }) => category[head] === 1).length)
  const even = lessons.length / CATEGORIES.length
  return lessons.map((lesson) => ({ ...lesson, example: { ...lesson.example, weight: lesson.example.weight * (even / (counts[lesson.category.indexOf(1)] ?? even)) ** EVENNESS } }))
}

/** What is added to each head's log-odds so that it changes its mind where RECALL of its posts are found. */
function biases(answers: readonly (readonly number[])[], sources: readonly Source[]): number[] {
  const wanted = [(post: Labelled) => post.severity === 'critical', (post: Labelled) => isSos(post.severity), (post: Labelled) => isActionable(post.severity)]
  return URGENCY_HEADS.map((name, head) => {
    const found = answers.filter((_, at) => { const post = sources[at]?.post; return post ? (wanted[head]?.(post) ?? false) : false })
    return biasFor(found.map((one) => one[head] ?? 0), RECALL[name])
  })
}

/** Figures of triage with models that had not seen the posts. */
function told(answers: readonly (readonly number[])[], sources: readonly Source[], bias: readonly number[]): string {
  const judged = sources.map(({ post, set, example }, at) => {
    const urgency = URGENCY_HEADS.map((_, head) => (answers[at]?.[head] ?? 0) + (bias[head] ?? 0))
    const isRinging = rings(example, urgency)
    return { post, set, isSos: post !== null && isSos(post.severity), isCritical: post?.severity === 'critical', isRinging, truth: post?.category ?? null, category: likeliest(answers[at]?.slice(URGENCY_HEADS.length) ?? [], isRinging) }
  })
  const line = (name: string, among: typeof judged): string => {
    const rung = among.filter(({ isRinging }) => isRinging)
    const must = among.filter((one) => one.isSos)
    const critical = among.filter(({ isCritical }) => isCritical)
    const labelled = among.flatMap(({ truth, category: said }) => (truth === null ? [] : [{ truth, said }]))
    return `${name.padEnd(10)}${String(among.length).padStart(6)} posts   SoS recall ${share(must.filter(({ isRinging }) => isRinging), must)}   precision ${share(rung.filter((one) => one.isSos), rung)}   critical that rings ${share(critical.filter(({ isRinging }) => isRinging), critical)}   category right ${share(labelled.filter(({ truth, said }) => truth === said), labelled)}, macro-F1 ${meanF1(categoryFigures(labelled)).toFixed(3)}`
  }
  const posts = judged.filter(({ post }) => post !== null)
  const chatter = judged.filter(({ set }) => set === CHATTER)
  const languages = [...new Set(posts.flatMap(({ post }) => post?.lang ?? []))].sort()
  return [
    'triage, cross-validated by idea: the model had not seen the posts', line('all', posts), ...languages.map((lang) => line(lang, posts.filter(({ post }) => post?.lang === lang))),
    `everyday chatter that rings, held out: ${chatter.filter(({ isRinging }) => isRinging).length} of ${chatter.length}`,
  ].join('\n')
}

const share = (part: readonly unknown[], of: readonly unknown[]): string => (of.length === 0 ? '–' : `${((part.length / of.length) * 100).toFixed(1)} %`)

await runScript(async () => main())
