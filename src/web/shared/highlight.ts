/** A piece of a post's text: evidence for urgency, against it, or neither. */
export interface Segment {
  text: string
  speaks: 'for' | 'against' | null
}

interface Evidence {
  weight: number
  start: number | null
  end: number | null
}

const COMBINING = /^[\p{M}\u200c\u200d]/u

/** Whether a cut before `at` would split a surrogate pair or tear a sign off its letter. */
function splits(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff
  const before = text.charCodeAt(at - 1)
  // A letter after a virama is joined to what came before it.
  const isJoined = before === 0x94d || before === 0x200d
  return isLowSurrogate || isJoined || COMBINING.test(text.slice(at, at + 2))
}

const MAX_STEPS = 16

function outward(text: string, at: number, step: 1 | -1): number {
  let cut = at
  for (let n = 0; n < MAX_STEPS && cut > 0 && cut < text.length && splits(text, cut); n++) cut += step
  return cut
}

/**
 * The text cut into segments by the spans of the evidence. The segments joined are the text. Where spans overlap, the
 * heavier one speaks; spans outside the text are ignored; a cut never tears a letter apart.
 */
export function highlight(text: string, evidence: readonly Evidence[]): Segment[] {
  const spans = evidence
    .flatMap(({ weight, start, end }) => (start === null || end === null || weight === 0 ? [] : [{ weight, start: Math.max(0, start), end: Math.min(text.length, end) }]))
    .filter(({ start, end }) => start < end)
    .map((span) => ({ ...span, start: outward(text, span.start, -1), end: outward(text, span.end, 1) }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const segments: Segment[] = []
  for (const [i, start] of cuts.entries()) {
    const end = cuts[i + 1]
    if (end === undefined) break
    const span = spans.find((one) => one.start <= start && one.end >= end)
    const speaks = !span ? null : span.weight > 0 ? 'for' : 'against'
    const last = segments.at(-1)
    if (last && last.speaks === speaks) last.text += text.slice(start, end)
    else segments.push({ text: text.slice(start, end), speaks })
  }
  return segments
}

const DEVANAGARI = /[\u0900-\u097f]/

/** The language to speak and shape a post's text in: its script says more than X's guess. */
export function langOf(text: string): string {
  return DEVANAGARI.test(text) ? 'hi' : 'en'
}

/** The start of a long text, at most `max` UTF-16 units, cut where no letter is torn. */
export function snippet(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, outward(text, max, -1))}…`
}
