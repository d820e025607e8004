import { docketNumber, indianDay } from '../domain/docket.ts'
import type { Counter } from './collections.ts'
import { evolveRow } from './evolve-row.ts'
import type { Store } from './ports.ts'

/**
 * Hands out docket numbers of the current Indian day. Numbers are reserved in blocks by a guarded replace, so that any
 * number of processes share a day without a number twice; a block that a killed process held leaves a hole.
 */
export interface DocketNumbers {
  take(count: number): Promise<string[]>
  /** Returns numbers that were not used (their dockets existed already). */
  giveBack(numbers: readonly string[]): void
}

export function docketNumbers(store: Pick<Store, 'counters' | 'now'>, blockSize: number): DocketNumbers {
  let day = ''
  let free: string[] = []
  // One after another: twenty jobs that run dry at once must not race each other for the counter.
  let last: Promise<unknown> = Promise.resolve()

  async function takeNow(count: number): Promise<string[]> {
    const today = indianDay(store.now())
    if (today !== day) [day, free] = [today, []]
    while (free.length < count) free.push(...(await reserve(store, today, Math.max(blockSize, count - free.length))))
    return free.splice(0, count)
  }
  return {
    take(count) {
      const taken = last.then(() => takeNow(count))
      last = taken.catch(() => undefined)
      return taken
    },
    giveBack(numbers) {
      free.unshift(...numbers.filter((number) => number.includes(`-${day}-`)))
    },
  }
}

async function reserve(store: Pick<Store, 'counters'>, day: string, size: number): Promise<string[]> {
  const id = `dockets-${day}`
  const { before } = await evolveRow(store.counters, id, 'the count of dockets', (counter?: Counter): Counter => (
    { id, version: (counter?.version ?? 0) + 1, next: (counter?.next ?? 1) + size }
  ))
  return Array.from({ length: size }, (_, index) => docketNumber(day, (before?.next ?? 1) + index))
}
