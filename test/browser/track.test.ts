import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { changeDesk } from '../../src/actions/change-desk.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { sha256 } from '../../scripts/stage/scene.ts'
import { PHONE, openBrowser } from './pages.ts'

let browser: Browser
let stage: Stage
let dockets: Docket[]
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage([], { isCalm: true })])
  dockets = await stage.raise(CAST.slice(0, 2))
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

const one = (): Docket => dockets[0] ?? (() => { throw new Error('no docket') })()
async function openPage(path = '/track'): Promise<{ page: Page; problems: string[] }> {
  const page = await (await browser.newContext({ viewport: PHONE })).newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => { if (!request.url().startsWith(stage.url) && !request.url().startsWith('data:')) problems.push(`stranger: ${request.url()}`) })
  await page.goto(`${stage.url}${path}`)
  return { page, problems }
}
/** At the desk: read what the citizen wrote, then close. */
async function close(docket: Docket): Promise<void> {
  const at = (await stage.store.dockets.get(docket.id))?.version ?? 0
  const [deps, viewer] = [{ store: stage.store, announcer: stage.announcer, crypto: { sha256 }, policy: DEFAULT_LADDER_POLICY }, { personId: 'desk-1', name: 'Demo desk', role: 'desk', scopePath: '/up/' }] as const
  await changeDesk(deps, viewer, { docketId: docket.id, key: `look-${at}-key`, version: null }, { act: 'look' })
  await changeDesk(deps, viewer, { docketId: docket.id, key: `close-${at}-key`, version: at }, { act: 'close', action: 'fir', reference: '123/2026', summary: 'FIR registered, two people named' })
}

describe('a citizen', () => {
  it('finds a complaint by number and code with the keyboard alone, sees no word of it, and is told of a wrong code', async () => {
    const { page, problems } = await openPage()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type(one().number.toLowerCase())
    await page.keyboard.press('Tab')
    await page.keyboard.type('0000 0000')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('no complaint with this number').waitFor()
    await page.locator('input[name=code]').fill(stage.trackCode(one().number).replace(/^(.{4})/, '$1 ').toLowerCase())
    await page.keyboard.press('Enter')
    await page.locator('.t-status[data-status=open]').waitFor()
    const seen = await page.locator('body').innerText()
    expect(seen).toContain(one().number)
    for (const word of one().post.text.split(' ').filter((text) => text.length > 6)) expect(seen).not.toContain(word)
    expect(seen).not.toContain(one().post.author.handle)
    expect(page.url()).toContain(`/track/${one().number}-`)
    await page.reload()
    await page.locator('.t-status[data-status=open]').waitFor()
    await page.getByRole('button', { name: 'हिन्दी' }).click()
    await page.getByText('अभी किसके पास').waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('rates what was closed once, opens it again, and asks one level up', async () => {
    const code = stage.trackCode(one().number)
    await close(one())
    const { page } = await openPage(`/track/${one().number}-${code}`)
    await page.locator('.t-status[data-status=closed]').getByText('An FIR was registered').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('two people named')
    await page.getByRole('radio', { name: '4 of 5' }).press('Space')
    await page.getByRole('button', { name: 'Send' }).press('Enter')
    await page.getByText('You gave 4 of 5').waitFor()
    await page.getByRole('button', { name: 'Open it again' }).press('Enter')
    await page.locator('textarea[name=text]').fill('Nobody came to take my statement')
    await page.getByRole('button', { name: 'Open it again' }).press('Enter')
    await page.locator('.t-status[data-status=reopened]').waitFor()
    await page.getByRole('status').getByText('It is open again').waitFor()
    const stored = await stage.store.dockets.get(one().id)
    expect(stored).toMatchObject({ status: 'reopened', desk: { rating: { stars: 4 }, reopened: 1 } })
    // What is asked for here rings nowhere: the code is no proof of who asks.
    expect(stored?.alertOpen).toBe(0)

    // Whoever holds the code opens it once within a day; a post on X is bound by nothing.
    await close(one())
    await page.reload()
    await page.getByText('It was opened here within the last day').waitFor()
    expect(await page.getByRole('button', { name: 'Ask the next level up' }).count()).toBe(0)
    stage.advance(86_400_000)
    await page.reload()
    await page.getByRole('button', { name: 'Ask the next level up' }).press('Enter')
    await page.locator('textarea[name=text]').fill('The station does not act')
    await page.getByRole('button', { name: 'Ask the next level up' }).press('Enter')
    await page.getByRole('status').getByText('one level up').waitFor()
    expect((await stage.store.dockets.get(one().id))?.history.at(-1)).toMatchObject({ what: 'appealed', who: 'citizen' })
    await page.context().close()
  })

  it('is stopped after thirty requests in ten minutes, with one answer for everything unknown', async () => {
    const ask = async (path: string): Promise<{ status: number; body: string }> => {
      const answer = await fetch(`${stage.url}/api/track/${path}`)
      return { status: answer.status, body: (await answer.text()).replace(/"requestId":"[^"]*"/, '') }
    }
    const [other = one()] = dockets.slice(1)
    const wrongCode = await ask(`${other.number}/00000000`)
    const wrongNumber = await ask('UPP-20200101-000001/00000000')
    expect(wrongCode.status).toBe(404)
    expect(wrongNumber).toEqual(wrongCode)
    expect((await ask('nonsense/00000000')).status).toBe(400)
    let last = 0
    for (let count = 0; count < 30; count++) last = (await ask(`${other.number}/00000000`)).status
    expect(last).toBe(429)
    expect((await fetch(`${stage.url}/api/track/${other.number}/${stage.trackCode(other.number)}`)).status).toBe(429)
  })
})
