import { describe, expect, it } from 'vitest'
import type { Depot } from '../../../src/web/shared/depot.ts'
import type { Parcel, Sent } from '../../../src/web/shared/parcel.ts'
import { createParcels } from '../../../src/web/shared/parcels.ts'

function shelf(): Depot<Parcel> & { rows: Map<string, Parcel> } {
  const rows = new Map<string, Parcel>()
  return { rows, all: async () => [...rows.values()], put: async (one) => void rows.set(one.key, one), remove: async (key) => void rows.delete(key) }
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

function parcelsOver(answers: Sent[], kept = shelf(), person = 'me') {
  const sent: Parcel[] = []
  let keys = 0
  const parcels = createParcels({
    send: async (parcel) => {
      sent.push(parcel)
      return answers.shift() ?? { did: 'later' }
    },
    whenConnected: () => (answers.length > 0 ? Promise.resolve() : new Promise(() => undefined)), whenKnown: async () => person,
    wait: async () => undefined, newKey: () => `key-${++keys}-abcdefgh`, now: () => 1_000 + keys, shelf: kept, onShelved: () => undefined,
  })
  return { parcels, sent, kept }
}

describe('notes and photos on their way', () => {
  it('wait in order, are sent again under the same key, and are gone when the server has them', async () => {
    const { parcels, sent, kept } = parcelsOver([{ did: 'later' }, { did: 'taken' }, { did: 'taken' }])
    await Promise.all([parcels.add('a', { text: 'first' }), parcels.add('a', { photo: new Blob(['x']) })])
    expect(parcels.waiting.value.map(({ text }) => text)).toEqual(['first', null])
    await settled()
    expect(sent.map(({ key }) => key)).toEqual(['key-1-abcdefgh', 'key-1-abcdefgh', 'key-2-abcdefgh'])
    expect([parcels.waiting.value.length, kept.rows.size, parcels.taken.value]).toEqual([0, 0, 2])
  })

  it('that were refused stay, with the reason, and hold nobody up; also over a reload', async () => {
    const { parcels, kept } = parcelsOver([{ did: 'refused', because: 'invalid' }, { did: 'taken' }])
    await Promise.all([parcels.add('a', { text: 'bad' }), parcels.add('a', { text: 'good' })])
    await settled()
    expect(parcels.waiting.value.map(({ text, refusal }) => [text, refusal])).toEqual([['bad', 'invalid']])
    const after = parcelsOver([{ did: 'taken' }], kept)
    await after.parcels.recheck()
    await settled()
    expect([after.sent.length, after.parcels.waiting.value.length]).toEqual([0, 1])
    after.parcels.dismiss('key-1-abcdefgh')
    await settled()
    expect(kept.rows.size).toBe(0)
  })

  it('of another person on this device are not sent', async () => {
    const { parcels, kept } = parcelsOver([])
    await parcels.add('a', { text: 'mine' })
    const other = parcelsOver([{ did: 'taken' }], kept, 'somebody-else')
    await other.parcels.recheck()
    await settled()
    expect([other.sent.length, kept.rows.size]).toEqual([0, 1])
  })
})
