import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../src/triage/normalise.ts'
import { foldDevanagari, romanise } from '../../src/triage/script/devanagari.ts'
import { fold } from '../../src/triage/script/fold.ts'

function words(text: string): string[] {
  return normalise(text).map((token) => token.text)
}

describe('words of a post', () => {
  test.each([
    ['Bachaooooo!!', ['bachaoo']],
    ["DON'T call, I’m here", ['dont', 'call', 'im', 'here']],
    ['ज़्यादा क्यूँ हिन्दी', ['ज्यादा', 'क्यूं', 'हिंदी']],
    ['𝗛𝗲𝗹𝗽 ｍｅ héllo', ['help', 'me', 'hello']],
    ['b\u200ba\u202echao', ['bachao']],
    ['#SaveMyFamily #UPPolice #112India', ['save', 'my', 'family', 'up', 'police', '112', 'india']],
    ['२२६०१० 48,000 10min', ['226010', '48000', '10', 'min']],
    ['see https://t.co/abc?x=darwaza now', ['see', '', 'now']],
    ['मार-पीट', ['मार', 'पीट']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('keep their place in the original text', () => {
    const text = '😂 Sir  #SaveMe बचाइए b\u200bachao @Prahari_UP'
    const found = normalise(text).map((token) => text.slice(token.start, token.end))
    expect(found).toEqual(['😂', 'Sir', 'Save', 'Me', 'बचाइए', 'b\u200bachao', '@Prahari_UP'])
  })

  test('know their sentences: a full stop ends one, an abbreviation and a decimal do not', () => {
    expect(new Set(normalise('U.P. me 11.30 baje').map((token) => token.sentence)).size).toBe(1)
    expect(normalise('आग लगी है। भेजिए').map((token) => token.sentence)).toEqual([0, 0, 0, 1])
  })

  test('come from any string, in order and inside it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      let last = 0
      for (const token of normalise(text)) {
        expect(token.start).toBeGreaterThanOrEqual(last)
        expect(token.end).toBeGreaterThan(token.start)
        expect(token.end).toBeLessThanOrEqual(text.length)
        last = token.end
      }
    }))
  })
})

describe('spellings that meet', () => {
  test.each([
    ['hain', 'hai'], ['nahiin', 'nahin'], ['darwaaza', 'darvaja'], ['pheenk', 'fink'], ['zyaada', 'jyada'], ['larkee', 'larki'], ['vo', 'wo'], ['chhedchhad', 'chedchad'],
  ])('%s and %s', (one, other) => {
    expect(fold(one)).toBe(fold(other))
  })

  test.each([
    ['दरवाज़ा', 'darwaza'], ['पीछा', 'picha'], ['लड़की', 'ladki'], ['मारना', 'maarna'], ['घर', 'ghar'], ['बंदूक', 'bandook'], ['अपहरण', 'apahran'], ['धमकी', 'dhamki'], ['आत्महत्या', 'aatmahatya'],
    ['चोरी', 'chori'], ['गायब', 'gayab'], ['लापता', 'laapta'], ['खून', 'khoon'], ['छेड़छाड़', 'chhedchhad'], ['ससुराल', 'sasural'], ['दहेज', 'dahej'], ['जमीन', 'zameen'], ['कब्जा', 'kabza'], ['रिश्वत', 'rishwat'],
  ])('%s and %s, across the scripts', (hindi, roman) => {
    expect(fold(romanise(foldDevanagari(hindi)))).toBe(fold(roman))
  })

  test('मार and मर stay apart where Roman letters cannot tell', () => {
    expect(romanise('मार')).not.toBe(romanise('मर'))
  })
})
