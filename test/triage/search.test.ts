import fc from 'fast-check'
import { expect, test } from 'vitest'
import { docketTerms } from '../../src/triage/search/docket-terms.ts'
import { foldQuery, foldTerms } from '../../src/triage/search/fold-terms.ts'
import type { Term } from '../../src/triage/search/fold-terms.ts'
import { TermIndex } from '../../src/triage/search/term-index.ts'
import { makeBriefDocket } from '../dockets.ts'

/** Whether a search finds a text. */
function finds(query: string | Term[], terms: string): boolean {
  const index = new TermIndex(4_096)
  index.set(0, terms)
  const found: number[] = []
  index.search(0, typeof query === 'string' ? foldQuery(query) : query, (slot) => found.push(slot))
  return found.length > 0
}
const textOf = (text: string): string => ` ${foldTerms(text, 1_000).join(' ')} `

test.each([
  ['लड़की', 'meri ladki ko pareshan kar rahe hain'], ['larki', 'मेरी लड़की को परेशान कर रहे हैं'], ['ladki', 'मेरी लड़की को परेशान'], ['madad', 'मदद कीजिए'], ['मदद', 'please madad karo'],
  ['कानपुर', 'main Kanpur se hoon'], ['kanpur', 'मैं कानपुर से हूँ'], ['गाड़ी', 'meri gaadi chori ho gayi'], ['gari', 'मेरी गाड़ी चोरी'], ['२२६०१०', 'pin 226010'], ['226010', 'पिन २२६०१०'],
  ['लापता', 'beti laapata hai'], ['lapata', 'बेटी लापता है'], ['lapta', 'beti laapataa'], ['sarak', 'sarake kharab'], ['थाना हज़रतगंज', 'thana hazratganj'], ['hazratganj', 'थाना हजरतगंज'],
])('%s is found in "%s"', (query, text) => {
  expect(finds(query, textOf(text))).toBe(true)
})

test('every word must be there, and a beginning of a word is enough', () => {
  const text = textOf('बाइक चोरी हो गई, FIR नहीं लिख रहे')
  expect(finds('chori fir', text)).toBe(true)
  expect(finds('chor', text)).toBe(true)
  expect(finds('chori aag', text)).toBe(false)
})

test('a docket is found by number, its last digits, date, handle, name and place in both scripts', () => {
  const docket = makeBriefDocket({ number: 'UPP-20261123-000142', path: '/up/z-lucknow/c-lucknow/lucknow/', handle: 'Someone_22', name: 'राम भरोसे', text: 'bijli nahi' })
  const terms = docketTerms(docket)
  for (const query of ['UPP-20261123-000142', '000142', '142', '23-11-2026', '2026/11/23', '@someone_22', 'ram bharose', 'राम', 'लखनऊ', 'Lucknow', 'lucknow bijli']) expect(finds(query, terms), query).toBe(true)
  for (const query of ['UPP-20261123-000143', '24-11-2026', 'kanpur', '@someone_23']) expect(finds(query, terms), query).toBe(false)
})

test('a protected docket is found by number and place, never by words or by who wrote', () => {
  const terms = docketTerms(makeBriefDocket({ number: 'UPP-20261123-000001', isProtected: true, handle: 'her_handle', name: 'Her Name', text: 'वह मुझे धमकी दे रहा है' }))
  for (const query of ['000001', 'lucknow']) expect(finds(query, terms), query).toBe(true)
  for (const query of ['@her_handle', 'her_handle', 'Name', 'dhamki', 'धमकी']) expect(finds(query, terms), query).toBe(false)
})

test('whatever text comes, its terms are Roman letters, digits and _, within the limit, and each of its words finds it', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: fc.constantFrom(...'मदद लड़की पुलिस है abc 12 ٣ #@_'), maxLength: 80 })), (text) => {
    const words = foldTerms(text, 300)
    const terms = ` ${words.join(' ')} `
    expect(terms).toMatch(/^[a-z0-9_ ]*$/u)
    expect(terms.length).toBeLessThanOrEqual(302)
    for (const term of foldQuery(text.slice(0, 40))) if (words.includes(term.text)) expect(finds([term], terms)).toBe(true)
  }), { numRuns: 40 })
})

test('the index answers like a plain look at every text, through changes', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'k', '1', '2'), minLength: 1, maxLength: 4 })
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => ` ${words.join(' ')} `)
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(9), fc.option(text)), { maxLength: 40 }), fc.array(word, { minLength: 1, maxLength: 3 }), (writes, words) => {
    const index = new TermIndex(64)
    const model = new Map<number, string>()
    for (const [slot, terms] of writes) {
      index.set(slot, terms ?? '')
      if (terms === null) model.delete(slot)
      else model.set(slot, terms)
    }
    const terms = words.map((one) => ({ text: one, isNumber: /^\d+$/u.test(one) }))
    const found: number[] = []
    for (let piece = 0; piece < index.pieces; piece++) index.search(piece, terms, (slot) => found.push(slot))
    const expected = [...model].filter(([, kept]) => terms.every(({ text: one, isNumber }) => (isNumber ? kept.includes(` ${one}`) || kept.includes(`${one} `) : one.length > 2 ? kept.includes(one) : kept.includes(` ${one}`))))
    expect(found.toSorted()).toEqual(expected.map(([slot]) => slot).toSorted())
  }))
})
