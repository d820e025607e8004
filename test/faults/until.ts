import { setTimeout as sleep } from 'node:timers/promises'

/** Looks again every few milliseconds until it is true. @throws when it is not within the limit. */
export async function until(what: string, test: () => boolean | Promise<boolean>, { withinMs = 30_000, everyMs = 25 } = {}): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await test())) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`)
    await sleep(everyMs)
  }
}

/** The same, answering false instead of throwing. */
export async function happens(test: () => boolean | Promise<boolean>, withinMs: number, everyMs = 100): Promise<boolean> {
  return until('', test, { withinMs, everyMs }).then(() => true, () => false)
}
