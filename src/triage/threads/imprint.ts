import { keyOf } from '../lexicon/compile.ts'
import { numberOfKey } from '../lexicon/keys.ts'
import { VOCABULARY } from '../lexicon/lexicon.ts'
import { UNREAD } from '../lexicon/recognise.ts'
import { ENGLISH_COMMON, HINGLISH_COMMON } from '../lexicon/words/frequent.ts'
import { normalise } from '../normalise.ts'
import type { Token } from '../normalise.ts'
import { GAZETTEER } from '../place/gazetteer.ts'
import { findMentions } from '../place/mentions.ts'
import type { Word } from '../reading.ts'

/** Only so much of a post is compared: enough for any appeal, and bounded. */
const LOOKED_AT = 4_000
const MOST_WORDS = 400
/** Numbers that everybody dials, and no facts of a case. Those of three digits may be houses. */
const HELPLINES = new Set(['1090', '1930', '1098', '1076'])
/** Bands of the fingerprint, and hashes in each: texts of which six in ten shingles are the same meet in one with 86 %, nine in ten surely. */
const BANDS = 8
const ROWS = 3
/** Letters of a key from which a word says something. */
const SAYING = 3
/** What people put around what they pass on. */
const COURTESIES = new Set(`please plz pls kindly sir maam madam help rt retweet share sharing viral urgent jaldi turant request copied forwarded karo kare kijiye bhai dosto
  friends everyone all guys hello hi this see look`.split(/\s+/u).map((word) => keyOf(word, false)))
const KIN = new Set(['kin', 'mykin', 'child', 'woman', 'elder', 'husband', 'wife', 'neighbour', 'inlaws', 'parent'].map((name) => VOCABULARY.idOf(name)))

/** What of a text is compared with others: its words under keys that serve both scripts and all spellings, and its facts. */
export interface Imprint {
  /** Words and pairs of neighbouring words. */
  shingles: ReadonlySet<string>
  /** Words that carry content: no tags, links, emoji. */
  size: number
  /** Numbers that are no helplines: houses, phones, vehicles, ages. */
  numbers: ReadonlySet<string>
  /** Places that are named: district and name as the gazetteer writes it. */
  places: ReadonlySet<string>
  /** Words of kin: another victim has another one. */
  kin: ReadonlySet<string>
  /** Words that say something: without numbers, courtesies and the shortest. */
  words: ReadonlySet<string>
  /** Those that neither everyday speech nor the lexicon has: names, mostly. */
  names: ReadonlySet<string>
}

/** Reads a text for comparison: linear in it and bounded. */
export function imprintOf(text: string): Imprint {
  const words = normalise(text.slice(0, LOOKED_AT)).filter(({ kind }) => kind === 'word' || kind === 'number').slice(0, MOST_WORDS).map(wordOf)
  const shingles = new Set<string>()
  const [numbers, places, kin, said, names] = Array.from({ length: 5 }, () => new Set<string>()) as [Set<string>, Set<string>, Set<string>, Set<string>, Set<string>]
  const inPlace = new Set<number>()
  for (const mention of findMentions(words)) {
    const [known] = mention.places
    if (known) places.add(`${known.place.districtId}/${known.place.name}`)
    for (let at = mention.first; at <= mention.last; at++) inPlace.add(at)
  }
  words.forEach(({ token, spelling }, at) => {
    const { key } = spelling
    shingles.add(key)
    const next = words[at + 1]
    if (next) shingles.add(`${key} ${next.spelling.key}`)
    if (token.kind === 'number') {
      if (!HELPLINES.has(token.text)) numbers.add(token.text)
      return
    }
    if (isKin(token)) kin.add(key)
    if (key.length < SAYING || COURTESIES.has(key)) return
    said.add(key)
    if (!inPlace.has(at) && !spelling.isKnown) names.add(key)
  })
  return { shingles, size: words.length, numbers, places, kin, words: said, names }
}

function wordOf(token: Token): Word {
  const isDevanagari = token.script === 'devanagari'
  const key = token.kind === 'number' ? token.text : keyOf(token.text, isDevanagari)
  const isKnown = token.kind === 'number' || isFamiliar(token.text, key, isDevanagari)
  return { token, spelling: { ...UNREAD, key, number: numberOfKey(key), isKnown, isEveryday: null, isNamelike: null, name: GAZETTEER.heads.get(key) ?? null }, ideas: [], features: 0, phrases: [] }
}

function isFamiliar(text: string, key: string, isDevanagari: boolean): boolean {
  if (VOCABULARY.folded.has(key) || VOCABULARY.phrases.has(key) || COMMON_KEYS.has(key)) return true
  return isDevanagari ? VOCABULARY.devanagari.has(text) : VOCABULARY.english.has(text) || VOCABULARY.hindi.has(text) || ENGLISH_COMMON.has(text)
}

const COMMON_KEYS = new Set([...HINGLISH_COMMON].map((word) => keyOf(word, false)))

function isKin({ text, script }: Token): boolean {
  const sense = script === 'devanagari' ? VOCABULARY.devanagari.get(text) : (VOCABULARY.english.get(text) ?? VOCABULARY.hindi.get(text))
  return sense?.ideas.some((idea) => KIN.has(idea)) ?? false
}

/**
 * The fingerprint: one text per band, of the least hashes of the shingles (MinHash, Broder 1997; banding, Indyk and Motwani
 * 1998). Two texts that share most of their shingles share a band, so that a lookup by key finds the candidates.
 */
export function bandsOf({ shingles }: Imprint): string[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shingles) {
    const hash = hashOf(shingle)
    for (let row = 0; row < least.length; row++) {
      const mixed = mix(hash, row)
      if (mixed < (least[row] ?? 0)) least[row] = mixed
    }
  }
  return Array.from({ length: BANDS }, (_, band) => `${band}-${[...least.subarray(band * ROWS, (band + 1) * ROWS)].map((hash) => hash.toString(36)).join('-')}`)
}

/** FNV-1a, 32 bit, over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** One of a family of hashes: the finaliser of MurmurHash3 over the hash and the number of the row. */
function mix(hash: number, row: number): number {
  let mixed = hash ^ Math.imul(row + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
