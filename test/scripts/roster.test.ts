import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../../src/actions/add-person.ts'
import { readDuty } from '../../src/actions/read-duty.ts'
import type { Store } from '../../src/actions/ports.ts'
import { nodeCrypto, openStore } from '../../src/app.ts'
import { importRosters, readRosterFile } from '../../scripts/people/roster-file.ts'
import { offerDemoRosters } from '../../scripts/supervise/demo-roster.ts'

const folder = mkdtempSync(join(tmpdir(), 'prahari-roster-'))
let store: Store
beforeAll(async () => {
  store = await openStore({ dataFolder: folder, MONGODB_URI: undefined })
  for (const id of ['asha', 'bala']) await addPerson(store, { id, name: id.toUpperCase(), role: 'officer', scopeId: 'lucknow' })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const FILE = {
  rosters: [{
    post: 'district-duty', nodeId: 'lucknow', shifts: [{ name: 'always', days: [0, 1, 2, 3, 4, 5, 6], from: '08:00', to: '08:00', personIds: ['asha'] }],
    rotations: [{ name: 'weekly', personIds: ['bala'], startsAt: '2026-01-05 08:00', turnDays: 7 }],
  }],
  leaves: [{ personId: 'bala', from: '2026-01-05 00:00', to: '2026-12-31 00:00' }],
}

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/roster.ts', ...args], { env: { ...process.env, PRAHARI_DATA: folder, PRAHARI_FEED: 'none', MONGODB_URI: '' } }, (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }))
  })
}
const fileWith = (content: unknown): string => {
  const path = join(folder, 'roster.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('npm run roster', () => {
  it('checks a file as a whole and writes nothing, then writes it, then shows who is on duty', async () => {
    const path = fileWith(FILE)
    expect(await run('--file', path, '--check')).toMatchObject({ code: 0, out: '2 entries are right; nothing was written.\n' })
    expect(await store.rosters.get('district-duty@lucknow')).toBeUndefined()
    expect((await run('--file', path)).out).toContain('district-duty of lucknow: wrote 1 shifts and 1 rotations')
    expect((await store.rosters.get('district-duty@lucknow'))?.rotations[0]?.startsAt).toBe(Date.parse('2026-01-05T08:00:00+05:30'))
    expect((await run('--show', '--scope', 'lucknow')).out).toMatch(/Lucknow, district-duty\n {4}ASHA, until .* · CANNOT BE REACHED/)
  })

  it('says every problem in a sentence, and stops for none', async () => {
    const wrong = readRosterFile({ ...FILE, overrides: [{ post: 'district-duty', nodeId: 'lucknow', personId: 'nobody', insteadOf: 'asha', from: '2020-01-01 00:00', to: '2020-01-02 00:00' }], leaves: [{ personId: 'nobody', from: '2026-01-05 00:00', to: '2026-12-31 00:00' }] })
    const before = await store.rosters.get('district-duty@lucknow')
    const { problems, done } = await importRosters({ store, crypto: nodeCrypto }, { personId: 'operator', name: 'Operator', role: 'admin', scopePath: '/up/' }, wrong, true)
    expect(problems).toEqual(['override at district-duty of lucknow: nobody is unknown', 'leave of nobody: nobody is unknown'])
    expect(done).toHaveLength(1)
    expect(await store.rosters.get('district-duty@lucknow')).toEqual(before)
    expect(() => readRosterFile({ rosters: [{ ...FILE.rosters[0], shifts: [{ name: 'x', days: [9], from: '25:00', to: '08:00', personIds: [] }] }] })).toThrow('rosters.0.shifts.0.from: must be a time like 06:30')
    expect(() => readRosterFile({ leaves: [{ ...FILE.leaves[0], from: 'tomorrow' }] })).toThrow('must be a time like 2026-11-25 08:00')
  })
})

describe('the demo', () => {
  it('has a roster in which whoever a visitor plays is on duty at any time', async () => {
    for (const [id, role, scopeId] of [['demo-officer-lucknow', 'officer', 'lucknow'], ['demo-officer-noida', 'officer', 'gautam-buddha-nagar'], ['demo-supervisor', 'supervisor', 'up'], ['demo-desk', 'desk', 'up'], ['demo-admin', 'admin', 'up']] as const) await addPerson(store, { id, name: id, role, scopeId })
    await store.rosters.remove(['district-duty@lucknow'])
    await offerDemoRosters(store)
    await offerDemoRosters(store)
    const { posts, rosterGaps } = await readDuty({ store, exists: () => true }, '/up/')
    const onDuty = posts.flatMap(({ persons }) => persons.map(({ personId }) => personId))
    expect(onDuty).toEqual(expect.arrayContaining(['demo-officer-lucknow', 'demo-officer-noida', 'demo-supervisor']))
    expect(posts.every(({ hasRoster, persons }) => hasRoster && persons.length > 0)).toBe(true)
    expect(rosterGaps.every(({ because }) => because === 'nobody on duty has a working channel')).toBe(true)
  })
})
