/** Letters that may follow the first letter of a group which is written as one. */
const SOFT: Readonly<Record<string, string>> = { w: 'v', z: 'j', q: 'k', x: 'ks' }

/**
 * The key under which the many Roman spellings of a Hindi word meet: long and short vowels alike, v/w, z/j, f/ph, sh/s,
 * aspiration dropped, doubled letters written once, a final nasal after a vowel dropped. `hain`, `hai`, `he` and `hei`
 * all fold to `he`. One pass, linear.
 */
export function fold(word: string): string {
  let key = ''
  let last = ''
  for (let i = 0; i < word.length; i++) {
    const letter = word[i] ?? ''
    const next = word[i + 1] ?? ''
    let out = SOFT[letter] ?? letter
    if (letter === 'a' && (next === 'i' || next === 'y') && !isVowel(word[i + 2] ?? '')) { out = 'e'; i++ }
    else if (letter === 'a' && (next === 'u' || next === 'w') && !isVowel(word[i + 2] ?? '')) { out = 'o'; i++ }
    else if (letter === 'e' && next === 'e') { out = 'i'; i++ }
    else if (letter === 'o' && next === 'o') { out = 'u'; i++ }
    else if (letter === 'p' && next === 'h') { out = 'f'; i++ }
    else if (letter === 'h' && isBreath(word, i)) continue
    else if (letter === 'y' && last === 'i' && isVowel(next)) continue
    if (out === last) continue
    key += out
    last = out.at(-1) ?? ''
  }
  if (key.length > 2 && key.endsWith('n') && isVowel(key.at(-2) ?? '')) key = key.slice(0, -1)
  if (key.length > 2 && key.endsWith('h') && isVowel(key.at(-2) ?? '')) key = key.slice(0, -1)
  return key
}

/** An h that only breathes on the consonant before it: kh, chh, sh. */
function isBreath(word: string, at: number): boolean {
  const before = word[at - 1] === 'h' ? word[at - 2] : word[at - 1]
  return before !== undefined && 'kgcjtdbsr'.includes(before)
}

function isVowel(letter: string): boolean {
  return letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u'
}

/** The consonants of a fold with its first letter kept: a weak key for words of five letters and more. */
export function skeleton(key: string): string {
  let bones = key[0] ?? ''
  for (let i = 1; i < key.length; i++) {
    const letter = key[i] ?? ''
    if (!isVowel(letter) && letter !== 'y') bones += letter
  }
  return bones
}
