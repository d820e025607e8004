import type { Post } from '../domain/post.ts'
import type { Doubt, FollowUpKind, Language, PlaceVerdict, Reason } from '../domain/verdict.ts'
import type { Stance, When, Whom } from './lexicon/entry.ts'
import type { CompiledCue } from './lexicon/patterns.ts'
import type { Spelling } from './lexicon/recognise.ts'
import type { PlaceNode } from './place/gazetteer.ts'
import type { Token } from './normalise.ts'
import type { TriagePolicy } from './policy.ts'

export type TriageInput = Pick<Post, 'text' | 'mentions' | 'hashtags' | 'place' | 'author' | 'kind'>

/** A phrase of the lexicon that begins at a word. */
export interface Phrase {
  last: number
  ideas: readonly number[]
  features: number
}

/** A token with what is known of its spelling, what it means here, and the phrases that begin with it. */
export interface Word {
  token: Token
  spelling: Spelling<PlaceNode>
  ideas: readonly number[]
  features: number
  phrases: readonly Phrase[]
}

/** A cue found in the post, from word `first` to word `last`, with what its neighbourhood makes of it. */
export interface Hit {
  cue: CompiledCue
  first: number
  last: number
  /** The word of the anchor, and its last: what a denial beside it denies. */
  core: number
  coreLast: number
  when: When
  whom: Whom
  isDenied: boolean
}

/**
 * What the learnt model makes of a post: log-odds of its urgency heads, and (up to a constant) of each category in the order of
 * CATEGORIES; the words that spoke, so many, by their rows in its memory and their positions. The lists hold until the next post is judged.
 */
export interface Opinion {
  critical: number
  sos: number
  actionable: number
  categories: Float64Array
  many: number
  rows: Int32Array
  positions: Int32Array
}

/** One judgement in the making: each signal reads what earlier ones wrote and adds its part. */
export interface Reading {
  readonly post: TriageInput
  readonly policy: TriagePolicy
  words: Word[]
  language: Language
  /** How often each idea occurs (up to 255), by its id: asked before every search, so that most searches end at once. */
  ideas: Uint8ClampedArray
  /** The ideas that occur, in the order in which the post has them; held until the next post is read, as `ideas` is. */
  said: readonly number[]
  hits: Hit[]
  /** Stances with the word that shows each, -1 where none does. */
  stances: Map<Stance, number>
  reasons: Reason[]
  score: number
  /** The score below which nothing that comes after may take it: set by the rules for danger to life. */
  floor: number
  /** Whether the learnt model may not overrule the floor, however sure it is: self-harm. */
  isFirm: boolean
  /** Whether every danger told of is long over and nothing is said of the present: only a model that is sure may make it ring. */
  isOver: boolean
  place: PlaceVerdict
  /** Whether the text itself names a place, well or badly. */
  isPlaced: boolean
  /** What the learnt model makes of it; null before it is asked. */
  opinion: Opinion | null
  /** What is said beside the matter (lexicon/asides.ts), as bits. */
  asides: number
  followUp: FollowUpKind | null
  doubt: Doubt
}

const NONE = new Uint8ClampedArray(0)

export function startReading(post: TriageInput, policy: TriagePolicy): Reading {
  return {
    post, policy, words: [], language: 'en', ideas: NONE, said: [], hits: [], stances: new Map(), reasons: [], score: 0, floor: 0, isFirm: false, isOver: false,
    place: { districtId: null, stationId: null, locality: null, confidence: 0, candidates: [], elsewhere: null },
    isPlaced: false, opinion: null, asides: 0, followUp: null, doubt: { likelihood: 0, reasons: [] },
  }
}

/** Adds points to the score and says why; whole numbers, so that the reasons add up to the score. */
export function argue(reading: Reading, signal: string, points: number, because: string, first = -1, last = first): void {
  const weight = Math.round(points)
  if (weight === 0) return
  const start = reading.words[first]?.token.start
  const end = reading.words[last]?.token.end
  reading.reasons.push(start === undefined || end === undefined ? { signal, weight, because } : { signal, weight, because, span: { start, end } })
  reading.score += weight
}
