import type { Closing, ClosingAction } from './desk.ts'
import { PrahariError } from './errors.ts'

/**
 * What a reference must look like, as leniently as it can be looked up: a FIR has a number within a year (`123/2026`, `FIR
 * No. 0123/26`), a station diary entry a number, a 112 event its digits, a visit who went and when, a duplicate the number of
 * the other docket. Linear-time patterns.
 */
const REFERENCES: Readonly<Record<Exclude<ClosingAction, 'advice' | 'false-alarm'>, { looksLike: RegExp; example: string }>> = {
  fir: { looksLike: /\d{1,6} ?\/ ?(?:20)?\d{2}(?!\d)/, example: 'the number of the FIR, like 123/2026' },
  'gd-entry': { looksLike: /\d/, example: 'the number of the entry, like GD 42 of 24.11.2026' },
  'event-112': { looksLike: /\d{4,}/, example: 'the number of the event at 112, like P24112600123' },
  visit: { looksLike: /\p{L}.*\d|\d.*\p{L}/u, example: 'who went and when, like SI Yadav 24.11. 14:30' },
  duplicate: { looksLike: /[A-Z]{2,5}-\d{8}-\d{6}/, example: 'the number of the other docket, like UPP-20261124-000042' },
}
const MAX_REFERENCE = 120
const LEAST_SUMMARY = 10
const MAX_SUMMARY = 1_000

/** What somebody says when they close. */
export type ClosingWish = Pick<Closing, 'action' | 'reference' | 'summary'>

/**
 * The proof with which a docket closes.
 * @throws PrahariError invalid, naming the field and an example.
 */
export function checkedClosing({ action, reference, summary }: ClosingWish): ClosingWish {
  const said = { action, reference: reference?.trim() || null, summary: summary.trim() }
  if (said.summary.length < LEAST_SUMMARY || said.summary.length > MAX_SUMMARY) throw new PrahariError('invalid', `say what was done, in ${LEAST_SUMMARY} to ${MAX_SUMMARY} characters`, { field: 'summary' })
  if (said.reference !== null && said.reference.length > MAX_REFERENCE) throw new PrahariError('invalid', `a reference has ${MAX_REFERENCE} characters at most`, { field: 'reference' })
  if (action === 'advice' || action === 'false-alarm') return said
  const { looksLike, example } = REFERENCES[action]
  if (said.reference === null || !looksLike.test(said.reference)) throw new PrahariError('invalid', `give ${example}`, { field: 'reference' })
  return said
}
