const NUMBERS = new Map<string, number>()

/** What no table has. */
export const NO_KEY = -1

/** The number of a key in the tables of lexicon and gazetteer, where words are followed by words: given when a table is compiled. */
export function numberKey(key: string): number {
  const known = NUMBERS.get(key)
  if (known !== undefined) return known
  NUMBERS.set(key, NUMBERS.size)
  return NUMBERS.size - 1
}

/** The number of a key that some table has, else NO_KEY: looked up once for a spelling, so that following a phrase compares numbers. */
export function numberOfKey(key: string): number {
  return NUMBERS.get(key) ?? NO_KEY
}
