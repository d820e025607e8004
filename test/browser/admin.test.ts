import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { BUILT_IN, putTreeInForce } from '../../src/domain/jurisdiction.ts'
import { DESK, openBrowser, openConsole, SOON } from './pages.ts'

let browser: Browser
let stage: Stage
let page: Page
let problems: string[]
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(CAST, { beatMs: 400 })])
  await stage.linkFor('officer', 'agra', 'SI Deepak Sharma')
  ;({ page, problems } = await openConsole(browser, await stage.linkFor('admin', 'up', 'S. K. Verma'), { viewport: DESK }))
})
afterAll(async () => {
  putTreeInForce({ seq: 0, nodes: BUILT_IN })
  await browser.close()
  await stage.close()
})

/** Presses Tab until the control is reached, as whoever has no mouse. */
async function tabTo(test: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, test)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${test}`)
}
const type = async (where: string, text: string): Promise<void> => { await tabTo(where); await page.keyboard.type(text) }
const openTab = async (steps: number): Promise<void> => {
  await page.locator('[role=tab][aria-selected=true]').focus()
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight')
  await page.locator('.a-panel').first().waitFor()
}

describe('an administrator, by the keyboard alone', () => {
  it('comes home to the administration and makes an account, whose link opens its page', async () => {
    expect(new URL(page.url()).pathname).toBe('/admin')
    await tabTo('.a-bar .quiet-button')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches('.a-form input')), SOON).toBe(true)
    await page.keyboard.type('HC Mina Devi')
    await type('input[pattern^="[a-z0-9]"]', 'mina.devi')
    await type('[role=combobox]', 'Varanasi')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    await tabTo('.a-form [type=submit]')
    await page.keyboard.press('Enter')
    const link = (await page.locator('.a-link code').textContent()) ?? ''
    expect(link).toMatch(/\/sign-in#[\w-]{32}$/)
    const own = await (await browser.newContext()).newPage()
    await own.goto(link)
    await own.waitForURL((url) => url.pathname === '/officer')
    await own.context().close()
  })

  it('changes what somebody may do, and sees it in the list and in the trail', async () => {
    await page.reload()
    await type('input[type=search]', 'mina')
    await expect.poll(() => page.locator('.a-table tbody tr').count(), SOON).toBe(1)
    await tabTo('.a-table .row-button')
    await page.keyboard.press('Enter')
    await tabTo('.a-form select')
    await page.keyboard.press('ArrowDown')
    await tabTo('.a-form [type=submit]')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.a-table tbody td').first().textContent(), SOON).toBe('Desk')
    await openTab(5)
    await expect.poll(() => page.locator('.a-audit tbody tr').first().textContent(), SOON).toContain('role: Officer → Desk')
    expect(await page.locator('.a-chain').getAttribute('data-broken')).toBe('false')
  })

  it('tries a ladder, is told what is wrong with it, and sets a right one for the state', async () => {
    await openTab(2)
    expect(await page.locator('[role=tab][aria-selected=true]').textContent()).toBe('Ladder and times')
    const rung = page.locator('.a-rung').nth(1).locator('input[type=number]')
    const write = async (value: string): Promise<void> => { await rung.focus(); await page.keyboard.press('Control+A'); await page.keyboard.type(value) }
    await write('60')
    await page.locator('.a-foot input').focus()
    await page.keyboard.type('nights are long')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.a-said').textContent(), SOON).toContain('each rung comes at least 5 seconds after the one before it')
    await write('15')
    await page.locator('.a-foot .quiet-button').first().focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.a-preview').textContent(), SOON).toMatch(/Of \d+ alerts of the last seven days/)
    await page.locator('.a-foot [type=submit]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.a-foot h2').first().textContent(), SOON).toBe('Version 2')
    expect(await page.locator('.a-lines').textContent()).toContain('nights are long')
    expect((await stage.store.policies.get('ladder-2'))?.ladder?.critical.rungs[1]?.afterS).toBe(15)
  })

  it('adds a police station, finds it, and retires it; the trail has both', async () => {
    await openTab(3)
    expect(await page.locator('[role=tab][aria-selected=true]').textContent()).toBe('Places')
    await page.locator('.a-side form').waitFor()
    await tabTo('.a-side [role=combobox]')
    await page.keyboard.type('Varanasi')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    await type('[name=name]', 'Zircon Vihar Police Station')
    await type('[name=nameHi]', 'ज़िरकॉन विहार')
    await type('[name=reason]', 'opened on Monday')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.a-said').textContent(), SOON).toBe('Zircon Vihar PS was added')
    await page.locator('input[type=search]').focus()
    await page.keyboard.type('ज़िरकॉन')
    await expect.poll(() => page.locator('.a-places tbody tr').count(), SOON).toBe(1)
    await tabTo('.a-places .row-button')
    await page.keyboard.press('Enter')
    await type('[name=reason]', 'joined with its neighbour')
    await tabTo('.quiet-button[data-sure]')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.a-said').textContent(), SOON).toBe('Retired. No open docket lies there.')
    await expect.poll(() => page.locator('.a-places tbody .chip').textContent(), SOON).toBe('retired')
    expect(await page.locator('.a-lines').textContent()).toContain('opened on Monday')
    await openTab(1)
    await expect.poll(() => page.locator('.a-audit tbody tr').first().textContent(), SOON).toContain('Police station retired')
  })

  it('shows an auditor the trail and nothing else', async () => {
    const auditor = await openConsole(browser, await stage.linkFor('auditor', 'up', 'R. K. Bansal'), { viewport: DESK })
    await auditor.page.locator('a[href="/admin#audit"]').press('Enter')
    await auditor.page.locator('.a-audit tbody tr').first().waitFor()
    expect(await auditor.page.locator('[role=tab]').count()).toBe(0)
    expect(auditor.problems).toEqual([])
    await auditor.page.context().close()
  })

  it('without a script error, a refused request or a stranger', () => {
    // What the server refuses on purpose is told by the browser as well.
    expect(problems.filter((one) => !one.includes('status of 400'))).toEqual([])
  })
})
