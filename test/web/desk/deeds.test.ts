import { describe, expect, it } from 'vitest'
import type { DocketView } from '../../../src/contract/desk.ts'
import { DOCKET_STATUSES } from '../../../src/domain/docket.ts'
import { barred, DEED_OF_KEY, DEEDS } from '../../../src/web/desk/deeds.ts'
import { handWish } from '../../../src/web/desk/hand-wish.ts'
import { closingLacks } from '../../../src/web/desk/closing-draft.ts'
import { conversation, doneByOthers, withRows } from '../../../src/web/desk/news.ts'

const ME = { personId: 'hc-asha', role: 'desk', scopePath: '/up/z-agra/' } as const
type Known = Parameters<typeof barred>[1]
const docket = (status: DocketView['row']['status'], owner: string | null = null): Known => ({
  row: { status, path: '/up/z-agra/c-agra/agra/' } as DocketView['row'], owner: owner === null ? null : { personId: owner, name: owner, at: 1 }, posts: [],
})

describe('what can be done', () => {
  it('is nothing for who only looks', () => {
    for (const role of ['auditor', 'wall'] as const) for (const deed of DEEDS) expect(barred(deed, docket('open'), { personId: 'x', role, scopePath: '/up/' })).toBe('role')
  })
  it('follows the table of statuses', () => {
    expect(DOCKET_STATUSES.filter((status) => barred('close', docket(status, 'hc-asha'), ME) === null)).toEqual(['open', 'in-process', 'reopened'])
    expect(DOCKET_STATUSES.filter((status) => barred('reopen', docket(status), ME) === null)).toEqual(['closed'])
    expect(DOCKET_STATUSES.filter((status) => barred('progress', docket(status, 'hc-asha'), ME) === null)).toEqual(['in-process'])
  })
  it('lets nobody take what they have, give back what nobody has, or split what is one post', () => {
    expect(barred('accept', docket('in-process', 'hc-asha'), ME)).toBe('yours')
    expect(barred('accept', docket('in-process', 'si-iqbal'), ME)).toBeNull()
    expect(barred('release', docket('in-process'), ME)).toBe('not-yours')
    expect(barred('split', docket('open'), ME)).toBe('one-post')
  })
  it('is nothing for who sent it on and waits for it to be accepted', () => {
    for (const deed of DEEDS) expect(barred(deed, docket('open'), { ...ME, scopePath: '/up/z-lucknow/' })).toBe('elsewhere')
  })
  it('has a key of its own each', () => {
    expect([...DEED_OF_KEY.keys()].join('')).toBe('afnpcomsg')
  })
})

describe('closing', () => {
  it.each([
    [{ action: null, reference: '', summary: '' }, 'action'], [{ action: 'fir', reference: '', summary: 'a report was written' }, 'reference'], [{ action: 'fir', reference: 'soon', summary: 'a report was written' }, 'reference'],
    [{ action: 'fir', reference: '123/2026', summary: 'done' }, 'summary'], [{ action: 'fir', reference: '123/2026', summary: 'a report was written' }, null], [{ action: 'advice', reference: '', summary: 'told where to ask' }, null],
  ] as const)('%j lacks %s', (draft, lacks) => {
    expect(closingLacks(draft)).toBe(lacks)
  })
})

describe('opening by hand', () => {
  const blank = { origin: 'phone' as const, link: '', text: '', name: '', phone: '', severity: '', category: '' }
  it('sends what belongs to the way it came, and nothing that is blank', () => {
    expect(handWish(blank)).toBeNull()
    expect(handWish({ ...blank, text: 'my neighbour shouts ', phone: ' 12 ', severity: 'normal' })).toEqual({ origin: 'phone', text: 'my neighbour shouts', phone: '12', severity: 'normal' })
    expect(handWish({ ...blank, origin: 'x', text: 'left over' })).toBeNull()
    expect(handWish({ ...blank, origin: 'x', link: ' https://x.com/a/status/1 ', text: 'left over', nodeId: 'agra' })).toEqual({ origin: 'x', link: 'https://x.com/a/status/1', nodeId: 'agra' })
  })
})

describe('news', () => {
  const row = (id: string, version: number): DocketView['row'] => ({ id, version }) as DocketView['row']
  it('keeps the higher version, and the same map where nothing is new', () => {
    const known = new Map([['a', row('a', 3)]])
    expect(withRows(known, [row('a', 3), row('a', 2)])).toBe(known)
    expect([...withRows(known, [row('a', 4), row('b', 1)]).values()]).toEqual([row('a', 4), row('b', 1)])
  })
  it('tells what others did since, without one\'s own and without what goes on beside', () => {
    const entry = (seq: number, who: string, what: string): DocketView['history'][number] => ({ seq, at: seq, who, name: null, what, facts: {} })
    const history = [entry(0, 'system', 'opened'), entry(1, 'si-iqbal', 'accepted'), entry(2, 'hc-asha', 'progressed'), entry(3, 'system', 'escalated'), entry(4, 'si-iqbal', 'forwarded')]
    expect(doneByOthers({ history }, 0, 'hc-asha').map(({ what }) => what)).toEqual(['accepted', 'forwarded'])
  })
  it('puts posts and answers in the order in which they were said', () => {
    const posts = [{ at: 1 }, { at: 5 }] as DocketView['posts']
    const replies = [{ at: 2, postedAt: 6 }, { at: 3, postedAt: null }] as DocketView['replies']
    expect(conversation({ posts, replies }).map(({ at }) => at)).toEqual([1, 3, 5, 6])
  })
})
