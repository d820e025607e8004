import { describe, expect, it } from 'vitest'
import { DISTRICTS } from '../../../src/domain/state/districts.ts'
import { findDistricts } from '../../../src/web/shared/find-districts.ts'

const ids = (typed: string): string[] => findDistricts(typed, 5).map(({ id }) => id)

describe('finding a district while typing', () => {
  it.each([
    ['luck', 'lucknow'], ['LUCKNOW', 'lucknow'], ['लखन', 'lucknow'], ['allahabad', 'prayagraj'], ['इलाहा', 'prayagraj'], ['noida', 'gautam-buddha-nagar'], ['नोएडा', 'gautam-buddha-nagar'],
    ['rae bareli', 'rae-bareli'], ['raebar', 'rae-bareli'], ['झाँसी', 'jhansi'], ['झांसी', 'jhansi'], ['ग़ाज़ीपुर', 'ghazipur'], ['kheri', 'lakhimpur-kheri'], ['बनारस', 'varanasi'],
  ])('%s means %s', (typed, id) => expect(ids(typed)[0]).toBe(id))

  it('offers names that begin so before those that have it inside, and nothing for nothing', () => {
    expect(ids('garh')).toEqual(['aligarh', 'azamgarh', 'pratapgarh'])
    expect(ids('kan')).toEqual(['kannauj', 'kanpur-dehat', 'kanpur-nagar', 'kasganj'])
    for (const typed of ['', '  ', '-', 'xyzzy', '़', '🙂']) expect(ids(typed), typed).toEqual([])
  })

  it('finds every district by its own name in both scripts', () => {
    for (const { id, name, nameHi } of DISTRICTS) for (const typed of [name, nameHi]) expect(ids(typed), typed).toContain(id)
  })
})
