import { afterDeskLook, afterSighting, DESK_ALARM_TIMES, deskAlarmId, isTellDue, openWithin, sightingsOf } from '../domain/desk-alarm.ts'
import type { AlarmReason, DeskAlarm, Sighting, Subject } from '../domain/desk-alarm.ts'
import { parentPath } from '../domain/desk-clock.ts'
import { severityOf } from '../domain/docket.ts'
import { subjectOf } from '../domain/condition.ts'
import { nodeAt } from '../domain/jurisdiction.ts'
import type { LadderPolicy } from '../domain/ladder.ts'
import { slaOf } from '../domain/sla.ts'
import { wallPosts } from '../domain/wall.ts'
import { evolveRow } from './evolve-row.ts'
import type { Done, Store } from './ports.ts'
import { tailDockets } from './tail-dockets.ts'
import type { DocketTail } from './tail-dockets.ts'
import { tellOfCondition } from './tell-of-condition.ts'
import type { TellDeps } from './tell-of-condition.ts'

export interface DeskAlarmDeps extends TellDeps {
  store: TellDeps['store'] & Pick<Store, 'deskAlarms' | 'dockets' | 'people' | 'checkpoints'>
  /** By which a desk is late. */
  policy: LadderPolicy
}

const PAGE = 500
const MOST_UNOPENED = 10_000
const MOST_ALARMS = 5_000

/**
 * Raises what a supervisor must look into: the flags in the histories of dockets that changed. Any number of processes may
 * run it: a flag is known by its place in the history, and an alarm is replaced by its version. @throws PrahariError unavailable.
 */
export async function sweepDeskAlarms(deps: DeskAlarmDeps, tail: DocketTail): Promise<Done & { raised: number }> {
  let raised = 0
  for (;;) {
    const dockets = await tail.next()
    if (dockets.length === 0) return { did: 'swept', because: 'flags of dockets', raised }
    const since = deps.store.now() - DESK_ALARM_TIMES.tooOld
    for (const docket of dockets) for (const sighting of sightingsOf(docket, since)) raised += Number(await sighted(deps, sighting, docket.path))
    await tail.done()
  }
}

/**
 * Raises and ends the alarms of desks where something lies unopened for longer than the policy allows, and tells the next
 * level. Reads every docket that waits so, the oldest first and about `most` of them: for a look every half minute.
 * @throws PrahariError unavailable.
 */
export async function sweepUnopenedDesks(deps: DeskAlarmDeps, most = MOST_UNOPENED): Promise<Done & { raised: number; told: number }> {
  return { did: 'swept', because: 'what nobody opened', raised: await sweepUnopened(deps, most), told: await tell(deps) }
}

/** Follows the dockets for flags, across restarts: any number of processes may see the same one. */
export function flagTail(store: DeskAlarmDeps['store']): DocketTail {
  return tailDockets(store, 'desk-alarms', 3_600_000)
}

/** @returns whether it rings by it. @param path of the docket, where the account is gone. */
async function sighted({ store }: DeskAlarmDeps, sighting: Sighting, path: string): Promise<boolean> {
  const person = await store.people.get(sighting.personId)
  const of: Subject = { subject: sighting.personId, name: person?.name ?? sighting.personId, path: person?.scopePath ?? path }
  return change(store, deskAlarmId(sighting.kind, sighting.personId), (alarm) => afterSighting(alarm, sighting, of))
}

async function sweepUnopened({ store, policy }: DeskAlarmDeps, most: number): Promise<number> {
  const slas = slaOf(policy)
  const now = store.now()
  const waiting = new Map<string, AlarmReason[]>()
  let from = 0
  let read = 0
  while (read < most) {
    const page = await store.dockets.find({ index: 'byUnopened', range: { gt: from, lte: now - slas.normal.acknowledge }, order: 'asc', limit: PAGE })
    for (const docket of page) {
      const at = docket.unopenedSince ?? now
      if (now - at <= openWithin(severityOf(docket), slas)) continue
      const reasons = waiting.get(docket.path) ?? []
      reasons.push({ key: docket.id, docketId: docket.id, number: docket.number, at })
      waiting.set(docket.path, reasons)
    }
    read += page.length
    from = page.at(-1)?.unopenedSince ?? now
    if (page.length < PAGE) break
  }
  // Where not all was read, what was not found may wait all the same: no alarm ends by it.
  const known = read < most ? await store.deskAlarms.find({ index: 'byKind', equals: { kind: 'unopened-desk' }, limit: MOST_ALARMS }) : []
  const paths = new Set([...waiting.keys(), ...known.map(({ path }) => path)])
  let raised = 0
  for (const path of paths) {
    const node = nodeAt(path)
    const of: Subject = { subject: node.id, name: node.name, path }
    raised += Number(await change(store, deskAlarmId('unopened-desk', node.id), (alarm) => afterDeskLook(alarm, waiting.get(path) ?? [], of, now) ?? undefined))
  }
  return raised
}

async function change(store: Pick<Store, 'deskAlarms'>, id: string, decide: (alarm: DeskAlarm | undefined) => DeskAlarm | undefined): Promise<boolean> {
  const { before, row } = await evolveRow(store.deskAlarms, id, 'the alarm', decide)
  return row !== before && row?.open === 1 && before?.open !== 1
}

/** Told before it is written down as told: a process that is killed in between leaves it to the next, under the same keys. */
async function tell(deps: DeskAlarmDeps): Promise<number> {
  const now = deps.store.now()
  const due = (await deps.store.deskAlarms.find({ index: 'byOpen', equals: { open: 1 }, limit: MOST_ALARMS })).filter((alarm) => isTellDue(alarm, now))
  let told = 0
  for (const alarm of due) {
    told += await tellOfCondition(deps, { subject: subjectOf('desk', alarm.subject), since: alarm.since, levels: levelsAbove(alarm.path) }, alarm.told)
    await deps.store.deskAlarms.replace({ ...alarm, version: alarm.version + 1, told: alarm.told + 1, toldAt: now }, alarm.version)
  }
  return told
}

/** Who looks after a desk that sleeps: not its own node, but the next level, and from there up. */
function levelsAbove(path: string): ReturnType<typeof wallPosts>[] {
  return wallPosts(parentPath(path) ?? path).map((post) => [post])
}
