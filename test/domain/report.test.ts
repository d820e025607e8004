import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BriefFacts } from '../../src/domain/brief.ts'
import { FOLLOWER_CLASSES } from '../../src/domain/brief.ts'
import { toCsv } from '../../src/domain/csv.ts'
import { docketFilter } from '../../src/domain/docket-filter.ts'
import { DOCKET_SORTS, FirstOf, orderKey } from '../../src/domain/docket-order.ts'
import { DOCKET_STATUSES } from '../../src/domain/docket.ts'
import { fairnessOf } from '../../src/domain/fairness.ts'
import { bucketOf, Histograms } from '../../src/domain/histogram.ts'
import { isWithin } from '../../src/domain/area.ts'
import { DIMENSIONS, ReportBuilder } from '../../src/domain/report.ts'
import { CLOCKS, COUNT_NAMES, COUNTS, LATE_MARKS } from '../../src/domain/report-sums.ts'
import type { ReportSums } from '../../src/domain/report-sums.ts'
import { blankFacts, Shelf } from '../../src/domain/shelf.ts'
import { SLA_STEPS } from '../../src/domain/sla.ts'
import { CATEGORIES, LANGUAGES, SEVERITIES } from '../../src/domain/verdict.ts'

const NOW = 1_790_000_000_000
const HOUR = 3_600_000
const PATHS = ['/up/', '/up/z-lucknow/', '/up/z-lucknow/c-lucknow/lucknow/', '/up/z-lucknow/c-lucknow/lucknow/ps-lucknow-hazratganj/', '/up/z-agra/c-agra/agra/', '/up/z-agra/r-aligarh/aligarh/']

const later = fc.option(fc.nat(40 * 24 * HOUR))
const factsOf: fc.Arbitrary<BriefFacts> = fc.record({
  path: fc.constantFrom(...PATHS), status: fc.constantFrom(...DOCKET_STATUSES), severity: fc.constantFrom(...SEVERITIES), category: fc.constantFrom(...CATEGORIES), lang: fc.constantFrom(...LANGUAGES),
  origin: fc.constantFrom('x' as const, 'phone' as const), followers: fc.constantFrom(...FOLLOWER_CLASSES), isProtected: fc.boolean(), isSos: fc.boolean(), isAlertOpen: fc.boolean(), isForwarded: fc.boolean(), sentFrom: fc.option(fc.constantFrom(...PATHS)), awaitsSecond: fc.boolean(),
  receivedAt: fc.integer({ min: NOW - 30 * 24 * HOUR, max: NOW - 1 }), reopened: fc.nat(3), movedUp: fc.nat(3), ownerId: fc.option(fc.constantFrom('a', 'b')), closing: fc.constant(null), flags: fc.subarray(['pasted-reply', 'mass-closing']),
  ack: later, progress: later, reply: later, closed: later, due: later, unread: later, delay: fc.nat(120_000),
}).map(({ ack, progress, reply, closed, due, unread, delay, ...rest }) => {
  const at = (ms: number | null): number | null => (ms === null ? null : rest.receivedAt + ms)
  return { ...rest, postedAt: rest.receivedAt - delay, openedAt: rest.receivedAt, updatedAt: rest.receivedAt, acknowledgedAt: at(ack), progressAt: at(progress), repliedAt: at(reply), closedAt: at(closed), dueAt: at(due), unreadSince: at(unread) }
})

/** Everything of sums that can be compared: counts, outcomes, and the percentiles. */
function written(sums: ReportSums): unknown {
  return [COUNT_NAMES.map((name) => sums.count(name)), SLA_STEPS.flatMap((step) => CLOCKS.map((clock) => {
    const { inTime, late, waiting, done, percentile } = sums.step(step, clock)
    return [inTime, late, waiting, done, percentile(0.5), percentile(0.9), percentile(0.95)]
  })), sums.untouched, sums.oldestUntouched]
}

function reportOf(all: readonly BriefFacts[], from = NOW - 60 * 24 * HOUR, to = NOW): ReportBuilder {
  const report = new ReportBuilder({ from, to, now: NOW })
  for (const facts of all) report.add(facts)
  expect([...report.rollUp()].every((one) => one === undefined)).toBe(true)
  return report
}

describe('a report', () => {
  test('is the sum of its parts by every dimension, and by the nodes of the tree', () => {
    fc.assert(fc.property(fc.array(factsOf, { maxLength: 60 }), (all) => {
      const report = reportOf(all)
      const whole = report.whole()
      expect(whole.count('dockets')).toBe(all.length)
      expect(whole.count('open') + whole.count('inProcess') + whole.count('closed')).toBe(all.length)
      for (const dimension of DIMENSIONS) {
        const parts = report.parts(dimension)
        for (const name of COUNT_NAMES) expect(parts.reduce((sum, { sums }) => sum + sums.count(name), 0)).toBe(whole.count(name))
      }
      for (const [step, clock] of SLA_STEPS.flatMap((one) => CLOCKS.map((by) => [one, by] as const))) {
        const { inTime, late, waiting } = whole.step(step, clock)
        expect(inTime + late + waiting).toBe(all.length)
      }
      for (const kind of ['zone', 'district', 'station'] as const) {
        for (const { key, sums } of report.nodes([kind])) expect(written(sums)).toEqual(written(reportOf(all.filter(({ path }) => isWithin(key, path))).whole()))
      }
      expect([...report.heat].reduce((sum, one) => sum + one, 0)).toBe(all.filter(({ receivedAt }) => receivedAt >= report.heatFrom).length)
    }), { numRuns: 40 })
  })

  test('counts what the filter behind each number finds', () => {
    fc.assert(fc.property(fc.array(factsOf, { maxLength: 40 }), (all) => {
      const whole = reportOf(all).whole()
      for (const name of COUNT_NAMES) expect(all.filter(docketFilter(COUNTS[name], 'me', NOW)).length).toBe(whole.count(name))
      for (const step of SLA_STEPS) expect(all.filter(docketFilter({ is: [LATE_MARKS[step]] }, 'me', NOW)).length).toBe(whole.step(step, 'receipt').late)
    }), { numRuns: 60 })
  })

  test('has only what was received in its stretch, and names desks that took nothing', () => {
    const facts = (changes: Partial<BriefFacts>): BriefFacts => ({ ...blankFacts(), receivedAt: NOW - HOUR, postedAt: NOW - HOUR, ...changes })
    const report = reportOf([facts({ path: PATHS[2] as string }), facts({ path: PATHS[4] as string, acknowledgedAt: NOW }), facts({ path: PATHS[4] as string }), facts({ receivedAt: NOW }), facts({ receivedAt: NOW - 61 * 24 * HOUR })])
    expect(report.whole().count('dockets')).toBe(3)
    expect(report.unreadDesks().map(({ key }) => key)).toEqual([PATHS[2]])
  })

  test('finds the group that waits', () => {
    const facts = (lang: 'hi' | 'en', minutes: number): BriefFacts => ({ ...blankFacts(), lang, receivedAt: NOW - HOUR, postedAt: NOW - HOUR, acknowledgedAt: NOW - HOUR + minutes * 60_000 })
    const report = reportOf([...Array.from({ length: 80 }, () => facts('hi', 10)), ...Array.from({ length: 40 }, () => facts('en', 30))])
    expect(fairnessOf(report.parts('lang'), report.whole()).filter(({ isNotable }) => isNotable).map(({ key }) => key)).toEqual(['en'])
  })
})

describe('percentiles', () => {
  test('lie within 1.6 % of the exact nearest rank, however the times are divided and added up again', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000_000_000 }), { minLength: 1, maxLength: 3_000 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (times, share) => {
      const [left, right] = [new Histograms(2), new Histograms(2)]
      for (const [index, ms] of times.entries()) (index % 3 === 0 ? left : right).add(1, bucketOf(ms))
      left.addAll(right)
      const exact = times.map((ms) => Math.max(0, Math.round(ms / 1000))).sort((a, b) => a - b)[Math.ceil(share * times.length) - 1] ?? 0
      expect(Math.abs((left.percentile(1, share) ?? NaN) - exact)).toBeLessThanOrEqual(exact * 0.016 + 0.5)
      expect([left.count(1), left.count(0), left.percentile(0, share)]).toEqual([times.length, 0, null])
    }), { numRuns: 60 })
  })

  test('never fall as the share rises', () => {
    fc.assert(fc.property(fc.array(fc.nat(4_000_000_000), { minLength: 1, maxLength: 50 }), (times) => {
      const all = new Histograms(1)
      for (const ms of times) all.add(0, bucketOf(ms))
      const found = [0.1, 0.5, 0.9, 0.95, 1].map((share) => all.percentile(0, share) ?? -1)
      expect(found).toEqual(found.toSorted((a, b) => a - b))
    }))
  })
})

test('the shelf gives back what was put on it, through growth, changes and removal', () => {
  const briefs = fc.array(fc.tuple(fc.nat(1_500), factsOf), { minLength: 1, maxLength: 60 })
  fc.assert(fc.property(briefs, (all) => {
    const shelf = new Shelf()
    for (let filler = 0; filler < 1_020; filler++) shelf.put({ ...briefOf(`filler-${filler}`, blankFacts(), 1) })
    const model = new Map<string, BriefFacts>()
    for (const [index, [id, facts]] of all.entries()) {
      if (id % 5 === 0) {
        shelf.remove(String(id))
        model.delete(String(id))
        continue
      }
      shelf.put(briefOf(String(id), facts, index + 1))
      model.set(String(id), facts)
    }
    expect(shelf.size).toBe(1_020 + model.size)
    for (const [id, facts] of model) expect(shelf.read(shelf.slotOf(id) ?? -1, blankFacts())).toEqual(facts)
    const isInside = shelf.within('/up/z-agra/')
    for (let slot = 0; slot < shelf.end; slot++) expect(isInside(slot)).toBe(shelf.idAt(slot) !== null && shelf.pathAt(slot).startsWith('/up/z-agra/'))
  }), { numRuns: 15 })
})

const FOLLOWERS = { unknown: null, 'under-100': 5, '100-999': 200, '1000-9999': 2_000, '10000-up': 90_000 } as const

function briefOf(id: string, facts: BriefFacts, version: number) {
  return { ...facts, id, version, number: id, ownerName: null, lastPostAt: 0, posts: 1, followers: FOLLOWERS[facts.followers], handle: '', excerpt: '', terms: '', writtenAt: 0, revision: 1 }
}

test('the first of a list are those of the whole list sorted', () => {
  fc.assert(fc.property(fc.array(factsOf, { maxLength: 400 }), fc.constantFrom(...DOCKET_SORTS), fc.integer({ min: 1, max: 30 }), (all, sort, most) => {
    const first = new FirstOf(most)
    const keys = all.map((facts) => orderKey(facts, sort))
    for (const [slot, key] of keys.entries()) first.add(key, slot)
    expect(first.list()).toEqual(keys.map((key, slot) => ({ key, slot })).sort((a, b) => a.key - b.key || a.slot - b.slot).slice(0, most).map(({ slot }) => slot))
  }), { numRuns: 40 })
})

describe('CSV', () => {
  test('has no cell that a spreadsheet runs, and gives every text back', () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'a', 'क'), maxLength: 8 }))
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const parsed = parse(toCsv(rows).slice(1))
      expect(parsed).toHaveLength(rows.length)
      for (const { index, column, text } of rows.flatMap((row, at) => row.map((one, of) => ({ index: at, column: of, text: one })))) {
        const found = parsed[index]?.[column] ?? ''
        expect(found).not.toMatch(/^[=+\-@\t\r]/u)
        expect(found === text || found === `'${text}`).toBe(true)
      }
    }))
  })

  test('begins with a byte order mark, ends lines with CRLF, leaves numbers alone', () => {
    expect(toCsv([['a', -1, null, true], ['-1', 0.5, '', 'x,y']])).toBe('\ufeffa,-1,,true\r\n"\'-1",0.5,,"x,y"\r\n')
  })
})

/** RFC 4180, by hand. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  for (let at = 0, isQuoted = false; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (isQuoted && sign === '"' && text[at + 1] === '"') { cell += '"'; at++ } else if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && sign === ',') { rows.at(-1)?.push(cell); cell = '' } else if (!isQuoted && text.startsWith('\r\n', at)) { rows.at(-1)?.push(cell); rows.push([]); cell = ''; at++ } else cell += sign
  }
  return rows.slice(0, -1)
}
