import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { until } from './until.ts'
import type { News } from './watch.ts'

const ENTRY = fileURLToPath(new URL('role.ts', import.meta.url))
const RESTART_AFTER_MS = 50
const MAX_SELF_MADE_ENDS = 5
const KEPT_STDERR = 2_000

/** One process of the product that is started again whenever it dies, as a supervisor would. */
export interface KeptProcess {
  readonly name: string
  /** Deaths by SIGKILL, ours or at a kill point. */
  readonly kills: number
  /** How long each life took from its birth until it was ready, milliseconds: what a restart costs on this machine. */
  readonly startsMs: readonly number[]
  /** Ends that nobody ordered, in words: none is expected. */
  readonly crashes: readonly string[]
  /** Resolves when the process that lives now has said that it is ready. */
  ready(): Promise<void>
  kill(signal?: NodeJS.Signals): void
  stop(): Promise<void>
}

/**
 * Starts the entry with an environment and keeps it alive.
 * @param env of each life, counted from 0: so that a kill point is armed in one life and not in the next.
 */
export function keep(name: string, env: (life: number) => Record<string, string>, onNews?: (news: News) => void): KeptProcess {
  const crashes: string[] = []
  const startsMs: number[] = []
  let child: ChildProcess
  let lives = 0
  let kills = 0
  let isStopped = false
  let isReady = false

  function start(): void {
    let stderr = ''
    const bornAt = performance.now()
    const born = spawn(process.execPath, [ENTRY], {
      env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '', NODE_NO_WARNINGS: '1', ...env(lives++) }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    child = born
    born.stderr?.on('data', (data: Buffer) => { stderr = (stderr + data.toString()).slice(-KEPT_STDERR) })
    born.on('message', (message: { ready: true } | News) => {
      if (!('ready' in message)) return onNews?.(message)
      isReady = true
      startsMs.push(performance.now() - bornAt)
    })
    born.once('exit', (code, signal) => {
      isReady = false
      if (isStopped) return
      if (signal === 'SIGKILL') kills++
      else crashes.push(`${name} ended by itself (${signal ?? code}): ${stderr.trim() || 'no word'}`)
      if (crashes.length < MAX_SELF_MADE_ENDS) void sleep(RESTART_AFTER_MS).then(() => { if (!isStopped) start() })
    })
  }
  start()

  return {
    name, crashes, startsMs,
    get kills() { return kills },
    ready: () => until(`${name} is ready`, () => {
      if (crashes.length >= MAX_SELF_MADE_ENDS) throw new Error(crashes.at(-1))
      return isReady
    }),
    kill: (signal = 'SIGKILL') => void child.kill(signal),
    async stop() {
      isStopped = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      // Paused processes do not hear SIGTERM; a fault run has nothing left to save.
      child.kill('SIGKILL')
      await ended
    },
  }
}
