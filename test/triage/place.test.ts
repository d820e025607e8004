import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DISTRICTS } from '../../src/domain/state/districts.ts'
import { findNode } from '../../src/domain/jurisdiction.ts'
import { DISTRICT_HANDLES } from '../../src/triage/place/handles.ts'
import { GAZETTEER } from '../../src/triage/place/gazetteer.ts'
import { judge } from './judge.ts'

function placeOf(text: string, changes: Parameters<typeof judge>[1] = {}): ReturnType<typeof judge>['place'] {
  return judge(text, changes).place
}

describe('districts', () => {
  test.each(DISTRICTS.flatMap(({ id, name, nameHi }) => [[name, id], [nameHi, id]] as const))('जिला %s', (name, id) => {
    expect(placeOf(`jila ${name} me chori hui`).districtId).toBe(id)
    expect(placeOf(`mera mobile chori ho gaya, ${name}`).districtId).toBe(id)
  })

  test.each([
    ['Allahabad me jaam', 'prayagraj'], ['Faizabad me chori', 'ayodhya'], ['Banaras ke ghat par', 'varanasi'], ['LKO me', 'lucknow'], ['Noida me', 'gautam-buddha-nagar'],
    ['Kanpur me', 'kanpur-nagar'], ['Kanpur Dehat me', 'kanpur-dehat'], ['Lakhimpur me', 'lakhimpur-kheri'], ['Raebareli me', 'rae-bareli'], ['Muzafarnager me', 'muzaffarnagar'],
  ])('%s', (text, id) => {
    expect(placeOf(text).districtId).toBe(id)
  })

  test.each(['ye banda pagal hai', 'hamari basti me pani nahi', 'eta batao kab aaoge', 'mau mau', 'kal kashi kaka aaye', 'gaadi sambhal ke chalao'])('%s: an ordinary word is no district', (text) => {
    expect(placeOf(text).districtId).toBeNull()
  })

  test('a road, a train, a bank or a court is not the place it is named after', () => {
    for (const text of ['Agra road par jaam', 'Prayagraj Express late hai', 'Allahabad High Court ka faisla', 'Allahabad Bank me line hai', 'Lucknow Agra expressway par accident']) {
      expect(placeOf(text).districtId, text).toBeNull()
    }
  })
})

describe('smaller places', () => {
  test.each([
    ['Gomti Nagar me', 'lucknow', 'Gomti Nagar'], ['गोमती नगर में', 'lucknow', 'Gomti Nagar'], ['gomtinagar me', 'lucknow', 'Gomti Nagar'],
    ['Sector 62 Noida', 'gautam-buddha-nagar', 'Sector 62 Noida'], ['Indirapuram me', 'ghaziabad', 'Indirapuram'], ['Vrindavan me', 'mathura', 'Vrindaban'], ['इंदिरापुरम', 'ghaziabad', 'Indirapuram'],
    ['अस्सी घाट पर', 'varanasi', 'Assi'],
  ])('%s', (text, district, locality) => {
    const place = placeOf(text)
    expect([place.districtId, place.locality]).toEqual([district, locality])
  })

  test('a PIN code names its district', () => {
    expect(placeOf('pin 226010 par').districtId).toBe('lucknow')
    expect(placeOf('पिन २०१३०१').districtId).toBe('gautam-buddha-nagar')
    expect(placeOf('order 999999').candidates).toEqual([])
  })

  test('a name that many districts have needs a second cue, and its candidates are kept', () => {
    const alone = placeOf('Civil Lines me chori hui')
    expect(alone.districtId).toBeNull()
    expect(alone.candidates.length).toBeGreaterThan(1)
    expect(placeOf('Civil Lines Prayagraj me chori hui').districtId).toBe('prayagraj')
    expect(placeOf('Civil Lines me chori hui @agrapolice').districtId).toBe('agra')
  })

  test('a station is named with "thana", and its node exists', () => {
    for (const text of ['thana Hazratganj me', 'थाना हजरतगंज', 'Hazratganj thane me', 'PS Hazratganj Lucknow']) {
      const place = placeOf(text)
      expect(place.districtId, text).toBe('lucknow')
      expect(place.stationId, text).toBe('ps-lucknow-hazratganj')
    }
    expect(findNode('ps-lucknow-hazratganj')?.kind).toBe('station')
  })
})

describe('hints beside the text', () => {
  const nameless = 'mera phone chori ho gaya'
  test('a tagged district handle stands in, two do not', () => {
    expect(placeOf(`${nameless} @lkopolice`).districtId).toBe('lucknow')
    expect(placeOf(`${nameless} @lkopolice @agrapolice`).districtId).toBeNull()
  })

  test('the text comes before the tag', () => {
    expect(placeOf('Kanpur me phone chori ho gaya @lkopolice').districtId).toBe('kanpur-nagar')
  })

  test('X’s own place stands in, the profile alone is too weak', () => {
    expect(placeOf(nameless, { place: { name: 'Varanasi, India', countryCode: 'IN' } }).districtId).toBe('varanasi')
    const author = { id: '1', handle: 'a', name: 'A', location: 'Lucknow', followers: 1 }
    const place = placeOf(nameless, { author })
    expect(place.districtId).toBeNull()
    expect(place.candidates.map((one) => one.districtId)).toEqual(['lucknow'])
  })

  test('every handle belongs to a district', () => {
    const known = new Set(DISTRICTS.map((district) => district.id))
    expect(Object.values(DISTRICT_HANDLES).every((id) => known.has(id))).toBe(true)
    expect(new Set(Object.values(DISTRICT_HANDLES)).size).toBe(DISTRICTS.length)
  })
})

describe('elsewhere', () => {
  test.each([
    ['Patna me chori hui', 'Patna'], ['दिल्ली में', 'Delhi'], ['Mumbai me jaam', 'Maharashtra'], ['Bhopal se hu', 'Madhya Pradesh'], ['Dehradun me', 'Uttarakhand'], ['Gurgaon me', 'Haryana'], ['बिहार राज्य', 'Bihar'],
  ])('%s', (text, name) => {
    const place = placeOf(text)
    expect([place.districtId, place.elsewhere]).toEqual([null, name])
  })

  test('does not hide a place of ours', () => {
    const place = placeOf('Delhi se aaye the, Ghaziabad me Indirapuram me loot liya')
    expect([place.districtId, place.elsewhere]).toEqual(['ghaziabad', null])
  })
})

describe('the gazetteer', () => {
  test('is small, says where it comes from, and knows every district', () => {
    const text = readFileSync(new URL('../../src/triage/place/gazetteer.json', import.meta.url), 'utf8')
    expect(text.length).toBeLessThan(1_500_000)
    const file = JSON.parse(text) as { attribution: string[]; places: Record<string, unknown> }
    expect(file.attribution.join(' ')).toMatch(/LGD.*Department of Posts.*GeoNames.*CC BY 4\.0/u)
    expect(Object.keys(file.places).sort()).toEqual(DISTRICTS.map((district) => district.id).sort())
    expect(GAZETTEER.pins.size).toBeGreaterThan(1_600)
  })
})
