import { maskText } from '../domain/mask-text.ts'
import type { Category, Language, Severity } from '../domain/verdict.ts'
import type { CorrectionRow } from './collections.ts'
import type { Store } from './ports.ts'
import { recordCorrections } from './record-corrections.ts'

/** A post with what a person says of it, as `npm run train` and `npm run eval` read them. */
export interface LabelledPost {
  text: string
  severity: Severity
  category: Category
  /** Only where a person named the place: the machine must not learn its own guesses. */
  district?: string
  lang: Language
}

export interface ExportOptions {
  /** Also posts whose victims must not be named. */
  withProtected: boolean
  /** Links, mail addresses, handles and long numbers are masked, but for these handles; null masks nothing. */
  keepHandles: ReadonlySet<string> | null
}

const CHUNK = 200
const MOST = 1_000_000

/** Every corrected post with its newest correction, newest first, after the collection was made whole from the dockets. */
export function exportCorrections(store: Pick<Store, 'dockets' | 'corrections'>, options: ExportOptions): AsyncIterable<LabelledPost[]> {
  return chunks(store, options)
}

async function* chunks(store: Pick<Store, 'dockets' | 'corrections'>, options: ExportOptions): AsyncGenerator<LabelledPost[]> {
  await recordCorrections(store, 0)
  const keys = await store.corrections.keys({ index: 'byTime', order: 'desc', limit: MOST })
  const seen = new Set<string>()
  for (let from = 0; from < keys.length; from += CHUNK) {
    const ids = keys.slice(from, from + CHUNK).map(({ id }) => id)
    const rows = new Map((await store.corrections.getMany(ids)).map((row) => [row.id, row]))
    const newest = ids.flatMap((id) => rows.get(id) ?? []).filter(({ postId }) => !seen.has(postId) && seen.add(postId))
    yield await Promise.all(newest.filter((row) => options.withProtected || !row.isProtected).map((row) => labelled(store, row, options)))
  }
}

async function labelled(store: Pick<Store, 'corrections'>, row: CorrectionRow, { keepHandles }: ExportOptions): Promise<LabelledPost> {
  const all = await store.corrections.find({ index: 'byPost', equals: { postId: row.postId }, limit: 1_000 })
  const isPlaced = row.is.districtId !== null && all.some(({ about }) => about.includes('place'))
  return {
    text: keepHandles ? maskText(row.text, keepHandles) : row.text, severity: row.is.severity, category: row.is.category,
    ...(isPlaced && row.is.districtId ? { district: row.is.districtId } : {}), lang: row.lang,
  }
}
