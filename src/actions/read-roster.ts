import type { RosterView } from '../contract/duty.ts'
import { onDuty } from '../domain/duty.ts'
import type { DutyPost } from '../domain/ladder.ts'
import type { Viewer } from '../domain/person.ts'
import { DAY_MS, rosterId, turningPoints } from '../domain/roster.ts'
import { dutyNode, emptyRoster } from './change-roster.ts'
import { readManning } from './find-on-duty.ts'
import type { DutyStore } from './find-on-duty.ts'

const WEEK_MS = 7 * DAY_MS

/** The roster of one duty post, and who is on duty when in a week from `from`. @throws PrahariError forbidden, invalid, unavailable. */
export async function readRoster(store: DutyStore, viewer: Viewer, key: { post: DutyPost; nodeId: string; from: number }): Promise<RosterView> {
  const node = dutyNode(viewer, key)
  const told = { post: key.post, path: node.path }
  const [written, { roster, people, leaves }] = await Promise.all([store.rosters.get(rosterId(key.post, node.id)), readManning(store, told)])
  const shown = written ?? emptyRoster(key.post, node)
  const to = key.from + WEEK_MS
  const points = [key.from, ...turningPoints(roster, leaves.values(), key.from, to), to]
  const week = points.slice(0, -1).map((from, index) => {
    const { persons, because } = onDuty(told, people, { roster, leaves, at: from })
    return { from, to: points[index + 1] ?? to, persons: persons.map(({ personId, because: why }) => ({ personId, because: why })), because }
  })
  return {
    serverNow: store.now(), post: key.post, nodeId: node.id, version: shown.version,
    shifts: shown.shifts.map((shift) => ({ ...shift, from: clockOf(shift.from), to: clockOf(shift.to) })),
    rotations: shown.rotations, overrides: shown.overrides, swaps: shown.swaps, week,
    leaves: [...leaves.values()].flatMap(({ id, stretches }) => stretches.filter((one) => one.to > key.from).map((one) => ({ ...one, personId: id }))),
    names: Object.fromEntries(people.map(({ id, name }) => [id, name])),
    history: shown.history.toReversed(),
  }
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
