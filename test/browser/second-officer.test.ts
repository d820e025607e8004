import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMPLAINTS } from '../../scripts/stage/complaints.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { DESK, SOON, openBrowser, openConsole } from './pages.ts'
import type { ConsolePage } from './pages.ts'

const ASHA = 'HC Asha Rathore'
const IQBAL = 'SI Iqbal Ansari'
const RISKY = 'We have sent a car to House No 12, Gali No 4, Indira Nagar.'
const WHY = 'The complainant gave the place in public'

let browser: Browser
let stage: Stage
let asha: ConsolePage
let iqbal: ConsolePage
let docket: Docket
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(COMPLAINTS, { beatMs: 400, isCalm: true })])
  asha = await openConsole(browser, await stage.linkFor('desk', 'up', ASHA), { viewport: DESK })
  iqbal = await openConsole(browser, await stage.linkFor('desk', 'up', IQBAL), { viewport: DESK })
  const all = await stage.store.dockets.find({ index: 'byUpdated', range: {}, limit: 100 })
  docket = all.find(({ verdict }) => verdict.category === 'traffic') ?? Promise.reject(new Error('no complaint about traffic')) as never
  for (const { page } of [asha, iqbal]) {
    page.setDefaultTimeout(SOON.timeout)
    await page.locator('.d-row', { hasText: docket.number }).locator('.d-row-link').press('Enter')
    await page.locator('.d-pane .d-reply-box').waitFor()
  }
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

const replyOn = ({ page }: ConsolePage) => page.locator('.d-pane .d-reply').last()
async function write({ page }: ConsolePage, text: string): Promise<void> {
  await page.locator('.d-reply-box textarea').focus()
  await page.keyboard.type(text)
  await page.locator('.d-second input').fill(WHY)
  await page.locator('.d-reply-box .act-button', { hasText: 'Send for approval' }).press('Enter')
}

describe('an answer that needs a second officer, two of them at the desk', () => {
  it('waits for another person than its writer, who sees it with what the gate found and why it is to go, and lets it go', async () => {
    await write(asha, RISKY)
    await expect.poll(() => replyOn(asha).innerText(), SOON).toMatch(/Waits for a second officer[\s\S]*Address[\s\S]*The complainant gave the place in public[\s\S]*not who wrote it/)
    expect(await replyOn(asha).getByRole('button', { name: 'Approve and send' }).count()).toBe(0)
    // The other page shows it without being loaded anew.
    await expect.poll(() => replyOn(iqbal).innerText().catch(() => ''), SOON).toMatch(/House No 12[\s\S]*Waits for a second officer[\s\S]*The complainant gave the place in public/)
    expect(await stage.store.replies.find({ index: 'byDocket', equals: { docketId: docket.id }, limit: 5 })).toMatchObject([{ state: 'waiting', byName: ASHA, approvedBy: null }])

    // Whoever has not opened the docket finds it in the list, and in a list of its own.
    const row = iqbal.page.locator('.d-row', { hasText: docket.number })
    await expect.poll(() => row.innerText(), SOON).toContain('Waits for a second officer')
    await expect.poll(() => iqbal.page.locator('.d-rail').innerText(), SOON).toMatch(/Second officer\s*1(?!\d)/)

    await replyOn(iqbal).getByRole('button', { name: 'Approve and send' }).press('Enter')
    for (const one of [iqbal, asha]) await expect.poll(() => replyOn(one).innerText(), SOON).toMatch(/approved by SI Iqbal Ansari[\s\S]*Dry run: nothing was sent/i)
    await expect.poll(() => row.innerText(), SOON).not.toContain('Waits for a second officer')
    const history = (await stage.store.dockets.get(docket.id))?.history ?? []
    expect(history.filter(({ what }) => what.startsWith('reply-')).map(({ what }) => what)).toEqual(['reply-drafted', 'reply-approved', 'reply-posted'])
    expect(new Set(history.filter(({ what }) => what === 'reply-drafted' || what === 'reply-approved').map(({ who }) => who)).size).toBe(2)
  })

  it('is taken back by its writer, and then nobody can let it go', async () => {
    await write(asha, `${RISKY} Please wait there.`)
    await replyOn(iqbal).getByRole('button', { name: 'Approve and send' }).waitFor()
    await replyOn(asha).getByRole('button', { name: 'Withdraw' }).press('Enter')
    for (const one of [asha, iqbal]) await expect.poll(() => replyOn(one).innerText(), SOON).toMatch(/Withdrawn/)
    await expect.poll(() => replyOn(iqbal).getByRole('button', { name: 'Approve and send' }).count(), SOON).toBe(0)
    expect([...asha.problems, ...iqbal.problems]).toEqual([])
  })
})
