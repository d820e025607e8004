import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocketList, DocketRow } from '../../../src/contract/docket-row.ts'
import type { DailyView, ReportRow, ReportView } from '../../../src/contract/reports.ts'
import { indianDay } from '../../../src/domain/docket.ts'
import type { Docket } from '../../../src/domain/docket.ts'
import { BLANK_DESK } from '../../../src/domain/desk.ts'
import { startApp } from '../../app.ts'
import type { App } from '../../app.ts'
import { makeBriefDocket } from '../../dockets.ts'
import { until } from '../../faults/until.ts'

const LUCKNOW = '/up/z-lucknow/c-lucknow/lucknow/'
const AGRA = '/up/z-agra/c-agra/agra/'
let app: App
let now: number
let cookies: { state: string; agra: string; officer: string }
let dockets: Docket[]

beforeAll(async () => {
  app = await startApp()
  now = app.store.now()
  const closed = { ...BLANK_DESK, closing: { personId: 'p', name: '=cmd()', at: now - 1_000, action: 'advice' as const, reference: null, summary: 'told them' } }
  const owned = { ...BLANK_DESK, owner: { personId: 'p', name: '=HYPERLINK("http://x")', at: now }, flags: ['pasted-reply'], clocks: { ...BLANK_DESK.clocks, acceptedAt: now - 5_000, repliedAt: now - 4_000 } }
  dockets = [
    makeBriefDocket({ path: LUCKNOW, text: 'मेरी लड़की लापता है', receivedAt: now - 60_000, severity: 'critical' }),
    makeBriefDocket({ path: LUCKNOW, text: 'bike chori', receivedAt: now - 7_200_000, desk: owned, status: 'in-process' }),
    makeBriefDocket({ path: LUCKNOW, text: 'noise at night', receivedAt: now - 86_400_000, desk: closed, status: 'closed' }),
    makeBriefDocket({ path: AGRA, text: 'secret of agra', handle: 'agra_person', receivedAt: now - 30_000 }),
    makeBriefDocket({ path: AGRA, text: 'व्यक्तिगत', handle: 'victim_handle', isProtected: true, receivedAt: now - 20_000 }),
  ]
  await app.store.dockets.insertMany(dockets.map((docket) => ({ ...docket, updatedAt: now })))
  cookies = { state: await app.cookieFor('supervisor', 'up'), agra: await app.cookieFor('desk', 'agra'), officer: await app.cookieFor('officer', 'lucknow') }
  await until('the book has them', async () => (await list(cookies.state)).total === 5)
})
afterAll(() => app.stop())

const get = (path: string, cookie: string) => request(app.url).get(path).set('Cookie', cookie)
async function list(cookie: string, query = ''): Promise<DocketList> {
  return (await get(`/api/dockets?${query}`, cookie)).body as DocketList
}
async function report(cookie: string, query = ''): Promise<ReportView> {
  return (await get(`/api/reports?${query}`, cookie)).body as ReportView
}
const numbers = (rows: readonly DocketRow[]): string[] => rows.map(({ number }) => number).toSorted()
const numbersOf = (...indexes: number[]): string[] => indexes.map((index) => dockets[index]?.number ?? '').toSorted()

describe('the list', () => {
  it('is searched in both scripts, filtered, sorted and counted', async () => {
    for (const q of ['ladki', 'larki', 'लड़की', 'लखनऊ laapata']) expect(numbers((await list(cookies.state, `q=${encodeURIComponent(q)}`)).dockets), q).toEqual(numbersOf(0))
    expect(numbers((await list(cookies.state, 'node=lucknow&status=in-process,closed')).dockets)).toEqual(numbersOf(1, 2))
    expect(numbers((await list(cookies.state, 'is=flagged')).dockets)).toEqual(numbersOf(1))
    expect((await list(cookies.state, 'sort=newest&limit=2&offset=1')).dockets.map(({ number }) => number)).toEqual([dockets[3]?.number, dockets[0]?.number])
    expect((await list(cookies.state, 'q=agra')).counts).toEqual({ open: 3, inProcess: 1, closed: 1, reopened: 0, unread: 0, overdue: 1, mine: 0, sos: 0, nobody: 3, forwarded: 0, sentOn: 0, secondOfficer: 0, movedUp: 0, closedToday: 1 })
    expect((await list(cookies.state, 'q=%3D%3D')).total).toBe(0)
  })

  it('never shows a docket of another area, whatever is asked', async () => {
    for (const query of ['', 'q=lucknow', 'q=ladki', `q=${dockets[0]?.number ?? ''}`, 'status=closed', 'owner=me']) {
      const { dockets: rows, total, counts } = await list(cookies.agra, query)
      expect(rows.filter(({ path }) => !path.startsWith(AGRA)), query).toEqual([])
      expect(total, query).toBe(rows.length)
      expect(counts.open, query).toBe(2)
    }
    expect((await get('/api/dockets?node=lucknow', cookies.agra)).status).toBe(403)
    expect((await get('/api/dockets?node=up', cookies.agra)).status).toBe(403)
    expect((await get('/api/dockets?node=nowhere', cookies.state)).status).toBe(403)
  })

  it('names nobody and tells nothing of a protected docket', async () => {
    const { dockets: [row], total } = await list(cookies.agra, 'is=protected')
    expect(total).toBe(1)
    expect(row).toMatchObject({ excerpt: '', handle: '' })
    for (const q of ['victim_handle', '@victim_handle', 'व्यक्तिगत']) expect((await list(cookies.agra, `q=${encodeURIComponent(q)}`)).total, q).toBe(0)
    expect(JSON.stringify(await report(cookies.state))).not.toContain('victim_handle')
  })

  it('refuses what it does not understand, with the field', async () => {
    for (const [query, field] of [['status=gone', 'query.status.0'], ['is=whatever', 'query.is.0'], ['hour=24', 'query.hour'], ['limit=5000', 'query.limit'], ['offset=-1', 'query.offset'], ['offset=900000', 'query.offset'], ['sort=random', 'query.sort'], ['node=lucknow&colour=red', 'query']]) {
      const { status, body } = await get(`/api/dockets?${query ?? ''}`, cookies.state)
      expect([status, (body as { error: { field: string } }).error.field], query).toEqual([400, field])
    }
  })

  it('shows a change at once to the consoles of the area, and to nobody else', async () => {
    const [lucknow, agra, wall] = await Promise.all([app.signIn('desk', 'lucknow'), app.signIn('desk', 'agra'), app.signIn('wall', 'lucknow')])
    const heard: { who: string; numbers: string[]; gone: string[] }[] = []
    for (const [who, one] of [['lucknow', lucknow], ['agra', agra], ['wall', wall]] as const) one.socket.on('dockets:upsert', ({ dockets: rows, gone }) => heard.push({ who, numbers: rows.map(({ number }) => number), gone }))
    const fresh = makeBriefDocket({ path: LUCKNOW, receivedAt: app.store.now(), text: 'fresh one', version: 3 })
    await app.store.dockets.insertMany([fresh])
    app.world.announcer.announce([fresh])
    await until('the area hears of it', () => heard.some(({ numbers: all }) => all.includes(fresh.number)))
    const moved = { ...fresh, version: 4, path: AGRA, updatedAt: app.store.now() }
    await app.store.dockets.replace(moved, 3)
    app.world.announcer.announce([moved])
    await until('both areas hear of it', () => heard.some(({ who, numbers: all }) => who === 'agra' && all.includes(fresh.number)) && heard.some(({ gone }) => gone.includes(fresh.id)))
    // The book may tell of others in the same breath.
    const told = (who: string, what: 'numbers' | 'gone', one: string): boolean => heard.some((event) => event.who === who && event[what].includes(one))
    expect([told('lucknow', 'numbers', fresh.number), told('lucknow', 'gone', fresh.id), told('agra', 'numbers', fresh.number), told('agra', 'gone', fresh.id)]).toEqual([true, true, true, false])
    expect(heard.filter(({ who }) => who === 'wall')).toEqual([])
    expect((await list(cookies.agra, 'q=fresh')).dockets.map(({ path }) => path)).toEqual([AGRA])
    await app.store.dockets.remove([fresh.id])
  })
})

describe('the report', () => {
  it('has the dockets behind every number', async () => {
    const view = await report(cookies.state, `to=${now + 60_000}`)
    const rows: ReportRow[] = [view.whole, ...Object.values(view.tables).flat()]
    expect(view.whole.counts).toMatchObject({ closed: 1, inProcess: 1, flagged: 1 })
    for (const row of rows) {
      for (const [count, value] of Object.entries(row.counts)) {
        const query = [row.query, view.cells[count]].filter(Boolean).join('&')
        if (value > 0 || row === view.whole) expect((await list(cookies.state, `${query}&limit=1`)).total, query).toBe(value)
      }
    }
    for (const step of ['acknowledge', 'progress', 'reply', 'close'] as const) expect((await list(cookies.state, `${view.whole.query}&${view.cells[`late-${step}`] ?? ''}`)).total).toBe(view.whole.steps[step].receipt.late)
    for (const { query, dockets: behind } of [...view.unreadDesks, ...view.flags, ...view.fairness]) expect((await list(cookies.state, query)).total, query).toBe(behind)
  })

  it('is of the own area alone', async () => {
    const view = await report(cookies.agra)
    expect(view.node.id).toBe('agra')
    expect(view.tables.districts.map(({ key }) => key)).toEqual(['agra'])
    expect([...view.tables.zones, ...view.tables.ranges]).toEqual([])
    expect(view.received).toEqual({ posts: null, actionable: null })
    expect((await get('/api/reports?node=lucknow', cookies.agra)).status).toBe(403)
    expect((await get('/api/reports.csv?table=districts&node=up', cookies.agra)).status).toBe(403)
    expect((await get('/api/reports/daily?node=up', cookies.agra)).status).toBe(403)
    expect((await get('/api/dockets.csv', cookies.agra)).text).not.toContain(dockets[0]?.number)
    for (const path of ['/api/reports', '/api/reports/daily', '/api/reports.csv?table=hour', '/api/dockets.csv']) expect((await get(path, cookies.officer)).status, path).toBe(403)
  })

  it('comes as CSV that no spreadsheet runs', async () => {
    const { text, headers } = await get('/api/dockets.csv?node=lucknow', cookies.state)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="dockets-\d{8}\.csv"$/u)
    expect(text.startsWith('\ufeffnumber,status,')).toBe(true)
    expect(text.trim().split('\r\n')).toHaveLength(4)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).not.toContain('somebody')
    const table = await get('/api/reports.csv?table=districts', cookies.state)
    expect(table.text).toContain('lucknow,Lucknow,लखनऊ,3,')
  })

  it('has a day in short, against the day before', async () => {
    const { body } = await get(`/api/reports/daily?day=${indianDay(now)}`, cookies.state) as { body: DailyView }
    expect(body.day).toBe(indianDay(now))
    expect(body.today.counts.dockets + body.before.counts.dockets).toBe(6)
    expect(body.text.en).toContain('Uttar Pradesh')
    expect(body.text.hi).toContain('उत्तर प्रदेश')
    for (const day of ['20261399', '20260230', '2026-11-23', '99991231']) expect((await get(`/api/reports/daily?day=${day}`, cookies.state)).status, day).toBe(400)
  })

  it('refuses stretches that are none', async () => {
    for (const query of [`from=${now}&to=${now - 1}`, `from=1&to=${now}`, 'from=x', 'table=hour']) expect((await get(`/api/reports?${query}`, cookies.state)).status, query).toBe(400)
  })
})
