import { severityRank } from '../domain/verdict.ts'
import type { Severity } from '../domain/verdict.ts'

/** What the order of a board looks at; an AlertView has it. */
export interface Ranked {
  id: string
  severity: Severity
  raisedAt: number
  holder: object | null
}

/** Most urgent first: nobody has it before held, then severity, then the oldest. */
export function byUrgency(a: Ranked, b: Ranked): number {
  return Number(a.holder !== null) - Number(b.holder !== null)
    || severityRank(a.severity) - severityRank(b.severity)
    || a.raisedAt - b.raisedAt
    || (a.id < b.id ? -1 : 1)
}
