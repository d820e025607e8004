import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SharedClock } from '../../../src/adapters/sqlite/clock.ts'
import type { MachineClocks } from '../../../src/adapters/sqlite/clock.ts'
import { migrate } from '../../../src/adapters/sqlite/schema.ts'

const T0 = 1_800_000_000_000
const HOUR = 3_600_000
let db: DatabaseSync
let clocks: SharedClock[]
/** One machine: awake since, asleep for, and what it holds for the time of day. */
let awake: number
let asleep: number
let wall: number
let boot: string
const pass = (ms: number): void => { awake += ms; wall += ms }
/** A process that sees the machine's time of day so far off. */
async function start(offMs = 0): Promise<SharedClock> {
  const machine: MachineClocks = { wall: () => wall + offMs, monotonic: () => awake, uptime: () => awake + asleep, get boot() { return boot } }
  const clock = new SharedClock(machine)
  clocks.push(clock)
  await clock.start(
    { call: ({ sql, ...given }, read) => Promise.resolve(('rows' in given ? given.rows : []).flatMap((row) => read([Number(db.prepare(sql).run(...row).changes)]))) },
    { call: ({ sql }, read) => Promise.resolve(read(Object.values(db.prepare(sql).get() ?? {}) as (string | number)[])) },
  )
  return clock
}
beforeEach(() => {
  ;[awake, asleep, wall, boot, clocks] = [50_000, 7_000, T0, 'first', []]
  db = new DatabaseSync(':memory:')
  migrate(db)
})
afterEach(() => {
  for (const clock of clocks) clock.stop()
  db.close()
})

describe('the shared clock', () => {
  it('counts from the time of day that its first process read, whatever anybody sets the machine to', async () => {
    const clock = await start()
    pass(2_000)
    wall += HOUR
    expect(clock.now()).toBe(T0 + 2_000)
    wall -= 3 * HOUR
    pass(3_000)
    expect(clock.now()).toBe(T0 + 5_000)
  })

  it.each([-60_000, 60_000, HOUR])('is the same in a process whose own time is %i ms off', async (offMs) => {
    const first = await start()
    pass(1_000)
    const off = await start(offMs)
    pass(250)
    expect([first.now(), off.now()]).toEqual([T0 + 1_250, T0 + 1_250])
  })

  it('is taken from the machine anew when nobody has used the file for a minute, or the machine was started again', async () => {
    await start()
    pass(59_000)
    wall += HOUR
    expect((await start()).now()).toBe(T0 + 59_000)
    pass(61_000)
    expect((await start()).now()).toBe(wall)
    ;[boot, awake] = ['second', 125_000]
    wall += HOUR
    expect((await start()).now()).toBe(wall)
  })

  it('goes on over the sleep of the machine', async () => {
    const clock = await start()
    asleep += HOUR
    wall += HOUR
    pass(1_000)
    expect(clock.now()).toBe(T0 + HOUR + 1_000)
    expect((await start(60_000)).now()).toBe(T0 + HOUR + 1_000)
  })

  it('is this process\'s reading of the machine while the file cannot be read', async () => {
    const clock = new SharedClock({ wall: () => wall, monotonic: () => awake, uptime: () => awake, boot })
    clocks.push(clock)
    const away = { call: () => Promise.reject(new Error('away')) }
    await clock.start(away, away)
    pass(500)
    expect(clock.now()).toBe(T0 + 500)
  })
})
