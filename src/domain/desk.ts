import type { DocketStatus } from './docket-status.ts'

/** What a person or the system does to a docket at the desk, apart from its alert. */
export const DESK_ACTS = [
  'accept', 'release', 'progress', 'forward', 'return', 'not-ours', 'accept-offer', 'refuse-offer', 'lapse', 'move-up',
  'close', 'reopen', 'appeal', 'merge', 'split', 'citizen-wrote', 'nobody-came',
] as const
export type DeskAct = (typeof DESK_ACTS)[number]

/**
 * The life of a docket, in one table: what an act makes of each status; an act that is not listed for a status is refused.
 * open (red): nobody acted. in-process (amber): somebody has it. closed (green): closed with proof. reopened (red): closed once
 * and wanted again. Who may do it, and what it needs, is guarded beside each act (actions/change-desk.ts).
 */
export const LIFE: Readonly<Record<DocketStatus, Partial<Record<DeskAct, DocketStatus>>>> = {
  open: {
    accept: 'in-process', forward: 'open', return: 'open', 'not-ours': 'open', 'accept-offer': 'in-process', 'refuse-offer': 'open', 'move-up': 'open',
    close: 'closed', merge: 'closed', split: 'open', 'citizen-wrote': 'open', 'nobody-came': 'open',
  },
  'in-process': {
    accept: 'in-process', release: 'open', progress: 'in-process', forward: 'open', return: 'open', 'not-ours': 'in-process', 'accept-offer': 'in-process',
    'refuse-offer': 'in-process', lapse: 'open', 'move-up': 'in-process', close: 'closed', merge: 'closed', split: 'in-process', 'citizen-wrote': 'in-process', 'nobody-came': 'open',
  },
  closed: { reopen: 'reopened', appeal: 'reopened', 'citizen-wrote': 'reopened', 'nobody-came': 'reopened' },
  reopened: {
    accept: 'in-process', forward: 'reopened', return: 'reopened', 'not-ours': 'reopened', 'accept-offer': 'in-process', 'refuse-offer': 'reopened', 'move-up': 'reopened',
    close: 'closed', merge: 'closed', split: 'reopened', 'citizen-wrote': 'reopened', 'nobody-came': 'reopened',
  },
}

/** The status after the act, or null where the status does not allow it. */
export function statusAfter(status: DocketStatus, act: DeskAct): DocketStatus | null {
  return LIFE[status][act] ?? null
}

/** Somebody by id and name, at a time. */
export interface Someone {
  personId: string
  name: string
  at: number
}

/** How a complaint ended. Each needs a reference that can be looked up, but for advice. */
export const CLOSINGS = ['fir', 'gd-entry', 'event-112', 'visit', 'advice', 'false-alarm', 'duplicate'] as const
export type ClosingAction = (typeof CLOSINGS)[number]

export interface Closing extends Someone {
  action: ClosingAction
  /** FIR, GD or 112 event number; for a visit who went and when. Null only for advice and false alarms. */
  reference: string | null
  /** What was done, as the next reader should know it. */
  summary: string
}

/** Sent to another node to be accepted there until a time; the docket lies there already. */
export interface Forwarding extends Someone {
  fromPath: string
  toPath: string
  note: string | null
  dueAt: number
}

/** "Not ours": the docket stays where it is until the other node accepts it. */
export interface DeskOffer extends Someone {
  toPath: string
  reason: string
}

/** A person is writing in it; another may take over and is told whose work they interrupt. */
export interface DeskClaim extends Someone {
  until: number
}

/** The clocks of a docket: when each thing happened first; null where it has not. Epoch milliseconds. */
export interface DeskClocks {
  acceptedAt: number | null
  progressAt: number | null
  repliedAt: number | null
  closedAt: number | null
}

/** The share of a docket that the desk works with. Absent in dockets that nobody at a desk touched. */
export interface Desk {
  owner: Someone | null
  forwarding: Forwarding | null
  offer: DeskOffer | null
  claim: DeskClaim | null
  clocks: DeskClocks
  closing: Closing | null
  /** Times that it was opened again. */
  reopened: number
  /** How many levels it has moved up because nobody acted, and the node that was asked last. */
  movedUp: number
  upPath: string | null
  /** The complainant wrote, and nobody has looked since. */
  unreadSince: number | null
  /** When the owner last did something: an untouched docket lapses from here. */
  touchedAt: number | null
  /** The docket into which it was merged, and from which it was split. */
  mergedInto: string | null
  splitFrom: string | null
  /** What the complainant said of the work, 1 to 5, once. */
  rating: { stars: number; comment: string | null; at: number } | null
  /** Somebody wants the complainant marked as a rumour-monger; in force once a second, senior officer agreed. */
  rumour: { proposed: Someone; reason: string; confirmed: Someone | null } | null
  /** What looks like gaming of the figures, closed words: `closed-after-forward`, `pasted-reply`, `mass-closing`. */
  flags: string[]
  /** When somebody whose desk it is first opened it; absent or null while nobody did, also after it was sent to another desk or opened again. */
  openedAt?: number | null
  /** When we last asked the complainant something in public: their silence after it is timed (domain/desk-timers.ts). */
  askedAt?: number | null
  /** When the silence of the complainant made it graver, which happens once. */
  silenceRaisedAt?: number | null
}

export const BLANK_DESK: Desk = {
  owner: null, forwarding: null, offer: null, claim: null, clocks: { acceptedAt: null, progressAt: null, repliedAt: null, closedAt: null },
  closing: null, reopened: 0, movedUp: 0, upPath: null, unreadSince: null, touchedAt: null, mergedInto: null, splitFrom: null, rating: null, rumour: null, flags: [],
}

/** What the desk knows of a docket, blank where it never touched it. */
export function deskOf(docket: { desk?: Desk }): Desk {
  return docket.desk ?? BLANK_DESK
}
