import { rateLimit } from 'express-rate-limit'
import type { RequestHandler } from 'express'
import { actOnTrack, trackDocket } from '../../actions/track-docket.ts'
import type { TrackDeps } from '../../actions/track-docket.ts'
import type { TRACK_ROUTES } from '../../contract/track-routes.ts'
import type { Handlers } from './handlers.ts'
import { tooMany } from './refusal.ts'

const WINDOW_MS = 600_000
const MOST = 30

/** Citizens have no session: so many requests of one address (IPv6: of one /56) in ten minutes, at each web process. */
export function citizenLimit(): RequestHandler {
  return rateLimit({ windowMs: WINDOW_MS, limit: MOST, standardHeaders: 'draft-8', legacyHeaders: false, handler: (_request, response) => tooMany(response) })
}

export function trackHandlers(deps: TrackDeps): Pick<Handlers, keyof typeof TRACK_ROUTES> {
  return {
    track: ({ params }) => trackDocket(deps, params),
    actOnTrack: ({ params, body }) => actOnTrack(deps, params, body),
  }
}
