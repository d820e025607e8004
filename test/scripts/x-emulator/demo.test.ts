import { afterEach, describe, expect, it } from 'vitest'
import { loadDemo, playDemo, type DemoPost } from '../../../scripts/x-emulator/demo/feed.ts'
import { compileRule } from '../../../scripts/x-emulator/match.ts'
import { createEmulator, type Emulator } from '../../../scripts/x-emulator/server.ts'
import { World } from '../../../scripts/x-emulator/world.ts'
import { DISTRICTS } from '../../../src/domain/state/districts.ts'
import { addRules, openStream, until } from './client.ts'

const posts = loadDemo()
const isCry = ({ kind }: DemoPost) => kind === 'critical' || kind === 'high'

describe('the demo evening', () => {
  it('has more than 300 posts, no text twice', () => {
    const texts = posts.flatMap(post => post.text ?? [])
    expect(texts.length).toBeGreaterThan(300)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('is addressed to the account, by name or by tag', () => {
    const rule = compileRule('@PrahariUP OR #PrahariUP')
    const world = new World(() => Date.now())
    for (const { text } of posts) if (text) expect(rule(world.subject(world.create({ text }), 'stream')), text).toBe(true)
  })

  it('opens with two cries of different districts, then one every few posts', () => {
    const first = posts.slice(0, 18).filter(post => post.kind === 'critical')
    expect(new Set(first.map(post => post.district)).size).toBeGreaterThanOrEqual(2)
    const at = posts.flatMap((post, index) => (isCry(post) ? [index] : []))
    const gaps = at.slice(1).map((index, nth) => index - (at[nth] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(40)
  })

  it('holds one new cry in ten or so, in three scripts, some without a place, some hushed', () => {
    const fresh = posts.filter(post => isCry(post) && post.replyTo === undefined)
    expect(fresh.length / posts.length).toBeGreaterThan(0.07)
    expect(fresh.length / posts.length).toBeLessThan(0.11)
    expect(fresh.some(post => /\p{Script=Devanagari}/u.test(post.text ?? ''))).toBe(true)
    expect(fresh.filter(post => post.isHushed).length).toBeGreaterThanOrEqual(3)
    expect(fresh.some(post => post.district === undefined)).toBe(true)
    expect(posts.filter(isCry).filter(post => post.replyTo !== undefined).length).toBeGreaterThan(5)
  })

  it('names real districts and only earlier posts', () => {
    const districts = new Set(DISTRICTS.map(district => district.id))
    const keys = new Set<string>()
    for (const post of posts) {
      if (post.district) expect(districts).toContain(post.district)
      for (const key of [post.replyTo, post.quote, post.retweetOf, post.editOf]) if (key) expect(keys).toContain(key)
      if (post.key) keys.add(post.key)
    }
  })

  it('gives away no telephone number', () => {
    for (const { text } of posts) expect(text ?? '').not.toMatch(/\d{8,}/)
  })
})

describe('playing it', () => {
  let emulator: Emulator
  afterEach(() => emulator.stop())

  it('sends every post that a rule matches, once, and ends', async () => {
    emulator = await createEmulator()
    await addRules(emulator, '@PrahariUP', '#PrahariUP')
    const reader = await openStream(emulator)
    let hasEnded = false
    playDemo(emulator, { pace: 10_000, shouldLoop: false, onEnd: () => (hasEnded = true) })
    await until(() => hasEnded && reader.frames().length === posts.length)
    expect(new Set(reader.frames().map(frame => frame.data.id)).size).toBe(posts.length)
  })

  it('starts over with other people', () => {
    const authors: string[] = []
    const sent = (author: string | undefined) => {
      authors.push(author ?? '')
      return { id: String(authors.length), createdAt: 0, rules: [] }
    }
    emulator = { stop: () => Promise.resolve() } as Emulator
    const feed = playDemo({ inject: post => sent(typeof post === 'string' ? '' : post.author), edit: () => sent(''), retweet: (_id, author) => sent(author) }, { pace: 1_000_000, shouldLoop: true })
    return until(() => authors.length >= 2 * posts.length).then(() => {
      feed.stop()
      const [first, second] = [authors.slice(0, posts.length), authors.slice(posts.length, 2 * posts.length)]
      expect(second.filter(author => author !== '' && first.includes(author))).toEqual([])
      expect(new Set(second).size).toBe(new Set(first).size)
      expect(second.every(author => author === '' || /^\w{1,15}$/.test(author))).toBe(true)
    })
  })
})
