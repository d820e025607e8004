const NUKTA = 0x93c
const CANDRABINDU = 0x901
const ANUSVARA = 0x902
const VIRAMA = 0x94d
const AVAGRAHA = 0x93d
const SIGN_AA = 0x93e
const LETTER_AA = 0x906

/** Letters with a built-in nukta (U+0958–095F) and their bare letter. */
const BARE: Readonly<Record<number, number>> = {
  0x958: 0x915, 0x959: 0x916, 0x95a: 0x917, 0x95b: 0x91c, 0x95c: 0x921, 0x95d: 0x922, 0x95e: 0x92b, 0x95f: 0x92f,
  0x929: 0x928, 0x931: 0x930, 0x934: 0x933,
}
/** By place in the block: letters and signs that have a second spelling wherever they stand. */
const BLOCK = 0x900
const TWICE_SPELT = Uint8Array.from({ length: 0x80 }, (_, at) => Number([NUKTA, CANDRABINDU, AVAGRAHA].includes(at + BLOCK) || BARE[at + BLOCK] !== undefined))
const NASALS = new Set([0x919, 0x91e, 0x923, 0x928, 0x92e])

/**
 * One spelling for the many of a Devanagari word: nukta dropped, candrabindu as anusvara, a nasal before another
 * consonant as anusvara (हिन्दी → हिंदी), a stretched vowel written once (बचाआआओओ → बचाओ), a letter written three times
 * or more written twice (मदददद → मदद).
 */
export function foldDevanagari(word: string): string {
  return isPlain(word) ? word : folded(word)
}

/** Most words need no folding: nothing in them has a second spelling. */
function isPlain(word: string): boolean {
  let before = 0
  let earlier = 0
  const { length } = word
  for (let i = 0; i < length; i++) {
    const unit = word.charCodeAt(i)
    if (TWICE_SPELT[unit - BLOCK] === 1 || isStretch(unit, before)) return false
    if (unit === before && unit === earlier) return false
    if (unit === VIRAMA && NASALS.has(before)) return false
    earlier = before
    before = unit
  }
  return true
}

function folded(word: string): string {
  const units: number[] = []
  for (let i = 0; i < word.length; i++) {
    const raw = word.charCodeAt(i)
    if (raw === NUKTA || raw === AVAGRAHA) continue
    const unit = raw === CANDRABINDU ? ANUSVARA : (BARE[raw] ?? raw)
    const last = units.length - 1
    if (isStretch(unit, units[last] ?? 0) || (unit === units[last] && unit === units[last - 1])) continue
    if (isConsonant(unit) && units[last] === VIRAMA && NASALS.has(units[last - 1] ?? 0) && !NASALS.has(unit) && unit < 0x92f) {
      units.splice(last - 1, 2, ANUSVARA)
    }
    units.push(unit)
  }
  return String.fromCharCode(...units)
}

/** A vowel that only draws out the one before it. */
function isStretch(unit: number, before: number): boolean {
  return (unit === before && ((unit >= 0x93e && unit <= 0x94c) || (unit >= 0x905 && unit <= 0x914))) || (unit === LETTER_AA && before === SIGN_AA)
}

function isConsonant(unit: number): boolean {
  return unit >= 0x915 && unit <= 0x939
}

const CONSONANTS = ['k', 'kh', 'g', 'gh', 'n', 'ch', 'chh', 'j', 'jh', 'n', 't', 'th', 'd', 'dh', 'n', 't', 'th', 'd', 'dh', 'n', 'n', 'p', 'ph', 'b', 'bh', 'm', 'y', 'r', 'r', 'l', 'l', 'l', 'v', 'sh', 'sh', 's', 'h']
const VOWELS: Readonly<Record<number, string>> = {
  0x905: 'a', 0x906: 'aa', 0x907: 'i', 0x908: 'ee', 0x909: 'u', 0x90a: 'oo', 0x90b: 'ri', 0x90d: 'e', 0x90f: 'e', 0x910: 'ai', 0x911: 'o', 0x913: 'o', 0x914: 'au',
}
const SIGNS: Readonly<Record<number, string>> = {
  0x93e: 'aa', 0x93f: 'i', 0x940: 'ee', 0x941: 'u', 0x942: 'oo', 0x943: 'ri', 0x945: 'e', 0x946: 'e', 0x947: 'e', 0x948: 'ai', 0x949: 'o', 0x94a: 'o', 0x94b: 'o', 0x94c: 'au',
}

/**
 * The Roman spelling of a Devanagari word as Hindi is spoken: the inherent vowel is dropped at the end and, by Ohala's
 * rule (1983), between VC and CV, so that लड़की is ladkee and मारना is maarnaa. Takes the output of foldDevanagari.
 */
export function romanise(word: string): string {
  const onsets: string[] = []
  const vowels: string[] = [] // '' none, '*' inherent, else the written vowel
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    const last = onsets.length - 1
    if (isConsonant(unit)) {
      onsets.push(CONSONANTS[unit - 0x915] ?? '')
      vowels.push('*')
    } else if (VOWELS[unit] !== undefined) {
      onsets.push('')
      vowels.push(VOWELS[unit] ?? '')
    } else if (SIGNS[unit] !== undefined && last >= 0) vowels[last] = SIGNS[unit] ?? ''
    else if (unit === VIRAMA && last >= 0) vowels[last] = ''
    else if (unit === ANUSVARA && last >= 0) {
      onsets.push('n')
      vowels.push('')
    }
  }
  return dropSchwas(onsets, vowels)
}

function dropSchwas(onsets: string[], vowels: string[]): string {
  const final = vowels.length - 1
  if (final > 0 && vowels[final] === '*') vowels[final] = ''
  for (let i = final - 1; i > 0; i--) {
    const isOpen = vowels[i - 1] !== '' && vowels[i + 1] !== '' && onsets[i] !== '' && onsets[i + 1] !== ''
    if (vowels[i] === '*' && isOpen) vowels[i] = ''
  }
  let roman = ''
  for (let i = 0; i <= final; i++) roman += (onsets[i] ?? '') + (vowels[i] === '*' ? 'a' : (vowels[i] ?? ''))
  return roman
}
