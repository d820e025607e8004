import type { Whom } from '../lexicon/entry.ts'
import type { Hit, Reading } from '../reading.ts'
import { find, has, ideas } from './neighbours.ts'

const MINE = ideas('me us kin mykin')
const VICTIM = ideas('woman child man elder frail people')
const NOT = ideas('not')
const ANYBODY = ideas('anybody')
const FALSE = ideas('falsehood')
const ENGLISH_NO = /^(?:no|not|never|none|nobody|nothing|without|neither|nor|cannot|cant|[a-z]+nt)$/u

/** Signal: to whom each cue happens, and whether the post says that it does not. */
export function tellWhom(reading: Reading): void {
  const hasMine = has(reading, MINE)
  const hasVictim = has(reading, VICTIM)
  for (const hit of reading.hits) {
    hit.whom = whomOf(reading, hit, hasMine, hasVictim)
    hit.isDenied = isDenied(reading, hit)
  }
}

function whomOf(reading: Reading, hit: Hit, hasMine: boolean, hasVictim: boolean): Whom {
  const sentence = reading.words[hit.first]?.token.sentence ?? 0
  if (find(reading, MINE, hit.first - 12, hit.last + 8, sentence) >= 0) return 'mine'
  if (find(reading, VICTIM, hit.first - 8, hit.last + 6, sentence) >= 0) return 'somebody'
  return hasMine || hasVictim ? 'somebody' : 'nobody'
}

/**
 * A denial stands right before the word that makes the cue or right after it; an English one only before, up to two words
 * away. "Nobody" (koi nahi) denies what nobody does, and a "no" inside a phrase ("without helmet") is part of it.
 */
function isDenied(reading: Reading, hit: Hit): boolean {
  const { words } = reading
  const sentence = words[hit.core]?.token.sentence ?? 0
  if (find(reading, FALSE, hit.first - 4, hit.last + 4, sentence) >= 0) return true
  if (hit.cue.isSettled) return false
  const from = words[hit.core]?.token.step ?? 0
  const to = words[hit.coreLast]?.token.step ?? 0
  for (let at = Math.max(0, hit.core - 2); at <= Math.min(words.length - 1, hit.coreLast + 1); at++) {
    if (at >= hit.core && at <= hit.coreLast) continue
    const word = words[at]
    if (!word || find(reading, NOT, at, at, sentence) < 0 || find(reading, ANYBODY, at - 1, at - 1, sentence) >= 0) continue
    const isEnglish = ENGLISH_NO.test(word.token.text)
    if (at < hit.core ? from - word.token.step <= (isEnglish ? 2 : 1) : !isEnglish && word.token.step - to <= 1) return true
  }
  return false
}
