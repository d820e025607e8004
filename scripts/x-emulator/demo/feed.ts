import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { chanceFrom } from '../../../src/domain/sample.ts'
import type { Emulator } from '../server.ts'

const FOLDER = new URL('./posts/', import.meta.url)
/** At pace 1 posts come this far apart on average, milliseconds. */
const SPACING_MS = 1_000
const MAX_USERNAME = 15

const demoSchema = z.strictObject({
  /** Name by which later posts refer to this one. */
  key: z.string().optional(),
  author: z.string().regex(/^[A-Za-z0-9_]{1,15}$/),
  name: z.string().optional(),
  /** Free text of the profile. */
  location: z.string().optional(),
  /** What a careful officer would make of it; the emulator itself does not use it. */
  kind: z.enum(['critical', 'high', 'normal', 'low', 'none']),
  /** District where help is needed, where the text tells. */
  district: z.string().optional(),
  /** A cry without alarm words, which a machine may well miss. */
  isHushed: z.boolean().optional(),
  text: z.string().optional(),
  place: z.string().optional(),
  media: z.array(z.enum(['photo', 'video'])).optional(),
  replyTo: z.string().optional(),
  quote: z.string().optional(),
  retweetOf: z.string().optional(),
  editOf: z.string().optional(),
})

/** One post of the demo evening. Exactly one of a text and `retweetOf` is given. */
export type DemoPost = z.output<typeof demoSchema>

let cached: DemoPost[] | undefined

/** The whole evening in order: about 340 fictional posts from 6 pm to midnight. Throws when a line is malformed. */
export function loadDemo(): readonly DemoPost[] {
  cached ??= readdirSync(FOLDER)
    .filter(file => file.endsWith('.jsonl'))
    .sort()
    .flatMap(file => readFileSync(new URL(file, FOLDER), 'utf8').split('\n').filter(Boolean))
    .map(line => demoSchema.parse(JSON.parse(line)))
  return cached
}

export interface FeedOptions {
  /** 2 is twice as fast. */
  pace: number
  /** Starts again at the end, with fresh ids and authors. */
  shouldLoop: boolean
  /** Called once the last post is out, when the feed does not loop. */
  onEnd?: () => void
}

/** Plays the evening into an emulator at an uneven pace, as people write. Answers how to stop it. */
export function playDemo(emulator: Pick<Emulator, 'inject' | 'edit' | 'retweet'>, options: FeedOptions): { stop(): void } {
  const posts = loadDemo()
  const authors = [...new Set(posts.map(post => post.author))]
  const random = chanceFrom(7)
  let ids = new Map<string, string>()
  let index = 0
  let round = 0
  let timer: NodeJS.Timeout | undefined
  const step = () => {
    const post = posts[index]
    if (post) publish(emulator, post, ids, authorIn(round, post.author, authors.indexOf(post.author)))
    index++
    if (index >= posts.length) {
      if (!options.shouldLoop) return options.onEnd?.()
      index = 0
      round++
      ids = new Map()
    }
    timer = setTimeout(step, ((0.4 + 1.2 * random()) * SPACING_MS) / options.pace)
  }
  timer = setTimeout(step, SPACING_MS / options.pace)
  return { stop: () => clearTimeout(timer) }
}

function publish(emulator: Pick<Emulator, 'inject' | 'edit' | 'retweet'>, post: DemoPost, ids: Map<string, string>, author: string): void {
  const referred = (key: string | undefined): string | undefined => {
    if (key === undefined) return undefined
    const id = ids.get(key)
    if (id === undefined) throw new Error(`the demo feed refers to ${key} before it was posted`)
    return id
  }
  const retweeted = referred(post.retweetOf)
  const edited = referred(post.editOf)
  const replyTo = referred(post.replyTo)
  const quote = referred(post.quote)
  const text = post.text ?? ''
  const sent =
    retweeted !== undefined ? emulator.retweet(retweeted, author)
    : edited !== undefined ? emulator.edit(edited, text)
    : emulator.inject({
        text, author,
        ...(post.name === undefined ? {} : { authorName: post.name }),
        ...(post.location === undefined ? {} : { location: post.location }),
        ...(post.place === undefined ? {} : { place: post.place }),
        ...(post.media === undefined ? {} : { media: post.media }),
        ...(replyTo === undefined ? {} : { replyTo }),
        ...(quote === undefined ? {} : { quote }),
      })
  if (post.key !== undefined) ids.set(post.key, sent.id)
}

/** The same person keeps one name within a round; another round has other people. */
function authorIn(round: number, username: string, index: number): string {
  if (round === 0) return username
  const suffix = `_${index.toString(36)}_${round.toString(36)}`
  return username.slice(0, MAX_USERNAME - suffix.length) + suffix
}
