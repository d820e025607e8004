import type { FollowUpKind } from '../../domain/verdict.ts'
import { ASIDES } from '../lexicon/asides.ts'
import type { Stance, When } from '../lexicon/entry.ts'
import type { Reading } from '../reading.ts'
import { isPolice } from './own.ts'

const NOW: ReadonlySet<When> = new Set(['now', 'fresh', 'still'])
const LIVE: ReadonlySet<When> = new Set([...NOW, 'unsaid'])
/** What tells of others in one of these ways is no news of a thread, unless it asks for action. */
const TALES: readonly Stance[] = ['news', 'fiction', 'advert']
const OTHER_WAYS: readonly Stance[] = [...TALES, 'politics', 'advice']
/** Words of a post that says little else. */
const SHORT = 14
const PHONE_DIGITS = 10
/** UP 32 AB 1234, with or without blanks; only looked for where a number follows the letters of a state. */
const STATES = new Set(['up', 'dl', 'hr', 'uk', 'mp', 'br', 'rj'])
const VEHICLE = /\b(?:up|dl|hr|uk|mp|br|rj)[\s-]?\d{1,2}[\s-]?[a-z]{1,3}[\s-]?\d{3,4}\b/iu

/**
 * Signal: what the post would be if it is a further one of a thread. It moves no score: whether it is one, and of what, is
 * decided against the thread (threads/read-follow-up.ts).
 */
export function hearFollowUp(reading: Reading): void {
  reading.asides = ASIDES.scan(reading.words)
  reading.followUp = isPolice(reading.post.author.handle, reading.policy) ? null : kindOf(reading)
}

function kindOf(reading: Reading): FollowUpKind | null {
  const { words, stances, asides, score } = reading
  if (words.length === 0) return null
  // Most posts say nothing beside their matter.
  if (asides === 0 && !stances.has('thanks')) return namesNumber(reading) ? 'more-facts' : null
  const says = (...names: Parameters<typeof ASIDES.says>[1][]): boolean => names.some((name) => ASIDES.says(asides, name))
  const isTold = (ways: readonly Stance[]): boolean => score < reading.policy.severityFrom.normal && ways.some((stance) => stances.has(stance))
  const isNow = has(reading, NOW)
  if (says('calledOff') && !isNow) return 'more-facts'
  if ((says('done') || stances.has('thanks')) && !isNow && !says('nobodyCame')) return 'thanks'
  if (!isTold(TALES) && isUnanswered(reading)) return 'nobody-came'
  if (says('over') && !isNow && !has(reading, LIVE)) return 'thanks'
  if (!isTold(OTHER_WAYS) && says('worse')) return 'worse'
  if (!isTold(TALES) && says('recurs')) return 'same-again'
  if (!isTold(OTHER_WAYS) && has(reading, LIVE) && says('change')) return 'worse'
  if (says('moreFacts') || namesNumber(reading)) return 'more-facts'
  return says('repeats') ? 'same-again' : null
}

/** Said outright; or two signs of waiting, or one in a short post. That a daughter has not come home is not said of the police. */
function isUnanswered({ asides, words, hits }: Reading): boolean {
  if (ASIDES.says(asides, 'nobodyCame')) return true
  if (hits.some(({ cue }) => cue.category === 'missing_person')) return false
  if (ASIDES.says(asides, 'notYet')) return true
  if (!ASIDES.says(asides, 'waits')) return false
  return words.length <= SHORT || ASIDES.find('waits', words, ASIDES.find('waits', words) + 3) >= 0
}

/** Whether the post tells of a danger at one of these times. */
function has({ hits }: Reading, times: ReadonlySet<When>): boolean {
  return hits.some(({ cue, when, isDenied }) => !isDenied && (cue.gravity === 'life' || cue.gravity === 'serious') && times.has(when))
}

/** A telephone number or a number plate. */
function namesNumber({ words, post }: Reading): boolean {
  let hasPlate = false
  for (let at = 0; at < words.length; at++) {
    const token = words[at]?.token
    if (token?.kind !== 'number') continue
    if (token.text.length === PHONE_DIGITS) return true
    hasPlate ||= at > 0 && STATES.has(words[at - 1]?.token.text ?? '')
  }
  return hasPlate && VEHICLE.test(post.text.slice(0, 600))
}
