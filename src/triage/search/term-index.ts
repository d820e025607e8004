import type { Term } from './fold-terms.ts'

/** Bytes of one piece: scanned without a break, in about a millisecond. */
const PIECE_BYTES = 1 << 20

/** Folded texts of many dockets, end to end, so that a search is a scan of bytes. */
interface Piece {
  bytes: Buffer
  used: number
  /** Where each text begins, ascending, and whose it is. */
  starts: number[]
  slots: number[]
}

/** Where the text of a slot lies. */
interface Place {
  piece: number
  start: number
  length: number
}

/**
 * Texts by slot, searched for words. A text that changes is written anew and its old bytes are blanked, so that reading
 * never meets two; what that leaves unused is won back when nothing of a piece is in use.
 */
export class TermIndex {
  readonly #pieceBytes: number
  readonly #pieces: Piece[] = []
  // Piece, start and length of each slot, three numbers apiece.
  #places = new Uint32Array(3 * 1024).fill(0)

  constructor(pieceBytes = PIECE_BYTES) {
    this.#pieceBytes = pieceBytes
  }

  /** Pieces to scan, each in a turn of its own. */
  get pieces(): number {
    return this.#pieces.length
  }

  get bytes(): number {
    return this.#pieces.length * this.#pieceBytes + this.#places.byteLength
  }

  /** @param terms of docketTerms: Roman letters, digits and spaces. An empty text removes it. */
  set(slot: number, terms: string): void {
    const old = this.#placeOf(slot)
    if (old && this.#textAt(old) === terms) return
    if (old) this.#pieces[old.piece]?.bytes.fill(0, old.start, old.start + old.length)
    this.#keep(slot, { piece: 0, start: 0, length: 0 })
    const length = Math.min(terms.length, this.#pieceBytes)
    if (length === 0) return
    let at = this.#pieces.length - 1
    let piece = this.#pieces[at]
    if (!piece || piece.used + length > this.#pieceBytes) {
      piece = { bytes: Buffer.alloc(this.#pieceBytes), used: 0, starts: [], slots: [] }
      at = this.#pieces.push(piece) - 1
    }
    piece.bytes.write(terms.slice(0, length), piece.used, 'latin1')
    piece.starts.push(piece.used)
    piece.slots.push(slot)
    this.#keep(slot, { piece: at, start: piece.used, length })
    piece.used += length
  }

  /** Calls `found` for each slot of a piece in whose text every word is found. */
  search(at: number, terms: readonly Term[], found: (slot: number) => void): void {
    const piece = this.#pieces[at]
    const [first, ...others] = terms.toSorted((a, b) => b.text.length - a.text.length)
    if (!piece || !first) return
    const { bytes, starts, slots, used } = piece
    const needles = [first, ...others].map(needleOf)
    const [lead, ...rest] = needles
    let text = 0
    let last = -1
    for (let hit = lead ? lead.next(bytes, 0, used) : -1; hit >= 0 && lead; ) {
      while ((starts[text + 1] ?? Infinity) <= hit) text++
      const end = starts[text + 1] ?? used
      const slot = slots[text] ?? -1
      const isCurrent = this.#isAt(slot, at, starts[text] ?? 0)
      if (text !== last && isCurrent && hasAll(bytes.subarray(starts[text], end), rest)) found(slot)
      last = text
      // The rest of this text cannot add anything.
      hit = lead.next(bytes, end, used)
    }
  }

  #textAt({ piece, start, length }: Place): string {
    return this.#pieces[piece]?.bytes.toString('latin1', start, start + length) ?? ''
  }

  #placeOf(slot: number): Place | null {
    const length = this.#places[slot * 3 + 2] ?? 0
    return length === 0 ? null : { piece: this.#places[slot * 3] ?? 0, start: this.#places[slot * 3 + 1] ?? 0, length }
  }

  #isAt(slot: number, piece: number, start: number): boolean {
    return (this.#places[slot * 3 + 2] ?? 0) > 0 && this.#places[slot * 3] === piece && this.#places[slot * 3 + 1] === start
  }

  #keep(slot: number, { piece, start, length }: Place): void {
    if (slot * 3 + 2 >= this.#places.length) {
      const grown = new Uint32Array(Math.max(this.#places.length * 2, (slot + 1) * 3))
      grown.set(this.#places)
      this.#places = grown
    }
    this.#places.set([piece, start, length], slot * 3)
  }
}

/** Cut to the text: what a word does not find there it must not look for elsewhere. */
function hasAll(text: Buffer, needles: readonly Needle[]): boolean {
  return needles.every((needle) => needle.next(text, 0, text.length) >= 0)
}

interface Needle {
  /** Where it is found next in [from, to), or -1. */
  next(bytes: Buffer, from: number, to: number): number
}

const SPACE = 0x20

/** A word of three letters or more is found anywhere; a shorter one begins a word; a number begins or ends one. */
function needleOf({ text, isNumber }: Term): Needle {
  const word = Buffer.from(text, 'latin1')
  const isWhole = (bytes: Buffer, at: number): boolean => {
    if (isNumber) return bytes[at - 1] === SPACE || bytes[at + word.length] === SPACE
    return word.length > 2 || bytes[at - 1] === SPACE
  }
  return {
    next(bytes, from, to) {
      for (let at = bytes.indexOf(word, from); at >= 0 && at + word.length <= to; at = bytes.indexOf(word, at + 1)) if (isWhole(bytes, at)) return at
      return -1
    },
  }
}
