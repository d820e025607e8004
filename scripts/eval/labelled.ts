import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Post } from '../../src/domain/post.ts'
import { DISTRICTS } from '../../src/domain/state/districts.ts'
import { CATEGORIES, SEVERITIES } from '../../src/domain/verdict.ts'

const LANGUAGES = ['hi', 'hinglish', 'en', 'mixed'] as const
const FOLLOW_UPS = ['thanks', 'more-facts', 'worse', 'nobody-came', 'same-again'] as const
const DISTRICT_IDS = new Map(DISTRICTS.flatMap(({ id, name, nameHi }) => [[plain(id), id], [plain(name), id], [plain(nameHi), id]] as const))

const row = z.object({
  text: z.string().min(1).max(50_000),
  severity: z.enum(SEVERITIES),
  category: z.enum(CATEGORIES).nullish(),
  district: z.string().nullish().transform((name, context) => {
    if (!name) return null
    const id = DISTRICT_IDS.get(plain(name))
    if (!id) context.addIssue({ code: 'custom', message: `no district "${name}"` })
    return id ?? null
  }),
  lang: z.enum(LANGUAGES).nullish(),
  followUp: z.enum(FOLLOW_UPS).nullish(),
  id: z.string().nullish(),
  idea: z.string().nullish(),
})

/** A post with what a careful reader says of it (test/corpus/README.md). */
export type Labelled = z.infer<typeof row>

/** A line that cannot be used; says file, line and reason. */
export class BadLine extends Error {}

/**
 * Reads labelled posts, one JSON object a line; empty lines are skipped, unknown fields ignored.
 * @throws BadLine naming the file, the line and every problem in it.
 */
export function readLabelled(file: string): Labelled[] {
  return readFileSync(file, 'utf8').split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      throw new BadLine(`${file}, line ${at + 1} is not JSON.`)
    }
    const { data, error } = row.safeParse(value)
    if (!data) throw new BadLine(`${file}, line ${at + 1}: ${error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}.`)
    return [data]
  })
}

/** A post that says just this: tagged as its text is, by an author of whom nothing is known. */
export function postOf(text: string): Post {
  return {
    id: '1', caseId: '1', kind: 'post', text, lang: null, createdAt: 0,
    author: { id: '1', handle: 'author', name: 'Author', location: null, followers: null },
    conversationId: null, inReplyToId: null,
    mentions: [...text.matchAll(/@(\w{1,30})/gu)].map(([, handle]) => (handle ?? '').toLowerCase()), hashtags: [...text.matchAll(/#([\p{L}\p{M}\p{N}_]{1,100})/gu)].map(([, tag]) => tag ?? ''),
    place: null, point: null, mediaTypes: [], summoned: false, rules: [], source: 'stream', missing: [],
  }
}

function plain(name: string): string {
  return name.toLowerCase().normalize('NFC').replace(/[^\p{L}\p{M}]+/gu, '')
}
