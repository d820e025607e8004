import { describe, expect, test } from 'vitest'
import { isSos } from '../../src/domain/verdict.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { readByRules, triage } from '../../src/triage/triage.ts'
import { makePost } from '../posts.ts'
import { explain, judge } from './judge.ts'

function score(text: string): number {
  return judge(text).score
}

describe('the same event', () => {
  test.each([
    ['now before yesterday', 'abhi log mere bhai ko peet rahe hain', 'kal log mere bhai ko peet rahe the'],
    ['one of mine before nobody', 'meri behan ko peet rahe hain', 'peet rahe hain'],
    ['told before denied', 'mere ghar me aag lagi hai', 'mere ghar me aag nahi lagi hai'],
    ['told before asked', 'mera mobile chori ho gaya', 'mobile chori ho to kya kare?'],
    ['told before what might be', 'yaha accident ho gaya hai log ghayal hain', 'yaha kabhi bhi accident ho sakta hai'],
    ['told before a film', 'ladki ko chaku maar diya', 'film me ladki ko chaku maar diya'],
    ['told before news', 'they have kidnapped my brother', 'Breaking: court news, they have kidnapped a trader says police, two arrested'],
    ['told before thanks', 'mera beta gayab hai', 'mera beta gayab tha, mil gaya, dhanyavad'],
    ['told before politics', 'yaha goli chal rahi hai', 'sarkar ke raaj me goli chal rahi hai, vote soch ke do'],
    ['again and again after now', 'pati mujhe maar raha hai', 'pati roz maarta hai mujhe'],
    ['a child before a grown man', 'ek bachche ko peet rahe hain', 'kisi ko peet rahe hain'],
  ])('%s', (_, more, less) => {
    expect(score(more), `${explain(more, judge(more))}\n\n${explain(less, judge(less))}`).toBeGreaterThan(score(less))
  })

  // By the rules: the learnt model may move two that stay in one band past each other.
  test('yesterday before years ago', () => {
    const [yesterday, old] = ['kal mere bhai ko peeta gaya tha', '3 saal pehle mere bhai ko peeta gaya tha']
    const ruled = (text: string): number => readByRules(makePost({ text }), DEFAULT_TRIAGE_POLICY).score
    expect(ruled(yesterday)).toBeGreaterThan(ruled(old))
    expect([judge(yesterday).severity, judge(old).severity]).toEqual(['normal', 'normal'])
  })

  test.each(['help', 'please help', 'urgent', 'urgent help please sir', 'madad karo jaldi', 'सहायता करें तुरंत', 'SOS 🆘'])('%s alone does not ring', (text) => {
    expect(isSos(judge(text).severity)).toBe(false)
  })

  test('since yesterday is not over for somebody who is missing or held', () => {
    expect(judge('kal raat se meri beti gayab hai').severity).toBe('critical')
    expect(judge('2 din se mujhe kamre me band kar rakha hai').severity).toBe('critical')
  })

  test('what is over never rings, however grave', () => {
    for (const text of ['pichle mahine mere bhai ko goli maar di thi', '2019 me gunde ghar me ghus gaye the aur sabko peeta tha, case 5 saal se chal raha hai', 'last year my sister was kidnapped and beaten']) {
      expect(isSos(judge(text).severity), explain(text, judge(text))).toBe(false)
    }
  })

  test('a danger to the author overrules a word of film that stands apart', () => {
    const text = 'Film dekh kar lautte waqt ab hamari gaadi ko gundo ne gher liya hai, abhi gaadi ka sheesha tod rahe hain'
    expect(isSos(judge(text).severity), explain(text, judge(text))).toBe(true)
  })
})

describe('what the police themselves post', () => {
  test('asks for nothing', () => {
    const text = 'ghar me ghus kar maar rahe hain, aise log pakde jayenge'
    const post = makePost({ text, author: { id: '1', handle: 'PrahariUP', name: 'Prahari', location: null, followers: 1 } })
    expect(triage(post, DEFAULT_TRIAGE_POLICY).severity).toBe('none')
  })
})

describe('an administrator', () => {
  test('moves the thresholds and weights', () => {
    const post = makePost({ text: 'do ladke mera peecha kar rahe hain' })
    expect(triage(post, DEFAULT_TRIAGE_POLICY).severity).toBe('high')
    const strict = { ...DEFAULT_TRIAGE_POLICY, severityFrom: { critical: 95, high: 90, normal: 30, low: 10 } }
    expect(triage(post, strict).severity).toBe('normal')
    const rulesOnly = { ...DEFAULT_TRIAGE_POLICY, model: { ...DEFAULT_TRIAGE_POLICY.model, most: { up: 0, down: 0 } } }
    expect(triage(post, rulesOnly).severity).toBe('critical')
    const calm = { ...rulesOnly, when: { ...DEFAULT_TRIAGE_POLICY.when, now: 0.5 } }
    expect(triage(post, calm).score).toBeLessThan(triage(post, rulesOnly).score)
  })
})

describe('who must be masked', () => {
  test.each([
    ['bus me ek aadmi mujhe galat tarike se chhu raha hai', true],
    ['meri 8 saal ki beti school se nahi lauti, ghar nahi aayi', true],
    ['mera purse chori ho gaya Lucknow me', false],
    ['Hazratganj me jaam laga hai', false],
  ])('%s', (text, expected) => {
    expect(judge(text).isProtected, explain(text, judge(text))).toBe(expected)
  })
})
