import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'

/**
 * A process of its own on the file given, for tests that kill or starve it. It inserts counters without end, sixteen
 * calls under way, and prints `+<id>` for each that was acknowledged and `!<kind>` for each that was refused.
 */
const [, , file = '', name = ''] = process.argv
// A limit on file sizes (setrlimit) then fails the write instead of ending the process.
process.on('SIGXFSZ', () => undefined)
const store = await openSqliteStore({ file })
const note = 'नोट '.repeat(200)
const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms) })

await Promise.all(Array.from({ length: 16 }, async (_, lane) => {
  for (let at = 0; ; at++) {
    const id = `${name}-${lane}-${at}`
    try {
      await store.quarantine.insertMany([{ id, version: 1, receivedAt: at, reason: '', raw: note }])
      process.stdout.write(`+${id}\n`)
    } catch (error) {
      process.stdout.write(`!${(error as { kind?: string }).kind ?? String(error)}\n`)
      await pause(20)
    }
  }
}))
