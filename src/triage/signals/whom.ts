import type { Whom } from '../lexicon/entry.ts'
import type { Hit, Reading, Word } from '../reading.ts'
import { find, has, idea } from './neighbours.ts'

const MINE = [idea('me'), idea('us'), idea('kin'), idea('mykin')]
const VICTIM = [idea('woman'), idea('child'), idea('man'), idea('elder'), idea('frail'), idea('people')]
const NOT = [idea('not')]
const ANYBODY = [idea('anybody')]
const FALSE = [idea('falsehood')]

/** Signal: to whom each cue happens, and whether the post says that it does not. */
export function tellWhom(reading: Reading): void {
  const hasMine = has(reading, ...MINE)
  const hasVictim = has(reading, ...VICTIM)
  for (const hit of reading.hits) {
    hit.whom = whomOf(reading, hit, hasMine, hasVictim)
    hit.isDenied = isDenied(reading, hit)
  }
}

function whomOf(reading: Reading, hit: Hit, hasMine: boolean, hasVictim: boolean): Whom {
  const sentence = reading.words[hit.first]?.token.sentence ?? 0
  if (find(reading.words, MINE, hit.first - 12, hit.last + 8, sentence) >= 0) return 'mine'
  if (find(reading.words, VICTIM, hit.first - 8, hit.last + 6, sentence) >= 0) return 'somebody'
  return hasMine || hasVictim ? 'somebody' : 'nobody'
}

/** A denial stands right before the last word of the cue, in it, or right after it; English puts it up to two words before. "Nobody" (koi nahi) denies what nobody does, not this. */
function isDenied(reading: Reading, hit: Hit): boolean {
  const { words } = reading
  const sentence = words[hit.first]?.token.sentence ?? 0
  if (find(words, FALSE, hit.first - 4, hit.last + 4, sentence) >= 0) return true
  if (hit.cue.isSettled) return false
  const from = words[hit.first]?.token.step ?? 0
  const to = words[hit.last]?.token.step ?? 0
  const inside = coveredByPhrase(words, hit)
  for (let at = Math.max(0, hit.first - 2); at <= Math.min(words.length - 1, hit.last + 1); at++) {
    const word = words[at]
    if (!word || word.token.sentence !== sentence || find(words, NOT, at, at, sentence) < 0 || find(words, ANYBODY, at - 1, at - 1, sentence) >= 0 || (at >= hit.first && at <= inside)) continue
    const reach = word.token.script === 'latin' && reading.language === 'en' ? 2 : 1
    if (from - word.token.step <= reach && word.token.step - to <= 1) return true
  }
  return false
}

/** How far from its first word the cue is one phrase of the lexicon: a "no" inside it ("without helmet") is part of it. */
function coveredByPhrase(words: readonly Word[], hit: Hit): number {
  let end = -1
  for (const phrase of words[hit.first]?.phrases ?? []) end = Math.max(end, phrase.last)
  return end
}
