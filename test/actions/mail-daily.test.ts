import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../../src/actions/add-person.ts'
import { docketBook } from '../../src/actions/docket-book.ts'
import { mailDaily } from '../../src/actions/mail-daily.ts'
import type { HandOver, Mail } from '../../src/actions/ports.ts'
import type { SqliteStore } from '../../src/adapters/sqlite/store.ts'
import { openTestStore } from '../store.ts'

let store: SqliteStore
let close: () => Promise<void>
beforeAll(async () => ({ store, close } = await openTestStore()))
afterAll(() => close())

describe('the morning mail', () => {
  it('goes once to each supervisor with an address, between six and twelve in India, again where the server was busy', async () => {
    await addPerson(store, { id: 'sup', name: 'Supervisor of Lucknow', role: 'supervisor', scopeId: 'lucknow' })
    await addPerson(store, { id: 'none', name: 'No address', role: 'supervisor', scopeId: 'up' })
    await addPerson(store, { id: 'off', name: 'Officer', role: 'officer', scopeId: 'up' })
    for (const id of ['sup', 'off']) {
      const person = await store.people.get(id)
      if (person) await store.people.replace({ ...person, version: person.version + 1, email: `${id}@example.invalid` }, person.version)
    }
    let now = Date.parse('2026-11-24T00:29:00Z')
    const clocked = new Proxy(store, { get: (target, name) => (name === 'now' ? () => now : Reflect.get(target, name, target) as unknown) })
    const book = docketBook({ store: clocked, pause: () => Promise.resolve(), keepMs: 86_400_000 * 30 })
    await book.load()
    const sent: { to: string; subject: string; key: string }[] = []
    let answer: HandOver = { did: 'retry', because: 'busy' }
    const mail: Mail = { send: ({ to, subject }, key) => Promise.resolve(sent.push({ to, subject, key })).then(() => answer) }
    const deps = { store: clocked, book, mail, pause: () => Promise.resolve(), publicUrl: 'https://prahari.example' }

    await mailDaily(deps)
    expect(sent).toEqual([])
    now += 120_000
    expect((await mailDaily(deps)).mailed).toBe(0)
    answer = { did: 'taken', because: 'ok' }
    expect((await mailDaily(deps)).mailed).toBe(1)
    expect((await mailDaily(deps)).mailed).toBe(0)
    expect(sent).toEqual(Array.from({ length: 2 }, () => ({ to: 'sup@example.invalid', subject: 'Prahari 20261123: Lucknow', key: 'daily-20261123-sup' })))
    now += 86_400_000
    expect((await mailDaily(deps)).mailed).toBe(1)
    now += 6 * 3_600_000
    expect((await mailDaily(deps)).mailed).toBe(0)
  })
})
