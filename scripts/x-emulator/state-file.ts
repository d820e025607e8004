import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = 'x-emulator.json'
const schema = z.object({ origin: z.url(), adminOrigin: z.url(), pid: z.number().int() })

/** Where a running emulator can be found. */
export type EmulatorState = z.output<typeof schema>

/** Tells the other scripts where the emulator runs; the file appears whole or not at all. */
export function writeState(dataFolder: string, state: EmulatorState): void {
  mkdirSync(dataFolder, { recursive: true })
  const path = join(dataFolder, FILE)
  const draft = `${path}.${state.pid}.tmp`
  writeFileSync(draft, `${JSON.stringify(state)}\n`, { mode: 0o600 })
  renameSync(draft, path)
}

/** Takes the file away, unless another emulator has written its own meanwhile. */
export function removeState(dataFolder: string, pid: number): void {
  if (readState(dataFolder)?.pid === pid) rmSync(join(dataFolder, FILE), { force: true })
}

/** What the file says; undefined when there is none or it is unreadable. */
export function readState(dataFolder: string): EmulatorState | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(join(dataFolder, FILE), 'utf8')))
  } catch {
    return undefined
  }
}
