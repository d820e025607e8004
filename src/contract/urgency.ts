import { severityRank } from '../domain/verdict.ts'
import type { Severity } from '../domain/verdict.ts'

/** What the order of a board looks at; an AlertView has it. */
export interface Ranked {
  id: string
  severity: Severity
  raisedAt: number
  holder: object | null
  shelf?: object | null
}

/** Whether somebody must answer it now: nobody has it, and nobody put it aside. */
export function needsAnswer({ isOpen, holder, shelf }: Pick<Ranked, 'holder' | 'shelf'> & { isOpen: boolean }): boolean {
  return isOpen && holder === null && !shelf
}

/** Most urgent first: nobody has it before held, shelved last, then severity, then the oldest. */
export function byUrgency(a: Ranked, b: Ranked): number {
  return Number(Boolean(a.shelf)) - Number(Boolean(b.shelf))
    || Number(a.holder !== null) - Number(b.holder !== null)
    || severityRank(a.severity) - severityRank(b.severity)
    || a.raisedAt - b.raisedAt
    || (a.id < b.id ? -1 : 1)
}
