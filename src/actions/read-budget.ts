import { budgetMonth, monthStart } from '../domain/reply-cost.ts'
import type { Store } from './ports.ts'

export interface Budget {
  /** `2026-11`, by the calendar of India. */
  month: string
  spentCents: number
  limitCents: number
}

const CHUNK = 5_000
const idOf = (month: string): string => `reply-spend-${month}`

/** What answers have cost this month, as the sender last wrote it down: one small read. */
export async function readBudget(store: Pick<Store, 'checkpoints'>, now: number, limitCents: number): Promise<Budget> {
  const month = budgetMonth(now)
  const spent = (await store.checkpoints.get(idOf(month)))?.facts.cents
  return { month, limitCents, spentCents: typeof spent === 'number' ? spent : 0 }
}

/** Adds up what was posted this month, out of the answers themselves, and writes it down: whoever begins to send does so. */
export async function sumBudget(store: Pick<Store, 'replies' | 'checkpoints'>, now: number): Promise<number> {
  const month = budgetMonth(now)
  let cents = 0
  let from = monthStart(month)
  let seen = new Set<string>()
  for (;;) {
    const rows = await store.replies.find({ index: 'byTime', range: { gte: from }, order: 'asc', limit: CHUNK })
    const fresh = rows.filter(({ id }) => !seen.has(id))
    for (const { state, costCents } of fresh) if (state === 'posted') cents += costCents
    if (rows.length < CHUNK || fresh.length === 0) break
    from = rows.at(-1)?.at ?? from
    seen = new Set(rows.filter(({ at }) => at === from).map(({ id }) => id))
  }
  await noteSpent(store, now, cents)
  return cents
}

/** Only who holds the right to send writes it. */
export async function noteSpent(store: Pick<Store, 'checkpoints'>, now: number, cents: number): Promise<void> {
  const id = idOf(budgetMonth(now))
  await store.checkpoints.put({ id, version: Math.max(1, Math.round(now)), at: now, facts: { cents: Math.round(cents * 1_000) / 1_000 } })
}
