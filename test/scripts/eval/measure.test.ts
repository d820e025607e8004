import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { postOf, readLabelled } from '../../../scripts/eval/labelled.ts'
import { Refusal } from '../../../scripts/prepare/refusal.mjs'
import { errorOf, measure, ratio } from '../../../scripts/eval/measure.ts'
import type { Judged } from '../../../scripts/eval/measure.ts'
import type { Severity } from '../../../src/domain/verdict.ts'
import { makeVerdict } from '../../posts.ts'

const folder = mkdtempSync(join(tmpdir(), 'prahari-eval-'))
const evaluate = join(import.meta.dirname, '../../../scripts/eval.ts')

function file(name: string, ...lines: unknown[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return path
}

function judged(truth: Severity, said: Severity, score: number): Judged {
  return { truth: { text: 'x', severity: truth, category: 'fire', district: null, lang: 'en', followUp: null, id: null, idea: null }, verdict: makeVerdict(said, { score, category: 'fire' }) }
}

describe('labelled posts', () => {
  it('reads what is labelled, knows districts by id and by name in both scripts, ignores what it does not know', () => {
    const path = file('good.jsonl', { text: 'a', severity: 'high', district: 'Lucknow', more: 1 }, '', { text: 'b', severity: 'none', district: 'लखनऊ', lang: 'hi' }, { text: 'c', severity: 'low' })
    expect(readLabelled(path).map(({ severity, district, lang }) => ({ severity, district, lang }))).toEqual([
      { severity: 'high', district: 'lucknow', lang: undefined }, { severity: 'none', district: 'lucknow', lang: 'hi' }, { severity: 'low', district: null, lang: undefined },
    ])
  })

  it.each([
    ['no JSON', '{', /line 1 is not JSON/u],
    ['an unknown severity', { text: 'a', severity: 'dire' }, /line 1: severity/u],
    ['an unknown district', { text: 'a', severity: 'high', district: 'Atlantis' }, /no district "Atlantis"/u],
    ['no text', { severity: 'high' }, /text/u],
  ])('refuses %s with file, line and reason', (name, line, reason) => {
    const path = file(`${name}.jsonl`, line)
    expect(() => readLabelled(path)).toThrow(Refusal)
    expect(() => readLabelled(path)).toThrow(reason)
  })

  it('finds the tags of a text', () => {
    expect(postOf('@PrahariUP dekhiye #जाम #Help2').mentions).toEqual(['prahariup'])
    expect(postOf('@PrahariUP dekhiye #जाम #Help2').hashtags).toEqual(['जाम', 'Help2'])
  })
})

describe('the figures', () => {
  const posts = [judged('critical', 'critical', 95), judged('critical', 'high', 70), judged('high', 'normal', 40), judged('normal', 'high', 65), judged('none', 'none', 0), judged('none', 'none', 0)]

  it('count what rings against what must', () => {
    const figures = measure(posts)
    expect(figures.sosRecall).toEqual({ part: 2, of: 3 })
    expect(figures.sosPrecision).toEqual({ part: 2, of: 3 })
    expect(figures.criticalRings).toEqual({ part: 2, of: 2 })
    expect(figures.criticalRecall).toEqual({ part: 1, of: 2 })
    expect(figures.criticalPrecision).toEqual({ part: 1, of: 1 })
    expect(ratio(figures.falseRings)).toBeCloseTo(1 / 3)
    expect(figures.categoryF1).toBe(1)
    expect(figures.confusion[0]).toEqual([1, 1, 0, 0, 0])
    expect(figures.budgets[0]).toMatchObject({ budget: 0.01, recall: { part: 1, of: 3 }, ceiling: 1 / 3 })
  })

  it('hold a missed cry for the worst error', () => {
    const [, , missed, rang] = posts
    expect(missed && errorOf(missed)).toBeGreaterThan(rang ? errorOf(rang) : NaN)
  })
})

describe('npm run eval', () => {
  const path = file('two.jsonl', { text: 'घर में आग लगी है, बच्चे अंदर फंसे हैं, जल्दी आइए', severity: 'critical', category: 'fire', lang: 'hi' }, { text: 'chai badhiya thi', severity: 'none', category: 'spam_other', lang: 'hinglish' })

  it('prints a table, and the same as JSON', () => {
    const text = execFileSync(process.execPath, [evaluate, path, '--errors', '3'], { encoding: 'utf8' })
    expect(text).toMatch(/SoS recall +100\.0 % 1\/1/u)
    const json = JSON.parse(execFileSync(process.execPath, [evaluate, path, '--json'], { encoding: 'utf8' })) as { posts: number; byLanguage: Record<string, unknown> }
    expect(json.posts).toBe(2)
    expect(Object.keys(json.byLanguage)).toEqual(['hi', 'hinglish'])
  })

  it('says in one line what is wrong, and fails', () => {
    const { status, stderr } = spawnSync(process.execPath, [evaluate, join(folder, 'absent.jsonl')], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
