import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { DESK, PHONE, WALL, openBrowser, openConsole } from './pages.ts'
import { ME } from './views.ts'

const EVERY_MS = 200
/** Under a pointer that rests the list catches up after five seconds. */
const CATCHES_UP_MS = 9_000
const FRESH = CAST.filter((role) => role.severity === 'critical' && role.districtId === 'lucknow').map((role) => ({ ...role, raisedAgoS: 1 })).slice(0, 1)

let browser: Browser
let stage: Stage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(CAST, { beatMs: 400, isCalm: true })])
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

/** Raises five alerts a second while the pointer rests on `target`; answers how far what lay there moved before the list caught up, pixels. */
async function movedUnder(page: Page, target: Locator): Promise<number> {
  const element = await target.elementHandle()
  const box = await element?.boundingBox()
  if (!element || !box) throw new Error('there is nothing under the pointer')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  let furthest = 0
  const until = performance.now() + 4_000
  while (performance.now() < until) {
    await stage.raise(FRESH)
    await page.waitForTimeout(EVERY_MS)
    const now = await element.boundingBox()
    furthest = Math.max(furthest, now ? Math.abs(now.y - box.y) + Math.abs(now.x - box.x) : Number.POSITIVE_INFINITY)
  }
  return furthest
}

it('a wall flashes for a critical alert that nobody has, at most once a second, and not at all where motion is unwanted', async () => {
  const { page } = await openConsole(browser, await stage.linkFor('wall', 'up', 'Still wall'), { viewport: WALL })
  await page.locator('.card[data-severity=critical]').first().waitFor()
  const flashes = (): Promise<number[]> => page.evaluate(() => document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().duration)))
  const durations = await flashes()
  expect(durations.length).toBeGreaterThan(0)
  expect(Math.min(...durations)).toBeGreaterThanOrEqual(1_000)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await flashes()).toEqual([])
  const transitions = await page.evaluate(() => [...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration !== '0s').length)
  expect(transitions).toBe(0)
  await page.context().close()
})

describe('nothing moves under a pointer while five alerts arrive each second', () => {
  it('and once the list has caught up under a pointer that rests, a press that comes too soon is not taken by another row', async () => {
    const { page } = await openConsole(browser, await stage.linkFor('supervisor', 'up', 'Still supervisor 2'), { viewport: DESK })
    const row = page.locator('tbody tr[data-severity=high][data-unanswered=true]').first()
    await row.waitFor()
    const box = await row.boundingBox()
    if (!box) throw new Error('no row')
    const [x, y] = [box.x + 60, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await stage.raise(FRESH)
    await page.locator('.fresh-button').waitFor()
    // The page itself presses at the moment at which the notice goes: the list has just been sorted anew.
    await page.evaluate(([atX, atY]) => {
      new MutationObserver((_, observer) => {
        if (document.querySelector('.fresh-button')) return
        observer.disconnect()
        requestAnimationFrame(() => {
          const there = document.elementFromPoint(atX, atY)
          document.body.dataset.row = there?.closest('tr')?.dataset.severity ?? ''
          there?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, clientX: atX, clientY: atY }))
          document.body.dataset.pressed = 'true'
        })
      }).observe(document.body, { childList: true, subtree: true })
    }, [x, y] as const)
    await page.locator('body[data-pressed=true]').waitFor({ timeout: CATCHES_UP_MS })
    expect(await page.evaluate(() => document.body.dataset.row), 'another row lies there now').toBe('critical')
    expect(await page.locator('.pane').count()).toBe(0)
    await page.mouse.move(x + 2, y)
    await page.mouse.click(x + 2, y)
    await page.locator('.pane').waitFor()
    await page.context().close()
  })

  it('in the supervisor\'s table: what is pressed is what was aimed at, and a notice says what came', async () => {
    const { page } = await openConsole(browser, await stage.linkFor('supervisor', 'up', 'Still supervisor'), { viewport: DESK })
    const row = page.locator('tbody tr[data-severity]').nth(4)
    await row.waitFor()
    const number = await row.locator('.col-place').innerText()
    expect(await movedUnder(page, row)).toBe(0)
    expect(await page.locator('.fresh-button').innerText()).toMatch(/\d+ new alerts: show/)
    await page.mouse.down()
    await page.mouse.up()
    expect(await page.locator('tr[data-opened=true] .col-place').innerText()).toBe(number)
    await page.context().close()
  })

  it('in the officer\'s list', async () => {
    const { page } = await openConsole(browser, await stage.linkFor('officer', 'lucknow', ME), { viewport: PHONE })
    const button = page.locator('.o-card[data-unanswered=true] .act-button').nth(1)
    await button.waitFor()
    expect(await movedUnder(page, button)).toBe(0)
    expect(await page.locator('.fresh-button').innerText()).toMatch(/\d+ new alerts: show/)
    await page.locator('.fresh-button').click()
    await page.locator('.fresh-button').waitFor({ state: 'detached' })
    await page.context().close()
  })
})
