import type { Route } from './route.ts'
import { trackAct, trackKey, trackView } from './track.ts'

export const TRACK_ROUTES = {
  track: {
    method: 'get', path: '/api/track/:number/:code', access: 'open', isLimited: true, params: trackKey, answer: trackView,
    summary: 'For citizens: how a docket stands, by its number and code. Thirty requests in ten minutes from one address',
  },
  actOnTrack: {
    method: 'post', path: '/api/track/:number/:code', access: 'open', isLimited: true, params: trackKey, body: trackAct, answer: trackView,
    summary: 'For citizens: reopen a closed docket, appeal one level up, or rate it once',
  },
} as const satisfies Record<string, Route>
