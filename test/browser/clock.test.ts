import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { WALL, openBrowser, openConsole } from './pages.ts'

/** One alert whose next rung is far enough away. */
const ALONE = CAST.filter(({ severity, raisedAgoS, held }) => severity === 'high' && raisedAgoS < 60 && !held).slice(0, 1)

let browser: Browser
let stage: Stage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(ALONE, { isCalm: true })])
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

/** The page's date is so far off; what its countdown shows is noted with the true time. */
async function misdate(page: Page, offMs: number): Promise<void> {
  await page.addInitScript((off) => {
    const TrueDate = Date
    const ticks: { digits: string; at: number }[] = []
    Object.assign(window, { ticks })
    window.Date = new Proxy(TrueDate, {
      construct: (target, args) => Reflect.construct(target, args.length > 0 ? args : [target.now() + off]) as Date,
      get: (target, name) => (name === 'now' ? () => target.now() + off : Reflect.get(target, name) as unknown),
    })
    new MutationObserver(() => {
      const digits = document.querySelector('.card .countdown[data-overdue=false] .digits')?.textContent ?? ''
      if (ticks.at(-1)?.digits !== digits) ticks.push({ digits, at: TrueDate.now() })
    }).observe(document, { subtree: true, childList: true, characterData: true })
  }, offMs)
}

it.each([600_000, -600_000])('P14 the countdown of a browser whose date is %i ms off turns with the server\'s seconds', async (offMs) => {
  const { page } = await openConsole(browser, await stage.linkFor('wall', 'up', `Wall ${offMs}`), { viewport: WALL, before: (one) => misdate(one, offMs) })
  await page.waitForFunction(() => (window as unknown as { ticks: unknown[] }).ticks.length >= 5)
  const ticks = await page.evaluate(() => (window as unknown as { ticks: { digits: string; at: number }[] }).ticks)
  const [docket] = await stage.store.dockets.find({ index: 'byOpened', order: 'desc', limit: 1 })
  const dueAt = docket?.alert?.nextDueAt ?? NaN
  const errors = ticks.slice(2).map(({ digits, at }) => {
    const [minutes = 0, seconds = 0] = digits.split(':').map(Number)
    return Math.abs(at - (dueAt - (minutes * 60 + seconds) * 1_000))
  })
  // A wrong clock is wrong at every turn; a busy machine draws one of them late.
  expect(Math.min(...errors)).toBeLessThanOrEqual(500)
  await page.close()
}, 60_000)
