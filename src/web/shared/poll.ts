import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

/** What a poll of a JSON route holds: the last answer, and whether the last try failed. */
export interface Polled<T> {
  answer: T | null
  hasFailed: boolean
}

/**
 * A JSON route asked for again and again by the whole page: from its first reader on, then every `everyMs`. What the
 * server does not give (a role that may not see it, a dead connection) leaves the last answer standing, marked as failed.
 */
export function polled<T>(path: string, everyMs: number): () => ReadonlySignal<Polled<T>> {
  const state = signal<Polled<T>>({ answer: null, hasFailed: false })
  let isRunning = false
  const ask = async (): Promise<void> => {
    try {
      const response = await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(everyMs) })
      state.value = response.ok ? { answer: await response.json() as T, hasFailed: false } : { ...state.value, hasFailed: true }
    } catch {
      state.value = { ...state.value, hasFailed: true }
    }
  }
  return () => {
    if (!isRunning) {
      isRunning = true
      void ask()
      setInterval(() => void ask(), everyMs)
    }
    return state
  }
}
