import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { LogFile } from './log-file.ts'

const WARN = 40
const ERROR = 50
/** The same line is not shown again within this time, milliseconds. */
const QUIET_MS = 10_000
const MAX_SHOWN = 400

/** Where a child's lines go: all of them to its file, warnings and errors also to the terminal as one short line. */
export interface Output {
  name: string
  file: LogFile
  /** Shows a line on the terminal. */
  show: (line: string) => void
  isVerbose: boolean
  /** Redis has a log format of its own: its lines go to the file alone. */
  isPlain?: boolean
}

export function routeOutput(child: ChildProcess, output: Output): void {
  const shown = new Map<string, number>()
  const show = (line: string): void => {
    const now = performance.now()
    if ((shown.get(line) ?? -Infinity) > now - QUIET_MS) return
    if (shown.size > 500) shown.clear()
    shown.set(line, now)
    output.show(`${output.name}: ${line.slice(0, MAX_SHOWN)}`)
  }
  const take = (line: string, isError: boolean): void => {
    output.file.write(line)
    const short = output.isVerbose ? line : output.isPlain ? null : isError ? line : shorten(line)
    if (short) show(short)
  }
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => take(line, false))
  if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => take(line, true))
}

/** A warning or error of a JSON log as a short line; null for what is not worth a look. */
export function shorten(line: string): string | null {
  let entry: unknown
  try {
    entry = JSON.parse(line)
  } catch {
    return null
  }
  if (typeof entry !== 'object' || entry === null) return null
  const { level, msg, err, what, work } = entry as { level?: unknown; msg?: unknown; err?: { message?: unknown } | null; what?: unknown; work?: unknown }
  if (typeof level !== 'number' || level < WARN) return null
  const parts = [msg, what ?? work, err?.message].filter((part) => typeof part === 'string')
  return `${level >= ERROR ? 'error' : 'warning'}: ${parts.join(' – ')}`
}
