import type { Log } from './log.ts'

/** How long a process has to stop, milliseconds; after that it exits with what is not stopped named in the log. */
export const STOP_LIMIT_MS = 9_000

/** Stops what was started: named steps, newest first, bounded in time, safe to call twice, going on after a failing step. */
export interface Lifecycle {
  onStop(name: string, stop: () => unknown): void
  /** Resolves with the names of the steps that failed or ran out of time. */
  stop(because: string): Promise<string[]>
  readonly isStopping: boolean
}

export function createLifecycle(log: Pick<Log, 'info' | 'error'>, limitMs: number = STOP_LIMIT_MS): Lifecycle {
  const steps: { name: string; stop: () => unknown }[] = []
  let stopping: Promise<string[]> | null = null

  async function run(because: string): Promise<string[]> {
    log.info({ because }, 'stopping')
    const failed: string[] = []
    const end = performance.now() + limitMs
    for (const { name, stop } of steps.toReversed()) {
      try {
        await within(Promise.resolve().then(stop), Math.max(50, end - performance.now()))
      } catch (error) {
        failed.push(name)
        log.error({ step: name, err: error }, 'step did not stop')
      }
    }
    log.info({ failed }, 'stopped')
    return failed
  }

  return {
    onStop: (name, stop) => void steps.push({ name, stop }),
    stop: (because) => (stopping ??= run(because)),
    get isStopping() { return stopping !== null },
  }
}

/** The promise, or a rejection when it takes longer than `limitMs`. */
export async function within<Value>(promise: Promise<Value>, limitMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${Math.round(limitMs)} ms`)), limitMs)
  })
  try {
    return await Promise.race([promise, limit])
  } finally {
    clearTimeout(timer)
  }
}
