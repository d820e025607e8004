import { useEffect, useState } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { useLink } from './context.ts'

export type Chronicle = RouteAnswer<'alert'>
/** The first reading of an alert, begun before anything is drawn; taken once. */
export interface Begun {
  id: string
  answer: Promise<Response> | null
}

export function readAlert(id: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`/api/alerts/${encodeURIComponent(id)}`, { headers: { accept: 'application/json' }, cache: 'no-store', ...(signal ? { signal } : {}) })
}

/** The alert with what protects nobody from whoever has it: consoles get it masked, and its own page reads it on record. */
export function cleared(alert: AlertView, chronicle: Chronicle | null): AlertView {
  if (!alert.isProtected || alert.text !== null || !chronicle || chronicle.alert.text === null || chronicle.alert.number !== alert.number) return alert
  const { text, author, postId, locality, point, reasons, thread, closingReason, correction } = chronicle.alert
  return { ...alert, text, author, postId, locality, point, reasons, thread, closingReason, correction }
}

export type Reading = 'reading' | 'gone' | 'unreachable'

/**
 * Everything about one alert by its id or number, read when it is opened and again whenever its version moves on or a note of
 * this page was taken. While it cannot be read again, what was read stays; `reading` says why there is nothing.
 */
export function useChronicle(id: string, version: number, begun: Begun | null = null): { chronicle: Chronicle | null; reading: Reading } {
  const { parcels, isConnected, take } = useLink()
  const [read, setRead] = useState<{ id: string; chronicle: Chronicle; taken: number } | null>(null)
  const [reading, setReading] = useState<Reading>('reading')
  const [attempt, setAttempt] = useState(0)
  const taken = parcels.taken.value
  // What was read by this very request need not be read again because it is now known.
  const mine = read?.id === id ? read : null
  const isKnown = mine !== null && version > 0 && mine.chronicle.alert.version >= version && mine.taken === taken
  useEffect(() => {
    if (isKnown) return
    const abort = new AbortController()
    const early = begun?.id === id ? begun.answer : null
    if (begun) begun.answer = null
    ;(early ?? readAlert(id, abort.signal))
      .then(async (response) => {
        if (abort.signal.aborted) return
        if (!response.ok) return setReading(response.status === 404 ? 'gone' : 'unreachable')
        const chronicle = await response.json() as Chronicle
        setRead({ id, chronicle, taken })
        take({ serverNow: chronicle.serverNow, alerts: [chronicle.alert] })
      })
      .catch(() => { if (!abort.signal.aborted) setReading('unreachable') })
    return () => abort.abort()
  }, [id, version, taken, attempt])
  const mustRetry = reading === 'unreachable' && isConnected.value
  useEffect(() => {
    if (!mustRetry) return
    setReading('reading')
    setAttempt((n) => n + 1)
  }, [mustRetry])
  return { chronicle: mine?.chronicle ?? null, reading }
}
