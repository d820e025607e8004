import { PrahariError } from '../domain/errors.ts'
import { isWithin } from '../domain/area.ts'
import { findNodeInForce } from '../domain/jurisdiction.ts'
import type { JurisdictionNode } from '../domain/jurisdiction.ts'
import { KINDS_OF_POST } from '../domain/ladder.ts'
import type { DutyPost } from '../domain/ladder.ts'
import { mayAct, mayRoster, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import { rosterId, withChange } from '../domain/roster.ts'
import type { Roster } from '../domain/roster.ts'
import { evolveRow } from './evolve-row.ts'
import type { Done, Store } from './ports.ts'

export type RosterStore = Pick<Store, 'rosters' | 'people' | 'leaves' | 'now'>

export interface RosterChanged extends Done {
  /** Of the roster, the override or the swap. */
  id: string
  version: number
}

export interface RosterStep {
  next: Pick<Roster, 'shifts' | 'rotations' | 'overrides' | 'swaps'>
  /** For the roster's history. */
  what: string
  id: string
}

/** Overrides and swaps that are over are kept so long, for whoever asks what was. */
const KEEP_MS = 35 * 86_400_000
const MAX_CHANGES = 500

/**
 * One change of one roster: read, decide, replace if nobody was faster; who and when goes into its history.
 * @param may whether this viewer may, beside supervisors and administrators whose area has the node.
 * @throws PrahariError forbidden, not-found, invalid, conflict, unavailable.
 */
export async function changeRoster(
  store: RosterStore, viewer: Viewer, key: { post: DutyPost; nodeId: string }, decide: (roster: Roster, now: number) => RosterStep, may: (roster: Roster) => boolean = () => false,
): Promise<RosterChanged> {
  const node = dutyNode(viewer, key)
  let step = { what: '', id: '' }
  const { row } = await evolveRow(store.rosters, rosterId(key.post, node.id), 'the roster', (roster: Roster = emptyRoster(key.post, node)): Roster => {
    if (!mayRoster(viewer.role) && !may(roster)) throw new PrahariError('forbidden', `the role ${viewer.role} changes no rosters`)
    const now = store.now()
    const { next, what, id } = decide(roster, now)
    step = { what, id }
    return { ...roster, ...tidied(next, now), version: roster.version + 1, history: withChange(roster.history, { at: now, by: viewer.personId, what }) }
  })
  return { did: 'changed', because: step.what, id: step.id, version: row.version }
}

export function emptyRoster(post: DutyPost, node: Pick<JurisdictionNode, 'id' | 'path'>): Roster {
  return { id: rosterId(post, node.id), version: 0, post, path: node.path, shifts: [], rotations: [], overrides: [], swaps: [], history: [] }
}

/** The node of a duty post. @throws PrahariError invalid (no such post there), forbidden (outside the viewer's area). */
export function dutyNode(viewer: Viewer, { post, nodeId }: { post: DutyPost; nodeId: string }): JurisdictionNode {
  const node = findNodeInForce(nodeId)
  if (!node) throw new PrahariError('invalid', `no jurisdiction node ${nodeId}`, { field: 'nodeId' })
  if (!KINDS_OF_POST[post].includes(node.kind)) throw new PrahariError('invalid', `a ${node.kind} has no ${post}`, { field: 'post' })
  if (!maySee(viewer, node.path)) throw new PrahariError('forbidden', `${node.name} is outside your area`, { field: 'nodeId' })
  return node
}

/** Each of these may be on duty there: known, in use, acting, and seeing the node. @throws PrahariError invalid naming the first who may not. */
export async function checkPersons(store: Pick<Store, 'people'>, ids: readonly string[], path: string, field: string): Promise<void> {
  const people = new Map((await store.people.getMany([...new Set(ids)])).map((person) => [person.id, person]))
  for (const id of ids) {
    const person = people.get(id)
    const problem = !person ? 'is unknown' : person.isDisabled ? 'is disabled' : !mayAct(person.role) ? `only looks (${person.role})` : isWithin(person.scopePath, path) ? null : 'does not see this node'
    if (problem !== null) throw new PrahariError('invalid', `${id} ${problem}`, { field })
  }
}

function tidied(parts: RosterStep['next'], now: number): RosterStep['next'] {
  const overrides = parts.overrides.filter(({ to }) => to > now - KEEP_MS)
  const swaps = parts.swaps.filter(({ first, second }) => Math.max(first.to, second.to) > now - KEEP_MS)
  if (overrides.length + swaps.length > MAX_CHANGES) throw new PrahariError('invalid', `more than ${MAX_CHANGES} overrides and swaps: change the shifts instead`)
  return { ...parts, overrides, swaps }
}
