/** What one look found. `advice` says what to do, where something should be done. */
export interface Finding {
  level: 'ok' | 'warn' | 'FAIL'
  what: string
  detail: string
  advice?: string
}

export const ok = (what: string, detail: string): Finding => ({ level: 'ok', what, detail })
export const warn = (what: string, detail: string, advice: string): Finding => ({ level: 'warn', what, detail, advice })
export const fail = (what: string, detail: string, advice: string): Finding => ({ level: 'FAIL', what, detail, advice })

/** One aligned line for each finding. */
export function findingTable(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length))
  return findings.map(({ level, what, detail, advice }) => `${level.padEnd(4)}  ${what.padEnd(width)}  ${detail}${advice ? `  → ${advice}` : ''}\n`).join('')
}

/** The message of whatever was thrown, with its cause, on one line, bounded, and without the credentials of a URL. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 200)
  const cause = error.cause instanceof Error && 'code' in error.cause ? ` (${String(error.cause.code)})` : ''
  return `${error.message}${cause}`.replaceAll(/\s+/g, ' ').replaceAll(/\/\/[^@\s/]+@/g, '//…@').slice(0, 200)
}
