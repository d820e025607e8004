import { chanceFrom } from '../../src/domain/sample.ts'

/** Chance that a seed repeats exactly: what is killed, cut and sent when is the same in every run with that seed. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  between(low: number, high: number): number
  pick<Item>(items: readonly Item[]): Item
  shuffle<Item>(items: readonly Item[]): Item[]
}

export function seeded(seed: number): Chance {
  const next = chanceFrom(seed)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  return {
    next, pick,
    between: (low, high) => low + next() * (high - low),
    shuffle: (items) => items.map((item) => ({ item, key: next() })).sort((a, b) => a.key - b.key).map(({ item }) => item),
  }
}
