import { describe, expect, it } from 'vitest'
import { createDrafts } from '../../../src/web/desk/drafts.ts'
import type { Shelf } from '../../../src/web/desk/drafts.ts'

const DAY_MS = 86_400_000

/** What a browser keeps, as a map. `room` is how many characters fit. */
function shelfOf(kept = new Map<string, string>(), room = Number.POSITIVE_INFINITY): Shelf & { kept: Map<string, string> } {
  return {
    kept,
    get length() { return kept.size },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new Error('QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key) => { kept.delete(key) },
  }
}

describe('drafts', () => {
  it('are there for the next page of the same person, by docket and field', () => {
    const shelf = shelfOf()
    createDrafts(shelf, 'asha', () => 1).write('case-1', 'reply', { text: 'half a sen' })
    const next = createDrafts(shelf, 'asha', () => 2)
    expect(next.read('case-1', 'reply')).toEqual({ text: 'half a sen' })
    expect(next.read('case-1', 'close')).toBeNull()
    expect(next.of('case-1')).toEqual(['reply'])
    next.drop('case-1', 'reply')
    expect(createDrafts(shelf, 'asha', () => 3).read('case-1', 'reply')).toBeNull()
  })

  it('are nobody else\'s', () => {
    const shelf = shelfOf()
    createDrafts(shelf, 'asha', () => 1).write('case-1', 'reply', 'mine')
    expect(createDrafts(shelf, 'iqbal', () => 1).read('case-1', 'reply')).toBeNull()
    expect(createDrafts(shelf, 'iqbal', () => 1).of('case-1')).toEqual([])
  })

  it('last as long as the page where the browser keeps nothing, or has no room', () => {
    for (const shelf of [null, shelfOf(new Map(), 10)]) {
      const drafts = createDrafts(shelf, 'asha', () => 1)
      drafts.write('case-1', 'reply', 'a long text that does not fit')
      expect(drafts.read('case-1', 'reply')).toBe('a long text that does not fit')
    }
  })

  it('of two weeks ago are gone, what else is kept there stays', () => {
    const shelf = shelfOf(new Map([['prahari.language', 'hi'], ['prahari.draft.asha.case-9.reply', 'no JSON']]))
    createDrafts(shelf, 'asha', () => DAY_MS).write('case-1', 'reply', 'old')
    createDrafts(shelf, 'asha', () => 14 * DAY_MS).write('case-2', 'reply', 'newer')
    const drafts = createDrafts(shelf, 'asha', () => 16 * DAY_MS)
    expect([drafts.read('case-1', 'reply'), drafts.read('case-2', 'reply'), drafts.read('case-9', 'reply')]).toEqual([null, 'newer', null])
    expect(shelf.kept.get('prahari.language')).toBe('hi')
  })
})
