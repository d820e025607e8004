import { z } from 'zod'
import { CATEGORIES, SEVERITIES } from '../domain/verdict.ts'

/** An Indian day. */
export const day = z.string().regex(/^\d{8}$/, 'must be a day written as 20261123').describe('Indian day, `20261123`')
export const sampleSize = z.coerce.number().int().min(10).max(1_000).default(200).describe('Posts to draw')

/** A post of a sample: what was written and nothing of what the machine made of it. */
export const samplePost = z.object({
  postId: z.string(), text: z.string(), createdAt: z.number(),
  reading: z.object({ severity: z.enum(SEVERITIES), category: z.enum(CATEGORIES).nullable(), by: z.string(), at: z.number() }).nullable(),
})

export const sampleBody = z.strictObject({
  day, postId: z.string().min(1).max(80), severity: z.enum(SEVERITIES), category: z.enum(CATEGORIES).nullable().default(null),
})

const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() }).describe('With the bounds of the 95 % interval')

export const liveRecall = z.object({
  rang: z.int(), falseAlarms: z.int(), drawn: z.int(), read: z.int(),
  unread: z.int().describe('Strata of which nothing was read yet: no recall can be told then'),
  missed: estimate.describe('Cries that did not ring'),
  recall: estimate.nullable().describe('Share of the cries that rang'),
})

const change = z.object({
  count: z.int(),
  shown: z.array(z.object({ id: z.string(), text: z.string(), from: z.string(), to: z.string(), reasons: z.array(z.string()) })),
})

export const replayReport = z.object({
  posts: z.int(), failed: z.int(),
  rings: z.object({ before: z.int(), after: z.int(), per1000Before: z.number(), per1000After: z.number() }),
  gained: change.describe('Would ring and did not'), lost: change.describe('Rang and would not any more'),
  severities: z.array(z.object({ from: z.enum(SEVERITIES), to: z.enum(SEVERITIES), count: z.int() })),
  categories: z.object({ changed: z.int(), pairs: z.array(z.object({ from: z.enum(CATEGORIES), to: z.enum(CATEGORIES), count: z.int() })) }),
  districts: change,
  corrected: z.object({ posts: z.int(), agreedBefore: z.int(), agreeNow: z.int() }).describe('Posts that persons corrected: severities that agreed with them'),
})
