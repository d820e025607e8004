import { z } from 'zod'

/**
 * What Prahari reads of a post of the X API v2, in either vocabulary (`tweet.*`, `post.*`). Only the id and the text are
 * demanded; anything else of a wrong type counts as absent, because a post that asks for help must not be lost over a field.
 */
const id = z.string().regex(/^\d{1,19}$/)
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)
/** A list of which each bad element is dropped by itself. */
const list = <Schema extends z.ZodType>(schema: Schema) =>
  z.array(z.unknown()).transform((all) => all.slice(0, 500).flatMap((one) => {
    const read = schema.safeParse(one)
    return read.success ? [read.data] : []
  })).optional().catch(undefined)

const entitiesSchema = maybe(z.object({
  mentions: list(z.object({ username: z.string().max(50) })),
  hashtags: list(z.object({ tag: z.string().max(300) })),
}))
const noteSchema = maybe(z.object({ text: z.string(), entities: entitiesSchema }))

export const postSchema = z.object({
  id,
  text: z.string(),
  author_id: maybe(id),
  created_at: maybe(z.string().max(40)),
  lang: maybe(z.string().max(20)),
  conversation_id: maybe(id),
  edit_history_tweet_ids: list(id),
  edit_history_post_ids: list(id),
  referenced_tweets: list(z.object({ type: z.string(), id })),
  referenced_posts: list(z.object({ type: z.string(), id })),
  note_tweet: noteSchema,
  note_post: noteSchema,
  entities: entitiesSchema,
  attachments: maybe(z.object({ media_keys: list(z.string().max(60)) })),
  geo: maybe(z.object({
    place_id: maybe(z.string().max(60)),
    coordinates: maybe(z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]) })),
  })),
})
export type XPost = z.output<typeof postSchema>

const userSchema = z.object({
  id,
  username: z.string(),
  name: maybe(z.string()),
  location: maybe(z.string()),
  public_metrics: maybe(z.object({ followers_count: maybe(z.number().int().nonnegative()) })),
})
export type XUser = z.output<typeof userSchema>

const placeSchema = z.object({ id: z.string().max(60), full_name: maybe(z.string()), name: maybe(z.string()), country_code: maybe(z.string().max(3)) })

const mediaSchema = z.object({
  media_key: z.string().max(60), type: z.string().max(30), url: maybe(z.string().max(500)), preview_image_url: maybe(z.string().max(500)), alt_text: maybe(z.string()),
})
export type XMedia = z.output<typeof mediaSchema>

export const includesSchema = maybe(z.object({
  users: list(userSchema),
  tweets: list(postSchema),
  posts: list(postSchema),
  places: list(placeSchema),
  media: list(mediaSchema),
}))

/** The envelope of a stream frame. */
export const frameSchema = z.object({
  data: z.unknown().optional(),
  includes: includesSchema,
  matching_rules: list(z.object({ id: z.union([z.string(), z.number()]).transform(String), tag: maybe(z.string().max(200)) })),
  errors: list(z.object({ title: maybe(z.string()), detail: maybe(z.string()), disconnect_type: maybe(z.string().max(100)), type: maybe(z.string()) })),
})
