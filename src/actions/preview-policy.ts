import type { LadderPolicy, SeverityPolicy } from '../domain/ladder.ts'
import { rungsRung } from '../domain/ladder-checks.ts'
import { isLate } from '../domain/docket-filter.ts'
import { slaOf, SLA_STEPS } from '../domain/sla.ts'
import type { SlaStep } from '../domain/sla.ts'
import type { Viewer } from '../domain/person.ts'
import { checkLadder, forWholeState } from './change-policy.ts'
import type { DocketBook } from './docket-book.ts'
import type { Store } from './ports.ts'
import { readPolicy } from './read-policy.ts'

/** How a policy would have gone with what came in lately. */
export interface PolicyPreview {
  sinceMs: number
  isComplete: boolean
  alerts: number
  /** Alerts that would have told somebody more, or fewer, before anybody had them. */
  further: number
  lessFar: number
  /** Dockets of each step that are late by the policy in force, and that would be. */
  late: Record<SlaStep, { now: number; then: number }>
}

const DAYS = 7
const DAY_MS = 86_400_000

/** Tries a ladder on the alerts and dockets of the last seven days; nothing is written. @throws PrahariError forbidden, invalid, unavailable. */
export async function previewPolicy({ store, book }: { store: Pick<Store, 'policies' | 'now'>; book: DocketBook }, viewer: Viewer, ladder: Omit<LadderPolicy, 'version'>): Promise<PolicyPreview> {
  forWholeState(viewer)
  const { ladder: current } = await readPolicy(store)
  const wish = { ...ladder, version: current.version + 1 }
  checkLadder(wish)
  const now = store.now()
  const sinceMs = now - DAYS * DAY_MS
  const [slasNow, slasThen] = [slaOf(current), slaOf(wish)]
  const preview: PolicyPreview = {
    sinceMs, isComplete: book.isComplete, alerts: 0, further: 0, lessFar: 0,
    late: { acknowledge: { now: 0, then: 0 }, progress: { now: 0, then: 0 }, reply: { now: 0, then: 0 }, close: { now: 0, then: 0 } },
  }
  await book.each(viewer.scopePath, null, (facts) => {
    if (facts.receivedAt < sinceMs || facts.origin === 'drill') return
    for (const step of SLA_STEPS) {
      preview.late[step].now += Number(isLate(facts, step, facts.receivedAt, now, slasNow))
      preview.late[step].then += Number(isLate(facts, step, facts.receivedAt, now, slasThen))
    }
    const policies = rungs(current, wish, facts.severity)
    if (!facts.isSos || !policies) return
    const waitedMs = (facts.acknowledgedAt ?? facts.closedAt ?? now) - facts.openedAt
    const [before, after] = policies.map((policy) => rungsRung(policy, waitedMs))
    preview.alerts++
    preview.further += Number((after ?? 0) > (before ?? 0))
    preview.lessFar += Number((after ?? 0) < (before ?? 0))
  })
  return preview
}

function rungs(current: LadderPolicy, wish: LadderPolicy, severity: string): SeverityPolicy[] | null {
  return severity === 'critical' || severity === 'high' ? [current[severity], wish[severity]] : null
}
