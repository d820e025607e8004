import { KINDS_OF_POST } from './ladder.ts'
import type { DutyPost, Told } from './ladder.ts'
import type { Standing } from './condition.ts'
import { nodeAt, pathsDownTo } from './jurisdiction.ts'

/** Where a wall hangs: how far the farthest seat is, metres, and the diagonal of the panel, inches. */
export interface Room {
  distanceM: number
  panelInches: number
}

/** Why a wall does not see. An SoS that is only counted is no reason: the number that names it is on the screen. */
export const BLIND_REASONS = ['not-connected', 'asleep', 'hidden', 'silent', 'unconfirmed'] as const
export type BlindReason = (typeof BLIND_REASONS)[number]

/** A stretch in which a wall did not see, while it lasts. */
export interface Blindness extends Standing {
  why: BlindReason
}

/** One registered wall. Its account has the same id; two walls in one room are two of them. */
export interface Wall {
  id: string
  version: number
  name: string
  /** Jurisdiction path of what it shows. */
  path: string
  room: Room
  createdAt: number
  /** Who registered it; null for one that was bound before walls were registered. */
  createdBy: string | null
  /** When a browser was bound to it last; null: never set up, so nobody misses it. */
  boundAt: number | null
  revokedAt: number | null
  /** What it does not see now; null while it sees. */
  blind: Blindness | null
}

/** A stretch in which a wall did not see, after its end. */
export interface WallGap extends Omit<Blindness, 'toldAt'> {
  /** `<wall id>.<since, base 36>`: written by any number of processes, kept once. */
  id: string
  version: number
  wallId: string
  name: string
  path: string
  endedAt: number
}

export const DEFAULT_ROOM: Room = { distanceM: 3, panelInches: 55 }

/** A wall that nobody looks after yet. @param of the account it belongs to. */
export function newWall(of: { id: string; name: string; path: string }, room: Room, createdBy: string | null, now: number): Wall {
  return { ...of, version: 1, room, createdAt: now, createdBy, boundAt: null, revokedAt: null, blind: null }
}

const SUPERVISORS: readonly DutyPost[] = ['district-head', 'range-control', 'state-control']

/** The duty posts that look after the walls of a node, the nearest first, up to the state: a wall is never nobody's. */
export function wallPosts(path: string): Told[] {
  return pathsDownTo(path).map(nodeAt).toReversed().flatMap((node) => (
    SUPERVISORS.filter((post) => KINDS_OF_POST[post].includes(node.kind)).map((post) => ({ post, path: node.path }))
  ))
}
