import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acknowledgeAlert } from '../../src/actions/acknowledge-alert.ts'
import type { ActDeps } from '../../src/actions/change-alert.ts'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import type { DocketNumbers } from '../../src/actions/docket-numbers.ts'
import { escalateOverdue } from '../../src/actions/escalate-overdue.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { reportProgress } from '../../src/actions/report-progress.ts'
import type { Store } from '../../src/actions/ports.ts'
import { firstBreak } from '../../src/domain/history.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { Viewer } from '../../src/domain/person.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { makeJob } from '../posts.ts'
import { openTestStore } from '../store.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const officer = (personId: string): Viewer => ({ personId, name: personId, role: 'officer', scopePath: '/up/z-lucknow/' })

let store: Store
let close: () => Promise<void>
let numbers: DocketNumbers
let now = 1_790_000_000_000

beforeAll(async () => {
  ;({ store, close } = await openTestStore())
  numbers = docketNumbers(store, 10)
})
afterAll(() => close())

const deps = (): ActDeps => ({ store: { dockets: store.dockets, now: () => now }, announcer: { announce: () => undefined }, crypto: { sha256 } })

async function raiseOne(): Promise<string> {
  const job = makeJob('critical')
  await openDockets({ ...deps(), store: { inbox: store.inbox, dockets: store.dockets, incidents: store.incidents, echoes: store.echoes, now: () => now }, numbers, policy: DEFAULT_LADDER_POLICY, handles: DEFAULT_TRIAGE_POLICY }, [job])
  return `case-${job.postId}`
}

describe('P6 acknowledging', () => {
  it('one key fifty times in parallel: one record, one answer', async () => {
    const alertId = await raiseOne()
    const answers = await Promise.all(Array.from({ length: 50 }, () => acknowledgeAlert(deps(), officer('asha'), { alertId, key: 'the-same-key' })))
    expect(new Set(answers.map((one) => one.docket.alert?.holder?.personId))).toEqual(new Set(['asha']))
    expect(answers.filter((one) => one.did === 'acknowledged')).toHaveLength(1)
    const docket = await store.dockets.get(alertId)
    expect(docket?.history.filter((entry) => entry.what === 'acknowledged')).toHaveLength(1)
    expect(firstBreak(docket?.history ?? [], sha256)).toBeNull()
  })

  it('ten officers at once: one has it, nine are told who', async () => {
    const alertId = await raiseOne()
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => acknowledgeAlert(deps(), officer(`o${index}`), { alertId, key: `key-of-${index}-` })))
    const winner = (await store.dockets.get(alertId))?.alert?.holder?.name
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of outcomes) if (one.status === 'rejected') expect((one.reason as Error).message).toBe(`${winner} has it`)
  })

  it('never reopens a closed alert', async () => {
    const alertId = await raiseOne()
    await reportProgress(deps(), officer('asha'), { alertId, key: 'close-it-now', step: 'resolved', reason: null })
    await expect(acknowledgeAlert(deps(), officer('ravi'), { alertId, key: 'late-late-late' })).rejects.toThrow('already closed as resolved')
  })

  it('is refused outside the scope as if there were no such alert, and to roles that only look', async () => {
    const alertId = await raiseOne()
    const other = { ...officer('asha'), scopePath: '/up/z-agra/' }
    await expect(acknowledgeAlert(deps(), other, { alertId, key: 'foreign-key' })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(acknowledgeAlert(deps(), officer('asha'), { alertId: 'case-none', key: 'foreign-key' })).rejects.toMatchObject({ kind: 'not-found' })
    await expect(acknowledgeAlert(deps(), { ...officer('wall'), role: 'wall' }, { alertId, key: 'foreign-key' })).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('P5 the sweep against acknowledgements', () => {
  it('never fires a rung after an acknowledgement, and each rung once, in 300 races of two engines with an officer', async () => {
    const ids = await Promise.all(Array.from({ length: 300 }, () => raiseOne()))
    now += 20_000
    const acknowledgements = ids.map((alertId) => acknowledgeAlert(deps(), officer('asha'), { alertId, key: 'race-key-1' }))
    await Promise.all([escalateOverdue(deps()), ...acknowledgements, escalateOverdue(deps())])
    for (const docket of await store.dockets.getMany(ids)) {
      const what = docket.history.map((entry) => entry.what)
      expect(what.filter((one) => one === 'acknowledged')).toHaveLength(1)
      expect(what.indexOf('escalated')).toBeLessThan(what.indexOf('acknowledged'))
      expect(what.filter((one) => one === 'escalated').length).toBeLessThanOrEqual(1)
      expect(docket.nextDueAt).toBe(now + 180_000)
    }
  })
})
