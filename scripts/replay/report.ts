import type { Change, ReplayReport, ShownChange } from '../../src/actions/replay-posts.ts'

const MOST_PAIRS = 8

/** The report as text for a terminal. */
export function replayText(report: ReplayReport): string {
  const { rings, corrected } = report
  const lines = [
    `${report.posts} posts judged again${report.failed > 0 ? `, ${report.failed} of them failed` : ''}`,
    `ring: ${rings.before} before (${rings.per1000Before} per 1,000), ${rings.after} now (${rings.per1000After} per 1,000)`,
    ...section('would ring and did not', report.gained),
    ...section('rang and would not any more', report.lost),
    `severity: ${pairs(report.severities)}`,
    `category: ${report.categories.changed} changed${report.categories.changed > 0 ? `: ${pairs(report.categories.pairs)}` : ''}`,
    ...section('district changed', report.districts),
    ...(corrected.posts > 0 ? [`of ${corrected.posts} posts that people corrected, ${corrected.agreedBefore} agreed before and ${corrected.agreeNow} agree now`] : []),
  ]
  return `${lines.join('\n')}\n`
}

function section(title: string, { count, shown }: Change): string[] {
  const more = count > shown.length && shown.length > 0 ? [`  … and ${count - shown.length} more`] : []
  return [`${title}: ${count}`, ...shown.map(example), ...more]
}

function example({ id, from, to, text, reasons }: ShownChange): string {
  return `  ${from} → ${to}  ${id}  ${printable(text)}${reasons.length > 0 ? `\n      ${reasons.join(' · ')}` : ''}`
}

/** One line without control characters: posts are hostile, and a terminal obeys them. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 160)
}

function pairs(list: readonly { from: string; to: string; count: number }[]): string {
  if (list.length === 0) return 'no change'
  const rest = list.slice(MOST_PAIRS).reduce((sum, { count }) => sum + count, 0)
  return [...list.slice(0, MOST_PAIRS).map(({ from, to, count }) => `${count} ${from} → ${to}`), ...(rest > 0 ? [`${rest} others`] : [])].join(', ')
}
