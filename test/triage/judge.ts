import type { Post } from '../../src/domain/post.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { triage } from '../../src/triage/triage.ts'
import { makePost } from '../posts.ts'

/** The verdict on a text under the default policy, as if somebody without a profile had posted it untagged. */
export function judge(text: string, changes: Partial<Post> = {}): Verdict {
  return triage(makePost({ text, mentions: [...text.matchAll(/@(\w+)/gu)].map((match) => (match[1] ?? '').toLowerCase()), ...changes }), DEFAULT_TRIAGE_POLICY)
}

/** What a failing test says: the score and every reason with its words. */
export function explain(text: string, verdict: Verdict): string {
  const reasons = verdict.reasons.map(({ signal, weight, span }) => `${weight > 0 ? '+' : ''}${weight} ${signal}${span ? ` [${text.slice(span.start, span.end)}]` : ''}`)
  return `${text}\n${verdict.severity} ${verdict.score} ${verdict.category} ${verdict.place.districtId ?? verdict.place.elsewhere ?? 'nowhere'}\n${reasons.join('\n')}`
}
