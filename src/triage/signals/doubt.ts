import type { Doubt } from '../../domain/verdict.ts'
import { ASIDES } from '../lexicon/asides.ts'
import type { Reading } from '../reading.ts'

/** What speaks for a hoax: how much each by itself, 0 to 1. They add up as independent evidence does. */
const SAID = [
  ['testing', 0.5, 'says that it is a test'], ['prank', 0.45, 'speaks of a joke or a prank'], ['dare', 0.35, 'dares the police'],
  ['chain', 0.3, 'worded like a chain letter'], ['hearsay', 0.25, 'told by hearsay'], ['impossible', 0.5, 'claims what cannot be'],
] as const
const LAUGHS = new Set(['😂', '🤣', '😆', '😁', '😜', '🤪', '😄', '😅', '🤭', '😋'])
const MANY_TAGS = 6
const VERY_MANY_TAGS = 10
/** Handles as X makes them up for new accounts: a name and at least seven digits. */
const MADE_UP_HANDLE = /^[a-z_]+\d{7,}$/iu
const FEW_FOLLOWERS = 2
const FALSE_ALARM = 0.25
const MOST_OF_HISTORY = 0.6

/** Signal: how likely the post is a hoax or a prank, and why. It is shown; it touches neither score nor severity. */
export function weighDoubt(reading: Reading): void {
  const { words, post, stances, hits, asides } = reading
  const found: [share: number, because: string][] = []
  for (const [list, share, because] of SAID) if (ASIDES.says(asides, list)) found.push([share, because])
  if (hits.length > 0 && words.some(({ token }) => token.kind === 'emoji' && LAUGHS.has(token.text))) found.push([0.35, 'laughs beside a cry'])
  if (stances.has('fiction')) found.push([0.25, 'speaks like a film, a game or a song'])
  if (post.mentions.length >= MANY_TAGS) found.push([post.mentions.length >= VERY_MANY_TAGS ? 0.3 : 0.15, 'tags many accounts'])
  if (MADE_UP_HANDLE.test(post.author.handle.slice(0, 60))) found.push([0.12, 'the handle looks newly made'])
  if (post.author.followers !== null && post.author.followers <= FEW_FOLLOWERS && found.length > 0) found.push([0.08, 'the author has hardly a follower'])
  if (found.length > 0) reading.doubt = { likelihood: together(found.map(([share]) => share)), reasons: found.map(([, because]) => because) }
}

/** The doubt with what is known of the author: how many of their earlier alerts were closed as false alarms. */
export function withHistory(doubt: Doubt | undefined, falseAlarms: number): Doubt {
  const known = doubt ?? { likelihood: 0, reasons: [] }
  if (falseAlarms <= 0) return known
  const share = Math.min(MOST_OF_HISTORY, FALSE_ALARM * falseAlarms)
  const because = falseAlarms === 1 ? 'one earlier alert of the author was a false alarm' : `${falseAlarms} earlier alerts of the author were false alarms`
  return { likelihood: together([known.likelihood, share]), reasons: [...known.reasons, because] }
}

function together(shares: readonly number[]): number {
  return Math.round((1 - shares.reduce((none, share) => none * (1 - share), 1)) * 100) / 100
}
