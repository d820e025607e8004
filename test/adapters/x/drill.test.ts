import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chanceFrom } from '../../../src/domain/sample.ts'
import type { FaultSpec } from '../../../scripts/x-emulator/faults.ts'
import { closeStage, connected, eventually, openStage, pause, QUICK_LADDER, startStage } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
beforeAll(openStage)
afterAll(closeStage)
beforeEach(async () => {
  stage = await startStage()
})
afterEach(() => stage.stop())

const FAULTS: readonly FaultSpec[] = [
  { kind: 'end' }, { kind: 'rst' }, { kind: 'silent', seconds: 0.2 }, { kind: 'silent' }, { kind: 'op-disconnect' }, { kind: 'op-disconnect', close: false },
  { kind: 'end', when: 'connect', count: 1 }, { kind: 'headers-delay', ms: 60, count: 1 }, { kind: 'refuse', count: 2 },
  { kind: 'http', on: 'stream', status: 503, variant: 'html', count: 1 }, { kind: 'http', on: 'search', status: 503, count: 1 },
  { kind: 'http', on: 'stream', status: 409, count: 1 }, { kind: 'http', on: 'rules', status: 500, count: 1 },
  { kind: 'http', on: 'stream', status: 429, variant: 'too-many-connections', count: 1 }, { kind: 'phantom', hold: 'after-close', forSeconds: 0.3, count: 1 },
  { kind: 'duplicate', times: 2, count: 3 }, { kind: 'reorder', window: 3, count: 1 }, { kind: 'delay', ms: 50, count: 2 }, { kind: 'drop', count: 2 },
  { kind: 'split', count: 1 }, { kind: 'glue', frames: 3, count: 1 }, { kind: 'malformed', how: 'truncated', count: 1 }, { kind: 'malformed', how: 'garbage', count: 1 },
  { kind: 'unknown-message', count: 1 }, { kind: 'partial-errors', count: 1 }, { kind: 'missing-includes', count: 1 }, { kind: 'heartbeat', mode: 'off', seconds: 0.2 },
]

describe('P2 a bad evening', () => {
  it.each([1, 2])('x17 loses no post, records each once and fills every gap (seed %i)', async (seed) => {
    const random = chanceFrom(seed)
    const listener = await connected(stage.listen({ timings: { silenceMs: 400, connectTimeoutMs: 500, sweepMs: 300, ladder: { ...QUICK_LADDER, budget: 1_000 } } }))
    const sent: string[] = []
    let mostOpen = 0
    for (let turn = 0; turn < 40; turn++) {
      const fault = FAULTS[Math.floor(random() * FAULTS.length)]
      if (fault && random() < 0.6) stage.emulator.fault(fault)
      for (let index = 0; index < 3; index++) sent.push(stage.emulator.inject(`@PrahariUP मदद ${turn}-${index} 🚨`).id)
      mostOpen = Math.max(mostOpen, stage.emulator.openStreams().length)
      await pause(random() * 60)
    }
    stage.emulator.clearFaults()
    await connected(listener)
    const recorded = await eventually(async () => {
      const all = await stage.inbox()
      return all.length === sent.length ? all : null
    })
    expect(recorded.map((row) => row.id).sort()).toEqual(sent.toSorted())
    expect(recorded.every((row) => /^@PrahariUP मदद \d+-\d 🚨$/u.test(row.post.text))).toBe(true)
    await eventually(async () => (await stage.gaps()).every((gap) => gap.state === 'filled'))
    expect(await stage.gaps()).not.toEqual([])
    expect(mostOpen).toBe(1)
    expect(listener.state()).toMatchObject({ isConnected: true, blindSince: null })
    expect(stage.logs.filter(({ message }) => message.includes('failed and begins again'))).toEqual([])
  })
})
