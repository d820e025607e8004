import type { TwitterApi } from 'twitter-api-v2'
import { closeGap, planRecovery, recordPage } from '../../actions/record-gap.ts'
import type { Store } from '../../actions/ports.ts'
import type { StreamGap } from '../../domain/stream.ts'
import type { Delivery } from './delivery.ts'
import type { ListenerLog } from './log.ts'
import { outcomeOf, problemOfError } from './problem.ts'
import { freshLadder, nextStep } from './reconnect.ts'
import type { LadderTimes } from './reconnect.ts'
import { whyNotRecoverable } from './rule-check.ts'
import type { StreamRule } from './rule-check.ts'
import { searchPage, suggestedSinceId } from './search.ts'
import type { SearchCursor, SearchPage } from './search.ts'
import { sleep } from './sleep.ts'
import { idAt, timeOf } from './snowflake.ts'

export interface RecoveryDeps {
  api: TwitterApi
  store: Pick<Store, 'gaps' | 'now'>
  delivery: Pick<Delivery, 'deliver'>
  rules: () => readonly StreamRule[]
  handle: string
  ladder: LadderTimes
  random: () => number
  log: ListenerLog
  /** The newest id that the first page of a rule showed. */
  onNewest(tag: string, id: string): void
  onTrouble(kind: 'rate-limited' | 'search-failed' | 'alarm'): void
}

/** How far back search remembers: seven days, less an hour for the time that reading takes. */
const SEARCHABLE_MS = 7 * 86_400_000 - 3_600_000
/** Added to the id that X suggests: the edge moves on while we ask again. */
const STALE_MARGIN_MS = 10_000
/** Pages of a sweep; a gap is read to its end. */
const MAX_SWEEP_PAGES = 50

/**
 * Fills a gap by recent search: for each rule page after page, newest first, each committed together with where to go on
 * before the next is asked for, so that a killed listener neither loses nor repeats one. Resolves when the gap is closed,
 * or was opened again meanwhile.
 * @throws the signal's reason on a stop, PrahariError when the store does not answer; the gap then goes on later.
 */
export async function recoverGap(deps: RecoveryDeps, found: StreamGap, signal: AbortSignal): Promise<StreamGap> {
  let { gap } = await planRecovery(deps.store, found.id, planOf(deps, found))
  for (const tag of Object.keys(gap.checkpoints)) gap = await recoverRule(deps, gap, tag, signal)
  if (gap.state !== 'filling') return gap
  const lost = Object.entries(gap.checkpoints).filter(([, checkpoint]) => timeOf(checkpoint.sinceId) > gap.startedAt).map(([tag]) => tag)
  const closed = await closeGap(deps.store, gap.id, { at: deps.store.now(), lost: lost.length > 0 ? `not all of ${lost.join(', ')} could be read` : null })
  return closed.gap
}

/** Reads the last minutes again, whatever the stream said: X drops posts silently. Answers how many were new. */
export async function sweepRecent(deps: RecoveryDeps, windowMs: number, signal: AbortSignal): Promise<number> {
  const sinceId = idAt(deps.store.now() - windowMs)
  let inserted = 0
  for (const rule of deps.rules()) {
    if (whyNotRecoverable(rule.value) !== null) continue
    let nextToken: string | null = null
    for (let pages = 0; pages < MAX_SWEEP_PAGES; pages++) {
      const page = await ask(deps, rule, { sinceId, nextToken }, signal)
      if ('refusal' in page) {
        deps.log.warn({ rule: rule.tag, detail: page.refusal }, 'search refuses the sweep of a rule')
        break
      }
      inserted += await deps.delivery.deliver(page.items, signal)
      nextToken = page.nextToken
      if (nextToken === null) break
    }
  }
  return inserted
}

/** Where each rule begins. What can never be read counts as read from the gap's end on, which says that it is lost. */
function planOf(deps: RecoveryDeps, gap: StreamGap): { checkpoints: StreamGap['checkpoints']; note: string } {
  const notes = ['retweets are not in search']
  const oldest = deps.store.now() - SEARCHABLE_MS
  if (gap.startedAt < oldest) notes.push(`what came before ${new Date(oldest).toISOString()} is older than search remembers`)
  const sinceId = idAt(Math.max(gap.startedAt, oldest))
  const checkpoints = Object.fromEntries(deps.rules().map((rule) => {
    const reason = whyNotRecoverable(rule.value)
    if (reason === null) return [rule.tag, { sinceId, nextToken: null, done: false }]
    notes.push(`${rule.tag} cannot be searched (${reason})`)
    return [rule.tag, lostFrom(gap)]
  }))
  return { checkpoints, note: notes.join('; ') }
}

function lostFrom(gap: StreamGap): StreamGap['checkpoints'][string] {
  return { sinceId: idAt(gap.endedAt ?? gap.startedAt + 1), nextToken: null, done: true }
}

async function recoverRule(deps: RecoveryDeps, begun: StreamGap, tag: string, signal: AbortSignal): Promise<StreamGap> {
  let gap = begun
  for (;;) {
    const checkpoint = gap.checkpoints[tag]
    if (gap.state !== 'filling' || !checkpoint || checkpoint.done) return gap
    const rule = deps.rules().find((one) => one.tag === tag)
    const step = rule ? await nextPage(deps, gap, rule, checkpoint, signal) : { checkpoint: lostFrom(gap), recovered: 0, note: `${tag} is no rule any more` }
    gap = (await recordPage(deps.store, gap.id, { tag, ...step })).gap
  }
}

type PageStep = Omit<Parameters<typeof recordPage>[2], 'tag'>

/** One page: asked for, made durable, and what the checkpoint becomes by it. */
async function nextPage(deps: RecoveryDeps, gap: StreamGap, rule: StreamRule, cursor: SearchCursor, signal: AbortSignal): Promise<PageStep> {
  const page = await ask(deps, rule, cursor, signal)
  if ('refusal' in page) return afterRefusal(gap, rule, cursor, page.refusal)
  const recovered = await deps.delivery.deliver(page.items, signal)
  if (cursor.nextToken === null && page.newestId !== null) deps.onNewest(rule.tag, page.newestId)
  return { checkpoint: { sinceId: cursor.sinceId, nextToken: page.nextToken, done: page.nextToken === null }, recovered }
}

function afterRefusal(gap: StreamGap, rule: StreamRule, cursor: SearchCursor, refusal: string): PageStep {
  const suggested = suggestedSinceId(refusal)
  if (suggested !== null && BigInt(suggested) > BigInt(cursor.sinceId)) {
    const from = timeOf(suggested) + STALE_MARGIN_MS
    const note = `${rule.tag}: what came before ${new Date(from).toISOString()} is older than search remembers`
    return { checkpoint: { sinceId: idAt(from), nextToken: null, done: false }, recovered: 0, note }
  }
  // A token that X forgot: the rule is read again from its first page, which costs requests but no posts.
  if (cursor.nextToken !== null) return { checkpoint: { sinceId: cursor.sinceId, nextToken: null, done: false }, recovered: 0 }
  return { checkpoint: lostFrom(gap), recovered: 0, note: `search refuses ${rule.tag}: ${refusal}`.slice(0, 300) }
}

/** Asks for one page until it comes; only a refusal of the request itself is an answer too. */
async function ask(deps: RecoveryDeps, rule: StreamRule, cursor: SearchCursor, signal: AbortSignal): Promise<SearchPage | { refusal: string }> {
  let ladder = freshLadder()
  for (;;) {
    signal.throwIfAborted()
    try {
      return await searchPage(deps.api, rule, cursor, deps.handle)
    } catch (error) {
      signal.throwIfAborted()
      const problem = problemOfError(error, deps.store.now())
      if (problem.kind === 'refused' && problem.status === 400) return { refusal: problem.detail }
      const { state, step } = nextStep(ladder, outcomeOf(problem), performance.now(), deps.random(), deps.ladder)
      ladder = state
      deps.onTrouble(problem.kind === 'rate-limited' ? 'rate-limited' : 'search-failed')
      if (step.isAlarm) deps.onTrouble('alarm')
      deps.log.warn({ rule: rule.tag, because: problem.detail, waitMs: Math.round(step.wait) }, 'search failed; asking again for the same page')
      await sleep(step.wait, signal)
    }
  }
}
