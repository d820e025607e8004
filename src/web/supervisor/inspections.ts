import type { RouteAnswer } from '../../contract/http.ts'
import { polled } from '../shared/poll.ts'

const EVERY_MS = 15_000

/** Jobs that failed for good. */
export const useFailedJobs = polled<RouteAnswer<'failedJobs'>>('/api/failed-jobs?limit=100', EVERY_MS)

/** Posts and frames that could not be judged. */
export const useQuarantine = polled<RouteAnswer<'quarantine'>>('/api/quarantine?limit=100', EVERY_MS)
