import type { Finding } from '../../domain/reply.ts'
import { POLICE } from '../place/cues.ts'
import type { PlaceKind } from '../place/gazetteer.ts'
import { findMentions } from '../place/mentions.ts'
import type { Word } from '../reading.ts'
import { keysOf } from './sequence.ts'

/** Smaller than the area of a police station. */
const SMALL: ReadonlySet<PlaceKind> = new Set(['locality', 'sector', 'village', 'office', 'block'])

/** Localities, sectors and villages: closer to a home than the name of a police station, which may carry the same name. */
export function findSmallPlaces(words: readonly Word[]): Finding[] {
  return findMentions(words).flatMap(({ first, last, places, isGuess }) => {
    if (first === last && ORDINARY.has(words[first]?.spelling.key ?? '')) return []
    const isNamed = places.some(({ isRisky }) => !isRisky)
    if (isGuess || !isNamed || !places.every(({ place }) => SMALL.has(place.kind)) || isStation(words, first, last)) return []
    return [{ code: 'address' as const, level: 'needs-second' as const, message: 'a place smaller than the area of a police station', start: words[first]?.token.start ?? null, end: words[last]?.token.end ?? null }]
  })
}

/** Words of answers that are also the names of villages. */
const ORDINARY = keysOf('ravana rawana रवाना darj दर्ज jari जारी prapt प्राप्त nirdesh निर्देश')

function isStation(words: readonly Word[], first: number, last: number): boolean {
  return [first - 2, first - 1, last + 1, last + 2].some((at) => POLICE.has(words[at]?.spelling.key ?? ''))
}
