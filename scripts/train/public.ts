import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Refusal } from '../prepare/refusal.mjs'

/** A public set: how many of its texts are drawn, and which. All are posts that must not ring. */
interface PublicSet {
  file: string
  licence: string
  most: number
  /** How much each of its texts counts beside one of ours. */
  weight: number
  isUsed: (row: Record<string, unknown>) => boolean
}

/** The set of what a control room sees most: everyday Hinglish that says nothing to the police. */
export const CHATTER = 'hinglish-sentiment.jsonl.gz'

/**
 * Public texts as examples of what does not ring, beside the project's own posts which hold both. Comments of everyday
 * Hinglish count most, since a control room gets most of that; disaster news counts little, since its words are those of cries.
 */
const SETS: readonly PublicSet[] = [
  { file: CHATTER, licence: 'MIT', most: 3_100, weight: 14, isUsed: () => true },
  { file: 'civic-bengaluru.jsonl.gz', licence: 'MIT', most: 3_000, weight: 0.8, isUsed: () => true },
  { file: 'humaid-idrisi.jsonl.gz', licence: 'CC BY 4.0', most: 1_200, weight: 0.03, isUsed: ({ humaid }) => humaid !== 'requests_or_urgent_needs' && humaid !== 'missing_or_found_people' },
  { file: 'crisislex-t26.jsonl.gz', licence: 'MIT', most: 1_200, weight: 0.03, isUsed: ({ informative }) => informative !== 'Related and informative' },
]

/** Texts drawn from each set in `folder`, and what was drawn. @throws Refusal naming the files that are missing. */
export function readPublic(folder: string, random: () => number): { texts: { text: string; weight: number; set: string }[]; said: string[] } {
  const missing = SETS.filter(({ file }) => !existsSync(join(folder, file)))
  if (missing.length > 0) throw new Refusal(`${folder} lacks ${missing.map(({ file }) => file).join(', ')}.`)
  const drawn = SETS.map(({ file, licence, most, weight, isUsed }) => {
    const rows = gunzipSync(readFileSync(join(folder, file))).toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>)
    const texts = rows.filter(isUsed).flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    const kept = texts.filter(() => random() < most / texts.length)
    return { kept: kept.map((text) => ({ text, weight, set: file })), said: `${kept.length} of ${file} (${licence})` }
  })
  return { texts: drawn.flatMap(({ kept }) => kept), said: drawn.map(({ said }) => said) }
}
