import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../prepare/refusal.mjs'
import { routeOutput } from './child-output.ts'
import type { Output } from './child-output.ts'
import type { RunFile } from './run-file.ts'

const FIRST_DELAY_MS = 200
const LONGEST_DELAY_MS = 5_000
/** A child that was ready for so long starts again at the shortest delay. */
const STEADY_MS = 30_000
/** So many deaths before it was ever ready mean that it cannot start at all. */
const MAX_FIRST_TRIES = 4

export interface ChildPlan {
  output: Output
  spawn: () => ChildProcess
  /** Resolves when the child does its work. It is not asked again after the child ended. */
  whenReady: (child: ChildProcess, signal: AbortSignal) => Promise<void>
  /** Asks the child to end. */
  askToStop: (child: ChildProcess) => void
  /** Called when it ended before it was ever ready; may mend something before the next try. */
  onFailedStart?: () => void
}

export interface Kept {
  /** Resolves when it is ready for the first time; rejects when it could not be started. */
  ready: Promise<void>
  /** Asks it to stop, and kills it when it is still there after `limitMs`. Safe to call twice. */
  stop(limitMs: number): Promise<void>
  /** Kills it now, without waiting. */
  kill(): void
}

/** Keeps one child running: starts it again with a growing delay whenever it dies, and says so. */
export function keepRunning(plan: ChildPlan, runFile: Pick<RunFile, 'add' | 'remove'>): Kept {
  const { name, show } = plan.output
  const stopping = new AbortController()
  let child: ChildProcess | null = null
  let wasReady = false

  /** One life of the child. Resolves with how it ended and how long it was ready, milliseconds. */
  async function live(onReady: () => void): Promise<{ how: string; readyMs: number }> {
    const one = plan.spawn()
    child = one
    if (one.pid !== undefined) runFile.add(name, one.pid)
    routeOutput(one, plan.output)
    const ended = new AbortController()
    let readyAt = Infinity
    const end = new Promise<string>((resolve) => {
      one.once('error', (error) => resolve(error.message))
      one.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    })
    plan.whenReady(one, ended.signal).then(() => {
      readyAt = performance.now()
      onReady()
    }, () => undefined)
    const how = await end
    ended.abort()
    child = null
    if (one.pid !== undefined) runFile.remove(one.pid)
    return { how, readyMs: Math.max(0, performance.now() - readyAt) }
  }

  async function keep(onFirstReady: () => void): Promise<void> {
    let delay = FIRST_DELAY_MS
    let failures = 0
    while (!stopping.signal.aborted) {
      const { how, readyMs } = await live(() => {
        if (wasReady) show(`${name} is running again`)
        wasReady = true
        onFirstReady()
      })
      if (stopping.signal.aborted) return
      if (!wasReady) {
        plan.onFailedStart?.()
        if (++failures >= MAX_FIRST_TRIES) throw new Refusal(`${name} cannot start (${how}): see its messages above, and logs/${name}.log in the data folder.`)
      }
      if (readyMs > STEADY_MS) delay = FIRST_DELAY_MS
      show(`${name} ended unexpectedly (${how}); starting it again in ${delay / 1000} s`)
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined)
      delay = Math.min(delay * 2, LONGEST_DELAY_MS)
    }
  }

  let loop: Promise<void> = Promise.resolve()
  const ready = new Promise<void>((resolve, reject) => {
    // Stopped before it was ready: whoever waits must not wait for ever.
    loop = keep(resolve).then(() => reject(new Error(`${name} was stopped`)), reject)
  })
  return {
    ready,
    async stop(limitMs) {
      stopping.abort()
      if (child) plan.askToStop(child)
      const limit = setTimeout(() => child?.kill('SIGKILL'), limitMs)
      await loop
      clearTimeout(limit)
    },
    kill() {
      stopping.abort()
      child?.kill('SIGKILL')
    },
  }
}
