import { z } from 'zod'
import { leadPost } from '../domain/docket.ts'
import type { Docket, ThreadPost } from '../domain/docket.ts'
import { ASKABLE, FOLLOW_UP_KINDS } from '../domain/verdict.ts'

/** Posts of a thread that a console gets, the newest last. */
const SHOWN = 10

const threadPost = z.object({
  kind: z.enum([...FOLLOW_UP_KINDS, 'first', 'edit']).describe('What the post is to the thread; `first` opened the docket, and is listed only where a later post leads'),
  at: z.number().describe('When it was posted'),
  text: z.string().nullable().describe('Null where masked'),
  isAuthor: z.boolean().describe('Whether the author of the docket wrote it'),
  because: z.array(z.string()),
})

/** What became of a docket after it was opened, as consoles see it. */
export const threadFields = {
  thread: z.array(threadPost).describe('Further posts, the last 10, newest last'),
  followUps: z.int().describe('How many further posts there are'),
  news: z.object({ kind: z.enum(['worse', 'nobody-came']), at: z.number() }).nullable().describe('The newest of these, where whoever has the alert took it before: they must be told'),
  spread: z.object({
    posts: z.int(), retweets: z.int(), authors: z.int().describe('Of quotes, copies and remarks; retweeters are not known'), firstAt: z.number(), lastAt: z.number(),
  }).nullable().describe('How often the cry was repeated by others; none of it rings'),
  incident: z.object({ id: z.string(), dockets: z.int(), authors: z.int() }).nullable().describe('Dockets about the same event, and how many people report it independently'),
  doubt: z.object({ likelihood: z.number(), reasons: z.array(z.string()) }).nullable().describe('How likely it is a hoax or a prank, 0 to 1; it lowers nothing'),
  ask: z.object({ what: z.enum(ASKABLE), en: z.string(), hi: z.string(), roman: z.string() }).nullable().describe('The one question that would name the place'),
}

type ThreadView = z.infer<z.ZodObject<typeof threadFields>>

/** @param masked the rendition of a protected identity for a wall: no texts. */
export function threadViewOf(docket: Docket, masked: boolean): ThreadView {
  const { verdict, spread, incident, alert } = docket
  const lead = leadPost(docket)
  const show = (post: ThreadPost, kind: ThreadView['thread'][number]['kind']): ThreadView['thread'][number] => ({
    kind, at: post.createdAt, text: masked ? null : post.text, isAuthor: post.author.id === docket.post.author.id, because: post.because ?? [],
  })
  const further = docket.thread.slice(-SHOWN).map((post) => show(post, post.followUp ?? 'edit'))
  const question = verdict.place.question ?? null
  const { doubt } = verdict
  return {
    thread: lead === docket.post ? further : [show(docket.post, 'first'), ...further].slice(-SHOWN),
    followUps: docket.thread.length,
    news: alert?.holder ? newsSince(docket.thread, alert.holder.at) : null,
    spread: spread ? { posts: spread.posts, retweets: spread.retweets, authors: spread.authors, firstAt: spread.firstAt, lastAt: spread.lastAt } : null,
    incident: incident && incident.dockets > 1 ? incident : null,
    doubt: doubt && doubt.likelihood > 0 ? doubt : null,
    ask: question ? { what: question.ask, en: question.en, hi: question.hi, roman: question.roman } : null,
  }
}

function newsSince(thread: readonly ThreadPost[], since: number): ThreadView['news'] {
  for (const { followUp, joinedAt } of thread.toReversed()) {
    if ((followUp === 'worse' || followUp === 'nobody-came') && joinedAt !== undefined && joinedAt >= since) return { kind: followUp, at: joinedAt }
  }
  return null
}
