import { useEffect, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { useLink } from './context.ts'

export type Chronicle = RouteAnswer<'alert'>
export type Reading = 'reading' | 'gone' | 'unreachable'

/**
 * Everything about one alert by its id or number, read when it is opened and again whenever its version moves on or a note of
 * this page was taken. While it cannot be read again, what was read stays; `reading` says why there is nothing.
 */
export function useChronicle(id: string, version: number): { chronicle: Chronicle | null; reading: Reading } {
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
    fetch(`/api/alerts/${encodeURIComponent(id)}`, { headers: { accept: 'application/json' }, cache: 'no-store', signal: abort.signal })
      .then(async (response) => {
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
