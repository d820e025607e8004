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

/** The message of whatever was thrown, on one line and bounded. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, 200)
}
