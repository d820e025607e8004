import type { Subject } from './subject.ts'

/** A compiled rule: says whether a post matches. */
export type Matcher = (subject: Subject) => boolean

/** A rule that X would refuse, with the wording of its `details` line. */
export class InvalidRule extends Error {}

type Token =
  | { kind: '(' | ')' | 'or'; at: number }
  | { kind: 'term'; negated: boolean; at: number; test: Matcher; standsAlone: boolean }

interface Clause {
  test: Matcher
  standsAlone: boolean
}

/** Operators known to X that this emulator does not match; using one is an error of the drill, not of the rule. */
const UNSUPPORTED = new Set([
  'place', 'place_country', 'point_radius', 'bounding_box', 'sample', 'source', 'bio', 'bio_name', 'bio_location', 'url', 'url_title',
  'url_description', 'url_contains', 'context', 'entity', 'retweets_of', 'retweets_of_tweet_id', 'in_reply_to_tweet_id', 'quotes_of_tweet_id',
  'list', 'embedding', 'followers_count', 'tweets_count', 'min_likes', 'min_replies', 'min_reposts',
])
const MAX_DEPTH = 50
const BLANK = /\s/

const IS: Readonly<Record<string, Matcher>> = {
  retweet: subject => subject.references.has('retweeted'),
  reply: subject => subject.references.has('replied_to'),
  quote: subject => subject.references.has('quoted'),
  verified: subject => subject.isVerified,
}
const HAS: Readonly<Record<string, Matcher>> = {
  hashtags: subject => subject.hashtags.size > 0,
  mentions: subject => subject.mentions.size > 0,
  links: subject => subject.hasLinks,
  media: subject => subject.media.size > 0,
  images: subject => subject.media.has('photo'),
  video_link: subject => subject.media.has('video'),
  videos: subject => subject.media.has('video'),
  geo: subject => subject.hasGeo,
}

/**
 * Compiles a rule or search query: space is AND and binds tighter than OR, parentheses, `-` on single terms, keywords, quoted
 * phrases, `#`, `@`, `from:`, `to:`, `conversation_id:`, `is:`, `has:`, `lang:`.
 * Throws InvalidRule with X's wording. Linear in the rule's length.
 */
export function compileRule(rule: string): Matcher {
  const tokens = tokenise(rule)
  const parser = new Parser(tokens, rule.length)
  const clause = parser.either(0)
  parser.expectEnd()
  if (!clause.standsAlone) {
    throw new InvalidRule(`Rules must contain at least one positive, non-stopword clause; is:, has:, lang: and negated terms need a standalone partner (at position 1)`)
  }
  return clause.test
}

class Parser {
  readonly #tokens: Token[]
  readonly #end: number
  #index = 0

  constructor(tokens: Token[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  either(depth: number): Clause {
    if (depth > MAX_DEPTH) throw new InvalidRule('Rule is nested too deeply')
    const parts = [this.#all(depth)]
    while (this.#tokens[this.#index]?.kind === 'or') {
      this.#index++
      parts.push(this.#all(depth))
    }
    const [only] = parts
    if (parts.length === 1 && only) return only
    const tests = parts.map(part => part.test)
    return { test: subject => tests.some(test => test(subject)), standsAlone: parts.every(part => part.standsAlone) }
  }

  expectEnd(): void {
    const extra = this.#tokens[this.#index]
    if (extra) throw new InvalidRule(`no viable alternative at input '${extra.kind === 'term' ? 'term' : extra.kind}' (at position ${extra.at + 1})`)
  }

  #all(depth: number): Clause {
    const parts: Clause[] = []
    for (let part = this.#one(depth); part; part = this.#one(depth)) parts.push(part)
    const [only] = parts
    if (!only) throw new InvalidRule(`no viable alternative at input '<EOF>' (at position ${(this.#tokens[this.#index]?.at ?? this.#end) + 1})`)
    if (parts.length === 1) return only
    const tests = parts.map(part => part.test)
    return { test: subject => tests.every(test => test(subject)), standsAlone: parts.some(part => part.standsAlone) }
  }

  #one(depth: number): Clause | undefined {
    const token = this.#tokens[this.#index]
    if (token?.kind === 'term') {
      this.#index++
      const { test } = token
      return token.negated ? { test: subject => !test(subject), standsAlone: false } : { test, standsAlone: token.standsAlone }
    }
    if (token?.kind !== '(') return undefined
    this.#index++
    const inner = this.either(depth + 1)
    if (this.#tokens[this.#index]?.kind !== ')') throw new InvalidRule(`missing ')' at '<EOF>' (at position ${this.#end + 1})`)
    this.#index++
    return inner
  }
}

function tokenise(rule: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < rule.length) {
    const sign = rule.charAt(at)
    if (BLANK.test(sign)) at++
    else if (sign === '(' || sign === ')') tokens.push({ kind: sign, at: at++ })
    else at = readTerm(rule, at, tokens)
  }
  return tokens
}

function readTerm(rule: string, start: number, tokens: Token[]): number {
  const negated = rule.charAt(start) === '-'
  const from = negated ? start + 1 : start
  if (negated && rule.charAt(from) === '(') throw new InvalidRule(`Negation of a group is not supported; negate each term (at position ${start + 1})`)
  if (rule.charAt(from) === '"') {
    const close = rule.indexOf('"', from + 1)
    if (close < 0) throw new InvalidRule(`missing '"' at '<EOF>' (at position ${rule.length + 1})`)
    const phrase = rule.slice(from + 1, close)
    tokens.push({ kind: 'term', negated, at: start, standsAlone: true, test: subject => subject.hasPhrase(phrase) })
    return close + 1
  }
  let end = from
  while (end < rule.length && !BLANK.test(rule.charAt(end)) && rule.charAt(end) !== '(' && rule.charAt(end) !== ')') end++
  const word = rule.slice(from, end)
  if (!negated && word === 'OR') {
    tokens.push({ kind: 'or', at: start })
    return end
  }
  if (!word) throw new InvalidRule(`extraneous input '-' (at position ${start + 1})`)
  tokens.push({ kind: 'term', negated, at: start, ...readWord(word, start) })
  return end
}

function readWord(word: string, at: number): { test: Matcher; standsAlone: boolean } {
  const term = (test: Matcher, standsAlone = true) => ({ test, standsAlone })
  if (/^and$/i.test(word)) {
    throw new InvalidRule(`Ambiguous use of and as a keyword. Use a space to logically join two clauses, or "and" to find occurrences of and in text (at position ${at + 1})`)
  }
  if (/^or$/i.test(word)) {
    throw new InvalidRule(`Ambiguous use of or as a keyword. Use OR to logically join two clauses, or "or" to find occurrences of or in text (at position ${at + 1})`)
  }
  const value = word.slice(1).normalize('NFC').toLowerCase()
  if (word.startsWith('#') && value) return term(subject => subject.hashtags.has(value))
  if (word.startsWith('@') && value) return term(subject => subject.mentions.has(value))
  const operator = /^([a-z_]+):(.*)$/i.exec(word)
  if (!operator) return term(subject => subject.hasPhrase(word))
  return readOperator((operator[1] ?? '').toLowerCase(), operator[2] ?? '', at)
}

function readOperator(name: string, raw: string, at: number): { test: Matcher; standsAlone: boolean } {
  const value = raw.replace(/^@/, '').toLowerCase()
  const stands = (test: Matcher) => ({ test, standsAlone: true })
  const leans = (test: Matcher) => ({ test, standsAlone: false })
  const where = `(at position ${at + 1})`
  if (!value) throw new InvalidRule(`Operator '${name}:' needs a value ${where}`)
  switch (name) {
    case 'from': return stands(subject => subject.author.has(value))
    case 'to': return stands(subject => subject.repliesTo.has(value))
    case 'conversation_id': return stands(subject => subject.conversationId === value)
    case 'lang': return leans(subject => subject.lang === value)
    case 'is': case 'has': {
      const test = (name === 'is' ? IS : HAS)[value]
      if (!test) throw new InvalidRule(`Reference to invalid operator '${name}:${value}' ${where}`)
      return leans(test)
    }
    default: {
      if (UNSUPPORTED.has(name)) throw new InvalidRule(`Operator '${name}' is known to X but not to this emulator ${where}`)
      throw new InvalidRule(`Reference to invalid operator '${name}'. Operator is not available in current product or product packaging. Please refer to complete available operator list ${where}`)
    }
  }
}
