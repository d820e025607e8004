import { normalise } from '../normalise.ts'
import type { Token } from '../normalise.ts'
import { romanise } from '../script/devanagari.ts'
import { fold } from '../script/fold.ts'

/** A word of a search, in the form in which texts are kept for it. */
export interface Term {
  text: string
  /** A number is found at the beginning or the end of one: the last digits of a docket number. */
  isNumber: boolean
}

/** Letters of which Roman writing makes both d and r: गाड़ी is gadi or gari. */
const FLAP = /[\u095c\u095d]|[\u0921\u0922]\u093c/u
const MAX_QUERY = 12
/** 23-11-2026 and 2026/11/23. */
const DATE = /(?<!\d)(?:(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2}))(?!\d)/gu

/**
 * Folds a text of either script to words of Roman letters and digits in which the same word meets itself: पुलिस and pulis,
 * मदद and madad. Each word once, in order, until `most` characters. Linear; never throws.
 */
export function foldTerms(text: string, most: number): string[] {
  const found = new Set<string>()
  let length = 0
  for (const token of normalise(text)) {
    for (const word of formsOf(token, text)) {
      if (word === '' || found.has(word)) continue
      length += word.length + 1
      if (length > most) return [...found]
      found.add(word)
    }
  }
  return [...found]
}

/** The words of a search, at most twelve. A date means the day that stands in docket numbers. */
export function foldQuery(query: string): Term[] {
  const dated = query.replace(DATE, (_, day: string | undefined, month: string, year: string, year2: string, month2: string, day2: string) =>
    day === undefined ? `${year2}${month2.padStart(2, '0')}${day2.padStart(2, '0')}` : `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`)
  const terms = new Map<string, Term>()
  for (const token of normalise(dated)) {
    const [text = ''] = formsOf(token, dated)
    if (text !== '') terms.set(text, { text, isNumber: token.kind === 'number' })
  }
  return [...terms.values()].slice(0, MAX_QUERY)
}

/** The forms of one token: the first is the one that a search uses, the others are what else it is found by. */
function formsOf({ kind, text: value, script, start, end }: Token, text: string): string[] {
  if (kind === 'number' || kind === 'handle') return [value]
  if (kind !== 'word') return []
  if (script === 'latin') return spoken(fold(ascii(value)))
  const roman = romanise(value)
  const forms = spoken(fold(ascii(roman)))
  return FLAP.test(text.slice(start, end)) ? [...forms, ...spoken(fold(ascii(roman.replace(/d/gu, 'r'))))] : forms
}

/** An a that nobody speaks: between vowel and consonant, and consonant and vowel (Ohala 1983). Roman writing has it or not: lapata, lapta. */
const SILENT = /([aeiou][^aeiou\d_]{1,2})a(?=[^aeiou\d_][aeiou])/gu

function spoken(word: string): string[] {
  const short = word.replace(SILENT, '$1')
  return short === word ? [word] : [short, word]
}

function ascii(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9_]/gu, '')
}
