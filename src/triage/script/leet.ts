/** Signs that stand for letters inside a word: b@chao, h3lp, k0i, $harab. */
const LETTERS: Readonly<Record<string, string>> = { '@': 'a', $: 's', '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't' }
/** Words of which a letter is starred out, so that no filter finds them. */
const STARRED: Readonly<Record<string, string>> = {
  'r*pe': 'rape', 'ra*e': 'rape', 'r**e': 'rape', 'r*ped': 'raped', 'su*cide': 'suicide', 's*icide': 'suicide', 'sui*ide': 'suicide', 's**cide': 'suicide', 'suic*de': 'suicide', 'k*ll': 'kill', 'ki*l': 'kill', 'k**l': 'kill', 'k*lled': 'killed',
  'm*rder': 'murder', 'mu*der': 'murder', 'm**der': 'murder', 'g*n': 'gun', 'kn*fe': 'knife', 'b*mb': 'bomb', 'm*r': 'mar', 'ma*': 'mar', 'm*ar': 'maar', 'h*lp': 'help', 'd*ad': 'dead', 'd*e': 'die', 'h*ng': 'hang', 's*xual': 'sexual', 'ab*se': 'abuse', 'a**ault': 'assault', 'as*ault': 'assault', 'g*li': 'goli', 'b*chao': 'bachao',
}
const LONGEST = 24
/** An address or a handle has more before or after its @. */
const MOST_BEFORE_AT = 3
const MOST_AFTER_AT = 6

/** A word written with signs for letters, and where it ends. */
export interface LeetWord {
  end: number
  value: string
}

/**
 * Reads a word with signs for letters at `start`, which must be a letter or a `$` or a `5`. Null for what is no such word:
 * number plates, coaches (S4), units, addresses, handles. Looks at 24 units at the most.
 */
export function leetWord(text: string, start: number): LeetWord | null {
  let end = start
  let letters = 0
  let signs = 0
  let hasStar = false
  for (; end < text.length && end - start < LONGEST; end++) {
    const unit = text.charCodeAt(end)
    if (isLetter(unit)) letters++
    else if (unit === 0x2a) hasStar = true
    else if (isSign(unit)) signs++
    else break
  }
  const raw = text.slice(start, end)
  if (hasStar) return starred(raw, start)
  if (signs === 0 || letters < signs || end - start === LONGEST || !isWhole(text, raw, end)) return null
  return { end, value: spelt(raw.toLowerCase()) }
}

function starred(raw: string, start: number): LeetWord | null {
  const value = STARRED[raw.toLowerCase()]
  return value === undefined ? null : { end: start + raw.length, value }
}

/** No number goes on after it, no two digits stand together, and its @ is no handle's and no address's. */
function isWhole(text: string, raw: string, end: number): boolean {
  if (/\d\d/u.test(raw) || /[@_]/u.test(text[end] ?? '') || isDigit(text.charCodeAt(end))) return false
  const last = raw.at(-1) ?? ''
  if (!isLetter(last.charCodeAt(0)) && !(last === '$' || (last === '0' && raw.length <= 4 && /^[a-z]+0$/u.test(raw)))) return false
  const at = raw.indexOf('@')
  if (at < 0) return true
  const after = raw.slice(raw.lastIndexOf('@') + 1)
  return at <= MOST_BEFORE_AT && after.length <= MOST_AFTER_AT && after === after.toLowerCase() && !(text[end] === '.' && isLetter(text.charCodeAt(end + 1)))
}

/** 1 is an l after a vowel (he1p) and an i elsewhere (k1ll). */
function spelt(raw: string): string {
  let out = ''
  for (const sign of raw) out += sign === '1' ? ('aeiou'.includes(out.at(-1) ?? '-') ? 'l' : 'i') : (LETTERS[sign] ?? sign)
  return out
}

function isSign(unit: number): boolean {
  return unit === 0x31 || LETTERS[String.fromCharCode(unit)] !== undefined
}

function isLetter(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}
