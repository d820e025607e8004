import { useEffect } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { polled } from '../shared/poll.ts'
import { enlargedFor } from '../shared/room.ts'

/** What this wall knows of itself. Asked again and again, it also keeps the session of a wall that hangs for months. */
export const useOwnWall = polled<RouteAnswer<'ownWall'>>('/api/wall', 60_000)

/** Enlarges the page for the room that the wall hangs in. */
export function useEnlarged(): void {
  const wall = useOwnWall().value.answer
  const enlarged = wall ? enlargedFor(wall) : 1
  useEffect(() => { document.documentElement.style.setProperty('--enlarged', String(enlarged)) }, [enlarged])
}
