import type { AlertView } from '../../contract/alert-view.ts'
import { byUrgency } from '../../contract/urgency.ts'

/** So long a closed alert stays where it was, struck through, with who closed it: nothing leaves a wall unseen. */
export const LINGER_MS = 20_000

/** Open alerts with those that have just closed, each where it stood. @param open sorted by urgency. */
export function withLingering(open: readonly AlertView[], closed: readonly AlertView[], now: number | null): AlertView[] {
  const lingering = now === null ? [] : closed.filter(({ closedAt, isDrill }) => closedAt !== null && !isDrill && now - closedAt < LINGER_MS)
  return lingering.length === 0 ? [...open] : [...open, ...lingering].sort(byUrgency)
}
