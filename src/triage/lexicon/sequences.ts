import { normalise } from '../normalise.ts'
import type { Word } from '../reading.ts'
import { keyOf } from './compile.ts'
import { Followers } from './followers.ts'
import { numberKey } from './keys.ts'

/** Steps from one word of a sequence to the next, at most: one other word may stand between. */
const REACH = 3
const NUMBER = '#'
const ANY_NUMBER = numberKey(NUMBER)

/** Numbers of keys. */
type Element = ReadonlySet<number>

/** A sequence behind its second word, and the bit of the list that has it. */
interface Tail {
  bit: number
  elements: readonly Element[]
}

/** What begins with a word: the lists that have the word alone, and the sequences by their second word. */
interface Start {
  alone: number
  bySecond: Followers<Tail[]>
}

/**
 * Lists of short word sequences (see words/follow-ups.ts), found in one pass by their first two words. Looking is linear:
 * each word of a post is tried with the few sequences that begin with it, each of at most a handful of words. At most 30 lists.
 */
export class SequenceBook<Name extends string> {
  private readonly byFirst = new Map<number, number>()
  private readonly starts: Start[] = []
  private readonly number: Start | undefined
  private readonly bits: Readonly<Record<Name, number>>

  constructor(lists: Readonly<Record<Name, string>>, groups: Readonly<Record<string, string>>) {
    const names = Object.keys(lists) as Name[]
    this.bits = Object.fromEntries(names.map((name, at) => [name, 1 << at])) as Record<Name, number>
    for (const name of names) for (const line of lists[name].split(/[;\n]/u)) this.add(this.bits[name], line, groups)
    this.number = this.starts[this.startOf(ANY_NUMBER)]
  }

  /** The number of what begins with this word, for `spelling.aside`; -1 if nothing does. */
  startOf(key: number): number {
    return this.byFirst.get(key) ?? -1
  }

  private add(bit: number, line: string, groups: Readonly<Record<string, string>>): void {
    const [first, second, ...elements] = line.trim().split(/\s+/u).filter(Boolean).map((element) => elementOf(element, groups))
    for (const key of first ?? []) {
      let start = this.starts[this.startOf(key)]
      if (!start) this.byFirst.set(key, this.starts.push((start = { alone: 0, bySecond: new Followers() })) - 1)
      if (!second) start.alone |= bit
      for (const next of second ?? []) {
        const known = start.bySecond.get(next)
        if (known) known.push({ bit, elements })
        else start.bySecond.set(next, [{ bit, elements }])
      }
    }
  }

  /** The lists of which the words have a sequence, as bits: for `says`. */
  scan(words: readonly Word[]): number {
    let found = 0
    for (let at = 0; at < words.length; at++) found |= this.startingAt(words, at, ~found)
    return found
  }

  /** Whether one of the list's sequences was found. */
  says(found: number, name: Name): boolean {
    return (found & this.bits[name]) !== 0
  }

  /** The word at which a sequence of the list begins, from `from` on; -1 if none does. */
  find(name: Name, words: readonly Word[], from = 0): number {
    for (let at = from; at < words.length; at++) if (this.startingAt(words, at, this.bits[name]) !== 0) return at
    return -1
  }

  /** Of the wanted lists those with a sequence that begins here. */
  private startingAt(words: readonly Word[], at: number, wanted: number): number {
    const word = words[at]
    if (!word) return 0
    const { aside } = word.spelling
    const found = aside < 0 ? 0 : matching(this.starts[aside], words, at, wanted)
    return word.token.kind === 'number' ? found | matching(this.number, words, at, wanted & ~found) : found
  }
}

function matching(start: Start | undefined, words: readonly Word[], at: number, wanted: number): number {
  if (!start) return 0
  let found = start.alone & wanted
  if (start.bySecond.isEmpty) return found
  const step = words[at]?.token.step ?? 0
  for (let next = at + 1; next <= at + 2; next++) {
    const word = words[next]
    if (!word || word.token.step - step > REACH) break
    found |= going(start.bySecond.get(word.spelling.number), words, next, wanted & ~found)
    if (word.token.kind === 'number') found |= going(start.bySecond.get(ANY_NUMBER), words, next, wanted & ~found)
  }
  return found
}

/** Of the wanted lists those whose sequences go on behind the word at `second`. */
function going(tails: readonly Tail[] | undefined, words: readonly Word[], second: number, wanted: number): number {
  if (!tails) return 0
  let found = 0
  for (const { bit, elements } of tails) if ((bit & wanted & ~found) !== 0 && follows(words, second, elements)) found |= bit
  return found
}

function follows(words: readonly Word[], first: number, elements: readonly Element[]): boolean {
  let last = first
  for (const element of elements) {
    const step = words[last]?.token.step ?? 0
    if (isAt(words[last + 1], step, element)) last += 1
    else if (isAt(words[last + 2], step, element)) last += 2
    else return false
  }
  return true
}

function isAt(word: Word | undefined, from: number, element: Element): boolean {
  if (!word || word.token.step - from > REACH) return false
  return element.has(word.spelling.number) || (word.token.kind === 'number' && element.has(ANY_NUMBER))
}

function elementOf(written: string, groups: Readonly<Record<string, string>>): Element {
  const forms = written.split('|').flatMap((form) => (form.startsWith('{') ? (groups[form.slice(1, -1)] ?? missing(form)).split(/\s+/u) : [form]))
  return new Set(forms.map((form) => (form === NUMBER ? ANY_NUMBER : numberKey(keyOfForm(form)))))
}

function missing(name: string): never {
  throw new Error(`the sequences have no group ${name}`)
}

/** The key as the words of a post have it. */
function keyOfForm(form: string): string {
  const [token] = normalise(form)
  if (!token) return form
  return token.kind === 'number' ? token.text : keyOf(token.text, token.script === 'devanagari')
}
