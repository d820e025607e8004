import { z } from 'zod'

const postId = z.string().regex(/^\d{1,19}$/, 'must be a decimal post id')
const username = z.string().regex(/^[A-Za-z0-9_]{1,15}$/, 'must be a username of 1 to 15 letters, digits or _')

/** A post to put into the world, as the citizen typed it; everything that X adds is made up. */
export const injectSchema = z.strictObject({
  text: z.string().min(1).max(25_000),
  author: username.optional(),
  authorName: z.string().min(1).max(50).optional(),
  /** Free text of the author's profile. */
  location: z.string().max(100).optional(),
  isProtected: z.boolean().optional(),
  receivesDm: z.boolean().optional(),
  /** Epoch milliseconds; now when absent. */
  createdAt: z.number().int().positive().optional(),
  lang: z.string().max(10).optional(),
  replyTo: postId.optional(),
  quote: postId.optional(),
  retweetOf: postId.optional(),
  /** Full name of the tagged place, e.g. `Gomti Nagar, Lucknow`. */
  place: z.string().min(1).max(120).optional(),
  placeType: z.enum(['poi', 'neighborhood', 'city', 'admin', 'country']).optional(),
  /** [longitude, latitude]. */
  point: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
  media: z.array(z.enum(['photo', 'video', 'animated_gif'])).max(4).optional(),
  altText: z.string().max(1000).optional(),
  replySettings: z.enum(['everyone', 'mentionedUsers', 'following', 'subscribers']).optional(),
  isSensitive: z.boolean().optional(),
  withheld: z.array(z.string().length(2)).optional(),
  /** False puts the post into the world without sending it down the stream: only search can find it. */
  deliver: z.boolean().optional(),
})

export type InjectPost = z.input<typeof injectSchema>

export const editSchema = z.strictObject({ text: z.string().min(1).max(25_000) })
export const hideSchema = z.strictObject({ visibility: z.enum(['visible', 'deleted', 'suspended', 'protected']).default('deleted') })
export const retweetSchema = z.strictObject({ author: username.optional() })

export const burstSchema = z.strictObject({
  /** Posts per second; `max` sends as fast as the slowest reader drains. */
  ratePerSecond: z.union([z.number().positive().max(100_000), z.literal('max')]),
  seconds: z.number().positive().max(3_600),
  /** Share of cries for help, 0 to 1. */
  sosShare: z.number().min(0).max(1).default(0.01),
  /** Share of everything the police must act on, cries for help included. */
  actionableShare: z.number().min(0).max(1).default(0.05),
  seed: z.number().int().default(1),
  /** Keeps the posts so that search finds them afterwards. */
  keep: z.boolean().default(true),
})
export type BurstRequest = z.input<typeof burstSchema>
