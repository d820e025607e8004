import { keyOf } from '../lexicon/compile.ts'

function keys(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map((word) => keyOf(word, false)))
}

/** Words that say what kind of place a name beside them is, by key (so in both scripts). */
export const ADMIN = keys('district jila zila jilla janpad dist distt nagar city shahar sahar jile zile')
export const POLICE = keys('thana thane kotwali chauki chowki ps station police thaana')
export const VILLAGE = keys('gram gaon gaav village post tehsil tahsil block vikaskhand nivasi niwasi')
/** After a name these say "there". */
export const THERE = keys('me mein main m se ke ka ki wale wala police up near pe par mei area k')
/** Before a name these say "there". */
export const BEFORE = keys('in at near from to of pin opposite nearby behind reach around')
/** Beside a district's name these make it something else: a road, a train, a bank, a court, a film. */
export const OTHERWISE = keys('road rod rd marg express mail highway expressway bank court shatabdi superfast bypass university season series movie film web')
export const HIGH = keyOf('high', false)
export const UP = keys('up')
export const PLACE_WORDS: ReadonlySet<string> = new Set([...ADMIN, ...POLICE, ...VILLAGE])
