// @ts-check
/** Something a person has to put right: its message is one sentence that says what, and no stack is shown. */
export class Refusal extends Error {}

/**
 * Runs the work of a script. A Refusal prints its sentence; anything else that is thrown prints whole, as a fault of ours.
 * @param {() => Promise<unknown>} work
 */
export async function runScript(work) {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 1
  }
}
