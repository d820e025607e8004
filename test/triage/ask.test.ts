import { describe, expect, test } from 'vitest'
import { ASKABLE } from '../../src/domain/verdict.ts'
import { questionFor } from '../../src/triage/place/questions.ts'
import { judge } from './judge.ts'

const DEVANAGARI = /\p{Script=Devanagari}/u

describe('the question that is asked', () => {
  test.each([
    ['bachao log darwaza tod rahe hain, chaku hai unke paas', 'district'],
    ['train me 4 log ladki ke saath badtameezi kar rahe hain aur maar rahe hain, coach S6, jaldi police bhejo', 'train'],
    ['ट्रेन में कुछ लोग चाकू लेकर लूट रहे हैं, बचाओ', 'train'],
    ['highway par accident hua hai, log khoon se lathpath pade hain, ambulance bhejo', 'highway'],
    ['cab driver galat raste le ja raha hai, gaadi rok nahi raha, mujhe dar lag raha hai', 'vehicle'],
    ['Lucknow me mere ghar ka darwaza tod rahe hain kuch log, chaku hai', 'locality'],
    ['Gomti Nagar Lucknow me mere ghar ka darwaza tod rahe hain, andar hain hum sab', 'house'],
  ])('%s: %s', (text, ask) => {
    const { place } = judge(text)
    expect(place.ask).toBe(ask)
    expect(place.question).toMatchObject({ ask })
  })

  test.each([
    'train 12555 coach S6 seat 21 me 4 log ladki ko maar rahe hain, jaldi police bhejo Lucknow',
    'thank you so much', 'kya chakka mara, match ne maar daala',
  ])('%s: not for a train that is named, nor where nobody would be sent', (text) => {
    expect(judge(text).place.ask ?? null).not.toBe('train')
  })

  test('nothing is asked where a patrol can go, or nobody would be sent', () => {
    expect(judge('Mall road par bahut sundar mausam hai').place.ask).toBeNull()
    expect(judge('Makaan 14 Gomti Nagar Lucknow me darwaza tod rahe hain, chaku hai').place.ask).toBeNull()
  })

  test('an ambiguous name asks which district, and names them', () => {
    const { place } = judge('Agra Mathura ke beech me log chaku dikha kar loot rahe hain, jaldi police bhejo')
    expect(place).toMatchObject({ districtId: null, ask: 'which-district', question: { en: expect.stringMatching(/Agra.*Mathura|Mathura.*Agra/u) as string, hi: expect.stringContaining('मथुरा') as string } })
    expect(judge('Civil Lines me log darwaza tod rahe hain, chaku hai').place.ask).toBe('district')
  })

  test('stands in English, Hindi and Roman Hindi, and names what it is about', () => {
    for (const ask of ASKABLE) {
      const { en, hi, roman } = questionFor(ask, { en: 'Agra, Hapur', hi: 'आगरा, हापुड़' })
      expect([DEVANAGARI.test(en), DEVANAGARI.test(hi), DEVANAGARI.test(roman)], ask).toEqual([false, true, false])
      for (const text of [en, hi, roman]) expect(text.length, ask).toBeLessThan(140)
    }
    expect(questionFor('which-district', { en: 'Agra, Hapur', hi: 'आगरा, हापुड़' }).hi).toContain('आगरा, हापुड़')
  })
})
