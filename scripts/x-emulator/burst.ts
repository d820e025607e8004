import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import { composePost } from './compose.ts'
import type { Core } from './core.ts'
import { loadDemo, type DemoPost } from './demo/feed.ts'
import { chanceFrom } from '../../src/domain/sample.ts'
import type { burstSchema } from './inject.ts'
import type { StoredPost, XPost, XUser } from './objects.ts'
import { writeFrame, type FrameBody } from './frame-line.ts'
import type { StreamConnection } from './stream-connection.ts'
import { Unknown } from './world.ts'

type Burst = z.output<typeof burstSchema>
type Pool = 'sos' | 'complaint' | 'noise'

/** What a burst sent. `posts` counts each post once, whatever the number of streams. */
export interface BurstReport {
  posts: number
  sos: number
  /** Cries for help and complaints. */
  actionable: number
  /** Frames written to streams. */
  frames: number
  bytes: number
  startedAt: number
  endedAt: number
  /** The most that waited for one reader, bytes. */
  maxWaitingBytes: number
  firstId: string | null
  lastId: string | null
}

/** Values that stand in a template where each post has its own. */
const SAMPLE = {
  id: '7000000000000000001',
  authorId: '7000000000000000002',
  username: 'burst_author_x',
  at: Date.UTC(2001, 0, 1),
  number: '700000003',
} as const
const EDITABLE_MS = 30 * 60_000
const SLOTS = new RegExp(
  `(${SAMPLE.id}|${SAMPLE.authorId}|${SAMPLE.username}|${new Date(SAMPLE.at).toISOString()}|${new Date(SAMPLE.at + EDITABLE_MS).toISOString()}|${SAMPLE.number})`,
)
const MAX_RATE_BATCH = 256

interface Values {
  id: string
  authorId: string
  username: string
  createdAt: string
  editableUntil: string
  number: string
}

/** A post serialised once, with slots for what differs: rendering is joining strings. */
interface Template {
  pool: Pool
  stored: StoredPost
  rules: { id: string; tag?: string }[]
  renderPost: (values: Values) => string
  /** By the projection of the reader. */
  renderFrame: Map<string, (values: Values) => string>
}

/**
 * Sends posts at a steady rate, or as fast as the readers drain. Frames are built from templates of the demo feed's posts, each
 * with its own id, author, time and number in the text. A reader that falls behind is dropped as SlowReader.
 */
export async function runBurst(core: Core, burst: Burst): Promise<BurstReport> {
  const templates = makeTemplates(core)
  const random = chanceFrom(burst.seed)
  const report: BurstReport = { posts: 0, sos: 0, actionable: 0, frames: 0, bytes: 0, startedAt: core.clock(), endedAt: 0, maxWaitingBytes: 0, firstId: null, lastId: null }
  const start = performance.now()
  const total = burst.ratePerSecond === 'max' ? Infinity : Math.round(burst.ratePerSecond * burst.seconds)
  const series = nextSeries()
  while (report.posts < total) {
    const elapsed = (performance.now() - start) / 1000
    if (burst.ratePerSecond === 'max' && elapsed >= burst.seconds) break
    const due = burst.ratePerSecond === 'max' ? report.posts + MAX_RATE_BATCH : Math.min(total, Math.floor(elapsed * burst.ratePerSecond) + 1)
    const posts: { template: Template; values: Values }[] = []
    while (report.posts < due) posts.push(nextPost(core, burst, { templates, random, report, series }))
    for (const connection of core.hub.open) send(core, connection, posts, report)
    if (burst.ratePerSecond === 'max') {
      await Promise.all(core.hub.open.map(connection => connection.drained()))
      await nextTurn()
    } else await sleep(1)
  }
  report.endedAt = core.clock()
  return report
}

interface Course {
  templates: Record<Pool, Template[]>
  random: () => number
  report: BurstReport
  series: string
}

let burstsSoFar = 0

/** Four digits that differ between the bursts of one process, so that authors and numbers never repeat. */
function nextSeries(): string {
  return String(++burstsSoFar % 10_000).padStart(4, '0')
}

function nextPost(core: Core, burst: Burst, { templates, random, report, series }: Course): { template: Template; values: Values } {
  const draw = random()
  const pool: Pool = draw < burst.sosShare ? 'sos' : draw < burst.actionableShare ? 'complaint' : 'noise'
  const choices = templates[pool]
  const template = choices[Math.floor(random() * choices.length)]
  if (!template) throw new Unknown(`no rule of the stream matches a demo post for the pool ${pool}`)
  const at = core.clock()
  const number = `${series}${String(report.posts).padStart(7, '0')}`
  const values: Values = {
    id: core.world.freshId(at), authorId: `17${number.padStart(17, '0')}`, username: `b${number}`, number,
    createdAt: new Date(at).toISOString(), editableUntil: new Date(at + EDITABLE_MS).toISOString(),
  }
  report.posts++
  if (pool === 'sos') report.sos++
  if (pool !== 'noise') report.actionable++
  report.firstId ??= values.id
  report.lastId = values.id
  if (burst.keep) core.world.keep(new BurstPost(core, at, template, values))
  return { template, values }
}

function send(core: Core, connection: StreamConnection, posts: { template: Template; values: Values }[], report: BurstReport): void {
  const frames = posts.map(({ template, values }) => frameRenderer(connection, template)(values))
  if (frames.length === 0) return
  if (core.faults.isEmpty) connection.raw(frames.join(''), frames.length)
  else for (const frame of frames) connection.push(JSON.parse(frame) as FrameBody)
  report.frames += frames.length
  for (const frame of frames) report.bytes += frame.length
  report.maxWaitingBytes = Math.max(report.maxWaitingBytes, connection.waitingBytes)
}

function frameRenderer(connection: StreamConnection, template: Template): (values: Values) => string {
  const { key } = connection.projection
  const known = template.renderFrame.get(key)
  if (known) return known
  const fresh = renderer(writeFrame(connection.frame(template.stored, template.rules)))
  template.renderFrame.set(key, fresh)
  return fresh
}

function makeTemplates(core: Core): Record<Pool, Template[]> {
  const author = core.world.ensureUser(SAMPLE.username, { id: SAMPLE.authorId, name: SAMPLE.username })
  const templates: Record<Pool, Template[]> = { sos: [], complaint: [], noise: [] }
  for (const demo of loadDemo()) {
    if (demo.text === undefined || demo.isHushed || demo.replyTo !== undefined || demo.quote !== undefined || demo.editOf !== undefined) continue
    const pool = poolOf(demo)
    const template = makeTemplate(core, author, pool, demo.text)
    if (template.rules.length > 0) templates[pool].push(template)
  }
  return templates
}

function poolOf({ kind }: DemoPost): Pool {
  return kind === 'critical' || kind === 'high' ? 'sos' : kind === 'normal' ? 'complaint' : 'noise'
}

function makeTemplate(core: Core, author: XUser, pool: Pool, text: string): Template {
  const post = composePost({
    id: SAMPLE.id, authorId: author.id, authorName: author.username, at: SAMPLE.at, text: `${text} (${SAMPLE.number})`,
    lang: undefined, conversationId: undefined, inReplyToUserId: undefined, references: undefined, media: [], geo: undefined,
    replySettings: undefined, isSensitive: undefined, withheld: undefined,
    idOf: username => core.world.ensureUser(username).id,
  })
  const stored: StoredPost = { id: post.id, createdAt: SAMPLE.at, post, media: [], place: undefined, visibility: 'visible' }
  return { pool, stored, rules: core.rules.matching(core.world.subject(stored, 'stream')), renderPost: renderer(JSON.stringify(post)), renderFrame: new Map() }
}

function renderer(sample: string): (values: Values) => string {
  const pieces = sample.split(SLOTS)
  const slots = new Map<string, keyof Values>([
    [SAMPLE.id, 'id'], [SAMPLE.authorId, 'authorId'], [SAMPLE.username, 'username'], [SAMPLE.number, 'number'],
    [new Date(SAMPLE.at).toISOString(), 'createdAt'], [new Date(SAMPLE.at + EDITABLE_MS).toISOString(), 'editableUntil'],
  ])
  const parts = pieces.map(piece => ({ slot: slots.get(piece), piece }))
  return values => {
    let text = ''
    for (const { slot, piece } of parts) text += slot === undefined ? piece : values[slot]
    return text
  }
}

/** A post of a burst that is built only when search or a lookup reads it. */
class BurstPost implements StoredPost {
  readonly createdAt: number
  readonly media = []
  readonly place = undefined
  visibility: StoredPost['visibility'] = 'visible'
  supersededBy?: string
  readonly #core: Core
  readonly #template: Template
  readonly #values: Values
  #post: XPost | undefined

  constructor(core: Core, at: number, template: Template, values: Values) {
    this.#core = core
    this.createdAt = at
    this.#template = template
    this.#values = values
  }

  get id(): string {
    return this.#values.id
  }

  get post(): XPost {
    if (!this.#post) {
      const { authorId, username } = this.#values
      this.#post = JSON.parse(this.#template.renderPost(this.#values)) as XPost
      const sample = this.#core.world.user(SAMPLE.authorId)
      if (sample) this.#core.world.keepUser({ ...sample, id: authorId, username, name: username })
    }
    return this.#post
  }
}
