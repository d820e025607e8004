import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { DESK, PHONE, SOON, openBrowser, openConsole } from './pages.ts'
import { ME } from './views.ts'

const FRESH = CAST.filter((role) => !role.held).slice(0, 2).map((role) => ({ ...role, raisedAgoS: 1 }))
const ARRIVES_EVERY = 5

let browser: Browser
let stage: Stage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(CAST, { beatMs: 400, isCalm: true })])
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

interface Stop {
  /** A number that the element keeps, so that the same one is known again. */
  id: number
  name: string
  hasOutline: boolean
  /** Whether its middle is on the screen and nothing lies over it. */
  isOnTop: boolean
}

/** Everything that a person who only has keys must reach, numbered in the order of the page. */
function numberControls(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')].filter((one) => !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true }))
    all.forEach((one, index) => { one.dataset.walk ??= String(index) })
    return all.length
  })
}

/** Where the focus is; null when it left the page's controls. */
function stopOf(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const one = document.activeElement
    if (!(one instanceof HTMLElement) || one === document.body || one === document.documentElement) return null
    // What arrived meanwhile is numbered from a thousand on.
    one.dataset.walk ??= String(1000 + document.querySelectorAll('[data-walk]').length)
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    const { left, top, width, height } = one.getBoundingClientRect()
    const seen = document.elementFromPoint(left + width / 2, top + height / 2)
    return {
      id: Number(one.dataset.walk), name: `${one.tagName} ${one.className} ${(one.textContent ?? '').slice(0, 30)}`,
      hasOutline: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2, isOnTop: seen !== null && (one.contains(seen) || seen.contains(one)),
    }
  })
}

/** Goes through the page by Tab alone, while alerts arrive, until it comes to what it has seen. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  const seen = new Set<number>()
  for (let presses = 1; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    const stop = await stopOf(page)
    if (stop === null || seen.has(stop.id)) break
    stops.push(stop)
    seen.add(stop.id)
    if (presses % ARRIVES_EVERY === 0 && presses < 8 * ARRIVES_EVERY) {
      const place = await placeOf(page)
      const before = await count(page)
      await stage.raise(FRESH)
      await expect.poll(() => count(page), SOON).toBeGreaterThan(before)
      expect((await stopOf(page))?.id, 'the focus stays where it was').toBe(stop.id)
      expect(await placeOf(page), 'and its row in its place of the list').toBe(place)
    }
  }
  return stops
}

/** Which row of its list has the focus, from 0; -1 outside of lists. */
function placeOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const row = document.activeElement?.closest('tr[data-severity], .o-card')
    return row ? [...document.querySelectorAll('tr[data-severity], .o-card')].indexOf(row) : -1
  })
}

/** How many alerts wait, as the page's title says on every page. */
const count = async (page: Page): Promise<number> => Number(/\d+/.exec(await page.title())?.[0] ?? 0)

/** @param controls how many there were; what has gone meanwhile (a button for sound that is on by now) nobody need reach. */
async function judge(page: Page, stops: readonly Stop[], controls: number): Promise<void> {
  expect(stops.filter(({ hasOutline }) => !hasOutline).map(({ name }) => name), 'a focus that nobody sees').toEqual([])
  expect(stops.filter(({ isOnTop }) => !isOnTop).map(({ name }) => name), 'a focus under something else').toEqual([])
  // Everything that was there is met once, in the order of the page.
  const known = stops.map(({ id }) => id).filter((id) => id < 1000)
  expect(known).toEqual([...known].sort((a, b) => a - b))
  const left = await page.locator('[data-walk]').evaluateAll((all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => Number((one as HTMLElement).dataset.walk)))
  expect(left.filter((id) => id < controls && !known.includes(id)), 'never reached').toEqual([])
}

describe('by Tab alone, while alerts arrive', () => {
  it('every control of the supervisor is reached once, in order, in sight', async () => {
    const { page, problems } = await openConsole(browser, await stage.linkFor('supervisor', 'up', 'Keys supervisor'), { viewport: DESK })
    await page.locator('tr[data-severity]').first().waitFor()
    await page.locator('.load-line').first().waitFor()
    const controls = await numberControls(page)
    await judge(page, await walk(page), controls)
    // When the hand has left, the list is sorted anew; the focus goes with its row.
    const row = page.locator('tr[data-severity=high] .row-button').last()
    await row.focus()
    const before = await stopOf(page)
    const indexOf = (): Promise<number> => row.evaluate((one) => Number(one.closest('tr')?.getAttribute('aria-rowindex')))
    const from = await indexOf()
    await stage.raise(FRESH)
    await page.locator('.s-alerts').dispatchEvent('pointerleave')
    await expect.poll(indexOf, SOON).toBeGreaterThan(from)
    expect((await stopOf(page))?.id).toBe(before?.id)
    expect(problems).toEqual([])
    await page.context().close()
  })
  it('and every control of an alert that a key opened, from its pane on; closing gives the focus back to its row', async () => {
    const { page } = await openConsole(browser, await stage.linkFor('supervisor', 'up', 'Keys supervisor 2'), { viewport: DESK })
    const row = page.locator('tr[data-severity=high] .row-button').first()
    await row.focus()
    await page.keyboard.press('Enter')
    await page.locator('.history li').first().waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('pane')
    const within = new Set<string>()
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab')
      const stop = await stopOf(page)
      if (stop === null || !(await page.evaluate(() => document.activeElement?.closest('.pane') !== null))) break
      expect(stop).toMatchObject({ hasOutline: true, isOnTop: true })
      within.add(stop.name)
    }
    expect(within.size).toBe(await page.locator('.pane :is(button, a[href], input, select):not(:disabled)').count())
    await page.locator('.pane .quiet-button').first().focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('data-cursor')), SOON).toBe('true')
    await page.context().close()
  })
  it('every control of the officer is reached once, in order, in sight', async () => {
    const { page, problems } = await openConsole(browser, await stage.linkFor('officer', 'lucknow', ME), { viewport: PHONE })
    await page.locator('.o-card').first().waitFor()
    const controls = await numberControls(page)
    await judge(page, await walk(page), controls)
    await page.locator('.o-card[data-unanswered=true] .o-card-body').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('.detail .told-list').waitFor()
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('[data-walk]').forEach((one) => { delete one.dataset.walk }))
    const more = await numberControls(page)
    await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex') })
    await judge(page, await walk(page), more)
    expect(problems).toEqual([])
    await page.context().close()
  })
})
