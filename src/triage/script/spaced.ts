/** What is looked at of a token. */
interface Piece {
  kind: string
  text: string
  start: number
  end: number
  script: string
  step: number
  sentence: number
  isTag: boolean
}

/** So many single letters in a row, each parted by the same one sign, are a word (h e l p; h.e.l.p); fewer are initials. */
const FEWEST_LATIN = 4
const FEWEST_HINDI = 3
/** In a post that spaces its letters, shorter words are spaced too (m e). */
const FEWEST_BESIDE = 2
/** Longer rows are no words, and each is looked at from every letter of it. */
const MOST = 24
/** Words of one syllable: a row of letters does not begin or end with them. */
const SHORT_WORDS = new Set('में ने को से के का की है हैं हो हूं तो भी ही जो वो ये यह मैं हम पे दो लो जा आ ना या कि था थी थे न व ओ ए जी दे ले तू मां सो छः एक लिए'.split(' '))

/** Joins rows of spaced letters into words; `tokens` come from the tokeniser, offsets are kept. Linear. */
export function joinSpaced<Token extends Piece>(text: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  let shift = 0
  let fewest = FEWEST_LATIN
  for (let at = 0; at < tokens.length && fewest === FEWEST_LATIN; at++) {
    if (tokens[at]?.script === 'latin' && rowFrom(text, tokens, at, FEWEST_LATIN) > at) fewest = FEWEST_BESIDE
  }
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at]
    if (!first) continue
    const last = rowFrom(text, tokens, at, fewest)
    const end = tokens[last]
    if (last === at || !end) {
      joined.push(shift === 0 ? first : { ...first, step: first.step - shift })
      continue
    }
    let value = ''
    for (let i = at; i <= last; i++) value += tokens[i]?.text ?? ''
    joined.push({ ...first, text: value, end: end.end, step: first.step - shift, sentence: end.sentence })
    shift += end.step - first.step
    at = last
  }
  return joined
}

/** The last token of the row of letters that begins here, or the token itself. */
function rowFrom(text: string, tokens: readonly Piece[], at: number, fewest: number): number {
  const first = tokens[at]
  if (!first || !isLetter(first)) return at
  let last = at
  const gap = tokens[at + 1] ? text.slice(first.end, tokens[at + 1]?.start) : ''
  if (gap.length !== 1 || !' .-_'.includes(gap)) return at
  while (last - at < MOST && isNext(text, tokens[last], tokens[last + 1], first, gap)) last++
  if (first.script === 'latin') return last - at + 1 >= fewest ? last : at
  while (last > at && SHORT_WORDS.has(tokens[last]?.text ?? '') && tokens[last]?.text !== 'ओ') last--
  const row = tokens.slice(at, last + 1)
  return row.length >= FEWEST_HINDI && row.some(({ text: letter }) => letter.length === 1 && !SHORT_WORDS.has(letter)) ? last : at
}

function isNext(text: string, token: Piece | undefined, next: Piece | undefined, first: Piece, gap: string): boolean {
  return token !== undefined && next !== undefined && next.script === first.script && isLetter(next, token !== first) && text.slice(token.end, next.start) === gap
}

/** One Roman letter; or one syllable of Devanagari that is no word, where a row has not begun yet. */
function isLetter(token: Piece, isInside = false): boolean {
  if (token.kind !== 'word' || token.isTag) return false
  if (token.script === 'latin') return token.text.length === 1
  return token.script === 'devanagari' && isSyllable(token.text) && (isInside || !SHORT_WORDS.has(token.text))
}

/** A consonant or vowel with no more than signs behind it. */
export function isSyllable(word: string): boolean {
  if (word.length > 3) return false
  for (let i = 1; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (!((unit >= 0x93e && unit <= 0x94c) || unit === 0x902)) return false
  }
  return true
}
