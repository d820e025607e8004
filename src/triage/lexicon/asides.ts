import { SequenceBook } from './sequences.ts'
import { CHAIN, DARE, HEARSAY, IMPOSSIBLE, PRANK, TESTING } from './words/doubts.ts'
import { CALLED_OFF, CHANGE, DONE, FOLLOW_UP_GROUPS, MORE_FACTS, NOBODY_CAME, NOT_YET, OVER, RECURS, REPEATS, WAITS, WORSE } from './words/follow-ups.ts'
import { RIDE, ROAD, TRAIN } from './words/ways.ts'

/** What is said beside the matter itself: of a thread, of a hoax, of a way that needs a number. Compiled when first imported. */
export const ASIDES = new SequenceBook({
  nobodyCame: NOBODY_CAME, notYet: NOT_YET, waits: WAITS, worse: WORSE, change: CHANGE, moreFacts: MORE_FACTS, calledOff: CALLED_OFF, done: DONE, over: OVER,
  recurs: RECURS, repeats: REPEATS,
  testing: TESTING, prank: PRANK, dare: DARE, chain: CHAIN, hearsay: HEARSAY, impossible: IMPOSSIBLE,
  train: TRAIN, road: ROAD, ride: RIDE,
}, FOLLOW_UP_GROUPS)
