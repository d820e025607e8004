import { StringDecoder } from 'node:string_decoder'

/**
 * Cuts a byte stream into lines, whatever the network made of it: a letter of several bytes may be split between chunks, a
 * chunk may hold many lines or a part of one. Ends of line are LF or CR LF. An empty line is X's heartbeat and is not
 * reported. Memory is bounded and work is linear: each byte is searched once.
 */
export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8')
  readonly #maxLength: number
  readonly #onLine: (line: string) => void
  readonly #onOverlong: (beginning: string) => void
  #pieces: string[] = []
  #length = 0
  #isSkipping = false

  /** @param maxLength longest line in UTF-16 units; of a longer one only the beginning is reported, once. */
  constructor(maxLength: number, onLine: (line: string) => void, onOverlong: (beginning: string) => void) {
    this.#maxLength = maxLength
    this.#onLine = onLine
    this.#onOverlong = onOverlong
  }

  push(chunk: Buffer): void {
    const text = this.#decoder.write(chunk)
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      this.#keep(text.slice(from, at))
      this.#endLine()
      from = at + 1
    }
    if (from < text.length) this.#keep(from === 0 ? text : text.slice(from))
  }

  /** What stands after the last end of line. */
  rest(): string {
    return this.#isSkipping ? '' : this.#pieces.join('') + this.#decoder.end()
  }

  #keep(piece: string): void {
    if (this.#isSkipping || piece === '') return
    this.#pieces.push(piece)
    this.#length += piece.length
    if (this.#length <= this.#maxLength) return
    this.#onOverlong(this.#pieces.join('').slice(0, this.#maxLength))
    this.#pieces = []
    this.#isSkipping = true
  }

  #endLine(): void {
    const line = this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join('')
    const isSkipped = this.#isSkipping
    this.#pieces = []
    this.#length = 0
    this.#isSkipping = false
    const whole = line.endsWith('\r') ? line.slice(0, -1) : line
    if (!isSkipped && whole !== '') this.#onLine(whole)
  }
}
