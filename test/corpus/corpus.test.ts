import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLabelled } from '../../scripts/eval/labelled.ts'
import type { Labelled } from '../../scripts/eval/labelled.ts'
import { isSos } from '../../src/domain/verdict.ts'

const HERE = import.meta.dirname

function read(part: 'train' | 'test'): Labelled[] {
  return readdirSync(join(HERE, part)).sort().flatMap((name) => readLabelled(join(HERE, part, name)))
}

const train = read('train')
const test = read('test')
const all = [...train, ...test]

/** Words of alarm, in both scripts: what a list of keywords would look for. */
const ALARM = new RegExp(readFileSync(join(HERE, 'alarm-words.txt'), 'utf8').split('\n').map((word) => word.trim()).filter(Boolean)
  .map((word) => (/[a-z]$/u.test(word) ? `(?<![a-z])${word}` : word)).join('|'), 'iu')

const hasAlarm = ({ text }: Labelled): boolean => ALARM.test(text)

describe('the corpus', () => {
  it('is large, and half of its cries have no alarm word', () => {
    const cries = all.filter(({ severity }) => isSos(severity))
    expect(all.length).toBeGreaterThanOrEqual(3_000)
    expect(cries.length).toBeGreaterThanOrEqual(700)
    expect(cries.filter((post) => !hasAlarm(post)).length).toBeGreaterThanOrEqual(cries.length / 2)
  })

  it('has hard negatives: alarm words that mean nothing', () => {
    expect(all.filter((post) => !isSos(post.severity) && hasAlarm(post)).length).toBeGreaterThanOrEqual(900)
  })

  it('labels every post whole, under an id of its own, and says nothing twice', () => {
    expect(all.filter(({ id, idea, category, lang }) => !id || !idea || !category || !lang)).toEqual([])
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(all.map(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''))).size).toBe(all.length)
  })

  it('has a second reader for every post of the test part', () => {
    const read_ = new Set(readFileSync(join(HERE, 'second-reader.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { id: string }).id))
    expect(test.filter(({ id }) => !read_.has(id ?? ''))).toEqual([])
  })

  it('is split by idea', () => {
    const learnt = new Set(train.map(({ idea }) => idea))
    expect(test.filter(({ idea }) => learnt.has(idea))).toEqual([])
  })

  it('never lets a class be the mark of a subject', () => {
    const bySubject = Map.groupBy(train, ({ id }) => (id ?? '').split('-')[0])
    for (const [subject, posts] of bySubject) {
      const share = posts.filter(({ severity }) => isSos(severity)).length / posts.length
      expect(share, subject).toBeGreaterThan(0.04)
      expect(share, subject).toBeLessThan(0.6)
    }
  })
})
