import { CLASS, classOf, digitValue } from './script/characters.ts'
import { foldDevanagari } from './script/devanagari.ts'
import { leetWord } from './script/leet.ts'
import { isSyllable, joinSpaced } from './script/spaced.ts'
import { usualSpelling } from './script/spellings.ts'
import { squeeze } from './script/squeeze.ts'
import { fromUrdu } from './script/urdu.ts'

/** Enough for the longest post that X carries; what comes after is not read. */
export const MAX_TOKENS = 6_000
/** Longer runs of letters are not words. */
const MAX_WORD = 32

/** Tokens of more units are no single letter or syllable. */
const LONGEST_LETTER = 3
/** From so many single letters on they are looked at as one spaced word. */
const SHORTEST_ROW = 3
const FULL_STOP = 0x2e
/** A five that is an S: 5uicide, 5harab. */
const LEADING_FIVE = /^(?:u[a-z]|ha)/iu

export type TokenKind = 'word' | 'number' | 'handle' | 'url' | 'emoji'
export type Script = 'latin' | 'devanagari' | 'other' | 'none'

/** A piece of the post: its normal form, and where it stands in the original text (UTF-16 units, end exclusive). */
export interface Token {
  kind: TokenKind
  /**
   * Lower case, NFC, no nukta, no invisible characters, letters repeated three times or more reduced to two; digits in
   * ASCII; signs for letters read (b@chao), spaced letters joined (h e l p), Urdu in Devanagari (مدد → मदद).
   */
  text: string
  start: number
  end: number
  script: Script
  /** Distance along the text in words, where punctuation adds to it: a comma one, the end of a sentence nine. */
  step: number
  sentence: number
  isTag: boolean
  /** A letter was written three times or more: the lexicon also tries the word without its doubled letters. */
  isStretched: boolean
}

/** Emoji that mean something to triage; the others only take up a place. */
const SPEAKING_EMOJI = new Set(['🚨', '🆘', '😂', '🤣', '😭', '🙏', '😆', '😁', '👏', '💪', '🔪', '🔫', '😱', '😎', '😍', '🥶', '💀', '🙄', '😋', '😜', '😏', '🤪', '🐱', '😄', '😅', '🤭', '🥲', '🎶', '✨', '😤'])

class Tokeniser {
  readonly tokens: Token[] = []
  private step = 0
  private sentence = 0
  /** Single letters in a row so far, and whether there were enough to be a spaced word. */
  private row = 0
  private hasRow = false
  private readonly text: string
  /** Of the text: asked once, since strings come in so many shapes that asking again and again would take longer than reading the units. */
  private readonly length: number
  constructor(text: string) {
    this.text = text
    this.length = text.length
  }

  run(): Token[] {
    const { text, length } = this
    let i = 0
    while (i < length && this.tokens.length < MAX_TOKENS) i = this.next(i)
    return this.hasRow ? joinSpaced(text, this.tokens) : this.tokens
  }

  /** Reads one token or one separator at i and returns where to go on. Always moves forward. */
  private next(i: number): number {
    const { text } = this
    const kind = classOf(text.charCodeAt(i))
    switch (kind) {
      case CLASS.latin: return this.latin(i, false)
      case CLASS.devanagari: return this.run_(i, CLASS.devanagari, 'devanagari', false)
      case CLASS.digit: return this.number(i, false)
      case CLASS.arabic: return this.run_(i, CLASS.arabic, 'devanagari', false)
      case CLASS.sign: return this.leet(i) ?? i + 1
      case CLASS.otherLetter: return this.run_(i, CLASS.otherLetter, 'other', false)
      case CLASS.hash: return this.tag(i + 1)
      case CLASS.at: return this.handle(i + 1)
      case CLASS.highSurrogate: return this.astral(i)
      case CLASS.softBreak: this.step += 1; return i + 1
      case CLASS.newline: this.endSentence(3); return i + 1
      case CLASS.sentenceEnd: return this.stop(i)
      default: return i + 1
    }
  }

  private endSentence(distance: number): void {
    if (this.tokens.at(-1)?.sentence !== this.sentence) return
    this.sentence++
    this.step += distance
  }

  /** A full stop inside an abbreviation (U.P.) or a number (11.30) ends nothing; dots in a row are a pause. */
  private stop(i: number): number {
    const { text } = this
    if (text.charCodeAt(i) === FULL_STOP) {
      const after = this.visible(i + 1, 1)
      const before = this.visible(i - 1, -1)
      const isInitial = this.classAt(before) === CLASS.latin && this.classAt(this.visible(before - 1, -1)) !== CLASS.latin
      if (this.classAt(after) === CLASS.digit || (isInitial && text.charCodeAt(after) !== FULL_STOP)) return i + 1
      if (text.charCodeAt(after) === FULL_STOP) {
        let end = after
        while (text.charCodeAt(end) === FULL_STOP) end = this.visible(end + 1, 1)
        this.step += 2
        return end
      }
    }
    this.endSentence(9)
    return i + 1
  }

  private classAt(i: number): number {
    return classOf(this.text.charCodeAt(i))
  }

  /** The nearest unit from i on, in this direction, that is not invisible. */
  private visible(i: number, direction: 1 | -1): number {
    let at = i
    while (at >= 0 && at < this.length && this.classAt(at) === CLASS.ignorable) at += direction
    return at
  }

  /** `length` is that of the value, for the callers that know it: see `this.length`. */
  private add(kind: TokenKind, value: string, start: number, end: number, script: Script, isTag: boolean, isStretched = false, length = value.length): void {
    if (length <= LONGEST_LETTER) this.countRow(value, script)
    else this.row = 0
    this.tokens.push({ kind, text: value, start, end, script, step: this.step++, sentence: this.sentence, isTag, isStretched })
  }

  private countRow(value: string, script: Script): void {
    this.row = (script === 'latin' && value.length === 1) || (script === 'devanagari' && isSyllable(value)) ? this.row + 1 : 0
    if (this.row === SHORTEST_ROW) this.hasRow = true
  }

  /** A word with signs for letters, if there is one here. */
  private leet(start: number): number | null {
    const found = leetWord(this.text, start)
    if (!found) return null
    const value = squeeze(found.value)
    this.add('word', value, start, found.end, 'latin', false, value !== found.value)
    return found.end
  }

  /** Latin letters with apostrophes inside (don't → dont); a link is taken whole. */
  private latin(start: number, isTag: boolean): number {
    const { text, length } = this
    let end = start
    let plain = true
    let breaks = false
    // Most words are small letters without a stretch, and need neither lower case nor squeezing.
    let isSmall = true
    let before = 0
    for (; end < length; end++) {
      const unit = text.charCodeAt(end)
      const kind = classOf(unit)
      if (kind === CLASS.latin) {
        if (isTag && end > start && isCamelBoundary(text, end)) break
        if (unit > 0x7a) plain = false
        else if (unit < 0x61 || unit === before) isSmall = false
        before = unit
      } else if (kind === CLASS.latinMark || kind === CLASS.ignorable) plain = false
      else if ((kind === CLASS.digit || kind === CLASS.at || kind === CLASS.sign || unitIsStar(text, end)) && !isTag) {
        const after = this.leet(start)
        if (after !== null) return after
        break
      }
      else if (kind === CLASS.apostrophe && !breaks && classOf(text.charCodeAt(end + 1)) === CLASS.latin) { breaks = true; plain = false }
      else break
    }
    if (!isTag && isLink(text, start, end)) {
      while (end < length && text.charCodeAt(end) > 0x20) end++
      this.add('url', '', start, end, 'none', false)
      return end
    }
    if (plain && isSmall && end - start <= MAX_WORD) this.add('word', text.slice(start, end), start, end, 'latin', isTag, false, end - start)
    else this.word(start, end, plain, isTag)
    return end
  }

  private word(start: number, end: number, plain: boolean, isTag: boolean): void {
    const raw = this.text.slice(start, Math.min(end, start + MAX_WORD * 3))
    const bare = plain ? raw : raw.normalize('NFKD').replace(/[^A-Za-z]/gu, '')
    const lower = bare.toLowerCase()
    const value = squeeze(lower).slice(0, MAX_WORD)
    if (value) this.add('word', value, start, end, 'latin', isTag, value !== lower)
  }

  private run_(start: number, wanted: number, script: Script, isTag: boolean): number {
    const { text, length } = this
    let end = start
    let hidden = false
    for (; end < length; end++) {
      const kind = classOf(text.charCodeAt(end))
      if (kind === CLASS.ignorable) hidden = true
      else if (kind !== wanted) break
    }
    const raw = text.slice(start, Math.min(end, start + MAX_WORD * 2))
    const shown = hidden ? visible(raw) : raw
    const value = wanted === CLASS.arabic ? fromUrdu(shown) : script === 'devanagari' ? usualSpelling(foldDevanagari(shown)) : raw
    if (!value) return end
    this.add('word', value.slice(0, MAX_WORD), start, end, script, isTag)
    return end
  }

  private number(start: number, isTag: boolean): number {
    const { text, length } = this
    if (text.charCodeAt(start) === 0x35 && !isTag && LEADING_FIVE.test(text.slice(start + 1, start + 3))) {
      const after = this.leet(start)
      if (after !== null) return after
    }
    let end = start
    let value = ''
    for (; end < length; end++) {
      const unit = text.charCodeAt(end)
      const kind = classOf(unit)
      if (kind === CLASS.digit) { if (value.length < MAX_WORD) value += String(digitValue(unit)) }
      else if (kind === CLASS.ignorable || (unit === 0x2c && classOf(text.charCodeAt(end + 1)) === CLASS.digit)) continue
      else break
    }
    this.add('number', value, start, end, 'none', isTag)
    return end
  }

  private tag(start: number): number {
    const { text, length } = this
    let i = start
    while (i < length) {
      const unit = text.charCodeAt(i)
      const kind = classOf(unit)
      if (kind === CLASS.latin) i = this.latin(i, true)
      else if (kind === CLASS.devanagari) i = this.run_(i, CLASS.devanagari, 'devanagari', true)
      else if (kind === CLASS.digit) i = this.number(i, true)
      else if (unit === 0x5f) i++
      else break
      if (this.tokens.length >= MAX_TOKENS) break
    }
    return i
  }

  private handle(start: number): number {
    const { text, length } = this
    let end = start
    while (end < length && isHandleUnit(text.charCodeAt(end)) && end - start < MAX_WORD) end++
    if (end > start) this.add('handle', text.slice(start, end).toLowerCase(), start - 1, end, 'none', false)
    return end
  }

  /** Emoji, and the mathematical letters that people use as bold type (𝗛𝗲𝗹𝗽), which are read as plain ones. */
  private astral(start: number): number {
    const { text, length } = this
    const point = text.codePointAt(start) ?? 0
    if (point < 0x10000) return start + 1
    if (point >= 0x1d400 && point <= 0x1d7ff) {
      let end = start
      while (end < length && (text.charCodeAt(end) === 0xd835 || this.classAt(end) === CLASS.ignorable)) end += text.charCodeAt(end) === 0xd835 ? 2 : 1
      this.word(start, end, false, false)
      return end
    }
    const symbol = text.slice(start, start + 2)
    if (SPEAKING_EMOJI.has(symbol)) this.add('emoji', symbol, start, start + 2, 'none', false)
    return start + 2
  }
}

function unitIsStar(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2a && classOf(text.charCodeAt(at + 1)) !== CLASS.separator
}

function isHandleUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95
}

/** Whether a new word starts here inside a hashtag: aB, or the last capital of ABc. */
function isCamelBoundary(text: string, i: number): boolean {
  const isUpper = (at: number): boolean => { const unit = text.charCodeAt(at); return unit >= 65 && unit <= 90 }
  const isLower = (at: number): boolean => { const unit = text.charCodeAt(at); return unit >= 97 && unit <= 122 }
  return isUpper(i) && (isLower(i - 1) || (isUpper(i - 1) && isLower(i + 1)))
}

function isLink(text: string, start: number, end: number): boolean {
  const after = text.charCodeAt(end)
  if (after !== 0x3a && after !== FULL_STOP) return false
  const scheme = text.slice(start, Math.min(end, start + 6)).toLowerCase()
  return ((scheme === 'http' || scheme === 'https') && text.startsWith('://', end)) || (scheme === 'www' && after === FULL_STOP)
}

function visible(raw: string): string {
  let kept = ''
  for (const unit of raw) if (classOf(unit.charCodeAt(0)) !== CLASS.ignorable) kept += unit
  return kept
}

/** Cuts a post into tokens with their offsets in the original text. Never throws; linear in the text. */
export function normalise(text: string): Token[] {
  return new Tokeniser(text).run()
}
