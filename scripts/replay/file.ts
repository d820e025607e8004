import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { ReplayPost } from '../../src/actions/replay-posts.ts'
import { labels, parseLine, postOf } from '../eval/labelled.ts'
import { Refusal } from '../prepare/refusal.mjs'

const CHUNK = 200
/** As for eval, but that a post without labels is compared with the policy in force. */
const line = labels.extend({ severity: labels.shape.severity.nullish() })

/** The posts of a file, one JSON object a line, in chunks; never the whole file at once. @throws Refusal naming the line. */
export async function* postsOfFile(file: string): AsyncGenerator<ReplayPost[]> {
  let number = 0
  let chunk: ReplayPost[] = []
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number++
      if (text.trim() === '') continue
      chunk.push(postOfLine(text, `${file}, line ${number}`))
      if (chunk.length < CHUNK) continue
      yield chunk
      chunk = []
    }
  } catch (error) {
    throw error instanceof Error && 'code' in error ? new Refusal(`${file} cannot be read.`) : error
  }
  yield chunk
}

function postOfLine(text: string, where: string): ReplayPost {
  const data = parseLine(line, text, where)
  const { severity, category, district } = data
  // A label that is missing says nothing; a null district would say that there is none to be known.
  const before = severity ? { severity, ...(category ? { category } : {}), ...(district ? { districtId: district } : {}) } : null
  return { id: data.id ?? where.slice(where.lastIndexOf(',') + 2), post: postOf(data.text), before, person: null }
}
