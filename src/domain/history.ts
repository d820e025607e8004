/** One line of a docket's history. Each carries the hash of the one before, so that a change anywhere shows. */
export interface HistoryEntry {
  seq: number
  /** Epoch milliseconds of the store's clock. */
  at: number
  /** Person id, or `system`. */
  who: string
  /** What happened, a closed word: `opened`, `alert-raised`, `escalated`, `acknowledged`, … */
  what: string
  /** Facts of the event, small and flat. */
  facts: Readonly<Record<string, string | number | boolean | null>>
  /** Version of the docket that has this entry first: what changed since somebody looked. Absent in entries of earlier versions. */
  madeVersion?: number | undefined
  /** Hash of the previous entry, empty for the first. */
  previous: string
  hash: string
}

/** SHA-256 of a text as lower-case hex; passed in because the domain does no I/O and imports nothing. */
export type Sha256 = (text: string) => string

function canonical(entry: Omit<HistoryEntry, 'hash'>): string {
  const facts = Object.keys(entry.facts).sort().map((key) => [key, entry.facts[key]])
  return JSON.stringify([entry.seq, entry.at, entry.who, entry.what, facts, entry.previous, ...(entry.madeVersion === undefined ? [] : [entry.madeVersion])])
}

type HistoryEvent = Pick<HistoryEntry, 'at' | 'who' | 'what' | 'facts' | 'madeVersion'>

/** What the history says of a post's words, so that a change of them shows. */
export function textFact(text: string, sha256: Sha256): { textSha256: string } {
  return { textSha256: sha256(text) }
}

/** The history with one more entry, chained to the last. */
export function append(history: readonly HistoryEntry[], event: HistoryEvent, sha256: Sha256): HistoryEntry[] {
  return [...history, entryAfter(history.at(-1), event, sha256)]
}

/** The entry that follows `last`, or the first one of a chain. */
export function entryAfter(last: Pick<HistoryEntry, 'seq' | 'hash'> | undefined, event: HistoryEvent, sha256: Sha256): HistoryEntry {
  const entry = { seq: (last?.seq ?? -1) + 1, ...event, previous: last?.hash ?? '' }
  return { ...entry, hash: sha256(canonical(entry)) }
}

/** The sequence number of the first entry that does not follow from the one before it, or null when the chain is whole. */
export function firstBreak(history: readonly HistoryEntry[], sha256: Sha256): number | null {
  let previous = ''
  for (const [index, entry] of history.entries()) {
    const isWhole = entry.seq === index && entry.previous === previous && entry.hash === sha256(canonical(entry))
    if (!isWhole) return index
    previous = entry.hash
  }
  return null
}

/** Whether an entry is the one that was written after `previous`; undefined stands before the first. */
export function followsFrom(previous: HistoryEntry | undefined, entry: HistoryEntry, sha256: Sha256): boolean {
  return entry.seq === (previous?.seq ?? -1) + 1 && entry.previous === (previous?.hash ?? '') && entry.hash === sha256(canonical(entry))
}
