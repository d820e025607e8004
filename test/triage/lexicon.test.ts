import { describe, expect, test } from 'vitest'
import { CATEGORIES } from '../../src/domain/verdict.ts'
import { CUES, VOCABULARY } from '../../src/triage/lexicon/lexicon.ts'
import { Recogniser } from '../../src/triage/lexicon/recognise.ts'
import { conjugate } from '../../src/triage/lexicon/inflect.ts'
import { normalise } from '../../src/triage/normalise.ts'
import { isSos } from '../../src/domain/verdict.ts'
import { explain, judge } from './judge.ts'

const recogniser = new Recogniser(VOCABULARY, new Map(), () => -1)

function ideasOf(word: string): string[] {
  const [token] = normalise(word)
  if (!token) return []
  const { english, hindi } = recogniser.spelling(token)
  return [...(english?.ideas ?? []), ...(hindi?.ideas ?? [])].map((idea) => VOCABULARY.names[idea] ?? '')
}

describe('one word in its many spellings', () => {
  test.each([
    ['not', ['nahi', 'nhi', 'nahin', 'ni', 'nai', 'nehi', 'नहीं', 'नही', 'not', "don't"]],
    ['door', ['darwaza', 'darwaja', 'darvaaza', 'drwaza', 'दरवाज़ा', 'दरवाजे', 'door', 'doors']],
    ['police', ['police', 'pulis', 'polic', 'पुलिस']],
    ['ambulance', ['ambulance', 'ambulence', 'embulance', 'एम्बुलेंस', 'एंबुलेंस']],
    ['weapon', ['katta', 'tamancha', 'तमंचा', 'chaku', 'चाकू', 'talwar', 'तलवार', 'knife', 'revolver']],
    ['prog', ['raha', 'rha', 'rahe', 'rhe', 'rahi', 'rhi', 'रहा', 'रहे', 'रही']],
    ['help', ['help', 'hlp', 'madad', 'madat', 'मदद', 'bachao', 'bachaooo', 'बचाओ', 'heeelp']],
    ['steal', ['chori', 'चोरी', 'stole', 'stolen', 'stealing', 'churaya']],
    ['animal', ['bandar', 'bandaro', 'बंदरों', 'dogs', 'kutte']],
  ])('%s', (idea, spellings) => {
    for (const spelling of spellings) expect(ideasOf(spelling), spelling).toContain(idea)
  })

  test('a verb has all its forms, in both scripts', () => {
    expect(conjugate('tod').map((form) => form.text)).toEqual(expect.arrayContaining(['tod', 'toda', 'todta', 'todna', 'todkar', 'todega', 'todunga', 'todo']))
    expect(conjugate('मार').map((form) => form.text)).toEqual(expect.arrayContaining(['मार', 'मारा', 'मारता', 'मारने', 'मारेंगे', 'मारूंगा']))
  })

  test.each(['waha', 'pit', 'bad', 'dubai', 'done', 'us', 'गली', 'बाद', 'बाग'])('%s is no danger', (word) => {
    expect(ideasOf(word)).not.toEqual(expect.arrayContaining(['peet']))
    expect(isSos(judge(`${word} ${word} ${word}`).severity)).toBe(false)
  })
})

describe('a word of both languages', () => {
  test('is read in the language of its neighbours', () => {
    expect(judge('they beat me in the house').reasons.some((reason) => reason.signal === 'modifier:mine')).toBe(true)
    expect(judge('ghar me the log bahut the').reasons.filter((reason) => reason.signal.startsWith('cue:'))).toEqual([])
  })
})

describe('the cues', () => {
  test('each has its category, patterns, a sentence for the officer and an id of its own', () => {
    expect(new Set(CUES.cues.map((cue) => cue.id)).size).toBe(CUES.cues.length)
    for (const cue of CUES.cues) {
      expect(CATEGORIES).toContain(cue.category)
      expect(cue.say.length).toBeGreaterThan(0)
      expect(cue.because.length).toBeGreaterThan(3)
    }
  })

  test('every category but none is reachable', () => {
    const reached = new Set(CUES.cues.map((cue) => cue.category))
    expect(CATEGORIES.filter((category) => !reached.has(category))).toEqual([])
  })

  test('a slip in a cue shows at start-up', () => {
    expect(() => VOCABULARY.idOf('dooor')).toThrow(/knows no word/u)
  })
})

/** One floor each: danger to life in a plain sentence, in each script that people use for it. */
const FLOORS: readonly (readonly [floor: string, texts: readonly string[]])[] = [
  ['missing-person', ['meri beti gayab hai', 'मेरा बेटा लापता है', 'my daughter is missing since morning']],
  ['threat-to-kill', ['wo bol raha hai jaan se maar dega mujhe', 'वे मुझे जान से मार देंगे', 'they are going to kill me']],
  ['stabbed', ['mere bhai ko chaku maar diya', 'मेरे भाई को चाकू मार दिया', 'someone stabbed my brother please help']],
  ['held-captive', ['mujhe kamre me band kar diya hai', 'मुझे कमरे में बंद कर दिया है', 'they locked me inside a room']],
  ['self-harm', ['main jeena nahi chahta', 'मैं जीना नहीं चाहती', 'I want to end my life']],
  ['fire', ['mere ghar me aag lag gayi hai', 'मेरे घर में आग लग गई है', 'my house is on fire']],
  ['intruder', ['ghar me log ghus aaye hain', 'घर में लोग घुस आए हैं', 'they are breaking the door']],
  ['kidnapped', ['mere bhai ko kidnap kar liya', 'मेरे भाई का अपहरण कर लिया', 'my brother has been kidnapped']],
  ['drowning', ['bachcha nadi me doob raha hai', 'बच्चा नदी में डूब रहा है', 'a child is drowning in the river']],
  ['medical', ['papa saans nahi le rahe', 'पापा बेहोश हो गए हैं', 'my mother is not breathing']],
]

describe('danger to life is critical', () => {
  test.each(FLOORS.flatMap(([floor, texts]) => texts.map((text) => [floor, text] as const)))('%s: %s', (_, text) => {
    expect(judge(text).severity, explain(text, judge(text))).toBe('critical')
  })
})
