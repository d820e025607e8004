import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const MAX_BYTES = 20 * 1024 * 1024
const KEPT = 2

/** A log file that never grows over 20 MB: full, it becomes `.1`, and the one before that `.2`. */
export interface LogFile {
  write(line: string): void
  close(): void
}

export function openLogFile(path: string, maxBytes: number = MAX_BYTES): LogFile {
  mkdirSync(dirname(path), { recursive: true })
  let file = openSync(path, 'a', 0o600)
  let size = fstatSync(file).size

  function rotate(): void {
    closeSync(file)
    for (let age = KEPT; age >= 1; age--) {
      try {
        renameSync(age === 1 ? path : `${path}.${age - 1}`, `${path}.${age}`)
      } catch {
        // That age does not exist yet.
      }
    }
    file = openSync(path, 'a', 0o600)
    size = 0
  }

  return {
    write(line) {
      try {
        size += writeSync(file, `${line}\n`)
        if (size >= maxBytes) rotate()
      } catch {
        // A full disk must not stop the processes whose lines these are.
      }
    },
    close: () => closeSync(file),
  }
}
