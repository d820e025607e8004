/** What one fault run found, in Jepsen's words. A run keeps its promise when it has no breaches. */
export interface Report {
  promise: string
  /** What was done to the system. */
  fault: string
  /** The safeguard that was taken away, or null in an honest run. */
  sabotage: string | null
  seed: number
  seconds: number
  attempts: number
  ok: number
  failed: number
  /** Asked, never answered: may have happened or not. */
  indeterminate: number
  lost: number
  duplicated: number
  stale: number
  worstLateMs: number | null
  /** The promise's own figures. */
  facts: Record<string, string | number>
  breaches: string[]
  /** Why the run could not be finished, or null. Such a run proves nothing, with or without sabotage. */
  failure: string | null
}

export interface RunOptions {
  seed: number
  isQuick: boolean
  sabotage: string | null
}

/** One promise's fault run. `sabotages` names the safeguards without which it must turn red. */
export interface FaultRun {
  promise: string
  title: string
  sabotages: readonly string[]
  run(options: RunOptions): Promise<Report>
}

/** A report that a run fills in as it goes. */
export function blankReport(promise: string, fault: string, options: RunOptions): Report {
  return {
    promise, fault, sabotage: options.sabotage, seed: options.seed, seconds: 0, attempts: 0, ok: 0, failed: 0, indeterminate: 0,
    lost: 0, duplicated: 0, stale: 0, worstLateMs: null, facts: {}, breaches: [], failure: null,
  }
}

/** The run did what it should: an honest one kept its promise, a sabotaged one broke it. */
export function isAsExpected(report: Report): boolean {
  return report.failure === null && (report.sabotage === null) === (report.breaches.length === 0)
}

/** Nearest-rank percentile; 0 where there is nothing to rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

const COLUMNS: readonly [string, (report: Report) => string][] = [
  ['', (one) => one.promise],
  ['run', (one) => (one.sabotage === null ? 'honest' : `without ${one.sabotage}`)],
  ['attempts', (one) => String(one.attempts)],
  ['ok', (one) => String(one.ok)],
  ['failed', (one) => String(one.failed)],
  ['indeterminate', (one) => String(one.indeterminate)],
  ['lost', (one) => String(one.lost)],
  ['duplicated', (one) => String(one.duplicated)],
  ['stale', (one) => String(one.stale)],
  ['worst lateness', (one) => (one.worstLateMs === null ? '-' : `${Math.round(one.worstLateMs)} ms`)],
  ['s', (one) => one.seconds.toFixed(1)],
  ['verdict', verdict],
]

function verdict(report: Report): string {
  if (report.failure !== null) return 'COULD NOT FINISH'
  if (report.sabotage === null) return report.breaches.length === 0 ? 'kept' : 'BROKEN'
  return report.breaches.length === 0 ? 'SABOTAGE NOT NOTICED' : 'turned red, as it must'
}

/** One table over all reports. */
export function table(reports: readonly Report[]): string {
  const rows = [COLUMNS.map(([name]) => name), ...reports.map((report) => COLUMNS.map(([, cell]) => cell(report)))]
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd()).join('\n')
}

/** The lines under the table: what was done, what was measured, what broke. */
export function details(report: Report): string {
  const facts = Object.entries(report.facts).map(([name, value]) => `${name} ${value}`).join(', ')
  const broken = report.breaches.slice(0, 5).map((one) => `\n    ${one}`).join('')
  const more = report.breaches.length > 5 ? `\n    … and ${report.breaches.length - 5} more` : ''
  const failed = report.failure === null ? '' : `\n    could not finish: ${report.failure}`
  return `${report.promise} ${report.sabotage === null ? 'honest' : `without ${report.sabotage}`} (seed ${report.seed}): ${report.fault}\n    ${facts}${broken}${more}${failed}`
}
