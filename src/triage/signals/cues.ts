import { CUES } from '../lexicon/lexicon.ts'
import { WINDOW } from '../lexicon/patterns.ts'
import type { Pattern } from '../lexicon/patterns.ts'
import type { Hit, Reading, Word } from '../reading.ts'
import { has, matchAt, means } from './neighbours.ts'

/** A cue is counted at most this often; a post that repeats itself says nothing new, and matching stays linear. */
const MOST_HITS = 4
/** Hits of each cue in the post at hand; see signals/words.ts for why there is one. */
const COUNTS = new Uint8Array(CUES.cues.length)
/** Words of a phrase beyond its first, when looking backwards for where it begins. */
const LONGEST = 4

interface Span { first: number; last: number }

/**
 * Signal: finds the cues. Each idea in the post brings up the patterns that start from it; a pattern is tried only if the
 * post has all its ideas, and then looks at no more than WINDOW words around: linear in the post, no backtracking.
 */
export function findCues(reading: Reading): void {
  const counts = COUNTS.fill(0)
  const { words } = reading
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) break
    for (const idea of word.ideas) tryPatterns(reading, idea, at, at, counts)
    for (const phrase of word.phrases) for (const idea of phrase.ideas) tryPatterns(reading, idea, at, phrase.last, counts)
  }
}

function tryPatterns(reading: Reading, idea: number, first: number, last: number, counts: Uint8Array): void {
  const patterns = CUES.byAnchor[idea]
  if (!patterns) return
  for (const pattern of patterns) {
    const count = counts[pattern.cue.index] ?? 0
    if (count >= MOST_HITS || !isPossible(reading, pattern)) continue
    const span = place(reading.words, pattern, first, last)
    if (!span || isSpoilt(reading.words, pattern, span)) continue
    if (addHit(reading.hits, pattern, span, first, last)) counts[pattern.cue.index] = count + 1
  }
}

function isPossible(reading: Reading, pattern: Pattern): boolean {
  const { elements, anchor, never } = pattern
  for (let nth = 0; nth < elements.length; nth++) if (nth !== anchor && !has(reading, elements[nth]?.ideas ?? [])) return false
  return !has(reading, never)
}

function place(words: readonly Word[], pattern: Pattern, first: number, last: number): Span | null {
  if (pattern.isOrdered) return inOrder(words, pattern, first, last)
  if (!pattern.isLoose) return inWindow(words, pattern, first, last)
  const own = pattern.elements[pattern.anchor]
  return own && matchAt(words[first], first, own) >= 0 ? { first, last } : null
}

function inOrder(words: readonly Word[], pattern: Pattern, first: number, last: number): Span | null {
  const { elements, anchor } = pattern
  const own = elements[anchor]
  if (!own || matchAt(words[first], first, own) < 0) return null
  let right = last
  for (let e = anchor + 1; e < elements.length; e++) {
    const element = elements[e]
    if (!element) return null
    const from = words[right]?.token.step ?? 0
    let end = -1
    for (let at = right + 1; at < words.length && (words[at]?.token.step ?? 0) - from <= element.reach; at++) {
      end = matchAt(words[at], at, element)
      if (end >= 0) break
    }
    if (end < 0) return null
    right = end
  }
  let left = first
  for (let e = anchor - 1; e >= 0; e--) {
    const element = elements[e]
    const reach = elements[e + 1]?.reach ?? 0
    if (!element) return null
    const to = words[left]?.token.step ?? 0
    let begin = -1
    for (let at = left - 1; at >= 0 && to - (words[at]?.token.step ?? 0) <= reach + LONGEST; at--) {
      const end = matchAt(words[at], at, element)
      if (end >= 0 && end < left && to - (words[end]?.token.step ?? 0) <= reach) { begin = at; break }
    }
    if (begin < 0) return null
    left = begin
  }
  return { first: left, last: right }
}

function inWindow(words: readonly Word[], pattern: Pattern, first: number, last: number): Span | null {
  const { elements, anchor } = pattern
  const own = elements[anchor]
  if (!own || matchAt(words[first], first, own) < 0) return null
  const from = words[first]?.token.step ?? 0
  const to = words[last]?.token.step ?? 0
  const span = { first, last }
  for (let e = 0; e < elements.length; e++) {
    const element = elements[e]
    if (e === anchor || !element) continue
    const near = nearest(words, element, first, last, from, to)
    if (!near) return null
    span.first = Math.min(span.first, near.first)
    span.last = Math.max(span.last, near.last)
  }
  return span
}

/** The nearest place of an element around the anchor, outside it; earlier words before later ones at the same distance. */
function nearest(words: readonly Word[], element: Pattern['elements'][number], first: number, last: number, from: number, to: number): Span | null {
  for (let d = 1; d <= WINDOW; d++) {
    const before = first - d
    if (before >= 0 && from - (words[before]?.token.step ?? -Infinity) <= WINDOW) {
      const end = matchAt(words[before], before, element)
      if (end >= 0 && end < first) return { first: before, last: end }
    }
    const after = last + d
    if ((words[after]?.token.step ?? Infinity) - to <= WINDOW) {
      const end = matchAt(words[after], after, element)
      if (end >= 0) return { first: after, last: end }
    }
  }
  return null
}

function isSpoilt(words: readonly Word[], pattern: Pattern, span: Span): boolean {
  if (pattern.unless.length === 0) return false
  for (let at = span.first; at <= span.last; at++) {
    const word = words[at]
    if (word && means(word, pattern.unless)) return true
  }
  return false
}

/** Keeps one hit per cue and place: of two that overlap, the longer. */
function addHit(hits: Hit[], pattern: Pattern, span: Span, core: number, coreLast: number): boolean {
  for (const hit of hits) {
    if (hit.cue !== pattern.cue || hit.last < span.first || hit.first > span.last) continue
    if (span.last - span.first > hit.last - hit.first) Object.assign(hit, { ...span, core, coreLast })
    return false
  }
  hits.push({ cue: pattern.cue, first: span.first, last: span.last, core, coreLast, when: 'unsaid', whom: 'nobody', isDenied: false })
  return true
}
