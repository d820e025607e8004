import { followerClass, FOLLOWER_CLASSES, ORIGINS } from './brief.ts'
import type { Brief, BriefFacts } from './brief.ts'
import { DOCKET_STATUSES } from './docket.ts'
import { isWithin, STATE_PATH } from './area.ts'
import type { SeenFrom } from './seen-from.ts'
import { CATEGORIES, LANGUAGES, SEVERITIES } from './verdict.ts'

const TIMES = ['postedAt', 'receivedAt', 'openedAt', 'updatedAt', 'acknowledgedAt', 'progressAt', 'repliedAt', 'closedAt', 'dueAt', 'unreadSince'] as const
const CODED = { status: DOCKET_STATUSES, severity: SEVERITIES, category: CATEGORIES, lang: LANGUAGES, origin: ORIGINS, followers: FOLLOWER_CLASSES } as const
const CODES = Object.keys(CODED) as (keyof typeof CODED)[]
const FLAGS = ['isProtected', 'isSos', 'isAlertOpen', 'isForwarded', 'awaitsSecond'] as const
const COUNTS = ['reopened', 'movedUp'] as const
const FIRST_ROOM = 1_024

/** Strings that many rows share, by number. */
class Names {
  readonly #numbers = new Map<string | null, number>()
  readonly all: (string | null)[] = []

  numberOf(name: string | null): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.all.length)
    return this.all.push(name) - 1
  }
}

/**
 * The facts of very many briefs in columns: about 150 bytes a docket instead of a thousand, read at some ten million
 * fields a second without leaving anything for the garbage collector. Rows are slots: a docket keeps its slot for as long
 * as it is here. Not for texts: those stay in the store.
 */
export class Shelf {
  readonly #slots = new Map<string, number>()
  readonly #free: number[] = []
  readonly #ids: (string | null)[] = []
  #room = FIRST_ROOM
  #times = TIMES.map(() => new Float64Array(FIRST_ROOM))
  #codes = CODES.map(() => new Uint8Array(FIRST_ROOM))
  #bits = new Uint8Array(FIRST_ROOM)
  #counts = COUNTS.map(() => new Uint8Array(FIRST_ROOM))
  #versions = new Uint32Array(FIRST_ROOM)
  #paths = new Uint16Array(FIRST_ROOM)
  #sentFrom = new Uint16Array(FIRST_ROOM)
  #offeredTo = new Uint16Array(FIRST_ROOM)
  #owners = new Uint32Array(FIRST_ROOM)
  #closings = new Uint8Array(FIRST_ROOM)
  #flags = new Uint16Array(FIRST_ROOM)
  readonly #pathNames = new Names()
  readonly #ownerNames = new Names()
  readonly #closingNames = new Names()
  readonly #flagNames = new Names()
  readonly #flagLists: string[][] = []

  /** Dockets here. */
  get size(): number {
    return this.#slots.size
  }

  /** Slots ever used: 0 to `end` - 1, some of them empty. */
  get end(): number {
    return this.#ids.length
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id)
  }

  idAt(slot: number): string | null {
    return this.#ids[slot] ?? null
  }

  /** The version of a docket here; 0 where it is not. */
  versionOf(id: string): number {
    const slot = this.#slots.get(id)
    return slot === undefined ? 0 : (this.#versions[slot] ?? 0)
  }

  pathAt(slot: number): string {
    return this.#pathNames.all[this.#paths[slot] ?? 0] ?? STATE_PATH
  }

  openedAt(slot: number): number {
    return this.#times[TIMES.indexOf('openedAt')]?.[slot] ?? 0
  }

  /** Puts a brief into its slot, over what was known. @returns the slot. */
  put(brief: Brief): number {
    const slot = this.#slots.get(brief.id) ?? this.#free.pop() ?? this.#ids.length
    if (slot >= this.#room) this.#grow()
    this.#slots.set(brief.id, slot)
    this.#ids[slot] = brief.id
    for (const [index, name] of TIMES.entries()) this.#set(this.#times[index], slot, brief[name] ?? NaN)
    for (const [index, name] of CODES.entries()) {
      const value: string = name === 'followers' ? followerClass(brief.followers) : brief[name]
      this.#set(this.#codes[index], slot, Math.max(0, (CODED[name] as readonly string[]).indexOf(value)))
    }
    for (const [index, name] of COUNTS.entries()) this.#set(this.#counts[index], slot, Math.min(255, brief[name]))
    this.#bits[slot] = FLAGS.reduce((bits, name, index) => bits | (Number(brief[name] ?? false) << index), 0)
    this.#versions[slot] = brief.version
    this.#paths[slot] = this.#pathNames.numberOf(brief.path)
    this.#sentFrom[slot] = this.#pathNames.numberOf(brief.sentFrom ?? null)
    this.#offeredTo[slot] = this.#pathNames.numberOf(brief.offeredTo ?? null)
    this.#owners[slot] = this.#ownerNames.numberOf(brief.ownerId)
    this.#closings[slot] = this.#closingNames.numberOf(brief.closing)
    const flags = this.#flagNames.numberOf(brief.flags.join(','))
    this.#flagLists[flags] ??= [...brief.flags]
    this.#flags[slot] = flags
    return slot
  }

  remove(id: string): void {
    const slot = this.#slots.get(id)
    if (slot === undefined) return
    this.#slots.delete(id)
    this.#ids[slot] = null
    this.#free.push(slot)
  }

  /** From where the docket of a slot is seen. */
  seenFrom(slot: number): SeenFrom {
    const name = (column: Uint16Array): string | null => this.#pathNames.all[column[slot] ?? 0] ?? null
    return { path: this.pathAt(slot), sentFrom: name(this.#sentFrom), offeredTo: name(this.#offeredTo) }
  }

  /**
   * A test whether the docket of a slot lies under a path; false for empty slots. Good for the moment: paths may come.
   * @param isSeen also where it is only seen from there, by the rule of `isSeenWithin`.
   */
  within(scopePath: string, isSeen = false): (slot: number) => boolean {
    const known: (boolean | undefined)[] = []
    const isIn = (path: number): boolean => (known[path] ??= isWithin(scopePath, this.#pathNames.all[path] ?? ''))
    return (slot) => {
      if (typeof this.#ids[slot] !== 'string') return false
      return isIn(this.#paths[slot] ?? 0) || (isSeen && (isIn(this.#sentFrom[slot] ?? 0) || isIn(this.#offeredTo[slot] ?? 0)))
    }
  }

  /** Reads a slot into `into`, which is used again and again: whoever keeps it sees it change. */
  read(slot: number, into: BriefFacts): BriefFacts {
    const time = (index: number): number => this.#times[index]?.[slot] ?? NaN
    const known = (index: number): number | null => {
      const value = time(index)
      return Number.isNaN(value) ? null : value
    }
    const code = (index: number): number => this.#codes[index]?.[slot] ?? 0
    const bits = this.#bits[slot] ?? 0
    into.postedAt = time(0)
    into.receivedAt = time(1)
    into.openedAt = time(2)
    into.updatedAt = time(3)
    into.acknowledgedAt = known(4)
    into.progressAt = known(5)
    into.repliedAt = known(6)
    into.closedAt = known(7)
    into.dueAt = known(8)
    into.unreadSince = known(9)
    into.status = DOCKET_STATUSES[code(0)] ?? 'open'
    into.severity = SEVERITIES[code(1)] ?? 'none'
    into.category = CATEGORIES[code(2)] ?? 'spam_other'
    into.lang = LANGUAGES[code(3)] ?? 'mixed'
    into.origin = ORIGINS[code(4)] ?? 'x'
    into.followers = FOLLOWER_CLASSES[code(5)] ?? 'unknown'
    into.isProtected = (bits & 1) !== 0
    into.isSos = (bits & 2) !== 0
    into.isAlertOpen = (bits & 4) !== 0
    into.isForwarded = (bits & 8) !== 0
    into.awaitsSecond = (bits & 16) !== 0
    into.reopened = this.#counts[0]?.[slot] ?? 0
    into.movedUp = this.#counts[1]?.[slot] ?? 0
    into.path = this.pathAt(slot)
    into.sentFrom = this.#pathNames.all[this.#sentFrom[slot] ?? 0] ?? null
    into.ownerId = this.#ownerNames.all[this.#owners[slot] ?? 0] ?? null
    into.closing = this.#closingNames.all[this.#closings[slot] ?? 0] ?? null
    into.flags = this.#flagLists[this.#flags[slot] ?? 0] ?? []
    return into
  }

  #set(column: Float64Array | Uint8Array | undefined, slot: number, value: number): void {
    if (column) column[slot] = value
  }

  #grow(): void {
    this.#room *= 2
    const widen = <Column extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(old: Column): Column => {
      const wide = new (old.constructor as new (length: number) => Column)(this.#room)
      wide.set(old)
      return wide
    }
    this.#times = this.#times.map(widen)
    this.#codes = this.#codes.map(widen)
    this.#counts = this.#counts.map(widen)
    this.#bits = widen(this.#bits)
    this.#versions = widen(this.#versions)
    this.#paths = widen(this.#paths)
    this.#sentFrom = widen(this.#sentFrom)
    this.#offeredTo = widen(this.#offeredTo)
    this.#owners = widen(this.#owners)
    this.#closings = widen(this.#closings)
    this.#flags = widen(this.#flags)
  }
}

/** A line to read slots into. */
export function blankFacts(): BriefFacts {
  return {
    path: STATE_PATH, status: 'open', severity: 'none', category: 'spam_other', lang: 'mixed', origin: 'x', isProtected: false, isSos: false, isAlertOpen: false,
    postedAt: 0, receivedAt: 0, openedAt: 0, updatedAt: 0, acknowledgedAt: null, progressAt: null, repliedAt: null, closedAt: null, reopened: 0, movedUp: 0,
    ownerId: null, dueAt: null, isForwarded: false, sentFrom: null, awaitsSecond: false, unreadSince: null, closing: null, flags: [], followers: 'unknown',
  }
}
