import { leadPost } from '../../domain/docket.ts'
import type { Docket } from '../../domain/docket.ts'
import { nodeAt, pathsDownTo, treeInForce } from '../../domain/jurisdiction.ts'
import { foldTerms } from './fold-terms.ts'

const MOST_TEXT = 1_200
const MOST = 400

/**
 * What a search looks in: number, place, category, author and texts, folded, with a space at either end. A docket whose
 * identity is protected is found by its number, its place and its category, never by what was said or by whom.
 */
export function docketTerms(docket: Docket): string {
  const { verdict: { place, category, isProtected }, number, path } = docket
  const where = [...placeTerms(path), ...foldTerms([number, place.locality ?? '', category.replaceAll('_', ' ')].join(' '), MOST)]
  return ` ${[...new Set(isProtected ? where : [...where, ...authorTerms(docket), ...textTerms(docket)])].join(' ')} `
}

const PLACES = new Map<string, readonly string[]>()
/** The change of the tree up to which they were read. */
let placesSeq = 0

/** The names of district and station, in both languages. */
function placeTerms(path: string): readonly string[] {
  const { seq } = treeInForce()
  if (seq !== placesSeq) PLACES.clear()
  placesSeq = seq
  const known = PLACES.get(path)
  if (known) return known
  const nodes = pathsDownTo(path).map(nodeAt).filter(({ kind }) => kind === 'district' || kind === 'station')
  const terms = nodes.flatMap(({ name, nameHi }) => foldTerms(`${name} ${nameHi}`, MOST))
  PLACES.set(path, terms)
  return terms
}

function authorTerms({ post: { author } }: Docket): string[] {
  return [...foldTerms(`@${author.handle}`, MOST), ...foldTerms(author.name, MOST)]
}

/** What the complainant wrote: the post that leads, the first one, and the newest of the thread, as far as there is room. */
function textTerms(docket: Docket): string[] {
  const texts = [leadPost(docket), docket.post, ...docket.thread.toReversed()].map(({ text }) => text)
  return foldTerms([...new Set([...texts, docket.verdict.place.landmark ?? ''])].join(' \n '), MOST_TEXT)
}
