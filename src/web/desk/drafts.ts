/** What somebody was writing, and when they last touched it. */
interface Kept {
  value: unknown
  at: number
}

/** The part of Storage that drafts need. */
export interface Shelf {
  readonly length: number
  key(index: number): string | null
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

const PREFIX = 'prahari.draft.'
/** Older ones are dropped: the docket has moved on. */
const KEPT_MS = 14 * 86_400_000
const MOST = 200

/**
 * Half-written things of a desk, by person, docket and field, written down with every keystroke, so that a crash, a reload or the end of a
 * session loses nothing. Where the browser forbids storage they last as long as the page.
 */
export interface Drafts {
  read(docketId: string, field: string): unknown
  write(docketId: string, field: string, value: unknown): void
  drop(docketId: string, field: string): void
  /** Fields of a docket that have a draft. */
  of(docketId: string): string[]
}

export function createDrafts(shelf: Shelf | null, personId: string, now: () => number): Drafts {
  const memory = new Map<string, string>()
  const mine = `${PREFIX}${personId}.`
  const keyOf = (docketId: string, field: string): string => `${mine}${docketId}.${field}`
  const get = (key: string): Kept | null => {
    try {
      const text = memory.get(key) ?? shelf?.getItem(key)
      return text ? JSON.parse(text) as Kept : null
    } catch {
      return null
    }
  }
  const keys = (): string[] => {
    const stored = shelf ? Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '') : []
    return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(mine))
  }
  const remove = (key: string): void => {
    memory.delete(key)
    shelf?.removeItem(key)
  }
  prune(keys, get, remove, now())
  return {
    read: (docketId, field) => get(keyOf(docketId, field))?.value ?? null,
    write(docketId, field, value) {
      const key = keyOf(docketId, field)
      const text = JSON.stringify({ value, at: now() } satisfies Kept)
      try {
        if (!shelf) throw new Error('no storage')
        shelf.setItem(key, text)
        memory.delete(key)
      } catch {
        memory.set(key, text)
      }
    },
    drop: (docketId, field) => remove(keyOf(docketId, field)),
    of: (docketId) => keys().filter((key) => key.startsWith(`${mine}${docketId}.`)).map((key) => key.slice(mine.length + docketId.length + 1)),
  }
}

function prune(keys: () => string[], get: (key: string) => Kept | null, remove: (key: string) => void, now: number): void {
  const kept = keys().map((key) => ({ key, at: get(key)?.at ?? 0 })).sort((a, b) => b.at - a.at)
  for (const { key } of kept.filter(({ at }, index) => index >= MOST || at < now - KEPT_MS)) remove(key)
}
