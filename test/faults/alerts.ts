import type { Announcer, Store } from '../../src/actions/ports.ts'
import { docketNumbers } from '../../src/actions/docket-numbers.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { nodeCrypto as crypto } from '../../src/app.ts'
import { docketIdFor } from '../../src/domain/docket.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import type { LadderPolicy } from '../../src/domain/ladder.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { makeJob } from '../posts.ts'
import { overriding } from './overriding.ts'

const NOBODY: Announcer = { announce: () => undefined }

export interface Raising {
  /** How many alerts are raised together. */
  count: number
  /** When, by the store's clock; now unless given. */
  raisedAt?: number
  districtId?: string
  /** Whether walls see it masked. */
  isProtected?: boolean
  policy?: LadderPolicy
  announcer?: Announcer
}

/** Raises critical alerts straight in the store, with the product's own action; answers the docket ids. */
export type Raise = (raising: Raising) => Promise<string[]>

export function createRaise(store: Store): Raise {
  const numbers = docketNumbers(store, 1_000)
  return async ({ count, raisedAt, districtId = 'lucknow', isProtected = false, policy = DEFAULT_LADDER_POLICY, announcer = NOBODY }) => {
    const at = raisedAt ?? store.now()
    const place = { districtId, stationId: null, locality: null, confidence: 0.9, candidates: [], elsewhere: null }
    const jobs = Array.from({ length: count }, () => makeJob('critical', {}, { place, isProtected }, at))
    await openDockets({ store: overriding(store, { now: () => at }), numbers, announcer, crypto, policy, handles: DEFAULT_TRIAGE_POLICY }, jobs)
    return jobs.map((job) => docketIdFor(job.post.caseId))
  }
}
