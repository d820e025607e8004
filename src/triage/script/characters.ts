/** What a UTF-16 code unit is to the tokeniser. */
export const CLASS = {
  separator: 0, latin: 1, devanagari: 2, digit: 3, ignorable: 4, sentenceEnd: 5, softBreak: 6, otherLetter: 7,
  highSurrogate: 8, apostrophe: 9, hash: 10, at: 11, newline: 12, latinMark: 13, arabic: 14, sign: 15,
} as const

const TABLE = buildTable()

/** The class of a code unit: one array read, so that tokenising stays linear and quick. */
export function classOf(unit: number): number {
  return TABLE[unit] ?? CLASS.separator
}

/** The value of an ASCII, Devanagari or Arabic digit. */
export function digitValue(unit: number): number {
  return unit >= 0x0966 ? unit - 0x0966 : unit >= 0x06f0 ? unit - 0x06f0 : unit >= 0x0660 ? unit - 0x0660 : unit - 48
}

function buildTable(): Uint8Array {
  const table = new Uint8Array(65_536)
  const set = (from: number, to: number, value: number): void => { table.fill(value, from, to + 1) }
  // Scripts that the lexicon does not read (Bengali, Gurmukhi, …) still make tokens, so that distances stay right.
  set(0x0370, 0x1fff, CLASS.otherLetter)
  set(0x3040, 0xd7ff, CLASS.otherLetter)
  set(0x41, 0x5a, CLASS.latin)
  set(0x61, 0x7a, CLASS.latin)
  set(0xc0, 0x24f, CLASS.latin)
  table[0xd7] = table[0xf7] = CLASS.separator
  set(0x300, 0x36f, CLASS.latinMark)
  set(0x1e00, 0x1eff, CLASS.latin)
  set(0xff21, 0xff3a, CLASS.latin) // full-width letters
  set(0xff41, 0xff5a, CLASS.latin)
  set(0x900, 0x97f, CLASS.devanagari)
  set(0x30, 0x39, CLASS.digit)
  set(0x966, 0x96f, CLASS.digit)
  set(0x600, 0x6ff, CLASS.arabic)
  set(0x750, 0x77f, CLASS.arabic)
  set(0x660, 0x669, CLASS.digit)
  set(0x6f0, 0x6f9, CLASS.digit)
  // Zero-width characters, bidi controls, soft hyphen, variation selectors, byte-order mark: invisible, so dropped.
  for (const [from, to] of [[0xad, 0xad], [0x61c, 0x61c], [0x180e, 0x180e], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f], [0xfe00, 0xfe0f], [0xfeff, 0xfeff]] as const) set(from, to, CLASS.ignorable)
  for (const unit of '.!?|।॥…۔؟') table[unit.charCodeAt(0)] = CLASS.sentenceEnd
  for (const unit of ',;:-–—()[]/"“”،؛') table[unit.charCodeAt(0)] = CLASS.softBreak
  for (const unit of "'’‘`") table[unit.charCodeAt(0)] = CLASS.apostrophe
  for (const unit of '\n\r\u2028\u2029') table[unit.charCodeAt(0)] = CLASS.newline
  table[0x23] = table[0xff03] = CLASS.hash
  table[0x24] = CLASS.sign
  table[0x40] = table[0xff20] = CLASS.at
  set(0xd800, 0xdbff, CLASS.highSurrogate)
  return table
}
