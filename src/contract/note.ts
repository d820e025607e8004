import { z } from 'zod'

/** When the person acted, by the server's clock as the console knew it: noted where the act came later, over a bad connection. */
export const madeAt = z.number().int().positive().optional().describe('When the person did it, by the server\'s clock as this console knows it; kept where the act comes more than two seconds later')

/** Chosen by the client, the same on every retry of the same act. */
export const actKey = z.string().min(8).max(64).regex(/^[A-Za-z0-9_-]+$/).describe('Chosen by the client, the same on every retry of the same act')

/** One remark or photo of a docket. */
export const noteView = z.object({
  id: z.string(), at: z.number(), madeAt: z.number().nullable(), personId: z.string(), name: z.string(), text: z.string().nullable(),
  photo: z.object({ width: z.int(), height: z.int(), bytes: z.int() }).nullable().describe('Its bytes: GET /api/alerts/:id/photos/<id of the note>/full or /small'),
})
export type NoteView = z.infer<typeof noteView>

export const noteBody = z.strictObject({ key: actKey, text: z.string().trim().min(1).max(2_000), madeAt })
export const photoQuery = z.strictObject({ key: actKey, madeAt: z.coerce.number().int().positive().optional() })
export const photoParams = z.strictObject({ id: z.string().min(1).max(80), noteId: z.string().min(1).max(80), size: z.enum(['full', 'small']) })
export const noteAdded = z.object({ did: z.string(), because: z.string(), note: noteView })
