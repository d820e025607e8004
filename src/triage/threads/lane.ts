import type { Post } from '../../domain/post.ts'
import { isActionable, isSos } from '../../domain/verdict.ts'
import type { Verdict } from '../../domain/verdict.ts'

/**
 * The queue of a post: SoS at once, and so what may raise a docket ("nobody came"); routine what must be acted on or may belong
 * to a docket (replies, quotes, what reads as a follow-up); none what can be decided here and now.
 */
export function laneOf(post: Pick<Post, 'kind'>, { severity, followUp }: Pick<Verdict, 'severity' | 'followUp'>): 'sos' | 'routine' | 'none' {
  if (isSos(severity) || followUp === 'worse' || followUp === 'nobody-came') return 'sos'
  const mayBelong = (followUp ?? null) !== null || post.kind === 'reply' || post.kind === 'quote'
  return isActionable(severity) || mayBelong ? 'routine' : 'none'
}
