import { leadPost } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { deskOf } from '../domain/desk.ts'
import { nodeAt, findNode } from '../domain/jurisdiction.ts'
import { REPLY_KINDS } from '../domain/reply.ts'
import type { ReplyTemplate } from '../domain/reply.ts'
import { DEFAULT_TEMPLATES, templateLanguage } from '../domain/templates.ts'
import type { Placeholder } from '../domain/templates.ts'
import type { Language } from '../domain/verdict.ts'
import type { Store } from './ports.ts'

const MOST = 500

/** Every template in force: those of the store, and of the rest those that come with Prahari. An emptied one is switched off. */
export async function readTemplates(store: Pick<Store, 'templates'>): Promise<ReplyTemplate[]> {
  const stored = (await Promise.all(REPLY_KINDS.map((kind) => store.templates.find({ index: 'byKind', equals: { kind }, limit: MOST })))).flat()
  const ids = new Set(stored.map(({ id }) => id))
  return [...stored, ...DEFAULT_TEMPLATES.filter(({ id }) => !ids.has(id))].filter(({ text }) => text.trim() !== '')
}

/** What the placeholders stand for in an answer to this docket; null where it is not known, so that the placeholder stays. */
export function valuesFor(docket: Docket, trackCode: string, lang: Language): Record<Placeholder, string | null> {
  const isHindi = templateLanguage(lang) === 'hi'
  const node = nodeAt(docket.path)
  const named = (one: typeof node): string => (isHindi ? one.nameHi : one.name)
  const districtId = docket.path.split('/').filter(Boolean).find((id) => findNode(id)?.kind === 'district')
  const district = districtId === undefined ? undefined : findNode(districtId)
  const state = nodeAt('/up/')
  const { question } = docket.verdict.place
  const said = lang === 'en' ? question?.en : lang === 'hinglish' ? question?.roman : question?.hi
  return {
    number: docket.number, code: trackCode,
    name: docket.verdict.isProtected ? null : leadPost(docket).author.name,
    district: named(district ?? state), station: named(node.kind === 'state' ? state : node),
    question: said ?? null, reference: deskOf(docket).closing?.reference ?? null,
  }
}
