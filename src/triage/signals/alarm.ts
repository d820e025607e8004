import { argue } from '../reading.ts'
import type { Reading } from '../reading.ts'
import { findAnywhere, has, ideas } from './neighbours.ts'
import { isEarnest, isStill } from './weigh.ts'

const THINGS = ideas('weapon blade poison blood fire flames smoke acid selfMeans rope fan blast shot corpse height bridge')
const ACTS = ideas('beat maar peet strike kill killHi break enter pulled takeAway ledAway follow peecha jump fall drown trapped threat grabbed push cut bite tie strangle touch setAblaze')
const PERSONS = ideas('me us kin mykin child woman elder')
const DISTRESS = ideas('fear cry help saveMe whisper alone comeQuick nobodyHelps noAnswer writhing')
const BOUNDS = ideas('shut locked letGo captiveEn surround gher lonely reachable')
const NOW = ideas('prog now justNow minutes')
const DULL = ideas('traffic civic noise land animal fraud fir caseRef bribe missYou sick possession steal')
const WAS = ideas('was')
const ENOUGH = 4

/**
 * Signal: a danger that no cue knows. Things that harm, acts that harm, a person, confinement, distress and the present:
 * four kinds of sign together, and nothing dull or told as past, make it high; it is never critical by itself.
 */
export function soundAlarm(reading: Reading): void {
  const { high } = reading.policy.severityFrom
  if (reading.score >= high || !isEarnest(reading) || has(reading, DULL) || has(reading, WAS)) return
  if (!has(reading, THINGS) && !has(reading, BOUNDS)) return
  const signs = [THINGS, ACTS, PERSONS, DISTRESS, BOUNDS, NOW].filter((kind) => has(reading, kind))
  const isOver = reading.hits.length > 0 && !reading.hits.some(isStill)
  if (signs.length < ENOUGH || isOver) return
  argue(reading, 'alarm', high - reading.score, 'several signs of danger together', findAnywhere(reading, THINGS))
}
