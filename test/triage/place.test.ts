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

describe('quarters, landmarks and markets', () => {
  test.each([
    ['sigra chauraha par jaam', 'varanasi'], ['सिगरा में चोरी', 'varanasi'], ['salori me kamra kharab', 'prayagraj'], ['Garden Galleria ke bahar jhagda', 'gautam-buddha-nagar'], ['शिप्रा मॉल की पार्किंग', 'ghaziabad'], ['RDC me gaadi uth gayi', 'ghaziabad'],
    ['Hallet emergency me bheed', 'kanpur-nagar'], ['लंका मैदान में मेला', 'ghazipur'], ['kosikalan border par vasooli', 'mathura'], ['Sikandrarao me bijli', 'hathras'], ['बबेरू में बालू', 'banda'], ['राठ में जुआ', 'hamirpur'], ['Deen Dayal Nagar station par', 'chandauli'],
    ['ददरी मेले में बटुआ गया', 'ballia'], ['LU gate par dharna', 'lucknow'], ['AMU circle par bike stunt', 'aligarh'], ['Golghar Gorakhpur me parking', 'gorakhpur'], ['Khatauli bypass par truck', 'muzaffarnagar'], ['Mau junction par', 'mau'],
  ])('%s', (text, id) => {
    expect(placeOf(text).districtId).toBe(id)
  })

  test.each([
    'kursi toot gayi kursi wale se jhagda', 'bhagwan raksha kare', 'barish me chhata bhool gaya', 'baar baar phone karta hai', 'आज फिर बार बार कह रहा', 'darwaze ka kunda', 'mail ka jawab nahi', 'बेटी ने गोल्ड जीता', 'पूरा मोहल्ला जाग गया', 'post hata do bhai', 'jawan ki bahaduri ko salaam', 'rampuri chaku wali film',
  ])('%s: everyday words are no places', (text) => {
    expect(placeOf(text).districtId).toBeNull()
  })

  test('a small place beside a district belongs to it, though the lists have it elsewhere', () => {
    expect(placeOf('Ashok Nagar, Banda me pani bhar gaya').districtId).toBe('banda')
    expect(placeOf('मोहल्ला औरंगाबाद, मऊ').districtId).toBe('mau')
    expect(placeOf('Raniganj, Kakadeo, Kanpur').districtId).toBe('kanpur-nagar')
  })

  test('of several bearers of a name the best known is meant, unless something else speaks', () => {
    expect(placeOf('Shahganj me chori hui').districtId).toBe('jaunpur')
    expect(placeOf('टांडा में चोरी हुई').districtId).toBe('ambedkar-nagar')
    expect(placeOf('Tanda, Rampur me chori hui').districtId).toBe('rampur')
    expect(placeOf('Aliganj me chori hui @etahpolice').districtId).toBe('etah')
  })
})

describe('there, or on the way there', () => {
  test.each([
    ['Shikohabad me khada hu, Agra side ki gaadi chahiye', 'firozabad'], ['bisalpur me bus kharab, log bareilly ja rahe the', 'pilibhit'], ['Kasya dhaba par loot, gorakhpur ki taraf bhage', 'kushinagar'], ['बांगरमऊ के पास बस, लखनऊ के लिए निकले थे', 'unnao'],
  ])('%s', (text, id) => {
    expect(placeOf(text).districtId).toBe(id)
  })

  test('from one city to another names neither', () => {
    expect(placeOf('Aligarh se Etah jate waqt bag gaya').districtId).not.toBe('etah')
    expect(placeOf('Kanpur Lucknow memu me roz bheed').districtId).toBeNull()
  })

  test('another state beside a place of ours is where somebody works', () => {
    expect(placeOf('main Pune me hu, maa Aminabad me akeli hai')).toMatchObject({ districtId: 'lucknow', elsewhere: null })
    expect(placeOf('लुधियाना से लिख रहा हूं, घर तिलहर में है').districtId).toBe('shahjahanpur')
  })
})

describe('names that are words', () => {
  test.each([
    ['Thanks to the team in Sambhal', 'sambhal'], ['sambhal me net band hai', 'sambhal'], ['बांदा फिर सबसे गर्म', 'banda'], ['47 degree banda me', 'banda'], ['Basti station par bheed', 'basti'], ['a teacher from Basti', 'basti'], ['Orai me chori', 'jalaun'],
  ])('%s', (text, id) => {
    expect(placeOf(text).districtId).toBe(id)
  })

  test.each(['hamari basti me pani nahi', 'gareeb basti', 'ek banda ghoom raha', 'sambhal ke chalna', 'sambhal jao bhai'])('%s', (text) => {
    expect(placeOf(text).districtId).toBeNull()
  })
})

describe('spots that no list has', () => {
  test.each([
    ['Yamuna Expressway km 95 par gaadi palti', 'mathura', 'Yamuna Expressway km 95'], ['यमुना एक्सप्रेसवे किमी 22 पर कोहरा', 'gautam-buddha-nagar', 'Yamuna Expressway km 22'], ['Agra Lucknow expressway milestone 180', 'kannauj', 'Agra Lucknow Expressway km 180'],
    ['NH-19 km 212 par truck', null, 'NH-19 km 212'], ['train 12565 coach S4 seat 23', null, 'train 12565, coach S4, seat 23'], ['ट्रेन 15273 कोच बी 2 में', null, 'train 15273, coach B2'], ['Sector 78 me', 'gautam-buddha-nagar', 'Sector 78'],
  ])('%s', (text, district, locality) => {
    expect(placeOf(text)).toMatchObject({ districtId: district, locality })
  })

  test('near a border, and without a kilometre, a road names no district', () => {
    expect(placeOf('Yamuna Expressway km 68').districtId).toBeNull()
    expect(placeOf('Purvanchal expressway par jaam')).toMatchObject({ districtId: null, locality: null, landmark: 'Purvanchal Expressway' })
  })

  test('a distance is no kilometre of the road, a plate and a time are no train', () => {
    expect(placeOf('NH 27 par, toll se 5 km door').landmark).toBe('NH-27')
    for (const text of ['UP65 XX 0007 ki bike', 'raat 11 baje', 'S 24 baje']) expect(placeOf(text).landmark ?? null, text).toBeNull()
  })

  test('a PIN code is kept', () => {
    expect(placeOf('gaadi chori, 226010')).toMatchObject({ districtId: 'lucknow', landmark: 'PIN 226010' })
  })
})

describe('cities in handles', () => {
  const nameless = 'mere ghar ke bahar shor hai'
  test.each([
    ['@prahari_knp', 'kanpur-nagar'], ['@prahari_noida', 'gautam-buddha-nagar'], ['@prahari_vns', 'varanasi'], ['@traffic_prahari_lko', 'lucknow'], ['@praharimrt', 'meerut'],
  ])('%s', (handle, id) => {
    expect(placeOf(`${nameless} ${handle}`).districtId).toBe(id)
  })

  test('a handle of anybody only breaks ties, and a name inside a longer word says nothing', () => {
    expect(placeOf(`${nameless} @demo_foodie_agra`).districtId).toBeNull()
    expect(placeOf('Govind Nagar me shor hai @demo_foodie_mathura').candidates[0]?.districtId).toBe('mathura')
    for (const handle of ['@alkohol', '@magra1', '@PrahariUP']) expect(placeOf(`${nameless} ${handle}`).candidates, handle).toEqual([])
  })

  test('the seat of a zone is tagged for its zone, and its handle settles a namesake', () => {
    expect(placeOf('Shahganj me maar peet @prahari_vns').districtId).toBe('jaunpur')
    expect(placeOf('flat in Kaushambi @prahari_gzb').districtId).toBe('ghaziabad')
    expect(placeOf('Hapur road par petrol pump @prahari_gzb').districtId).toBe('ghaziabad')
    expect(placeOf('Sec 50 me shor @prahari_noida')).toMatchObject({ districtId: 'gautam-buddha-nagar', locality: 'Sector 50' })
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
    expect(text.length).toBeLessThan(400_000)
    const file = JSON.parse(text) as { attribution: string[]; places: Record<string, unknown> }
    expect(file.attribution.join(' ')).toMatch(/LGD.*Department of Posts.*GeoNames.*CC BY 4\.0/u)
    expect(Object.keys(file.places).sort()).toEqual(DISTRICTS.map((district) => district.id).sort())
    expect(GAZETTEER.pins.size).toBeGreaterThan(1_600)
  })
})
