import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import './prepare/dot-env.mjs'
import { readState } from './x-emulator/state-file.ts'

const HELP = `Puts a post into the running emulator's stream.

  npm run inject -- --text "@PrahariUP …" [--author name] [--place "Gomti Nagar, Lucknow"]
  npm run inject -- --file posts.jsonl      one post per line: {"text": "…", "author": "…", …}
`
const answerSchema = z.object({ id: z.string(), rules: z.array(z.unknown()) })
const errorSchema = z.object({ error: z.object({ problems: z.array(z.object({ path: z.string(), message: z.string() })) }) })

/** A sentence for the person at the keyboard; the exit code is 1. */
class Refused extends Error {}

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { text, author: text, place: text, file: text, data: text, help: { type: 'boolean' } } })
  if (values.help || (values.text === undefined) === (values.file === undefined)) {
    process.stdout.write(HELP)
    if (!values.help) process.exitCode = 1
    return
  }
  const state = readState(values.data ?? process.env['PRAHARI_DATA'] ?? '.data')
  if (!state) throw new Refused('No emulator is running here: start one with `npm start` (PRAHARI_FEED=demo) and try again.')
  const posts = values.file === undefined
    ? [{ text: values.text, ...(values.author === undefined ? {} : { author: values.author }), ...(values.place === undefined ? {} : { place: values.place }) }]
    : readPosts(values.file)
  for (const post of posts) await send(state.adminOrigin, post)
}

function readPosts(file: string): unknown[] {
  let lines: string[]
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch {
    throw new Refused(`${file} cannot be read.`)
  }
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line) as unknown]
    } catch {
      throw new Refused(`${file}, line ${index + 1} is not JSON.`)
    }
  })
}

/** Prints the id of the new post, and warns when no rule of the stream matches it. */
async function send(adminOrigin: string, post: unknown): Promise<void> {
  const response = await fetch(`${adminOrigin}/posts`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(post) })
    .catch(() => {
      throw new Refused('The emulator that ran here is gone: start it again with `npm start`.')
    })
  const body: unknown = await response.json()
  if (!response.ok) {
    const problems = errorSchema.safeParse(body).data?.error.problems ?? [{ path: '', message: `HTTP ${response.status}` }]
    throw new Refused(`The post was refused: ${problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')}.`)
  }
  const { id, rules } = answerSchema.parse(body)
  process.stdout.write(`${id}\n`)
  if (rules.length === 0) process.stderr.write('No stream rule matches this post, so it was not sent: does it mention @PrahariUP?\n')
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
