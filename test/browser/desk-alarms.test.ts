import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { afterDeskLook, afterSighting } from '../../src/domain/desk-alarm.ts'
import { DESK, SOON, openBrowser, openConsole } from './pages.ts'
import type { ConsolePage } from './pages.ts'

let browser: Browser
let stage: Stage
let boss: ConsolePage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(CAST.slice(0, 1), { beatMs: 400, isCalm: true })])
  boss = await openConsole(browser, await stage.linkFor('supervisor', 'up', 'Demo supervisor'), { viewport: DESK })
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

const ASHA = { subject: 'asha', name: 'Asha Demo', path: '/up/z-agra/c-agra/agra/' }
const close = (key: string, at: number) => ({ kind: 'mass-closing' as const, personId: 'asha', key, docketId: 'case-1', number: 'UPP-20261124-000001', at })

describe('what a supervisor must look into', () => {
  it('stands on the page and in its title, in both languages, and is quiet once somebody says what they found, until it goes on', async () => {
    const { page } = boss
    const { store } = stage
    await page.locator('tbody tr[data-severity]').first().waitFor()
    expect(await page.title()).toMatch(/^\(1\) /)
    const now = store.now()
    const alarm = afterSighting(afterSighting(undefined, close('a', now - 60_000), ASHA), close('b', now - 30_000), ASHA)
    const desk = afterDeskLook(undefined, [{ key: 'case-2', docketId: 'case-2', number: 'UPP-20261124-000002', at: now - 3_600_000 }], { subject: 'lucknow', name: 'Lucknow', path: '/up/z-lucknow/c-lucknow/lucknow/' }, now)
    await store.deskAlarms.insertMany([alarm, ...(desk ? [desk] : [])])

    const bar = page.locator('.look-bar')
    await expect.poll(() => bar.innerText().catch(() => ''), SOON).toMatch(/2 things to look into[\s\S]*Many closed at once: Asha Demo/)
    await expect.poll(() => page.title(), SOON).toMatch(/^\(3\) /)
    await page.getByRole('button', { name: 'हिन्दी' }).click()
    await expect.poll(() => bar.innerText(), SOON).toMatch(/2 बातें जाँचनी हैं[\s\S]*एक साथ कई बंद/)
    expect(await page.locator('#to-look-into').innerText()).toMatch(/यह डेस्क कोई नहीं खोल रहा[\s\S]*लखनऊ/)
    await page.getByRole('button', { name: 'English' }).click()

    await bar.getByRole('button', { name: 'Show' }).press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), SOON).toBe('to-look-into')
    const panel = page.locator('#to-look-into')
    await panel.getByRole('button', { name: 'I looked into it: Many closed at once, Asha Demo' }).press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')), SOON).toBe('reason')
    await page.keyboard.type('Duplicates of one event')
    await page.keyboard.press('Enter')
    await expect.poll(() => bar.innerText(), SOON).toMatch(/1 thing to look into/)
    await expect.poll(() => page.title(), SOON).toMatch(/^\(2\) /)
    await panel.getByText('Looked into in the last day').click()
    await expect.poll(() => panel.locator('.looked').innerText(), SOON).toMatch(/Demo supervisor[\s\S]*Duplicates of one event/)
    const [entry] = await store.audit.find({ index: 'byObject', equals: { object: 'desk-alarm:mass-closing.asha' }, limit: 5 })
    expect(entry).toMatchObject({ what: 'looked-into', facts: { reason: 'Duplicates of one event', times: 2 } })

    const quiet = await store.deskAlarms.get(alarm.id)
    if (quiet) await store.deskAlarms.replace(afterSighting(quiet, close('c', store.now() + 1_000), ASHA), quiet.version)
    await expect.poll(() => bar.innerText(), SOON).toMatch(/2 things to look into/)
  })
})
