import { argue } from '../reading.ts'
import type { Hit, Reading } from '../reading.ts'
import { isSummoned } from './own.ts'
import { findAnywhere, has, ideas } from './neighbours.ts'
import { isEarnest } from './weigh.ts'

const PLEADS = ideas('help saveMe comeQuick urgent pleaBare fear cry')
const THEY = ideas('they goon husband neighbour inlaws')
const COME = ideas('comeQuick saveMe')
const VICTIM_OF_FRAUD = ideas('me us kin fraud otp')
const HUSHED = ideas('whisper')
const MONEY = ideas('money account deducted')
/** Words of a post that only shouts. */
const LONGEST_SHOUT = 30
const DULL = ideas('traffic civic noise animal drunk land')

/** Signal: rules for danger to life. They lift the score to where somebody is called, and say which rule did. */
export function raiseFloors(reading: Reading): void {
  if (!isEarnest(reading)) return
  const { severityFrom } = reading.policy
  for (const hit of reading.hits) {
    if (hit.cue.floor && isLive(reading, hit)) return lift(reading, `floor:${hit.cue.floor}`, severityFrom.critical, hit.cue.because, hit.first, hit.last)
  }
  for (const hit of reading.hits) {
    if (hit.cue.isGolden && !hit.isDenied && isFresh(hit) && has(reading, MONEY) && has(reading, VICTIM_OF_FRAUD)) {
      return lift(reading, 'floor:golden-hour', severityFrom.high, 'money just lost can still be stopped', hit.first, hit.last)
    }
  }
  comeQuickly(reading)
  hushed(reading)
}

/** Somebody who must not be heard, or asks to come without a siren. */
function hushed(reading: Reading): void {
  const at = findAnywhere(reading, HUSHED)
  if (at >= 0) lift(reading, 'floor:hushed', reading.policy.severityFrom.high, 'must not be heard', at)
}

function isFresh(hit: Hit): boolean {
  return hit.when === 'now' || hit.when === 'fresh'
}

/**
 * It happens now; or it is told without a time, and it is the author's own, somebody pleads, somebody is named to us, or
 * somebody announced it.
 */
function isLive(reading: Reading, hit: Hit): boolean {
  if (hit.isDenied) return false
  if (isFresh(hit) || hit.when === 'still') return true
  if (hit.when === 'past' || hit.when === 'old' || hit.when === 'habit' || hit.when === 'might') return false
  if (hit.whom === 'mine' || has(reading, PLEADS)) return true
  if (hit.whom === 'somebody' && isSummoned(reading)) return true
  return hit.cue.isAnnounced && (hit.whom === 'somebody' || has(reading, THEY))
}

/** An address and "come quickly", and nothing that explains it: somebody who cannot say more. */
function comeQuickly(reading: Reading): void {
  const at = findAnywhere(reading, COME)
  if (at < 0 || reading.words.length > LONGEST_SHOUT || has(reading, DULL)) return
  if (reading.isPlaced) lift(reading, 'floor:come-quickly', reading.policy.severityFrom.high, 'asks to come quickly and gives a place', at)
}

function lift(reading: Reading, signal: string, to: number, because: string, first: number, last = first): void {
  reading.floor = Math.max(reading.floor, to)
  reading.isFirm ||= signal === 'floor:self-harm'
  if (reading.score < to) argue(reading, signal, to - reading.score, because, first, last)
}
