import { nodeAt } from './jurisdiction.ts'
import type { HistoryEntry } from './history.ts'

const IST_OFFSET_MS = 19_800_000
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** What the machine does beside everybody's work, and remarks: no reason to refuse what somebody decided before they saw it. */
const BESIDE: ReadonlySet<string> = new Set([
  'escalated', 'linked', 'crowd', 'holder-told', 'rung-brought-forward', 'rung-pulled', 'note-added', 'post-joined', 'merged-here', 'unmasked', 'media-kept', 'rang-again', 'alert-raised', 'flagged', 'rated', 'exported', 'severity-raised', 'alert-moved',
])

/** Whether an entry only goes on beside everybody's work. */
export function isBeside(what: string): boolean {
  return BESIDE.has(what) || what.startsWith('reply')
}

/** What somebody must know before they act on what they saw in version `seen`: the entries made since, without what only goes on beside. */
export function newsSince(history: readonly HistoryEntry[], seen: number): HistoryEntry[] {
  return history.filter(({ madeVersion, what }) => madeVersion !== undefined && madeVersion > seen && !isBeside(what))
}

/** The time of day in India, `14:02`. */
export function indianClock(at: number): string {
  const minutes = Math.floor(((at + IST_OFFSET_MS) % DAY_MS) / MINUTE_MS)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

type Say = (facts: HistoryEntry['facts'], at: string) => string

const SAID: Readonly<Record<string, Say>> = {
  accepted: (_, at) => `took it at ${at}`,
  released: (_, at) => `gave it back at ${at}`,
  progressed: (_, at) => `reported progress at ${at}`,
  forwarded: ({ to }, at) => `forwarded it to ${place(to)} at ${at}`,
  returned: ({ from }, at) => `it came back from ${place(from)} at ${at}`,
  'not-ours': ({ to }, at) => `offered it to ${place(to)} at ${at}`,
  'offer-accepted': ({ to }, at) => `took it over for ${place(to)} at ${at}`,
  'offer-refused': ({ to }, at) => `refused it for ${place(to)} at ${at}`,
  lapsed: (_, at) => `its owner did nothing: back in the queue at ${at}`,
  'moved-up': ({ to }, at) => `it went up to ${place(to)} at ${at}`,
  closed: ({ reference, action }, at) => `closed it at ${at} (${String(reference ?? action)})`,
  'docket-reopened': (_, at) => `opened it again at ${at}`,
  appealed: (_, at) => `appealed at ${at}`,
  merged: ({ into }, at) => `merged it into ${String(into)} at ${at}`,
  split: ({ to }, at) => `gave a post of it its own docket ${String(to)} at ${at}`,
  'follow-up': ({ kind }, at) => `the complainant wrote at ${at} (${String(kind)})`,
  corrected: (_, at) => `corrected the verdict at ${at}`,
  acknowledged: (_, at) => `acknowledged its alert at ${at}`,
  responding: (_, at) => `was on the way at ${at}`,
  'on-scene': (_, at) => `was on the scene at ${at}`,
  resolved: (_, at) => `ended its alert at ${at}`,
  'false-alarm': (_, at) => `ended its alert as a false alarm at ${at}`,
  'opened-by-hand': (_, at) => `opened it by hand at ${at}`,
  'rumour-proposed': (_, at) => `proposed to mark the complainant at ${at}`,
  'rumour-confirmed': (_, at) => `marked the complainant at ${at}`,
  'claim-taken-over': (_, at) => `took over the writing at ${at}`,
  silence: (_, at) => `the complainant fell silent at ${at}`,
}

/** One entry as a sentence: "Asha closed it at 14:02 (FIR 123/2026)". @param name of who did it; null for the machine. */
export function wordsOf({ what, facts, at }: HistoryEntry, name: string | null): string {
  const words = (SAID[what] ?? ((_, time) => `${what} at ${time}`))(facts, indianClock(at))
  return name === null || words.startsWith('it') || words.startsWith('the ') ? words : `${name} ${words}`
}

function place(path: HistoryEntry['facts'][string] | undefined): string {
  return typeof path === 'string' ? nodeAt(path).name : 'another node'
}
