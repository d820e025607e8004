import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterDeskLook, afterSighting, DESK_ALARM_TIMES, isTellDue, lookInto, openWithin, sightingsOf, unopenedSince } from '../../src/domain/desk-alarm.ts'
import type { AlarmReason, DeskAlarm, Sighting } from '../../src/domain/desk-alarm.ts'
import { BLANK_DESK } from '../../src/domain/desk.ts'
import { DEFAULT_SLAS } from '../../src/domain/sla.ts'
import { makeBriefDocket } from '../dockets.ts'

const OF = { subject: 'asha', name: 'Asha', path: '/up/z-agra/' }
const NODE = { subject: 'agra', name: 'Agra', path: '/up/z-agra/c-agra/agra/' }
const BY = { personId: 'boss', name: 'Boss' }
const sighting = (at: number, key = `case-${at}.1`): Sighting => ({ kind: 'mass-closing', personId: 'asha', key, docketId: `case-${at}`, number: `N-${at}`, at })
const lies = (at: number): AlarmReason => ({ key: `case-${at}`, docketId: `case-${at}`, number: `N-${at}`, at })
const ring = (times: readonly number[], alarm?: DeskAlarm): DeskAlarm => times.reduce<DeskAlarm | undefined>((one, at) => afterSighting(one, sighting(at), OF), alarm) as DeskAlarm

describe('an alarm of what looks like gaming', () => {
  it('rings, counts what goes on, is quiet once looked into, and comes back by what is done after', () => {
    const ringing = ring([10, 20, 30])
    expect(ringing).toMatchObject({ id: 'mass-closing.asha', open: 1, since: 10, lastAt: 30, times: 3, lookedInto: null })
    const quiet = lookInto(ringing, BY, 'They were duplicates.', 40)
    expect(quiet).toMatchObject({ open: 0, lookedInto: { name: 'Boss', at: 40, reason: 'They were duplicates.' } })
    expect(ring([35], quiet)).toMatchObject({ open: 0, lastAt: 35 })
    expect(ring([50], quiet)).toMatchObject({ open: 1, since: 50, times: 1, lookedInto: { at: 40 } })
  })

  it('knows what it has seen, in whatever order and how often it is told', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 80 }), (times) => {
      const twice = ring([...times, ...times.toReversed()])
      expect(twice.times).toBe(new Set(times).size)
      expect(twice.lastAt).toBe(Math.max(...times))
      expect(twice.version).toBe(new Set(times).size)
    }))
  })

  it('is made of the flags in a history, of whoever did it', () => {
    const entry = (seq: number, who: string, what: string, flag: string, at: number) => ({ seq, who, what, at, facts: { flag }, previous: '', hash: '' })
    const docket = { id: 'case-1', number: 'N-1', history: [entry(0, 'asha', 'flagged', 'pasted-reply', 5), entry(1, 'asha', 'flagged', 'mass-closing', 15), entry(2, 'system', 'flagged', 'mass-closing', 16), entry(3, 'asha', 'flagged', 'else', 17), entry(4, 'asha', 'closed', 'mass-closing', 18)] }
    expect(sightingsOf(docket, 10)).toEqual([{ kind: 'mass-closing', personId: 'asha', key: 'case-1.1', docketId: 'case-1', number: 'N-1', at: 15 }])
  })
})

describe('a desk that nobody opens', () => {
  const look = (alarm: DeskAlarm | undefined, at: readonly number[], now: number): DeskAlarm => afterDeskLook(alarm, at.map(lies), NODE, now) as DeskAlarm

  it('rings by its oldest, ends by itself when it is opened, and is no alarm where nothing waits', () => {
    expect(afterDeskLook(undefined, [], NODE, 1)).toBeNull()
    const ringing = look(undefined, [70, 50], 100)
    expect(ringing).toMatchObject({ id: 'unopened-desk.agra', open: 1, since: 50, times: 2 })
    expect(look(ringing, [70, 50], 110)).toBe(ringing)
    expect(look(ringing, [70], 110)).toMatchObject({ open: 1, since: 50, times: 1 })
    const over = look(ringing, [], 120)
    expect(over).toMatchObject({ open: 0, lookedInto: null })
    expect(look(over, [], 130)).toBe(over)
    expect(look(over, [125], 140)).toMatchObject({ open: 1, since: 125 })
  })

  it('that was looked into comes back when it goes on', () => {
    const quiet = lookInto(look(undefined, [50], 100), BY, 'They are told.', 200)
    expect(look(quiet, [50], 200 + DESK_ALARM_TIMES.comesBack - 1)).toBe(quiet)
    const back = look(quiet, [50], 200 + DESK_ALARM_TIMES.comesBack)
    expect(back).toMatchObject({ open: 1, since: 200 + DESK_ALARM_TIMES.comesBack, told: 0, lookedInto: { at: 200 } })
  })

  it('is told at once and again each hour; gaming is not', () => {
    const ringing = look(undefined, [50], 100)
    expect(isTellDue(ringing, 100)).toBe(true)
    expect(isTellDue({ ...ringing, toldAt: 100 }, 99 + DESK_ALARM_TIMES.toldAgain)).toBe(false)
    expect(isTellDue({ ...ringing, toldAt: 100 }, 100 + DESK_ALARM_TIMES.toldAgain)).toBe(true)
    expect(isTellDue(ring([10]), 100)).toBe(false)
  })

  it('is judged by what nobody has, opened or is rung for', () => {
    const at = 1_790_000_000_000
    const of = (desk: Partial<typeof BLANK_DESK>, status: 'open' | 'closed' = 'open') => unopenedSince(makeBriefDocket({ receivedAt: at, status, desk: { ...BLANK_DESK, ...desk } }))
    expect(unopenedSince(makeBriefDocket({ receivedAt: at }))).toBe(at)
    expect(of({ touchedAt: at + 5 })).toBe(at + 5)
    expect(of({ openedAt: at + 1 })).toBeNull()
    expect(of({ openedAt: null, unreadSince: at + 9 })).toBe(at + 9)
    expect(of({ owner: { personId: 'a', name: 'A', at } })).toBeNull()
    expect(of({}, 'closed')).toBeNull()
    expect(openWithin('critical', DEFAULT_SLAS)).toBe(DEFAULT_SLAS.normal.acknowledge)
  })
})
