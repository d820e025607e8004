/** Three or more of one letter become two; the lexicon tries two first, then one. */
export function squeeze(word: string): string {
  let out = ''
  let run = 0
  for (let i = 1; i < word.length; i++) {
    run = word.charCodeAt(i) === word.charCodeAt(i - 1) ? run + 1 : 0
    if (run >= 2) {
      if (out === '') out = word.slice(0, i)
      continue
    }
    if (out) out += word[i] ?? ''
  }
  return out || word
}
