import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from '../../../scripts/x-emulator/server.ts'
import { addRules, call, openStream, until } from './client.ts'

const PATH = '/2/tweets/search/stream/rules'
let emulator: Emulator

beforeEach(async () => {
  emulator = await createEmulator()
})
afterEach(() => emulator.stop())

describe('the rules of the app', () => {
  it('have no data while there are none', async () => {
    const { status, body } = await call(emulator, 'GET', PATH)
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('data')
    expect(body.meta).toMatchObject({ result_count: 0 })
  })

  it('are created in part, and the bad ones are named', async () => {
    await addRules(emulator, 'fire')
    const { status, body } = await call(emulator, 'POST', PATH, { body: { add: [{ value: 'flood', tag: 'a' }, { value: 'fire', tag: 'other' }, { value: 'foo:bar' }, { value: 'x'.repeat(1025) }] } })
    expect(status).toBe(201)
    expect(body.meta?.['summary']).toEqual({ created: 1, not_created: 3, valid: 2, invalid: 2 })
    expect(body.errors?.map(error => error['title'])).toEqual(['DuplicateRule', 'UnprocessableEntity', 'UnprocessableEntity'])
    expect(body.errors?.[0]?.['id']).toBe(emulator.rules()[0]?.id)
    expect(emulator.rules().map(rule => rule.value)).toEqual(['fire', 'flood'])
  })

  it('change nothing in a dry run', async () => {
    const { body } = await call(emulator, 'POST', `${PATH}?dry_run=true`, { body: { add: [{ value: 'fire' }] } })
    expect(body.meta?.['summary']).toMatchObject({ created: 1 })
    expect(emulator.rules()).toEqual([])
    await addRules(emulator, 'fire')
    await call(emulator, 'POST', `${PATH}?dry_run=true`, { body: { delete: { values: ['fire'] } } })
    expect(emulator.rules()).toHaveLength(1)
  })

  it('go by id, by value, or all at once', async () => {
    await addRules(emulator, 'fire', 'flood', 'fog', 'frost')
    const [fire] = emulator.rules()
    const byId = await call(emulator, 'POST', PATH, { body: { delete: { ids: [fire?.id, '1'] } } })
    expect(byId.body.meta?.['summary']).toEqual({ deleted: 1, not_deleted: 1 })
    await call(emulator, 'POST', PATH, { body: { delete: { values: ['flood'] } } })
    expect(emulator.rules().map(rule => rule.value)).toEqual(['fog', 'frost'])
    await call(emulator, 'POST', `${PATH}?delete_all=true`)
    expect(emulator.rules()).toEqual([])
  })

  it('stop at the cap of the tier, which counts tell', async () => {
    emulator.configure({ tier: 'free' })
    const { body } = await call(emulator, 'POST', PATH, { body: { add: ['a', 'b', 'c', 'd', 'e', 'f'].map(value => ({ value })) } })
    expect(body.meta?.['summary']).toMatchObject({ created: 5, not_created: 1 })
    expect(body.errors?.[0]?.['type']).toMatch(/rule-cap$/)
    const counts = await call(emulator, 'GET', `${PATH}/counts`)
    expect(counts.body.data).toMatchObject({ cap_per_client_app: '5', project_rules_count: '5' })
  })

  it('come in pages', async () => {
    await addRules(emulator, 'a', 'b', 'c')
    const first = await call(emulator, 'GET', `${PATH}?max_results=2`)
    expect(first.body.data).toHaveLength(2)
    const second = await call(emulator, 'GET', `${PATH}?max_results=2&pagination_token=${String(first.body.meta?.['next_token'])}`)
    expect(second.body.data).toHaveLength(1)
    expect(second.body.meta).not.toHaveProperty('next_token')
  })

  it.each([[{ add: [] }], [{ add: [{ value: 'a' }], delete: { ids: ['1'] } }], [{}], ['text']])('refuse the body %j', async body => {
    expect((await call(emulator, 'POST', PATH, { body })).status).toBe(400)
  })

  it('reach an open stream without a reconnect, after the propagation delay', async () => {
    await addRules(emulator, 'fire')
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'rule-delay', ms: 60_000, count: 1 })
    await addRules(emulator, 'fog')
    await addRules(emulator, 'flood')
    emulator.inject('fog')
    const { id } = emulator.inject('fire and flood')
    await until(() => reader.frames().length === 1)
    expect(reader.frames()[0]?.data.id).toBe(id)
    expect(reader.frames()[0]?.matching_rules.map(rule => rule.tag)).toEqual(['t:fire', 't:flood'])
  })
})
