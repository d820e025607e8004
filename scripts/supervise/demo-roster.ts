import { emptyRoster } from '../../src/actions/change-roster.ts'
import type { Store } from '../../src/actions/ports.ts'
import { findNode } from '../../src/domain/jurisdiction.ts'
import type { DutyPost } from '../../src/domain/ladder.ts'
import { DAY_MS, indianMidnight } from '../../src/domain/roster.ts'
import type { Roster } from '../../src/domain/roster.ts'

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const [MORNING, EVENING] = [8 * 60, 20 * 60]

/**
 * Duty rosters for the accounts of the demo, so that the panel of who is on duty lives. Everybody whose page a visitor may
 * open is on duty around the clock; the shifts only change beside them. What is there already is left alone.
 */
export async function offerDemoRosters(store: Pick<Store, 'rosters' | 'now'>): Promise<void> {
  const shift = (name: string, from: number, to: number, ...personIds: string[]): Roster['shifts'][number] => ({ id: name, name, days: EVERY_DAY, from, to, personIds })
  const roster = (post: DutyPost, nodeId: string, parts: Partial<Roster>): Roster[] => {
    const node = findNode(nodeId)
    return node ? [{ ...emptyRoster(post, node), version: 1, ...parts, history: [{ at: store.now(), by: 'demo', what: 'made with the demo' }] }] : []
  }
  const startsAt = indianMidnight(store.now()) - 7 * DAY_MS + MORNING * 60_000
  await store.rosters.insertMany([
    ...roster('district-duty', 'lucknow', { shifts: [shift('day', MORNING, EVENING, 'demo-officer-lucknow'), shift('night', EVENING, MORNING, 'demo-officer-lucknow')] }),
    ...roster('district-duty', 'gautam-buddha-nagar', { shifts: [shift('round the clock', MORNING, MORNING, 'demo-officer-noida')] }),
    ...roster('circle-officer', 'lucknow', { shifts: [shift('day', MORNING, EVENING, 'demo-supervisor'), shift('night', EVENING, MORNING, 'demo-desk')] }),
    ...roster('state-control', 'up', { shifts: [shift('round the clock', MORNING, MORNING, 'demo-supervisor')], rotations: [{ id: 'weekly', name: 'weekly', personIds: ['demo-desk', 'demo-admin'], startsAt, turnDays: 7 }] }),
  ])
}
