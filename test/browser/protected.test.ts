import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { COMPLAINTS } from '../../scripts/stage/complaints.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { DESK, PHONE, SOON, openBrowser, openConsole } from './pages.ts'

let browser: Browser
let stage: Stage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage([...CAST.filter(({ isProtected, held }) => isProtected && !held).map((role) => ({ ...role, raisedAgoS: 1 })), ...COMPLAINTS], { beatMs: 400, isCalm: true })])
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

describe('a protected identity on an officer\'s phone', () => {
  it('is read by who has the alert, on record, and by nobody before', async () => {
    const { page, problems } = await openConsole(browser, await stage.linkFor('officer', 'up', 'SI Demo'), { viewport: PHONE })
    page.setDefaultTimeout(SOON.timeout)
    const [docket] = await stage.store.dockets.find({ index: 'byAlert', equals: { alertOpen: 1 }, limit: 5 })
    const text = docket?.post.text ?? ''
    await page.goto(`${stage.url}/officer#${docket?.number ?? ''}`)
    await page.locator('.detail .post-withheld').getByText('Identity protected').waitFor()
    expect(await page.content()).not.toContain(text.slice(0, 40))
    expect(await stage.store.audit.find({ index: 'bySeq', limit: 5 })).toEqual([])
    await page.locator('.detail').getByRole('button', { name: 'Acknowledge' }).click()
    await expect.poll(() => page.locator('.detail blockquote.post-whole').innerText().catch(() => ''), SOON).toContain(text.slice(0, 40))
    await expect.poll(async () => (await stage.store.audit.find({ index: 'bySeq', limit: 5 })).map(({ what, object }) => [what, object]), SOON).toEqual([['read-protected', `docket:${docket?.id ?? ''}`]])
    expect(problems).toEqual([])
  })
})

describe('the filter of owners at the desk', () => {
  it('is a person of the area, typed and taken with the keys, in the address and by name', async () => {
    await stage.linkFor('desk', 'up', 'SI Iqbal Ansari')
    const { page, problems } = await openConsole(browser, await stage.linkFor('desk', 'up', 'HC Asha Rathore'), { viewport: DESK })
    page.setDefaultTimeout(SOON.timeout)
    await page.locator('.d-row').first().waitFor()
    const menu = page.locator('.d-menu > button', { hasText: 'Owner' })
    await menu.press('Enter')
    await page.getByRole('combobox', { name: 'Who has it' }).waitFor()
    await page.keyboard.type('इकबाल')
    await page.getByRole('option', { name: /SI Iqbal Ansari/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url(), SOON).toContain('owner=si-iqbal-ansari')
    await expect.poll(() => page.locator('.d-row').count(), SOON).toBe(1)
    expect(await page.locator('.d-row').innerText()).toContain('SI Iqbal Ansari')
    await page.getByRole('button', { name: /Owner: SI Iqbal Ansari/ }).first().waitFor()
    expect(problems).toEqual([])
  })
})
