import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acknowledge, escalate, progress, raise } from '../../src/domain/alert.ts'
import type { Alert } from '../../src/domain/alert.ts'
import { onDuty } from '../../src/domain/duty.ts'
import { DEFAULT_LADDER_POLICY as POLICY } from '../../src/domain/ladder.ts'
import type { Person, Role } from '../../src/domain/person.ts'
import { firingsOf, pullForward } from '../../src/domain/pull-forward.ts'

const PATH = '/up/z-lucknow/c-lucknow/lucknow/'
const T0 = 1_800_000_000_000
const raised = (): Alert => raise('critical', POLICY, PATH, T0).alert
const newest = (alert: Alert) => firingsOf(alert).at(-1) ?? { rung: 0, at: T0 }

describe('a rung at which nobody was reached', () => {
  it('fires the next one now, the later ones in their usual distances', () => {
    const { alert, events } = pullForward(raised(), { rung: 0, at: T0 }, 2, PATH, T0 + 500)
    expect(events).toMatchObject([{ what: 'rung-unreachable', facts: { rung: 0, told: 2, wentOn: true } }, { what: 'escalated', facts: { rung: 1, lateMs: 0 } }])
    expect(alert).toMatchObject({ nextRung: 2, nextDueAt: T0 + 500 + 25_000 })
  })

  it('climbs an empty tree to the top at once, and goes no further than that', () => {
    let alert = raised()
    for (let tries = 0; tries < 10; tries++) alert = pullForward(alert, newest(alert), 0, PATH, T0).alert
    expect(alert).toMatchObject({ nextRung: 4, nextDueAt: T0 + 60_000 })
    expect(pullForward(alert, newest(alert), 0, PATH, T0).events).toMatchObject([{ what: 'rung-unreachable', facts: { rung: 3, wentOn: false } }])
  })

  it('changes nothing where somebody has it, it is closed, or the ladder moved on', () => {
    const asha = { id: 'asha', name: 'Asha' }
    const held = acknowledge(raised(), asha, 'key-12345', T0 + 1).alert
    const closed = progress(held, asha, 'resolved', null, 'key-12346', T0 + 2).alert
    const climbed = escalate(raised(), PATH, T0 + 20_000).alert
    for (const alert of [held, closed, climbed]) expect(pullForward(alert, { rung: 0, at: T0 }, 1, PATH, T0 + 21_000)).toEqual({ alert, events: [] })
  })

  it('P5 fires each rung once, whatever comes when', () => {
    fc.assert(fc.property(fc.array(fc.record({ isPull: fc.boolean(), after: fc.integer({ min: 0, max: 40_000 }) }), { maxLength: 30 }), (acts) => {
      let [alert, now] = [raised(), T0]
      const fired = [0]
      for (const { isPull, after } of acts) {
        now += after
        const { alert: next, events } = isPull ? pullForward(alert, newest(alert), 1, PATH, now) : escalate(alert, PATH, now)
        for (const event of events) if (event.what === 'escalated') fired.push(Number(event.facts.rung))
        alert = next
      }
      expect(fired).toEqual([...new Set(fired)].sort((a, b) => a - b))
      expect(fired.slice(0, 4)).toEqual([0, 1, 2, 3].slice(0, fired.length))
    }))
  })
})

describe('who is on duty without a roster', () => {
  const person = (id: string, role: Role, scopePath = PATH, isDisabled = false): Person => ({ id, version: 1, name: id, role, scopePath, isDisabled, createdAt: 0 })
  const people = [person('desk', 'desk'), person('ravi', 'officer'), person('asha', 'officer'), person('wall', 'wall'), person('head', 'supervisor'), person('gone', 'officer', PATH, true), person('far', 'officer', '/up/z-agra/')]

  it('is whoever has the node by role, officers first', () => {
    expect(onDuty({ post: 'district-duty', path: PATH }, people).persons.map((one) => one.personId)).toEqual(['asha', 'ravi', 'desk'])
    expect(onDuty({ post: 'district-head', path: PATH }, people).persons.map((one) => one.personId)).toEqual(['head'])
  })

  it('says so where there is nobody', () => {
    expect(onDuty({ post: 'state-control', path: '/up/' }, people)).toMatchObject({ persons: [], because: 'no supervisor or desk has this node' })
    expect(onDuty({ post: 'station-duty', path: PATH }, [person('gone', 'officer', PATH, true)])).toMatchObject({ persons: [], because: 'every account of the node is disabled' })
  })
})
