import type { Reading } from '../reading.ts'
import { find, has, ideas } from './neighbours.ts'

const AGE = ideas('age')
const CHILD = ideas('child')
/** The youngest age of an adult (POCSO Act, s.2; JJ Act, s.2). */
const OF_AGE = 18

/** Whether the post speaks of a child: by a word for one, or by an age under eighteen ("14 saal ki", "9 year old"). */
export function speaksOfChild(reading: Reading): boolean {
  if (has(reading, CHILD)) return true
  if (!has(reading, AGE)) return false
  return reading.words.some(({ token }, at) => token.kind === 'number' && token.text !== '' && Number(token.text) < OF_AGE && find(reading, AGE, at + 1, at + 2, token.sentence) >= 0)
}
