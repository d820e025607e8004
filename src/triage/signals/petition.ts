import { argue } from '../reading.ts'
import type { Reading } from '../reading.ts'
import type { Stance } from '../lexicon/entry.ts'
import { isSummoned } from './own.ts'
import { findAnywhere, has, ideas } from './neighbours.ts'

/** What makes a sober request to the police, each worth a few points; no single one is enough. */
const SIGNS: readonly (readonly [words: readonly number[], points: number])[] = [
  [ideas('wrong refusal noAction'), 9],
  [ideas('request notice pleaBare help'), 8],
  [ideas('police cop station fir authority'), 7],
  [ideas('me us kin mykin'), 5],
  [ideas('money account possession vehicle papers'), 5],
  [ideas('habit days months hours past old kal today'), 5],
  [ideas('mostly'), 4],
]
/** Signs that make a petition; half of what cues have said counts with them. */
const ENOUGH = 22
const POLICE = ideas('police cop station')
const WRONG = ideas('wrong refusal noAction')
const PLACED = 7
const SUMMONED = 5
const OTHER_WAYS: readonly Stance[] = ['fiction', 'advert', 'thanks', 'advice', 'politics', 'news', 'rumour']

/**
 * Signal: a complaint that no cue knows. Where nothing speaks another way, enough signs of a request (something wrong, a
 * place, an authority, what is asked for) make it one that the police must read; it never rings.
 */
export function hearPetition(reading: Reading): void {
  const { normal, low } = reading.policy.severityFrom
  if (reading.score >= normal || OTHER_WAYS.some((stance) => reading.stances.has(stance))) return
  const signs = SIGNS.reduce((sum, [words, points]) => sum + (has(reading, words) ? points : 0), 0)
  const points = signs + (reading.isPlaced ? PLACED : 0) + (isSummoned(reading) ? SUMMONED : 0)
  const isMereQuestion = reading.stances.has('question') && !has(reading, WRONG)
  if (points + Math.max(0, reading.score) / 2 >= ENOUGH && !isMereQuestion) {
    argue(reading, 'petition', normal - reading.score, 'a request to the police', findAnywhere(reading, WRONG))
  } else if (reading.score < low && points >= low && (isSummoned(reading) || has(reading, POLICE))) {
    argue(reading, 'petition', low - reading.score, 'something said to the police')
  }
}
