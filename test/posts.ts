import type { Post } from '../src/domain/post.ts'
import type { Severity, Verdict } from '../src/domain/verdict.ts'
import type { PostJob } from '../src/contract/jobs.ts'

let serial = 0

/** A post with a fresh id; everything else plain unless given. */
export function makePost(changes: Partial<Post> = {}): Post {
  const id = changes.id ?? String(2_100_000_000_000_000_000n + BigInt(++serial))
  return {
    id, caseId: id, kind: 'post', text: '@PrahariUP help', lang: 'en', createdAt: 1_790_000_000_000,
    author: { id: `9${serial}`, handle: 'somebody', name: 'Some Body', location: null, followers: 10 },
    conversationId: id, inReplyToId: null, quotedId: null, mentions: ['prahariup'], hashtags: [], place: null, point: null, mediaTypes: [],
    summoned: true, rules: ['prahari:mentions'], source: 'stream', missing: [], ...changes,
  }
}

export function makeVerdict(severity: Severity, changes: Partial<Verdict> = {}): Verdict {
  return {
    severity, category: 'assault', score: 90, confidence: 0.9, language: 'en', reasons: [], isProtected: false, followUp: null, doubt: { likelihood: 0, reasons: [] }, version: 'test',
    place: { districtId: 'lucknow', stationId: null, locality: null, confidence: 0.9, candidates: [], elsewhere: null }, ...changes,
  }
}

export function makeJob(severity: Severity, post: Partial<Post> = {}, verdict: Partial<Verdict> = {}, receivedAt = 1_790_000_001_000): PostJob {
  const made = makePost(post)
  return { postId: made.id, receivedAt, post: made, verdict: makeVerdict(severity, verdict) }
}
