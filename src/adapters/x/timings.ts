import { LADDER_TIMES } from './reconnect.ts'
import type { LadderTimes } from './reconnect.ts'

/** Every wait and bound of the listener, milliseconds unless named otherwise. */
export interface Timings {
  /** Until the headers of the stream. */
  connectTimeoutMs: number
  /** Silence after which a stream is dead. X's heartbeat comes every 20 s; clients that waited 20 tore down healthy streams. */
  silenceMs: number
  /** For X to close after it said that it will. */
  goodbyeMs: number
  /** How long reading may stand still for a slow store before the stream is given up in our way, not in X's. */
  pauseLimitMs: number
  /** After a reconnect, before search is asked: it shows nothing younger than half a minute. */
  recoveryDelayMs: number
  recoveryPollMs: number
  sweepMs: number
  /** How far back each sweep reads. */
  sweepWindowMs: number
  ruleCheckMs: number
  /** How often is looked whether other rules are wanted. */
  ruleNewsMs: number
  checkpointMs: number
  leaseTtlMs: number
  leaseRenewMs: number
  /** How long before its end a lease that could not be renewed is given up. */
  leaseMarginMs: number
  storeRetryMs: number
  storeRetryMaxMs: number
  /** One bucket of the count of posts that tells a sudden drop. */
  volumeBucketMs: number
  /** Frames in memory, bytes. */
  intakeBytes: number
  ladder: LadderTimes
}

export const TIMINGS: Timings = {
  connectTimeoutMs: 20_000, silenceMs: 35_000, goodbyeMs: 1_000, pauseLimitMs: 20_000,
  recoveryDelayMs: 45_000, recoveryPollMs: 1_000, sweepMs: 300_000, sweepWindowMs: 900_000, ruleCheckMs: 600_000, ruleNewsMs: 5_000,
  checkpointMs: 2_000, leaseTtlMs: 15_000, leaseRenewMs: 5_000, leaseMarginMs: 3_000,
  storeRetryMs: 100, storeRetryMaxMs: 2_000, volumeBucketMs: 300_000, intakeBytes: 32 * 1024 * 1024,
  ladder: LADDER_TIMES,
}
