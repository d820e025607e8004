import type { Post } from './post.ts'

/** The stations of the chain, in order, at each of which a drill leaves its time. */
export const DRILL_STEPS = ['posted', 'received', 'recorded', 'opened', 'emitted', 'painted'] as const
export type DrillStep = (typeof DRILL_STEPS)[number]

/** Where drills live: under no node of the tree, so that no area, board, report or count has them. */
export const DRILL_PATH = '/drill/'

/** Whether the post is a drill's: marked by us when it is received, never by what it says. */
export function isDrill(post: Pick<Post, 'source'>): boolean {
  return post.source === 'drill'
}

/** What a drill's post says. It must read as a cry for help, since triage judges it like any other. */
export function drillText(drill: Pick<Drill, 'id' | 'token'>, handle: string): string {
  return `@${handle} बचाओ! कुछ लोग घर में घुसकर लाठी-डंडों से मार रहे हैं, खून निकल रहा है, अभी तुरंत पुलिस भेजिए, हज़रतगंज लखनऊ ref:${drill.id.slice('drill-'.length)}.${drill.token}`
}

const MARK = /(?:^|\s)ref:(\d{1,16})\.([A-Za-z0-9_-]{20,64})(?:\s|$)/

/** The drill that a text claims to be, to be checked against the token of that drill; null for every usual post. */
export function markOf(text: string): { id: string; token: string } | null {
  const found = MARK.exec(text)
  return found ? { id: `drill-${found[1] ?? ''}`, token: found[2] ?? '' } : null
}

/** A post id that X will not give out before the year 2079: the same for the same drill. */
export function drillPostId({ startedAt }: Pick<Drill, 'startedAt'>): string {
  return `910000${String(startedAt).padStart(13, '0')}`
}

/** How long each leg may take, milliseconds, by the step that ends it. The inbox sweep after a lost job needs six seconds. */
export const LEG_LIMITS_MS: Record<Exclude<DrillStep, 'posted'>, number> = { received: 8_000, recorded: 2_000, opened: 8_000, emitted: 4_000, painted: 4_000 }
/** A drill that nobody put on its way within this time is lost. */
export const START_LIMIT_MS = 5_000
/** Kept for a day, then removed with everything that it left behind. */
export const KEEP_MS = 86_400_000

/** One SoS that is none, sent through the whole chain. Times are epoch milliseconds of the store's clock. */
export interface Drill {
  /** `drill-<number of the time slot>`: the natural key, so that one process runs it. */
  id: string
  version: number
  state: 'running' | 'passed' | 'failed'
  startedAt: number
  /** Where it enters: with a post that X (the emulator) delivers, or as an inbox row. */
  entry: 'stream' | 'inbox'
  /** Stands in the post, so that it is known again; nobody else can write it. */
  token: string
  postId: string | null
  docketId: string | null
  /** When each step was reached. */
  at: Partial<Record<DrillStep, number>>
  /** Which screen painted it first. */
  paintedBy: string | null
  /** Milliseconds until a push service took a message for the drill's device; null where there is none. */
  pushMs: number | null
  endedAt: number | null
  because: string
}

/** Milliseconds of one leg, named by the step that ends it; null where it was not reached. */
export interface Leg {
  leg: string
  ms: number | null
}

export function drillId(slot: number): string {
  return `drill-${slot}`
}

export function newDrill(slot: number, entry: Drill['entry'], token: string, now: number): Drill {
  return {
    id: drillId(slot), version: 1, state: 'running', startedAt: now, entry, token, postId: null, docketId: null, at: {}, paintedBy: null, pushMs: null,
    endedAt: null, because: 'under way',
  }
}

/** The drill with a step that it reached; the first time of each step stands. The same drill when that is no news. */
export function reach(drill: Drill, step: DrillStep, at: number, found: Partial<Pick<Drill, 'postId' | 'docketId' | 'paintedBy'>> = {}): Drill {
  if (drill.at[step] !== undefined) return drill
  return { ...drill, ...found, at: { ...drill.at, [step]: at } }
}

/**
 * What is known of it now: passed once a screen has painted it, failed when a leg takes longer than it may. The same drill
 * while it is under way and once it has ended.
 */
export function judge(drill: Drill, now: number): Drill {
  if (drill.state !== 'running') return drill
  const end = (state: 'passed' | 'failed', because: string): Drill => ({ ...drill, state, endedAt: now, because })
  const late = lateLeg(drill, now)
  if (late !== null) return end('failed', late)
  return drill.at.painted === undefined ? drill : end('passed', 'whole chain')
}

/** Why the drill has failed, or null. A leg whose beginning nobody wrote down counts from the step before. */
function lateLeg({ at, startedAt }: Drill, now: number): string | null {
  if (at.posted === undefined) return now - startedAt > START_LIMIT_MS ? 'the drill was not put on its way' : null
  let since = at.posted
  for (const step of DRILL_STEPS.slice(1) as (keyof typeof LEG_LIMITS_MS)[]) {
    const reached = at[step]
    const isBeyond = DRILL_STEPS.slice(DRILL_STEPS.indexOf(step) + 1).some((later) => at[later] !== undefined)
    if (reached === undefined && isBeyond) continue
    if ((reached ?? now) - since > LEG_LIMITS_MS[step]) return LATE[step](reached !== undefined)
    if (reached === undefined) return null
    since = Math.max(since, reached)
  }
  return null
}

const LATE: Record<keyof typeof LEG_LIMITS_MS, (hasCome: boolean) => string> = {
  received: (hasCome) => `posted, ${hasCome ? 'received too late' : 'but not received'}`,
  recorded: (hasCome) => `received, ${hasCome ? 'recorded too late' : 'but not recorded'}`,
  opened: (hasCome) => `recorded, ${hasCome ? 'its alert raised too late' : 'but no alert was raised'}`,
  emitted: (hasCome) => `raised, ${hasCome ? 'sent to the screens too late' : 'but not sent to the screens'}`,
  painted: (hasCome) => `sent, ${hasCome ? 'painted too late' : 'but no screen painted it'}`,
}

/** The legs in order, and the whole. */
export function legsOf({ at, pushMs }: Drill): Leg[] {
  const legs = DRILL_STEPS.slice(1).map((step, index): Leg => {
    const [from, to] = [at[DRILL_STEPS[index] ?? 'posted'], at[step]]
    return { leg: step, ms: from === undefined || to === undefined ? null : Math.max(0, to - from) }
  })
  const whole = at.posted === undefined || at.painted === undefined ? null : Math.max(0, at.painted - at.posted)
  return [...legs, ...(pushMs === null ? [] : [{ leg: 'push', ms: pushMs }]), { leg: 'whole', ms: whole }]
}
