/**
 * What may follow a word, by the number of the next word's key. Most words that meet do not belong together: 32 bits, one for
 * the numbers that are alike modulo 32, say so before the table is asked.
 */
export class Followers<Value> {
  private bits = 0
  private readonly byKey = new Map<number, Value>()

  get(key: number): Value | undefined {
    return ((this.bits >>> key) & 1) === 0 ? undefined : this.byKey.get(key)
  }

  set(key: number, value: Value): void {
    this.bits |= 1 << key
    this.byKey.set(key, value)
  }

  get isEmpty(): boolean {
    return this.bits === 0
  }
}
