import type { Finding } from '../../domain/reply.ts'
import { CLASS, classOf, digitValue } from '../script/characters.ts'

/** A number as it is written, digits in ASCII, with where it stands. */
export interface DigitRun {
  digits: string
  start: number
  end: number
}

/** Digits that are said: nine eight…, nau aath…, नौ आठ…. Ten of them in a row are a telephone number. */
const SAID: Readonly<Record<string, string>> = Object.fromEntries([
  ['0', 'zero oh shunya sunya शून्य जीरो ज़ीरो'], ['1', 'one ek एक वन'], ['2', 'two do दो टू'], ['3', 'three teen तीन थ्री'], ['4', 'four char chaar चार फोर'],
  ['5', 'five panch paanch पांच पाँच फाइव'], ['6', 'six che chhe chah chhah छह छः छे सिक्स'], ['7', 'seven saat sat सात सेवन'], ['8', 'eight aath ath आठ एट'], ['9', 'nine nau no नौ नाइन'],
].flatMap(([digit = '', words = '']) => words.split(' ').map((word) => [word, digit] as const)))
const LONGEST_SAID = 6
/** Signs that people put between the digits of one number, so many at most. */
const MOST_BETWEEN = 3
/** A window of parts that makes one number has so many parts at most. */
const MOST_PARTS = 14

interface Part extends DigitRun {
  /** A letter stands right before it: P2411…, the number of an event of 112. */
  isAttached: boolean
  /** Only separators stand between it and the part before it. */
  isJoined: boolean
}

/** The numbers of a text, each digit group or said digit by itself. One pass, linear. */
function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let at = 0
  let lastEnd = -Infinity
  let isClean = false
  let between = 0
  const push = (digits: string, start: number, end: number): void => {
    parts.push({ digits, start, end, isAttached: classOf(text.charCodeAt(start - 1)) === CLASS.latin, isJoined: isClean && between <= MOST_BETWEEN && lastEnd >= 0 })
    lastEnd = end
    isClean = true
    between = 0
  }
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === CLASS.digit) {
      const start = at
      let digits = ''
      for (; at < text.length; at++) {
        const unit = classOf(text.charCodeAt(at))
        if (unit === CLASS.digit) digits += String(digitValue(text.charCodeAt(at)))
        else if (unit !== CLASS.ignorable) break
      }
      push(digits, start, at)
    } else if (isLetter(kind)) {
      const start = at
      while (at < text.length && (isLetter(classOf(text.charCodeAt(at))) || classOf(text.charCodeAt(at)) === CLASS.ignorable)) at++
      const said = at - start <= LONGEST_SAID ? SAID[text.slice(start, at).normalize('NFC').toLowerCase()] : undefined
      if (said === undefined) isClean = false
      else push(said, start, at)
    } else {
      if (kind !== CLASS.ignorable) between++
      if (!BETWEEN.has(text[at] ?? '') && kind !== CLASS.ignorable) isClean = false
      at++
    }
  }
  return parts
}

const BETWEEN = new Set(' \u00a0\t\n.-–—()+_*')

function isLetter(kind: number): boolean {
  return kind === CLASS.latin || kind === CLASS.devanagari || kind === CLASS.latinMark
}

/** Indian mobiles begin with 6 to 9; landlines are written with 0 and the area code; 91 is the country. */
const MOBILE = /^(?:0|91|091|0091)?[6-9]\d{9}$/u
const LANDLINE = /^(?:0|91|0091)[1-8]\d{9}$/u
/** Numbers that the police give out themselves: toll-free ones, and those of their own officers (closed user group of the UP Police). */
const TOLL_FREE = /^1(?:800|860)\d{6,7}$/u
const OF_POLICE = /^(?:0|91|091|0091)?94544\d{5}$/u
const AADHAAR = /^[2-9]\d{11}$/u
const CARD = /^[3-6]\d{15}$/u
const LONG = 11

/** Telephone, Aadhaar, card and account numbers, however their digits are written or said. */
export function findNumbers(text: string): Finding[] {
  const parts = partsOf(text)
  const found: Finding[] = []
  for (let at = 0; at < parts.length; at++) {
    const hit = numberFrom(parts, at)
    if (!hit) continue
    found.push({ ...hit.finding, start: parts[at]?.start ?? 0, end: parts[hit.last]?.end ?? 0 })
    at = hit.last
  }
  return found
}

type Told = Pick<Finding, 'code' | 'level' | 'message'>

/** The longest window of parts from here that is a number of a kind we know; a single long number is one of an unknown kind. */
function numberFrom(parts: readonly Part[], first: number): { finding: Told; last: number } | null {
  let digits = ''
  let best: { finding: Told; last: number } | null = null
  for (let last = first; last < parts.length && last < first + MOST_PARTS; last++) {
    const part = parts[last]
    if (!part || (last > first && !part.isJoined)) break
    digits += part.digits
    if (digits.length > 18) break
    const finding = kindOf(digits)
    if (finding) best = { finding, last }
  }
  const alone = parts[first]
  if (!best && alone && alone.digits.length >= LONG && !alone.isAttached) return { finding: { code: 'document-number', level: 'needs-second', message: 'a long number: an account, a card or a document?' }, last: first }
  return best
}

function kindOf(digits: string): Told | null {
  if (TOLL_FREE.test(digits)) return null
  if (OF_POLICE.test(digits)) return { code: 'phone', level: 'needs-second', message: 'a telephone number of an officer' }
  if (MOBILE.test(digits) || LANDLINE.test(digits)) return { code: 'phone', level: 'stops', message: 'a telephone number' }
  if (AADHAAR.test(digits)) return { code: 'document-number', level: 'stops', message: 'an Aadhaar number' }
  return CARD.test(digits) ? { code: 'document-number', level: 'stops', message: 'a card number' } : null
}
