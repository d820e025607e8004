import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * What tells a living process from a later one that got the same number: the moment it started, as the system keeps it.
 * Null when no such process lives (one that ended and was not waited for does not).
 */
export function identityOf(pid: number): string | null {
  try {
    return existsSync('/proc/self/stat') ? fromProc(pid) : execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
  } catch {
    return null
  }
}

/** Fields 3 (state) and 22 (start time in clock ticks since boot) of proc_pid_stat(5); the name before them may hold anything. */
function fromProc(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null)
}
