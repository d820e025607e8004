import { judgeWall, nextStep, WALL_LIMITS } from '../domain/blind-walls.ts'
import type { Owed, WallLimits, WallSight } from '../domain/blind-walls.ts'
import { isWithin } from '../domain/area.ts'
import { subjectOf } from '../domain/condition.ts'
import { wallPosts } from '../domain/wall.ts'
import type { Wall } from '../domain/wall.ts'
import type { Done, Store } from './ports.ts'
import { readSights } from './read-sights.ts'
import { tellOfCondition } from './tell-of-condition.ts'
import type { TellDeps } from './tell-of-condition.ts'

export interface CheckDeps extends TellDeps {
  store: TellDeps['store'] & Pick<Store, 'walls' | 'wallGaps' | 'dockets' | 'receipts'>
  /** What this process need not read again; may be forgotten at any time. */
  memory: WallMemory
}

export interface WallMemory {
  /** The open alerts: version, place, and when its rungs fired there, oldest first. */
  alerts: Map<string, { version: number; path: string; firings: number[] }>
  /** When each wall confirmed each alert last, by docket id and wall id. */
  confirmed: Map<string, Map<string, number>>
}

export interface Checked extends Done {
  blind: number
  told: number
}

const MAX_WALLS = 5_000
const MAX_OPEN = 100_000
const CHUNK = 500
/** Clocks of two processes may differ by this: a confirmation that seems so much older than the firing is its own. */
const SKEW_MS = 250

/**
 * Looks at every wall that was ever set up: begins and ends its blindness, keeps the stretches that ended, and tells its
 * supervisor. Any number of processes may run it: a wall's row is replaced by its version, and what follows from it has
 * natural keys. @throws PrahariError unavailable.
 */
export async function checkWalls(deps: CheckDeps, limits: WallLimits = WALL_LIMITS): Promise<Checked> {
  const { store } = deps
  const walls = (await store.walls.find({ index: 'byPath', limit: MAX_WALLS })).filter(({ boundAt, revokedAt }) => boundAt !== null && revokedAt === null)
  const done: Checked = { did: 'checked', because: `${walls.length} walls`, blind: 0, told: 0 }
  if (walls.length === 0) return done
  const sights = Map.groupBy(await readSights(store), ({ wallId }) => wallId)
  await readAlerts(deps)
  const now = store.now()
  for (const wall of walls) {
    const mine = sights.get(wall.id) ?? []
    // Bound a moment ago: its page is only just opening.
    if (mine.length === 0 && !wall.blind && now - (wall.boundAt ?? 0) < limits.tellMs) continue
    const { blind, told } = await checkWall(deps, wall, mine, now, limits)
    done.blind += Number(blind)
    done.told += told
  }
  return done
}

export function newWallMemory(): WallMemory {
  return { alerts: new Map(), confirmed: new Map() }
}

async function checkWall(deps: CheckDeps, wall: Wall, sights: readonly WallSight[], now: number, limits: WallLimits): Promise<{ blind: boolean; told: number }> {
  const { store } = deps
  const couldSee = judgeWall(sights, [], now, limits)
  const judgement = couldSee.isSeeing ? judgeWall(sights, await owedBy(deps, wall, now, limits), now, limits) : couldSee
  const step = nextStep(wall, judgement, now, limits)
  if (step.ended) await store.wallGaps.insertMany([{ ...step.ended, version: 1 }])
  // Told before it is written down as told: a process that is killed in between leaves it to the next, under the same keys.
  const told = step.tell === null || !step.blind ? 0 : await tellOfCondition(deps, { subject: subjectOf('wall', wall.id), since: step.blind.since, levels: wallPosts(wall.path).map((post) => [post]) }, step.tell)
  if (step.blind !== wall.blind) await store.walls.replace({ ...wall, version: wall.version + 1, blind: step.blind }, wall.version)
  return { blind: step.blind !== null, told }
}

/** Follows the open alerts by their versions. Drills lie in no wall's area. */
async function readAlerts({ store, memory }: CheckDeps): Promise<void> {
  const keys = await store.dockets.keys({ index: 'byAlert', equals: { alertOpen: 1 }, limit: MAX_OPEN })
  const open = new Set(keys.map(({ id }) => id))
  for (const id of memory.alerts.keys()) if (!open.has(id)) memory.alerts.delete(id)
  for (const id of memory.confirmed.keys()) if (!open.has(id)) memory.confirmed.delete(id)
  const news = keys.filter(({ id, version }) => memory.alerts.get(id)?.version !== version).map(({ id }) => id)
  for (let from = 0; from < news.length; from += CHUNK) {
    for (const { id, version, path, alert, history } of await store.dockets.getMany(news.slice(from, from + CHUNK))) {
      if (!alert) continue
      const cameAt = history.findLast(({ what }) => what === 'alert-moved')?.at ?? alert.raisedAt
      memory.alerts.set(id, { version, path, firings: [...new Set([cameAt, ...alert.told.map(({ at }) => at)])].filter((at) => at >= cameAt).sort((a, b) => a - b) })
    }
  }
}

/** What the wall should have confirmed by now: of each SoS the first firing that came after its last confirmation. Only what is missing is read. */
async function owedBy({ store, memory }: CheckDeps, wall: Wall, now: number, { confirmMs }: WallLimits): Promise<Owed[]> {
  const owed = (): (Owed & { docketId: string })[] => [...memory.alerts].flatMap(([docketId, { path, firings }]) => {
    const confirmedAt = memory.confirmed.get(docketId)?.get(wall.id) ?? null
    if (confirmedAt !== null && confirmedAt >= (firings.at(-1) ?? 0)) return []
    const firedAt = firings.find((at) => at > (confirmedAt ?? 0))
    return firedAt === undefined || now - firedAt <= confirmMs || !isWithin(wall.path, path) ? [] : [{ docketId, firedAt, confirmedAt }]
  })
  // One chunk a look: one that is missing is enough to be blind, and what was confirmed makes room for the next.
  const asked = new Set(owed().slice(0, CHUNK).map(({ docketId }) => docketId))
  if (asked.size === 0) return []
  for (const { docketId, shownVersion, shownAt, countedAt = 0 } of await store.receipts.getMany([...asked].map((id) => `${id}.${wall.id}`))) {
    const ofAlert = memory.confirmed.get(docketId) ?? new Map<string, number>()
    memory.confirmed.set(docketId, ofAlert.set(wall.id, Math.max(shownVersion > 0 ? shownAt : 0, countedAt) + SKEW_MS))
  }
  return owed().filter(({ docketId }) => asked.has(docketId))
}
