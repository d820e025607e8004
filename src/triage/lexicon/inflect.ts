/** What the ending of a word says, as bits. */
export const FEATURE = { perf: 1, habit: 2, inf: 4, fut: 8, imp: 16, conj: 32, ing: 64 } as const
export type Feature = keyof typeof FEATURE

export interface Form {
  text: string
  features: number
}

type Endings = readonly (readonly [feature: number, endings: string])[]

const ROMAN_AFTER_CONSONANT: Endings = [
  [FEATURE.perf, 'a i e in'], [FEATURE.habit, 'ta ti te'], [FEATURE.inf, 'na ne ni'], [FEATURE.conj, 'kar ke kr kay'],
  [FEATURE.fut, 'ega egi enge engi unga ungi oge ega'], [FEATURE.imp, 'o iye iyega'],
]
const ROMAN_AFTER_VOWEL: Endings = [
  [FEATURE.perf, 'ya yi ye i e'], [FEATURE.habit, 'ta ti te'], [FEATURE.inf, 'na ne ni'], [FEATURE.conj, 'kar ke kr'],
  [FEATURE.fut, 'ega yega egi yegi enge yenge unga ungi oge'], [FEATURE.imp, 'o iye'],
]
const DEVANAGARI_AFTER_CONSONANT: Endings = [
  [FEATURE.perf, 'ा ी े ीं'], [FEATURE.habit, 'ता ती ते'], [FEATURE.inf, 'ना ने नी'], [FEATURE.conj, 'कर के'],
  [FEATURE.fut, 'ेगा ेगी ेंगे ेगे ेंगी ूंगा ूंगी ुंगा ुंगी ोगे'], [FEATURE.imp, 'ो िए िये िएगा'],
]
const DEVANAGARI_AFTER_VOWEL: Endings = [
  [FEATURE.perf, 'या यी ई ये ए'], [FEATURE.habit, 'ता ती ते'], [FEATURE.inf, 'ना ने नी'], [FEATURE.conj, 'कर के'],
  [FEATURE.fut, 'एगा येगा एगी येगी एंगे येंगे एंगी ऊंगा ऊंगी ओगे'], [FEATURE.imp, 'ओ इए इये'],
]

/** The forms of a Hindi verb from its stem, Roman or Devanagari. The stem alone carries no feature. */
export function conjugate(stem: string): Form[] {
  const last = stem.charCodeAt(stem.length - 1)
  const isDevanagari = last >= 0x900
  const endsInVowel = isDevanagari ? !(last >= 0x915 && last <= 0x939) : 'aeiou'.includes(stem.at(-1) ?? '')
  const endings = isDevanagari
    ? (endsInVowel ? DEVANAGARI_AFTER_VOWEL : DEVANAGARI_AFTER_CONSONANT)
    : (endsInVowel ? ROMAN_AFTER_VOWEL : ROMAN_AFTER_CONSONANT)
  const forms: Form[] = [{ text: stem, features: 0 }]
  for (const [features, list] of endings) for (const ending of list.split(' ')) forms.push({ text: stem + ending, features })
  return forms
}

/** What a regular English ending says. */
export function englishFeatures(word: string): number {
  if (word.length > 4 && word.endsWith('ing')) return FEATURE.ing
  if (word.length > 3 && word.endsWith('ed')) return FEATURE.perf
  return 0
}
