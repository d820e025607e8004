import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, findEntities, unescapeText, weightedLength } from '../../../scripts/x-emulator/compose.ts'
import { compareIds, IdMint, snowflakeAt, timeOf } from '../../../scripts/x-emulator/snowflake.ts'
import { World } from '../../../scripts/x-emulator/world.ts'

const NOW = Date.UTC(2026, 10, 23, 13)

describe('post objects', () => {
  it('count code points, also behind emoji and Devanagari', () => {
    const text = 'आग 🔥🔥 #मदद & @PrahariUP'
    const escaped = escapeText(text)
    const entities = findEntities(escaped, () => '1')
    const points = [...escaped]
    const slice = ({ start, end }: { start: number; end: number }) => points.slice(start, end).join('')
    expect(entities?.hashtags?.map(slice)).toEqual(['#मदद'])
    expect(entities?.mentions?.map(slice)).toEqual(['@PrahariUP'])
    expect(escaped.indexOf('#')).not.toBe(entities?.hashtags?.[0]?.start)
  })

  it('find each entity where it stands, whatever is around it', () => {
    const noise = fc.string({ unit: 'grapheme', maxLength: 20 }).map(text => text.replaceAll(/[@#$&]|https?:/g, ''))
    fc.assert(fc.property(noise, noise, (before, after) => {
      const text = `${before} #मदद2 ${after}`
      const found = findEntities(text, () => '1')?.hashtags ?? []
      expect(found.map(({ start, end }) => [...text].slice(start, end).join(''))).toEqual(['#मदद2'])
    }))
  })

  it('escape and unescape without loss', () => {
    fc.assert(fc.property(fc.string(), text => {
      expect(unescapeText(escapeText(text))).toBe(text)
    }))
  })

  it('weigh Devanagari 1, emoji 2, a link 23', () => {
    expect(weightedLength('नमस्ते')).toBe([...'नमस्ते'].length)
    expect(weightedLength('🔥')).toBe(2)
    expect(weightedLength('https://example.test/a/very/long/path/indeed/and/more')).toBe(23)
  })

  it('carry a long text in the note and cut the short one without tearing an escape', () => {
    const world = new World(() => NOW)
    const text = `${'अ'.repeat(266)} & ${'ब'.repeat(100)} #अंत`
    const { post } = world.create({ text })
    expect(post.note_tweet?.text).toBe(escapeText(text))
    expect(post.text.endsWith('…')).toBe(true)
    expect(post.text).not.toMatch(/&[a-z]*…$/)
    expect(post.entities?.hashtags).toBeUndefined()
    expect(post.note_tweet?.entities?.hashtags?.[0]?.tag).toBe('अंत')
  })

  it('have place, picture and conversation as X has them', () => {
    const world = new World(() => NOW)
    const root = world.create({ text: 'आग', author: 'asha', place: 'Gomti Nagar, Lucknow', point: [80.99, 26.85], media: ['photo'] })
    expect(root.post.geo).toEqual({ place_id: root.place?.id, coordinates: { type: 'Point', coordinates: [80.99, 26.85] } })
    expect(root.post.entities?.urls?.[0]?.media_key).toBe(root.post.attachments?.media_keys[0])
    const reply = world.create({ text: 'कहाँ?', replyTo: root.id })
    expect(reply.post).toMatchObject({ conversation_id: root.id, in_reply_to_user_id: root.post.author_id, referenced_tweets: [{ type: 'replied_to', id: root.id }] })
    expect(root.post.public_metrics.reply_count).toBe(1)
  })

  it('grow a chain with each edit, and vanish as a whole', () => {
    const world = new World(() => NOW)
    const first = world.create({ text: 'aag gomti nagr me' })
    const second = world.edit(first.id, 'aag gomti nagar me')
    const third = world.edit(first.id, 'aag gomti nagar lucknow me')
    expect(third.post.edit_history_tweet_ids).toEqual([first.id, second.id, third.id])
    expect(third.post.edit_controls.edits_remaining).toBe(3)
    world.hide(second.id, 'deleted')
    expect([first, second, third].map(version => version.visibility)).toEqual(['deleted', 'deleted', 'deleted'])
  })
})

describe('snowflakes', () => {
  it('carry their millisecond and grow', () => {
    const mint = new IdMint()
    const ids = [NOW, NOW, NOW + 1].map(at => mint.next(at))
    expect(ids.map(timeOf)).toEqual([NOW, NOW, NOW + 1])
    expect(ids.toSorted(compareIds)).toEqual(ids)
    expect(compareIds(snowflakeAt(NOW), ids[0] ?? '')).toBeLessThan(0)
  })

  it('never repeat when the clock goes back and forth', () => {
    const mint = new IdMint()
    const ids = Array.from({ length: 100 }, (_, index) => mint.next(NOW + (index % 3)))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('compare as numbers do', () => {
    const id = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n })
    fc.assert(fc.property(id, id, (a, b) => {
      expect(Math.sign(compareIds(String(a), String(b)))).toBe(a < b ? -1 : a > b ? 1 : 0)
    }))
  })
})
