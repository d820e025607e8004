import type { Stance, Whom } from '../lexicon/entry.ts'
import { argue } from '../reading.ts'
import type { Hit, Reading } from '../reading.ts'
import { speaksOfChild } from './age.ts'
import { findAnywhere, has, ideas } from './neighbours.ts'

const HELP = ideas('help saveMe comeQuick')
const URGENT = ideas('urgent')
const FEAR = ideas('fear cry whisper alone')
const WHISPER = ideas('whisper')
const NOBODY = ideas('noAnswer')
const FRAIL = ideas('child elder frail')

const PRESENT = ideas('now justNow today kal future')

const OVER: ReadonlySet<Hit['when']> = new Set(['past', 'old', 'habit', 'might'])
const WHEN_SAID: Readonly<Record<Hit['when'], string>> = {
  now: 'happening now', fresh: 'just happened', today: 'today', still: 'so now', unsaid: 'no time given', future: 'not yet happened',
  might: 'what might happen', habit: 'again and again', past: 'in the past', old: 'long ago',
}
const WHOM_SAID: Readonly<Record<Whom, string>> = { mine: 'the author or their people', somebody: 'somebody is named', nobody: 'nobody is named' }
const STANCE_SAID: Readonly<Record<Stance, string>> = {
  news: 'a news report', fiction: 'film, sport, song or a figure of speech', thanks: 'thanks, or it is over', politics: 'politics', advice: 'advice to others',
  advert: 'an advertisement', question: 'a question', if: 'what might be', rumour: 'a rumour, or called false', civic: 'a matter of the road or the municipality',
}
/** How much of a hit's points counts when a graver one of the post stands before it. */
const ECHO = 0.25
/** Where matters and minor things alone can get to: they never ring, however often and loudly they are told. */
const QUIET_CEILING = 56
/** Share of "now" that a complaint without danger gets. */
const QUIET_TIME = 0.3
/** Steps between a danger and a word of another way of speaking from which they are two matters. */
const APART = 5

/** The points of one cue where it stands. */
export function pointsOf(reading: Reading, hit: Hit): number {
  if (hit.isDenied) return 0
  const { policy } = reading
  const base = hit.cue.points ?? policy.points[hit.cue.gravity]
  return base * whenFactor(reading, hit) * policy.whom[hit.whom]
}

/** Time makes a danger more urgent, a complaint hardly. */
function whenFactor({ policy }: Reading, { cue, when }: Hit): number {
  if (cue.isAnnounced && when === 'future') return 1
  const factor = policy.when[when]
  const isGrave = cue.gravity === 'life' || cue.gravity === 'serious'
  return isGrave || factor < 1 ? factor : 1 + (factor - 1) * QUIET_TIME
}

/** Whether a grave thing happens now to the author or theirs: then a word of film or news nearby proves little. */
export function isImmediate(hit: Hit): boolean {
  return !hit.isDenied && (hit.cue.gravity === 'life' || hit.cue.gravity === 'serious') && (hit.when === 'now' || hit.when === 'fresh') && hit.whom === 'mine'
}

/** Signal: adds the cues up, then what pleads and what speaks against. */
export function weighCues(reading: Reading): void {
  const hits = reading.hits.filter((hit) => hit.cue.gravity !== 'talk')
  const ranked = strongestPerCue(reading, hits)
  let grave = 0
  ranked.forEach(({ hit, points }, rank) => {
    const share = rank === 0 ? 1 : ECHO
    grave += points > 0 && (hit.cue.gravity === 'life' || hit.cue.gravity === 'serious') ? 1 : 0
    argueCue(reading, hit, points, share)
  })
  weighPleas(reading, grave > 0, ranked.length > 0)
  if (grave === 0 && reading.score > QUIET_CEILING) argue(reading, 'ceiling:not-danger', QUIET_CEILING - reading.score, 'a complaint without danger')
  weighStances(reading)
  reading.isOver = grave > 0 && !has(reading, PRESENT) && ranked.every(({ hit, points }) => points <= 0 || hit.when === 'old')
  const { high } = reading.policy.severityFrom
  if (reading.score >= high && grave > 0 && !reading.hits.some(isStill)) argue(reading, 'ceiling:not-now', high - 1 - reading.score, 'nothing of it happens now')
}

/** Whether a grave thing may still be going on. */
export function isStill(hit: Hit): boolean {
  return !hit.isDenied && (hit.cue.gravity === 'life' || hit.cue.gravity === 'serious') && !OVER.has(hit.when)
}

function strongestPerCue(reading: Reading, hits: readonly Hit[]): { hit: Hit; points: number }[] {
  if (hits.length <= 1) return hits.map((hit) => ({ hit, points: pointsOf(reading, hit) }))
  const best = new Map<number, { hit: Hit; points: number }>()
  for (const hit of hits) {
    const points = pointsOf(reading, hit)
    const known = best.get(hit.cue.index)
    if (!known || points > known.points) best.set(hit.cue.index, { hit, points })
  }
  return [...best.values()].sort((a, b) => b.points - a.points).slice(0, 6)
}

/** The cue by itself, then what time and person make of it, each as a reason of its own. */
function argueCue(reading: Reading, hit: Hit, points: number, share: number): void {
  const base = hit.cue.points ?? reading.policy.points[hit.cue.gravity]
  argue(reading, `cue:${hit.cue.id}`, base * share, hit.cue.because, hit.first, hit.last)
  if (hit.isDenied) return argue(reading, 'modifier:denied', -base * share, 'denied', hit.first, hit.last)
  const whom = reading.policy.whom[hit.whom]
  argue(reading, `modifier:${hit.when}`, (points - base * whom) * share, WHEN_SAID[hit.when], hit.first, hit.last)
  argue(reading, `modifier:${hit.whom}`, base * (whom - 1) * share, WHOM_SAID[hit.whom], hit.first, hit.last)
}

function weighPleas(reading: Reading, isGrave: boolean, isAnything: boolean): void {
  const { plea } = reading.policy
  const add = (signal: string, words: readonly number[], points: number, because: string): void => {
    const at = findAnywhere(reading, words)
    if (at >= 0) argue(reading, signal, points, because, at)
  }
  add('plea:help', HELP, isGrave ? plea.withDanger : plea.alone, 'a plea for help')
  if (isAnything) add('plea:urgent', URGENT, isGrave ? plea.withDanger / 2 : 2, 'called urgent')
  add('plea:fear', FEAR, isGrave ? plea.fear : plea.alone, 'fear')
  if (isGrave) add('plea:nobody-came', NOBODY, plea.fear, 'nobody came')
  if (isGrave && (has(reading, FRAIL) || speaksOfChild(reading))) argue(reading, 'victim:frail', plea.frail, 'a child, an old or a sick person', findAnywhere(reading, FRAIL))
}

function weighStances(reading: Reading): void {
  for (const [stance, at] of reading.stances) {
    if (reading.score <= 0) return
    if (isOverruled(reading, stance, at)) continue
    argue(reading, `stance:${stance}`, reading.score * (reading.policy.stance[stance] - 1), STANCE_SAID[stance], at)
  }
}

/** A danger to the author's own, now, overrules a word of film or news that stands apart from it; thanks and adverts stay. */
function isOverruled(reading: Reading, stance: Stance, at: number): boolean {
  if (stance === 'thanks' || stance === 'advert' || stance === 'rumour' || stance === 'civic') return false
  if (stance === 'if' && has(reading, WHISPER)) return true
  if (stance === 'if' && reading.hits.some((hit) => hit.cue.isAnnounced && hit.cue.floor !== undefined && !hit.isDenied)) return true
  const step = reading.words[at]?.token.step ?? -APART - 1
  return reading.hits.some((hit) => isImmediate(hit) && distance(reading, hit, step) > APART)
}

function distance(reading: Reading, hit: Hit, step: number): number {
  const first = reading.words[hit.first]?.token.step ?? 0
  const last = reading.words[hit.last]?.token.step ?? 0
  return step < first ? first - step : step > last ? step - last : 0
}

/** Whether nothing in the way of speaking takes the post's danger back. */
export function isEarnest(reading: Reading): boolean {
  for (const [stance, at] of reading.stances) if (!isOverruled(reading, stance, at)) return false
  return true
}
