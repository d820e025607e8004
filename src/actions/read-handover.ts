import type { HandoverLine, HandoverView } from '../contract/handover.ts'
import type { RosterGap } from '../contract/duty.ts'
import { byUrgency } from '../contract/urgency.ts'
import { isAnswered, isOpen } from '../domain/alert.ts'
import type { Docket } from '../domain/docket.ts'
import type { Drill } from '../domain/drill.ts'
import { PrahariError } from '../domain/errors.ts'
import { isWithin } from '../domain/area.ts'
import { findNode, nodeAt, pathsDownTo } from '../domain/jurisdiction.ts'
import { mayInspect, maySee } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import type { Crypto, Store } from './ports.ts'
import { readBlindWalls } from './read-blind-walls.ts'
import { readDuty } from './read-duty.ts'
import type { DutyDeps } from './read-duty.ts'
import { blindMs, readGaps } from './read-gaps.ts'

export interface HandoverDeps extends DutyDeps {
  store: DutyDeps['store'] & Pick<Store, 'dockets' | 'gaps' | 'drills' | 'walls' | 'wallGaps'>
  crypto: Pick<Crypto, 'sha256'>
}

export interface HandoverWish {
  nodeId?: string | undefined
  from?: number | undefined
  to?: number | undefined
}

const SHIFT_MS = 8 * 3_600_000
const LONGEST_MS = 48 * 3_600_000
const WINDOW_MS = 600_000
/** More alerts than this in ten minutes are a flood (EEMUA 191, ISA-18.2). */
const FLOOD = 10
const SHOWN = 200
const MAX_OPEN = 10_000
const MAX_KEYS = 100_000
const CHUNK = 500

/**
 * The sheet of a shift handover: what is open and overdue now, who cannot be reached, where the roster has holes, and what
 * the shift was like. @throws PrahariError forbidden, invalid, unavailable.
 */
export async function readHandover(deps: HandoverDeps, viewer: Viewer, wish: HandoverWish): Promise<HandoverView> {
  if (!mayInspect(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} hands over no shift`)
  const node = wish.nodeId === undefined ? nodeAt(viewer.scopePath) : findNode(wish.nodeId)
  if (!node || !maySee(viewer, node.path)) throw new PrahariError('forbidden', 'this node is outside your area', { field: 'nodeId' })
  const now = deps.store.now()
  const to = Math.min(wish.to ?? now, now)
  const from = wish.from ?? to - SHIFT_MS
  if (from >= to || to - from > LONGEST_MS) throw new PrahariError('invalid', 'a shift has up to 48 hours', { field: 'from' })
  const [open, duty, raised, gaps, drills, walls] = await Promise.all([
    readOpen(deps.store, node.path), readDuty(deps, node.path), readRaised(deps.store, node.path, from, to), readGaps(deps.store, from, to), readDrills(deps.store, from, to), readBlindWalls(deps.store, node.path, from, to),
  ])
  const positions = new Set(duty.posts.flatMap((post) => post.persons.map(({ personId }) => personId))).size
  const shelved = open.filter(({ line }) => line.shelvedUntil !== null)
  const overdue = open.filter(({ alert, line }) => !isAnswered(alert) && line.shelvedUntil === null && line.ackTargetAt < now)
  const sheet = {
    nodeId: node.id, name: node.name, nameHi: node.nameHi, path: node.path, from, to, madeAt: now,
    open: listOf(open), shelved: listOf(shelved), overdue: listOf(overdue),
    unreachable: duty.posts.flatMap(({ persons, post, nodeId, name, nameHi }) => persons.filter(({ channels }) => channels.length === 0)
      .map(({ personId, name: who, until }) => ({ personId, name: who, post, nodeId, place: name, placeHi: nameHi, until }))),
    rosterGaps: duty.rosterGaps satisfies RosterGap[], unmanned: duty.unmanned,
    stream: { blindMs: blindMs(gaps, from, to), gaps: gaps.map(({ startedAt, endedAt, reason, state, recovered }) => ({ startedAt, endedAt, reason, state, recovered })) },
    walls,
    drills: {
      run: drills.length, passed: drills.filter(({ state }) => state === 'passed').length,
      failed: drills.filter(({ state }) => state === 'failed').map(({ startedAt, because }) => ({ at: startedAt, because })),
    },
    load: loadOf(raised, { from, to }, Math.max(1, positions)),
  }
  return { ...sheet, hash: deps.crypto.sha256(JSON.stringify(sheet)) }
}

interface OpenAlert {
  alert: NonNullable<Docket['alert']>
  line: HandoverLine
}

async function readOpen(store: Pick<Store, 'dockets'>, path: string): Promise<OpenAlert[]> {
  const dockets = await store.dockets.find({ index: 'byAlert', equals: { alertOpen: 1 }, range: { gte: path, lt: `${path}\uffff` }, limit: MAX_OPEN })
  const alerts = dockets.flatMap((docket) => (docket.alert && isOpen(docket.alert) ? [{ alert: docket.alert, line: lineOf(docket, docket.alert) }] : []))
  return alerts.sort((a, b) => byUrgency({ ...a.line, holder: a.alert.holder, id: a.line.number }, { ...b.line, holder: b.alert.holder, id: b.line.number }))
}

function lineOf({ number, path, verdict }: Docket, alert: OpenAlert['alert']): HandoverLine {
  const nodes = pathsDownTo(path).map(nodeAt)
  const where = nodes.filter(({ kind }) => kind === 'district' || kind === 'station')
  const named = where.length > 0 ? where.toReversed() : nodes.slice(-1)
  return {
    number, severity: alert.severity, category: verdict.category, path, place: named.map(({ name }) => name).join(', '), placeHi: named.map(({ nameHi }) => nameHi).join(', '), state: alert.state, raisedAt: alert.raisedAt,
    ackTargetAt: alert.raisedAt + (alert.policy.ackTargets[0]?.withinS ?? 0) * 1000, nextDueAt: alert.nextDueAt, holder: alert.holder?.name ?? null, shelvedUntil: alert.shelf?.until ?? null,
  }
}

function listOf(alerts: readonly OpenAlert[]): HandoverView['open'] {
  return { count: alerts.length, alerts: alerts.slice(0, SHOWN).map(({ line }) => line) }
}

/** When each alert of the area was raised. A raise changes the alert, or opens the docket: whatever was raised since `from` did one of both since then. */
async function readRaised(store: Pick<Store, 'dockets'>, path: string, from: number, to: number): Promise<number[]> {
  const [changed, opened] = await Promise.all((['byAlertChange', 'byOpened'] as const).map((index) => store.dockets.keys({ index, range: { gte: from }, order: 'asc', limit: MAX_KEYS })))
  const ids = [...new Set([...(changed ?? []), ...(opened ?? [])].map(({ id }) => id))]
  const raised: number[] = []
  for (let at = 0; at < ids.length; at += CHUNK) {
    const dockets = await store.dockets.getMany(ids.slice(at, at + CHUNK))
    for (const docket of dockets) if (docket.alert && isWithin(path, docket.path) && docket.alert.raisedAt >= from && docket.alert.raisedAt < to) raised.push(docket.alert.raisedAt)
  }
  return raised
}

function readDrills(store: Pick<Store, 'drills'>, from: number, to: number): Promise<Drill[]> {
  return store.drills.find({ index: 'byStart', range: { gte: from, lt: to }, order: 'asc', limit: MAX_OPEN }).then((drills) => drills.filter(({ state }) => state !== 'running'))
}

/** The load of a shift in windows of ten minutes from its beginning; the last one may be shorter. */
function loadOf(raised: readonly number[], { from, to }: { from: number; to: number }, positions: number): HandoverView['load'] {
  const windows = Array.from({ length: Math.max(1, Math.ceil((to - from) / WINDOW_MS)) }, () => 0)
  for (const at of raised) windows[Math.floor((at - from) / WINDOW_MS)] = (windows[Math.floor((at - from) / WINDOW_MS)] ?? 0) + 1
  const share = (n: number): number => Math.round(n * 100) / 100
  return {
    raised: raised.length, positions, average: share(raised.length / ((to - from) / WINDOW_MS) / positions), peak: share(Math.max(...windows) / positions),
    floodShare: share(windows.filter((count) => count > FLOOD).length / windows.length),
  }
}
