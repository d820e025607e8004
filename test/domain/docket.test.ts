import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { docketNumber, indianDay } from '../../src/domain/docket.ts'
import { append, firstBreak } from '../../src/domain/history.ts'
import type { HistoryEntry } from '../../src/domain/history.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

it('names the day by Indian time, as Intl does', () => {
  const intl = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' })
  fc.assert(fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (now) => {
    expect(indianDay(now)).toBe(intl.format(now).replaceAll('-', ''))
  }))
  expect(docketNumber(indianDay(Date.UTC(2026, 10, 22, 18, 30)), 42)).toBe('UPP-20261123-000042')
})

const chain = (length: number): HistoryEntry[] => Array.from({ length }).reduce<HistoryEntry[]>(
  (history, _, index) => append(history, { at: index, who: 'system', what: 'escalated', facts: { rung: index, note: null } }, sha256), [],
)

it('P19 finds any edit, deletion, reordering in the history and names its place', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.constantFrom('edit', 'delete', 'swap'), (length, seed, kind) => {
    const history = chain(length)
    expect(firstBreak(history, sha256)).toBeNull()
    const at = seed % (length - 1)
    const [here, next] = [history[at], history[at + 1]]
    if (!here || !next) throw new Error('index out of the chain')
    if (kind === 'edit') history[at] = { ...here, facts: { ...here.facts, rung: -1 } }
    if (kind === 'delete') history.splice(at, 1)
    if (kind === 'swap') history.splice(at, 2, next, here)
    expect(firstBreak(history, sha256)).toBe(at)
  }))
})
