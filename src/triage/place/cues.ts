import { keyOf } from '../lexicon/compile.ts'

function keys(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter(Boolean).map((word) => keyOf(word, word.charCodeAt(0) >= 0x900)))
}

/** Words that say what kind of place a name beside them is, by key (so in both scripts). */
export const ADMIN = keys('district jila zila jilla janpad dist distt nagar city shahar sahar jile zile')
export const POLICE = keys('thana thane kotwali chauki chowki ps station police thaana sho so')
export const VILLAGE = keys('gram gaon gaav village post tehsil tahsil block vikaskhand nivasi niwasi')
/** Of those, the ones that stand beside anything: they make no place of an everyday word ("post hata do", "police mail"). */
export const WEAK = keys('post police')
/** After a name these say "there". */
export const THERE = keys('me mein main m se ke ka ki wale wala police up near pe par mei area k')
/** Before a name these say "there". */
export const BEFORE = keys('in at near from to of pin opposite nearby behind reach around')
/** After a name that is also a word, these say that it is the place: its station, its court. */
export const SEAT = keys('jila zila district station stn junction jn jnc jan जंक्शन bus roadways rodways adda kotwali thana court kachahri kachehri कचहरी cyber jail bypass police shahar city nagar wale mandi railway टाउन')
/** English words before a name that is also a word. */
export const SET_IN = keys('in at from near reach leaving')
/** Before "basti" these say which settlement. */
export const WHOSE = keys('hamari hamare humari meri apni puri poori sari gareeb garib dalit harijan muslim malin jhuggi jhopad kachchi kacchi nayi purani is us ye wo ki ka ke iss uss chhoti badi malik')
/** Beside a district's name these make it something else: a road, a train, a bank, a film, a dish. */
export const ROADS = keys('road rod rd marg express exp mail highway expressway expway hiway rajmarg shatabdi superfast memu intercity tiraha chungi')
export const OTHERWISE = keys('bank season series movie film web biryani peda petha express mail shatabdi rajdhani gharana halwa jhumka heist kand')
/** After a name: it is where somebody goes or comes from, not where this is. */
export const TOWARDS = keys('side taraf tarf jate jaate jati jata jana jaana jane ja gaya gayi gaye gya ravana rawana')
/** Before a name, the same. */
export const HEADING = keys('towards toward heading')
/** After "ki", the same. */
export const WAY = keys('taraf tarf or ore')
export const VEHICLES = keys('train gadi gaadi bus flight passenger express memu')
export const FOR = keys('liye lie')
/** Between two names: from the one to the other. */
export const HIGH = keyOf('high', false)
export const TO = keyOf('to', false)
export const SE = keyOf('se', false)
export const KE = keyOf('ke', false)
export const KI = keyOf('ki', false)
/** "Me", "se": never after the verb or the fellow that a name also is, but after the place. */
export const INSIDE = keys('me mein se zindabad')
export const HAMLET = keys('gram gaon gaav village nivasi niwasi')
export const WALI = keys('wali wale wala')
export const UP = keys('up')
export const SECTOR = keys('sector sec sect sectar सेक्टर सैक्टर')
export const PLACE_WORDS: ReadonlySet<string> = new Set([...ADMIN, ...POLICE, ...VILLAGE])
