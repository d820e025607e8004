import { findNode } from '../../domain/jurisdiction.ts'
import type { PlaceQuestion } from '../../domain/verdict.ts'
import { ASIDES } from '../lexicon/asides.ts'
import type { Reading, Word } from '../reading.ts'
import { questionFor } from './questions.ts'

const TRAIN_DIGITS = 5
const KILOMETRE = /\d\s?(?:km|k\.m|kilomet|किमी|किलोमीटर)|(?:km|kilomet\w*|किमी|किलोमीटर|milestone|pillar)\s?(?:no|number)?\.?\s?\d/iu
const PLATE = /\b(?:up|dl|hr|uk|mp|br|rj)[\s-]?\d{1,2}[\s-]?[a-z]{1,3}[\s-]?\d{3,4}\b/iu
/** A candidate this far behind the best is no rival. */
const RIVAL = 0.5
const MOST_NAMED = 3
/** Below this half the towns of the state bear the name, and naming three of them helps nobody. */
const FEW_PLACES = 0.1
/** Only so much of a post is searched for numbers. */
const LOOKED_AT = 2_000

/** Signal: the one question whose answer would send somebody to the right place; none where nobody would be sent. */
export function askForPlace(reading: Reading): void {
  const question = reading.score >= reading.policy.severityFrom.normal ? questionOf(reading) : null
  reading.place.ask = question?.ask ?? null
  reading.place.question = question
}

function questionOf(reading: Reading): PlaceQuestion | null {
  const { place, words, score, policy, asides } = reading
  const text = reading.post.text.slice(0, LOOKED_AT)
  const isSpot = place.locality !== null || place.stationId !== null
  if (ASIDES.says(asides, 'train') && !isSpot && !words.some(isTrainNumber)) return questionFor('train')
  if (reading.hits.some(({ cue }) => cue.id === 'stalk.cab') && ASIDES.says(asides, 'ride') && !PLATE.test(text)) return questionFor('vehicle')
  if (ASIDES.says(asides, 'road') && !isSpot && !KILOMETRE.test(text)) return questionFor('highway')
  if (place.districtId === null) return unknown(reading)
  if (!isSpot) return questionFor('locality', namesOf([place.districtId]))
  const isSos = score >= policy.severityFrom.high
  return isSos && !words.some(({ token }) => token.kind === 'number') ? questionFor('house') : null
}

function isTrainNumber({ token }: Word): boolean {
  return token.kind === 'number' && token.text.length === TRAIN_DIGITS
}

function unknown({ place }: Reading): PlaceQuestion {
  const best = place.candidates[0]?.confidence ?? 0
  const rivals = place.candidates.filter(({ confidence }) => confidence >= best * RIVAL).slice(0, MOST_NAMED)
  if (place.elsewhere !== null) return questionFor('state', { en: place.elsewhere, hi: place.elsewhere })
  return rivals.length > 1 && best >= FEW_PLACES ? questionFor('which-district', namesOf(rivals.map(({ districtId }) => districtId))) : questionFor('district')
}

function namesOf(districtIds: readonly string[]): { en: string; hi: string } {
  const nodes = districtIds.map(findNode).filter((node) => node !== undefined)
  return { en: nodes.map(({ name }) => name).join(', '), hi: nodes.map(({ nameHi }) => nameHi).join(', ') }
}
