/** The last work of each key in this process. */
const tails = new Map<string, Promise<unknown>>()

/**
 * Runs work that shares a key with other work of this process after it, in the order of the calls; other work goes on beside
 * it. All keys are taken at once, so that nobody waits in a circle. Between processes the store's guards decide.
 */
export async function takeTurns<Value>(keys: readonly string[], work: () => Promise<Value>): Promise<Value> {
  const before = keys.flatMap((key) => tails.get(key) ?? [])
  const mine = Promise.allSettled(before).then(work)
  for (const key of keys) tails.set(key, mine)
  try {
    return await mine
  } finally {
    for (const key of keys) if (tails.get(key) === mine) tails.delete(key)
  }
}
