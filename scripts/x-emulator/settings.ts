import { z } from 'zod'

/** What X sells: the limits that differ by tier. */
export const TIERS = {
  free: { rules: 5, ruleLength: 512, queryLength: 512, connections: 1, canBackfill: false, mayReplyToAnyone: false },
  'pay-per-use': { rules: 1_000, ruleLength: 1_024, queryLength: 512, connections: 1, canBackfill: false, mayReplyToAnyone: false },
  enterprise: { rules: 25_000, ruleLength: 2_048, queryLength: 4_096, connections: 2, canBackfill: true, mayReplyToAnyone: true },
} as const

/** Everything about the emulator that can be changed while it runs. */
export const settingsSchema = z.strictObject({
  tier: z.enum(['free', 'pay-per-use', 'enterprise']).default('pay-per-use'),
  /** Which names answers use: `tweet.*`, or `post.*` everywhere. A request by `post.fields` gets the latter in any case. */
  dialect: z.enum(['tweet', 'post']).default('tweet'),
  /** Unknown fields and expansions are refused with 400 instead of ignored. */
  strictFields: z.boolean().default(false),
  /** A new stream closes the old one instead of being refused. */
  kickOld: z.boolean().default(false),
  heartbeatMs: z.number().int().min(5).max(600_000).default(20_000),
  /** How old a post must be to be found by search and mentions. */
  searchLagMs: z.number().int().min(0).max(86_400_000).default(30_000),
  /** How old a post must be to stand in its author's timeline. */
  timelineLagMs: z.number().int().min(0).max(86_400_000).default(0),
  ruleDelayMs: z.number().int().min(0).max(3_600_000).default(0),
  /** Bytes that may wait for a reader before it is dropped as SlowReader. */
  slowReaderBytes: z.number().int().min(1024).default(8 * 1024 * 1024),
  /** How far the emulated clock is ahead of the machine's (behind when negative). */
  clockOffsetMs: z.number().int().default(0),
  /** What counts as duplicate content: the same text to the same target, or the same text at all. */
  duplicates: z.enum(['same-target', 'any']).default('same-target'),
  /** Requests per 15 minutes by endpoint name, instead of X's. */
  limits: z.record(z.string(), z.number().int().min(0)).default({}),
})

export type Settings = z.output<typeof settingsSchema>
export type SettingsPatch = Partial<Settings>
