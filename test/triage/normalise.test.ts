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

describe('hostile text of any script', () => {
  const unit = fc.constantFrom(...'ab5h@0$* .-_', 'ब', 'चा', 'ओ', 'म', 'द', 'ा', 'ं', '़', '्', 'ऽ', 'م', 'د', 'ہ', 'ھ', 'ی', 'و', '۲', '۔', '\u200d', '😭', '#', '\n')
  test('never throws, and keeps its words in order and inside', () => {
    fc.assert(fc.property(fc.string({ unit, maxLength: 300 }), (text) => {
      let last = 0
      let step = -1
      for (const token of normalise(text)) {
        expect(token.start).toBeGreaterThanOrEqual(last)
        expect(token.end).toBeGreaterThan(token.start)
        expect(token.end).toBeLessThanOrEqual(text.length)
        expect(token.step).toBeGreaterThan(step)
        expect(token.text === '').toBe(token.kind === 'url')
        last = token.end
        step = token.step
      }
    }))
  })
})

describe('signs for letters', () => {
  test.each([
    ['b@ch@o koi', ['bachao', 'koi']], ['h3lp me pl3ase', ['help', 'me', 'please']], ['5uicide ki baat', ['suicide', 'ki', 'baat']], ['m@r d@la k0i', ['mar', 'dala', 'koi']], ['$harab pi ke', ['sharab', 'pi', 'ke']], ['k1ll he1p', ['kill', 'help']], ['r*pe ki dhamki', ['rape', 'ki', 'dhamki']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test.each([
    ['coach S4 B3-22', ['coach', 's', '4', 'b', '3', '22']], ['UP65XX0007', ['up', '65', 'xx', '0007']], ['10min 5log 24x7', ['10', 'min', '5', 'log', '24', 'x', '7']], ['help@PrahariUP now', ['help', 'prahariup', 'now']], ['write to foo@bar.com', ['write', 'to', 'foo', 'bar', 'com']], ['*bold* a*b', ['bold', 'a', 'b']],
  ])('%s stays as it is', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
})

describe('spaced letters', () => {
  test.each([
    ['h e l p  m e  now', ['help', 'me', 'now']], ['b a c h a o koi', ['bachao', 'koi']], ['h.e.l.p jaldi', ['help', 'jaldi']], ['h-e-l-p', ['help']], ['ब चा ओ कोई', ['बचाओ', 'कोई']], ['घर में ब चा ओ', ['घर', 'में', 'बचाओ']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test.each([
    ['U.P. me', ['u', 'p', 'me']], ['मैं तो जा के भी आ ही', ['मैं', 'तो', 'जा', 'के', 'भी', 'आ', 'ही']], ['a b se', ['a', 'b', 'se']],
  ])('%s are initials and short words', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('keep their place, and the distance to what follows', () => {
    const text = 'koi h e l p karo'
    const tokens = normalise(text)
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['koi', 'h e l p', 'karo'])
    expect(tokens.map(({ step }) => step)).toEqual([0, 1, 2])
  })
})

describe('stretched and misspelt Devanagari', () => {
  test.each([
    ['बचाआआओओओ', 'बचाओ'], ['मददददद', 'मदद'], ['मदत', 'मदद'], ['हुँ', 'हूं'], ['बच्चाओ', 'बचाओ'], ['पुलीस', 'पुलिस'], ['नाहीं', 'नहीं'], ['हमार', 'मेरे'], ['गइल', 'गया'],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual([expected])
  })
})

describe('Urdu script', () => {
  test.each([
    ['مدد کرو', ['मदद', 'करो']], ['بچاؤ، پولیس بلاؤ۔', ['बचाओ', 'पुलिस', 'बुलाओ']], ['آگ لگی ہے', ['आग', 'लगी', 'है']], ['قتل', ['कत्ल']], ['گھر میں', ['घर', 'में']], ['نمبر ۲۲۶۰۱۰', ['नमबर', '226010']], ['لکھنؤ', ['लखनऊ']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('letters that no table has fold like the Hindi word', () => {
    const [quick = '', door = ''] = words('جلدی دروازہ')
    expect(fold(romanise(quick))).toBe(fold('jaldi'))
    expect(fold(romanise(door))).toBe(fold('darwaza'))
  })

  test('a full stop of Urdu ends a sentence', () => {
    expect(normalise('آگ لگی ہے۔ بچاؤ').map((token) => token.sentence)).toEqual([0, 0, 0, 1])
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
