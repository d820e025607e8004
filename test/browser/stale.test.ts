import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { PHONE, WALL, openBrowser, openConsole } from './pages.ts'

let browser: Browser
let stage: Stage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(CAST)])
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

/** Lets the page itself note how long after now it turns stale: the clock of a busy test would count its own delays. */
async function watchForStale(page: Page): Promise<void> {
  await page.evaluate(() => {
    const from = performance.now()
    new MutationObserver((_, observer) => {
      if (document.documentElement.dataset.link !== 'stale') return
      document.body.dataset.staleAfterMs = String(performance.now() - from)
      observer.disconnect()
    }).observe(document.documentElement, { attributes: true })
  })
}

it('a pulled cable shows as a red frame, a grey board and words within ten seconds, and nothing is missing afterwards', async () => {
  const [wall, officer] = await Promise.all([
    stage.linkFor('wall', 'up').then((link) => openConsole(browser, link, { viewport: WALL })),
    stage.linkFor('officer', 'lucknow').then((link) => openConsole(browser, link, { viewport: PHONE })),
  ])
  for (const { cut, page } of [wall, officer]) {
    await watchForStale(page)
    cut(true)
  }
  await stage.raise(CAST.slice(0, 1))
  await Promise.all([wall, officer].map(async ({ page }) => {
    await page.locator('html[data-link=stale]').waitFor()
    // The last heartbeat came up to two seconds before the cut.
    const afterMs = await page.evaluate(() => Number(document.body.dataset.staleAfterMs))
    expect(afterMs).toBeGreaterThan(7_500)
    expect(afterMs).toBeLessThan(12_500)
    expect(await page.locator('.notice-bar').innerText()).toMatch(/Stale since \d\d:\d\d:\d\d/)
    const frame = await page.evaluate(() => getComputedStyle(document.body, '::after').borderTopColor)
    expect(frame).toBe('rgb(255, 91, 80)')
    expect(await page.locator('main').evaluate((one) => getComputedStyle(one).filter)).toBe('grayscale(1)')
  }))
  for (const { cut } of [wall, officer]) cut(false)
  await Promise.all([wall, officer].map(({ page }) => page.locator('html[data-link=live]').waitFor()))
  await wall.page.locator('.counter').nth(2).getByText(String(CAST.length + 1), { exact: true }).waitFor()
  expect(await officer.page.locator('.o-card .act-button').count()).toBeGreaterThanOrEqual(3)
}, 90_000)
