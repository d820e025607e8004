import { SEVERITIES } from '../../src/domain/verdict.ts'
import { errorOf, measure, ratio } from './measure.ts'
import type { Figures, Judged, Share } from './measure.ts'

/** The report as text, a column for all posts and one for each language. */
export function report(judged: readonly Judged[], postsPerSecond: number, errors: number): string {
  const languages = [...new Set(judged.flatMap(({ truth }) => truth.lang ?? []))].sort()
  const columns = [{ name: 'all', figures: measure(judged) }, ...languages.map((name) => ({ name, figures: measure(judged.filter(({ truth }) => truth.lang === name)) }))]
  const all = columns[0]?.figures ?? measure(judged)
  return [
    table(columns), '',
    'severity, rows as labelled, columns as judged', confusion(all), '',
    'category            F1     right of labelled, right of judged', ...all.categories.map(({ category, f1, recall, precision }) => `${category.padEnd(24)}${f1.toFixed(2)}   ${fraction(recall)}, ${fraction(precision)}`), '',
    `${Math.round(postsPerSecond).toLocaleString('en')} posts/s`,
    ...(errors > 0 ? ['', 'worst errors', ...worst(judged, errors)] : []),
  ].join('\n')
}

const ROWS: readonly (readonly [string, (figures: Figures) => string])[] = [
  ['posts', ({ posts }) => String(posts)],
  ['SoS recall', ({ sosRecall }) => percent(sosRecall)],
  ['SoS precision', ({ sosPrecision }) => percent(sosPrecision)],
  ['critical that rings', ({ criticalRings }) => percent(criticalRings)],
  ['critical recall', ({ criticalRecall }) => percent(criticalRecall)],
  ['critical precision', ({ criticalPrecision }) => percent(criticalPrecision)],
  ['false rings per 1,000', ({ falseRings }) => (falseRings.of === 0 ? '–' : (ratio(falseRings) * 1000).toFixed(1))],
  ['recall, 1 % may ring', ({ budgets }) => budget(budgets[0])],
  ['recall, 5 % may ring', ({ budgets }) => budget(budgets[1])],
  ['category macro-F1', ({ categoryF1 }) => (Number.isNaN(categoryF1) ? '–' : categoryF1.toFixed(3))],
  ['district named', ({ districtNamed }) => percent(districtNamed)],
  ['district right', ({ districtRight }) => percent(districtRight)],
  ['district, none labelled', ({ districtInvented }) => String(districtInvented)],
  ['language right', ({ languageRight }) => percent(languageRight)],
]

function table(columns: readonly { name: string; figures: Figures }[]): string {
  const width = 17
  const head = ''.padEnd(26) + columns.map(({ name }) => name.padStart(width)).join('')
  return [head, ...ROWS.map(([name, cell]) => name.padEnd(26) + columns.map(({ figures }) => cell(figures).padStart(width)).join(''))].join('\n')
}

function confusion({ confusion: cells }: Figures): string {
  const head = ''.padEnd(10) + SEVERITIES.map((name) => name.padStart(9)).join('')
  return [head, ...SEVERITIES.map((name, row) => name.padEnd(10) + (cells[row] ?? []).map((cell) => String(cell).padStart(9)).join(''))].join('\n')
}

const fraction = ({ part, of }: Share): string => `${part}/${of}`
const percent = (share: Share): string => (share.of === 0 ? '–' : `${(ratio(share) * 100).toFixed(1)} % ${fraction(share)}`)
const budget = (at: Figures['budgets'][number] | undefined): string => (!at || at.recall.of === 0 ? '–' : `${(ratio(at.recall) * 100).toFixed(1)} of ${(at.ceiling * 100).toFixed(1)} %`)

function worst(judged: readonly Judged[], most: number): string[] {
  return judged.filter((one) => errorOf(one) > 1).sort((a, b) => errorOf(b) - errorOf(a)).slice(0, most).flatMap(({ truth, verdict }) => [
    `— ${truth.severity}, judged ${verdict.severity} ${verdict.score} ${verdict.category}${truth.id ? ` (${truth.id})` : ''}: ${truth.text.replaceAll('\n', ' ')}`,
    ...verdict.reasons.map(({ signal, weight, because, span }) => `    ${weight > 0 ? '+' : ''}${weight} ${signal}: ${because}${span ? ` [${truth.text.slice(span.start, span.end)}]` : ''}`),
  ])
}
