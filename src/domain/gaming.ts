import type { HistoryEntry } from './history.ts'

/** What looks like gaming of the figures, as dockets are flagged. */
export const GAMING_FLAGS = ['mass-closing', 'pasted-reply', 'closed-after-forward'] as const
export type GamingFlag = (typeof GAMING_FLAGS)[number]

/** A closing within this time of a forwarding, milliseconds: nobody can have acted on it. */
export const SOON_AFTER_FORWARD_MS = 60_000
/** So many closings by one person within so many milliseconds. */
export const MASS_CLOSING = { from: 10, withinMs: 600_000 } as const

/**
 * What looks like gaming of the figures about a closing at `now`, in closed words. Nothing is refused for it: the docket is
 * marked, and supervisors see who, when and how often.
 * @param closedAt when the same person closed dockets before this one.
 */
export function flagsOfClosing(history: readonly HistoryEntry[], closedAt: readonly number[], now: number): GamingFlag[] {
  const wasForwarded = history.some(({ what, at }) => what === 'forwarded' && now - at < SOON_AFTER_FORWARD_MS)
  const recent = closedAt.filter((at) => now - at < MASS_CLOSING.withinMs).length + 1
  return [...(wasForwarded ? ['closed-after-forward' as const] : []), ...(recent >= MASS_CLOSING.from ? ['mass-closing' as const] : [])]
}

/** The closings to remember with one more: the last MASS_CLOSING.from within the time. */
export function rememberedClosings(closedAt: readonly number[], now: number): number[] {
  return [...closedAt.filter((at) => now - at < MASS_CLOSING.withinMs), now].slice(-MASS_CLOSING.from)
}
