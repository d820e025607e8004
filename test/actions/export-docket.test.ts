import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addNote } from '../../src/actions/add-note.ts'
import { anchorHistories } from '../../src/actions/anchor-histories.ts'
import { exportDocket } from '../../src/actions/export-docket.ts'
import { tailDockets } from '../../src/actions/tail-dockets.ts'
import { verifyHistories } from '../../src/actions/verify-histories.ts'
import { createSeal, isSealed, makeSealKey } from '../../src/adapters/seal/seal.ts'
import type { SqliteStore } from '../../src/adapters/sqlite/store.ts'
import { nodeCrypto } from '../../src/app.ts'
import { evidence } from '../../src/contract/evidence.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import type { Role, Viewer } from '../../src/domain/person.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

let store: SqliteStore
let folder: string
let close: () => Promise<void>
beforeAll(async () => ({ store, folder, close } = await openTestStore()))
afterAll(() => close())

const seal = createSeal(makeSealKey())
const announcer = { announce: () => undefined }
const viewer = (role: Role, scopePath = '/up/'): Viewer => ({ personId: `${role}-1`, name: `Demo ${role}`, role, scopePath })
const deps = () => ({ store, crypto: nodeCrypto, announcer, seal })
async function open(number: string, changes: Parameters<typeof makeVerdict>[1] = {}): Promise<Docket> {
  const now = store.now()
  const docket = newDocket({ post: makePost({ text: 'मदद करो, घंटाघर के पास' }), verdict: makeVerdict('high', changes), receivedAt: now, number, authorId: null, matter: null, incident: null }, { policy: DEFAULT_LADDER_POLICY, now, sha256: nodeCrypto.sha256 })
  await store.dockets.insertMany([docket])
  return docket
}
const run = async (...args: string[]): Promise<{ code: number; out: string }> => {
  const env = { ...process.env, PRAHARI_DATA: folder, NODE_ENV: 'test' }
  return promisify(execFile)(process.execPath, ['scripts/audit.ts', ...args], { env }).then(({ stdout }) => ({ code: 0, out: stdout }), (error: { code: number; stdout: string; stderr: string }) => ({ code: error.code, out: error.stdout + error.stderr }))
}

describe('evidence', () => {
  it('holds everything with a signature that fits, and that it was exported stands in both records', async () => {
    const docket = await open('UPP-20261124-000101')
    await addNote(deps(), viewer('officer'), { id: docket.id, key: 'note-key-1', text: 'Went there, nobody at the gate' })
    const made = await exportDocket(deps(), viewer('supervisor'), { id: docket.number, reason: 'for the court at Lucknow' })
    expect(evidence.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
    const text = JSON.stringify(made.content)
    expect(isSealed(text, made.proof.signature, seal.publicKey)).toBe(true)
    expect(made.proof.sha256).toBe(nodeCrypto.sha256(text))
    expect(made.content).toMatchObject({ isHistoryWhole: true, posts: [{ text: 'मदद करो, घंटाघर के पास' }], notes: [{ text: 'Went there, nobody at the gate' }], reads: [{ what: 'exported', who: 'supervisor-1' }] })
    expect(made.content.history.map(({ what }) => what)).toEqual(['opened', 'alert-raised', 'note-added', 'exported'])
    expect((await store.dockets.get(docket.id))?.history.at(-1)).toMatchObject({ what: 'exported', facts: { reason: 'for the court at Lucknow' } })
  })

  it.each([['officer', '/up/', 'forbidden'], ['wall', '/up/', 'forbidden'], ['supervisor', '/up/z-agra/', 'not-found']] as const)('is not for %s of %s', async (role, scope, kind) => {
    const docket = await open(`UPP-20261124-0002${role.length}${scope.length}`.padEnd(19, '0'))
    await expect(exportDocket(deps(), viewer(role, scope), { id: docket.id, reason: 'because' })).rejects.toMatchObject({ kind })
    expect((await store.dockets.get(docket.id))?.version).toBe(docket.version)
  })
})

describe('npm run audit', () => {
  it('finds a whole record whole; names what was changed in the file of the store, a cut end and an end that another machine knows', async () => {
    const docket = await open('UPP-20261124-000301')
    await anchorHistories({ store, crypto: nodeCrypto }, tailDockets(store, 'anchors', 600_000))
    expect((await verifyHistories({ store, crypto: nodeCrypto })).discrepancies).toEqual([])
    const whole = await run('verify')
    expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('all as written') as string })
    const [, head = ''] = (await run('head')).out.split(' ')
    expect((await run('verify', '--head', head)).code).toBe(0)
    expect(await run('verify', '--head', 'f'.repeat(64))).toMatchObject({ code: 1, out: expect.stringContaining('its end was cut off') as string })

    const file = join(folder, 'out.json')
    expect((await run('export', docket.number, '--out', file, '--reason', 'test of the export')).code).toBe(0)
    expect(await run('check', file)).toMatchObject({ code: 0, out: expect.stringContaining('whole, signed by') as string })
    writeFileSync(file, readFileSync(file, 'utf8').replace('घंटाघर', 'स्टेशन'))
    expect(await run('check', file)).toMatchObject({ code: 1, out: expect.stringContaining('something in it was changed') as string })

    const stored = await store.dockets.get(docket.id)
    if (!stored) throw new Error('gone')
    await store.dockets.put({ ...stored, history: stored.history.slice(0, 1) })
    const cut = await run('verify')
    expect(cut.code).toBe(1)
    expect(cut.out).toContain(`✗ docket ${docket.number}, entry 1: its history ended with entry 1`)
    await store.dockets.put({ ...stored, history: stored.history.map((entry, at) => (at === 0 ? { ...entry, who: 'somebody' } : entry)) })
    expect((await run('verify')).out).toContain(`✗ docket ${docket.number}, entry 0`)
    await store.dockets.put(stored)
    expect((await run('verify')).code).toBe(0)
  }, 60_000)

  it('says what it needs', async () => {
    expect(await run('nonsense')).toMatchObject({ code: 2 })
    expect(await run('export', 'UPP-20261124-999999', '--out', join(folder, 'x.json'), '--reason', 'because of it')).toMatchObject({ code: 2, out: expect.stringContaining('no such') as string })
  }, 30_000)
})
