import { beforeEach, describe, expect, test, vi } from 'vitest'
import { MAX_TOKENS, normalise } from '../../src/triage/normalise.ts'
import { judge } from './judge.ts'

/** How often a word was held against a place of a pattern: the only loop of triage that could grow faster than the post. */
const looks = vi.hoisted(() => ({ count: 0 }))
vi.mock(import('../../src/triage/signals/neighbours.ts'), async (load) => {
  const real = await load()
  return { ...real, matchAt: (...args: Parameters<typeof real.matchAt>) => { looks.count++; return real.matchAt(...args) } }
})

/** Words that begin many cues and finish none, in three dresses. */
const NEAR_MISSES: Readonly<Record<string, string>> = {
  hinglish: 'darwaza tod ghar me ghus nahi jaan se maar kamre me band log mere bhai ko ',
  devanagari: 'दरवाजा तोड़ घर में घुस नहीं जान से मार कमरे में बंद लोग मेरे भाई को ',
  english: 'they are my brother in a room with knife no fire at house not come ',
  places: 'Rampur Civil Lines Gomti Nagar Raj Nagar sector thana Kotwali ',
  roads: 'Yamuna Expressway km nh 19 se 5 km train 12565 coach S4 Agra se Etah road ',
  urdu: 'گھر میں گھس نہیں جان سے مار کمرے میں بند لوگ میرے بھائی کو ',
  leet: 'b@ch@o@ h3lp5 m@r@m 5u a*b*c $$ ',
  spaced: 'h e l p a ब चा गा मा ',
}

describe('the work', () => {
  beforeEach(() => { looks.count = 0 })

  test.each(Object.entries(NEAR_MISSES))('grows no faster than a hostile post: %s', (_, phrase) => {
    judge(phrase.repeat(20))
    const small = looks.count
    looks.count = 0
    judge(phrase.repeat(200))
    expect(looks.count).toBeLessThanOrEqual(Math.max(small, 1) * 12)
  })

  test.each(Object.entries(NEAR_MISSES))('of one word is bounded: %s', (_, phrase) => {
    const text = phrase.repeat(300)
    judge(text)
    expect(looks.count / normalise(text).length).toBeLessThan(400)
  })

  test.each([['latin', 'a '], ['devanagari', 'गा '], ['leet', 'a@'], ['stars', 'a*'], ['urdu', 'ھا '], ['dots', 'a.']])('of a row without an end stays small: %s', (_, letter) => {
    const text = letter.repeat(50_000)
    expect(normalise(text).length).toBeLessThanOrEqual(MAX_TOKENS)
    expect(judge(text).place.districtId).toBeNull()
  })

  test('stops at a number of words, so that a post of any length is judged', () => {
    const text = 'a,'.repeat(50_000)
    expect(normalise(text).length).toBe(MAX_TOKENS)
    expect(judge(text).severity).toBe('none')
  })
})
