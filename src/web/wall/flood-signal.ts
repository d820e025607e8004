import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { closedOf } from '../shared/board.ts'
import { useLink } from '../shared/context.ts'
import { floodOf } from './flood.ts'
import type { Flood } from './flood.ts'

/** Whether there is a flood now, by what this page knows of raises: open alerts, and those that closed while it watched. */
export function useFlood(): Flood {
  const { alerts, board, clock } = useLink()
  return useMemo(() => {
    let last: Flood = { isFlood: false, count: 0 }
    return computed(() => {
      const now = clock.now.value
      const raisedAts = [...alerts.value, ...closedOf(board.value)].filter(({ isDrill }) => !isDrill).map(({ raisedAt }) => raisedAt)
      const flood = now === null ? last : floodOf(raisedAts, now)
      if (flood.isFlood !== last.isFlood || flood.count !== last.count) last = flood
      return last
    })
  }, [alerts, board, clock]).value
}
