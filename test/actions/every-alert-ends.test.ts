import fc from 'fast-check'
import type { Scheduler } from 'fast-check'
import { expect, it } from 'vitest'
import { nodeCrypto } from '../../src/app.ts'
import { isAnswered, isOpen, isResting } from '../../src/domain/alert.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { firstBreak } from '../../src/domain/history.ts'
import { firingsOf } from '../../src/domain/pull-forward.ts'
import { ringOf } from '../../src/domain/delivery.ts'
import { ControlRoom, PEOPLE, SHELF_MS } from './control-room.ts'
import type { Act, Mortal, Step, Work } from './control-room.ts'

const people = fc.constantFrom(...PEOPLE)
const act: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom<Act['do'][]>('acknowledge', 'acknowledge', 'acknowledge', 'responding', 'on-scene', 'resolved', 'hand-over', 'cannot-reach', 'cannot-reach', 'reassign', 'escalate-now', 'call', 'shelve', 'unshelve'),
  by: people, to: fc.option(people), alert: fc.constantFrom(0 as const, 1 as const), isRepeat: fc.nat(3).map((one) => one === 0),
})
const outcome = fc.constantFrom(
  { did: 'taken', because: 'shown', proof: 'on-device' } as const, { did: 'taken', because: 'handed over' } as const, { did: 'failed', because: 'no device' } as const,
  { did: 'retry', because: '503', afterMs: 20_000 } as const,
)
const work: fc.Arbitrary<Work> = fc.oneof(
  { weight: 6, arbitrary: act.map((one) => ({ kind: 'act' as const, act: one })) },
  { weight: 4, arbitrary: fc.constant({ kind: 'sweep' as const }) },
  { weight: 2, arbitrary: fc.constantFrom(0 as const, 1 as const).map((by) => ({ kind: 'plan' as const, by })) },
  { weight: 2, arbitrary: outcome.map((one) => ({ kind: 'send' as const, outcome: one })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('roster' as const), change: fc.constantFrom('leave' as const, 'shift' as const, 'override' as const, 'disable' as const), who: people }) },
)
const mortal: fc.Arbitrary<Mortal> = fc.tuple(work, fc.option(fc.nat(12), { freq: 4 })).map(([one, diesAfter]) => ({ ...one, diesAfter }))
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 45_000 }).map((ms) => ({ kind: 'pass' as const, ms })) },
  { weight: 3, arbitrary: mortal.map((one) => ({ kind: 'do' as const, works: [one] })) },
  { weight: 3, arbitrary: fc.array(mortal, { minLength: 2, maxLength: 4 }).map((works) => ({ kind: 'do' as const, works })) },
)

/** Longer than everything that may make a ladder rest, and the ladder behind it. */
const QUIET_MS = SHELF_MS + 200_000
const TICK_MS = 5_000
const RUNGS = 4
/** A claim of a killed process, a receipt that does not come, and the sweep that finds it. */
const OVERDUE_MS = 20_000

/** Nobody does anything any more; one engine is alive, and one that delivers where it says so. Answers whether a deadline was left. */
async function fallSilent(room: ControlRoom, delivers: boolean): Promise<void> {
  for (let passed = 0; passed < QUIET_MS; passed += TICK_MS) {
    room.pass(TICK_MS)
    await room.run([{ kind: 'sweep', diesAfter: null }])
    for (const { id, alert } of await room.dockets()) if (alert && isOpen(alert)) expect(alert.nextDueAt ?? 0, `${id} has a deadline to come`).toBeGreaterThan(room.store.now())
    if (!delivers) continue
    // Each empty rung is passed over by one look.
    for (let rung = 0; rung < RUNGS; rung++) await room.run([{ kind: 'plan', by: 0, diesAfter: null }])
    for (const docket of await room.dockets()) await expectTold(room, docket)
    await room.run([{ kind: 'send', outcome: { did: 'failed', because: 'no device' }, diesAfter: null }])
  }
}

/** Closed by a person, or at the top of its ladder, told again and again: nothing rests and nobody has it, since everybody fell silent. */
function expectEnd({ id, alert }: Docket): void {
  if (!alert) throw new Error(`${id} has no alert`)
  if (!isOpen(alert)) return
  expect(alert.nextRung, `${id} has climbed to the top`).toBeGreaterThanOrEqual(alert.policy.rungs.length)
  expect({ isResting: isResting(alert), isAnswered: isAnswered(alert) }, id).toEqual({ isResting: false, isAnswered: false })
  expect(alert.told.at(-1)?.post, `${id} tells the state`).toBe('state-control')
}

/** What the history tells, read as a bystander would: nobody is rung while somebody has it, each rung fires once, and no two have what one can have. */
function complaints({ history, alert }: Docket): string[] {
  const found: string[] = []
  const needed = alert?.policy.acknowledgementsNeeded ?? 1
  let [have, lastRung, isAtRest, isClosed] = [0, 0, false, false]
  for (const { what, facts, seq } of history) {
    const wrong = (why: string): void => { found.push(`${seq} ${what}: ${why}`) }
    if (isClosed) wrong('after the end')
    if (what === 'acknowledged') {
      if (++have > needed) wrong('one more than may have it')
      isAtRest = false
    } else if (what === 'escalated') {
      if (have >= needed) wrong('although people have it')
      if (isAtRest) wrong('although it rests')
      if (Number(facts.rung) <= lastRung) wrong(`rung ${facts.rung} after ${lastRung}`)
      if (Number(facts.lateMs) < 0) wrong('too early')
      lastRung = Number(facts.rung)
    } else if (what === 'cannot-reach') have--
    else if (what === 'acknowledgement-lapsed') have = 0
    else if (what === 'reassigned') [have, isAtRest] = [0, true]
    else if (what === 'shelved') isAtRest = true
    else if (['unshelved', 'assignment-lapsed', 'escalated-by-hand', 'rung-unreachable'].includes(what)) isAtRest = false
    else if (what === 'resolved') isClosed = true
  }
  return found
}

/** The firing that the ladder stands at is planned, or it is on record that there was nobody (of repeats at the top nobody keeps that). */
async function expectTold(room: ControlRoom, { id, alert, history }: Docket): Promise<void> {
  const last = alert && isOpen(alert) && !isAnswered(alert) && !isResting(alert) ? firingsOf(alert).at(-1) : undefined
  if (!alert || !last || last.rung >= alert.policy.rungs.length) return
  const rows = await room.store.deliveries.find({ index: 'byDocket', equals: { docketId: id }, limit: 5_000 })
  const isNoted = history.some(({ what, facts }) => what === 'rung-unreachable' && facts.rung === last.rung && facts.firedAt === last.at)
  expect(isNoted || rows.some(({ ring }) => ring === ringOf(last.rung, last.at)), `${id}: rung ${last.rung} is planned or noted`).toBe(true)
}

/** Nothing waits for a dead process. */
async function expectSettled(room: ControlRoom, { id }: Docket): Promise<void> {
  const rows = await room.store.deliveries.find({ index: 'byDocket', equals: { docketId: id }, limit: 5_000 })
  expect(rows.filter(({ dueAt }) => dueAt !== null && dueAt < room.store.now() - OVERDUE_MS)).toEqual([])
}

async function live(turns: Scheduler, needed: 1 | 2, steps: readonly Step[], delivers: boolean): Promise<void> {
  const room = new ControlRoom(turns, needed)
  await room.open()
  for (const one of steps) {
    if (one.kind === 'pass') room.pass(one.ms)
    else await room.run(one.works)
  }
  await fallSilent(room, delivers)
  for (const docket of await room.dockets()) {
    expectEnd(docket)
    expect(complaints(docket), JSON.stringify(docket.history.map(({ at, who, what, facts }) => ({ at, who, what, facts })), null, 1)).toEqual([])
    expect(firstBreak(docket.history, nodeCrypto.sha256)).toBeNull()
    if (delivers) await expectSettled(room, docket)
  }
  for (const { id, by, version } of room.promised) {
    const docket = (await room.dockets()).find((one) => one.id === id)
    expect(docket?.history.some((entry) => entry.who === by && entry.madeVersion === version), `what ${by} was promised of ${id} is on record`).toBe(true)
  }
}

it('every alert ends with a person or at the top of its ladder, in whatever order people act and processes race and die', async () => {
  await fc.assert(fc.asyncProperty(fc.scheduler(), fc.constantFrom(1, 2), fc.array(step, { minLength: 4, maxLength: 30 }), fc.boolean(), live), { numRuns: 150 })
}, 60_000)
