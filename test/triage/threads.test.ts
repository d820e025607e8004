import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandsOf, imprintOf } from '../../src/triage/threads/imprint.ts'
import { isMereCopy, isSameText, likeness } from '../../src/triage/threads/likeness.ts'
import { POSTS } from './fixtures/posts.ts'

const APPEAL = 'Sir mere ghar ke bahar 4 ladke katta lekar khade hain, gaali de rahe hain aur gate peet rahe hain, please jaldi police bhejiye, makaan 14 Rajajipuram Lucknow @PrahariUP'
const HINDI = 'कुछ लोग घर का दरवाज़ा तोड़ रहे हैं, हाथ में चाकू है, हम सब अंदर हैं, जल्दी पुलिस भेजो! गोमती नगर, लखनऊ @PrahariUP'
const isCopy = (copy: string, original: string): boolean => isMereCopy(imprintOf(copy), imprintOf(original))
const shared = (a: string, b: string): number => bandsOf(imprintOf(a)).filter((band) => bandsOf(imprintOf(b)).includes(band)).length

describe('a copy', () => {
  test.each([
    ['the same text', APPEAL, APPEAL],
    ['a plea in front', `Please RT and share!! ${APPEAL}`, APPEAL],
    ['other tags', APPEAL.replace('@PrahariUP', '@prahari_lko #help #viral'), APPEAL],
    ['a comment behind', `${APPEAL} bahut sharm ki baat hai`, APPEAL],
    ['cut short', APPEAL.slice(0, APPEAL.indexOf(', makaan')), APPEAL],
    ['stretched and shouted', APPEAL.toUpperCase().replace('PLEASE', 'PLEASEEEE'), APPEAL],
    ['Devanagari with a tag', `${HINDI} मदद करें`, HINDI],
    ['nukta and candrabindu left out', HINDI.replace('दरवाज़ा', 'दरवाजा'), HINDI],
  ])('%s folds', (_, copy, original) => {
    expect(isCopy(copy, original)).toBe(true)
    expect(shared(copy, original)).toBeGreaterThan(0)
  })

  test.each([
    ['another house', APPEAL.replace('makaan 14', 'makaan 77'), APPEAL],
    ['a house with the number of a helpline', APPEAL.replace('makaan 14', 'makaan 102'), APPEAL],
    ['another phone', `${APPEAL} 9800000055`, `${APPEAL} 9800000012`],
    ['a phone where there was none', `${APPEAL} 9800000055`, APPEAL],
    ['another locality', APPEAL.replace('Rajajipuram', 'Alambagh'), APPEAL],
    ['a locality that is a common word', APPEAL.replace('Rajajipuram', 'Chowk'), APPEAL],
    ['another locality in Hindi', HINDI.replace('गोमती नगर', 'इंदिरा नगर'), HINDI],
    ['a second place behind', `${HINDI} जानकीपुरम`, HINDI],
    ['another victim', 'Ritu ko bachao, use pati ne kamre me band kar rakha hai teen din se, khana bhi nahi de raha, Hapur', 'Pooja ko bachao, use pati ne kamre me band kar rakha hai teen din se, khana bhi nahi de raha, Hapur'],
    ['other kin', HINDI.replace('हम सब अंदर हैं', 'मेरी बेटी अंदर है'), HINDI],
    ['a short text that many write', 'mera phone chori ho gaya hai', 'mera phone chori ho gaya hai'],
    ['something else', HINDI, APPEAL],
  ])('%s does not', (_, copy, original) => {
    expect(isCopy(copy, original)).toBe(false)
  })

  test('of one word is nothing', () => {
    expect(isSameText(imprintOf('bachao'), imprintOf('bachao'))).toBe(false)
    expect(likeness(imprintOf(''), imprintOf(''))).toEqual({ shared: 0, within: 0 })
  })
})

describe('any text', () => {
  const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.constantFrom(...POSTS.flatMap(({ text }) => text.split(' '))), { maxLength: 80 }).map((words) => words.join(' ')))

  test('has an imprint: likeness is symmetrical, between 0 and 1, and whole with itself', () => {
    fc.assert(fc.property(any, any, (one, other) => {
      const [a, b] = [imprintOf(one), imprintOf(other)]
      expect(likeness(a, b)).toEqual(likeness(b, a))
      for (const share of Object.values(likeness(a, b))) expect(share >= 0 && share <= 1).toBe(true)
      if (a.size > 0) expect(likeness(a, a)).toEqual({ shared: 1, within: 1 })
      expect(bandsOf(a)).toEqual(bandsOf(imprintOf(one)))
      for (const band of bandsOf(a)) expect(band.length).toBeLessThan(60)
    }), { numRuns: 150 })
  })

  test('that names a number which the other lacks is no copy of it', () => {
    fc.assert(fc.property(fc.constantFrom(...POSTS), fc.integer({ min: 10_000, max: 9_999_999 }), ({ text }, number) => {
      fc.pre(!text.includes(String(number)))
      expect(isCopy(`${text} ${number}`, text)).toBe(false)
    }), { numRuns: 100 })
  })

  test('costs bounded work: what is compared does not grow with a hostile post', () => {
    const long = imprintOf('दरवाजा तोड़ रहे Civil Lines 4711 '.repeat(4_000))
    expect(long.size).toBeLessThanOrEqual(400)
    expect(long.shingles.size).toBeLessThanOrEqual(800)
  })

  test('of which nine in ten words are the same is found by a band', () => {
    const words = (seed: number): string[] => Array.from({ length: 30 }, (_, at) => `w${(at * 7919 + seed * 104_729) % 99_991}`)
    let found = 0
    for (let seed = 0; seed < 200; seed++) {
      const one = words(seed)
      const other = one.map((word, at) => (at === 5 || at === 20 ? `x${seed}` : word))
      if (shared(one.join(' '), other.join(' ')) > 0) found++
    }
    expect(found).toBeGreaterThanOrEqual(190)
  })
})
