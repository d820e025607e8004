import type { Log } from './log.ts'

export interface Repeater {
  stop(): Promise<void>
}

/**
 * Runs `work` again and again, each run `everyMs` after the one before began, never two at once. A failing run is logged
 * (at most once a second) and the next comes as usual: whatever broke it heals without a person.
 */
export function repeat(name: string, everyMs: number, work: () => Promise<unknown>, log: Pick<Log, 'warn'>): Repeater {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let lastLogged = -Infinity
  let running: Promise<void> = Promise.resolve()

  async function once(): Promise<void> {
    const began = performance.now()
    try {
      await work()
    } catch (error) {
      if (performance.now() - lastLogged > 1_000) {
        lastLogged = performance.now()
        log.warn({ err: error, work: name }, 'periodic work failed')
      }
    }
    if (!isStopped) timer = setTimeout(start, Math.max(0, everyMs - (performance.now() - began)))
  }
  function start(): void {
    running = once()
  }
  start()
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
