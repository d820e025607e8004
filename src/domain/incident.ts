/**
 * Several dockets about one event. Each keeps its own alert, owner and clocks: an incident only says that they belong
 * together, and how many people independently of each other report it.
 */
export interface Incident {
  /** `inc-<number of its first docket>`, so that all who find it at once meet at one. */
  id: string
  version: number
  startedAt: number
  lastAt: number
  /** Docket ids, oldest first, the first MAX_DOCKETS; `size` counts all. */
  dockets: string[]
  size: number
  /** Who reports which matter (domain/matter.ts) in words of their own, the first MAX_WITNESSES. */
  witnesses: Witness[]
}

export interface Witness {
  authorId: string
  matter: string
}

/** What a docket tells of its incident. */
export interface IncidentShare {
  id: string
  dockets: number
  authors: number
}

/** Reports of one place and family within this time of each other are one event. */
export const CROWD_MS = 30 * 60_000
/** From so many independent authors on a crowd makes the matter graver. */
export const CROWD_FROM = 3
export const MAX_DOCKETS = 500
export const MAX_WITNESSES = 500

export function incidentIdFor(firstDocketNumber: string): string {
  return `inc-${firstDocketNumber}`
}

export function startIncident(id: string, now: number): Incident {
  return { id, version: 0, startedAt: now, lastAt: now, dockets: [], size: 0, witnesses: [] }
}

/** What one docket brings to an incident. */
export interface Contribution {
  docketId: string
  /** Who reports what in their own words; null where the words are copied, the author or the place is unknown. */
  witness: Witness | null
}

/** The incident with these dockets in it: a set, so that doing it again changes nothing (then the same object). */
export function withDockets(incident: Incident, contributions: readonly Contribution[], now: number): Incident {
  const dockets = new Set(incident.dockets)
  const fresh = [...new Set(contributions.map(({ docketId }) => docketId))].filter((id) => !dockets.has(id))
  const witnesses = contributions.reduce((known, { witness }) => (witness && !known.some((one) => isSame(one, witness)) ? [...known, witness] : known), incident.witnesses)
  if (fresh.length === 0 && witnesses === incident.witnesses) return incident
  return {
    ...incident,
    version: incident.version + 1,
    lastAt: now,
    dockets: [...incident.dockets, ...fresh].slice(0, MAX_DOCKETS),
    size: incident.size + fresh.length,
    witnesses: witnesses.slice(0, MAX_WITNESSES),
  }
}

function isSame(a: Witness, b: Witness): boolean {
  return a.authorId === b.authorId && a.matter === b.matter
}

/** How many people report this matter independently of each other. */
export function witnessesOf(witnesses: readonly Witness[], matter: string): number {
  return new Set(witnesses.filter((one) => one.matter === matter).map(({ authorId }) => authorId)).size
}

export function shareOf({ id, size, witnesses }: Incident): IncidentShare {
  return { id, dockets: size, authors: new Set(witnesses.map(({ authorId }) => authorId)).size }
}

/** Whether all dockets of a growing incident are told its size: at the first few, then at every doubling, so that the work stays small. */
export function isMilestone(size: number): boolean {
  return size <= 5 || (size & (size - 1)) === 0
}
