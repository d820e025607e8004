import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Post } from '../../src/domain/post.ts'
import { DISTRICTS } from '../../src/domain/state/districts.ts'
import { CATEGORIES, FOLLOW_UP_KINDS, LANGUAGES, SEVERITIES } from '../../src/domain/verdict.ts'
import { Refusal } from '../prepare/refusal.mjs'

const DISTRICT_IDS = new Map(DISTRICTS.flatMap(({ id, name, nameHi }) => [[plain(id), id], [plain(name), id], [plain(nameHi), id]] as const))

/** The labels of one post. A district is given by its id or its name in either script. */
export const labels = z.object({
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
  followUp: z.enum(FOLLOW_UP_KINDS).nullish(),
  id: z.string().nullish(),
  idea: z.string().nullish(),
})

/** A post with what a careful reader says of it (test/corpus/README.md). */
export type Labelled = z.infer<typeof labels>

/**
 * Reads labelled posts, one JSON object a line; empty lines are skipped, unknown fields ignored.
 * @throws Refusal naming the file, the line and every problem in it.
 */
export function readLabelled(file: string): Labelled[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new Refusal(`${file} cannot be read.`)
  }
  return text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [parseLine(labels, line, `${file}, line ${at + 1}`)]))
}

/** One line of a file as the schema has it. @throws Refusal naming the place and every problem. */
export function parseLine<Schema extends z.ZodType>(schema: Schema, line: string, where: string): z.infer<Schema> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new Refusal(`${where} is not JSON.`)
  }
  const { data, error } = schema.safeParse(value)
  if (error) throw new Refusal(`${where}: ${error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}.`)
  return data
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
