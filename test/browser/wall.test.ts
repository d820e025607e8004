import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { WALL, SOON, openBrowser, openConsole } from './pages.ts'
import type { ConsolePage } from './pages.ts'

/** Cap height of Inter as a share of its size. */
const CAP_HEIGHT = 0.727
const CALLING = CAST.filter((role) => !role.held)

let browser: Browser
let stage: Stage
/** A wall of the whole state, shared by the tests that only look. */
let wall: ConsolePage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(CAST, { beatMs: 400 })])
  wall = await open('up')
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

let walls = 0
async function open(scopeId: string, options: BrowserContextOptions & { before?: (page: Page) => Promise<unknown> } = {}): Promise<ConsolePage> {
  return openConsole(browser, await stage.linkFor('wall', scopeId, `Wall ${++walls}`), { viewport: WALL, ...options })
}

describe('wall', () => {
  it('says in red that the sound is off until somebody touches it', async () => {
    // Headless Chromium lets some pages sound without a gesture and others not; here a page begins as a blocked one does.
    const { page } = await open('up', { before: (fresh) => fresh.addInitScript(() => {
      window.AudioContext = class extends AudioContext {
        constructor() {
          super()
          void this.suspend()
        }
      }
    }) })
    await page.getByText('Sound off').waitFor()
    await expect.poll(async () => {
      await page.keyboard.press('Shift')
      return page.getByText('Sound on').isVisible()
    }, SOON).toBe(true)
    await page.close()
  })

  it('counts a countdown down while it is watched', async () => {
    const digits = wall.page.locator('.card .countdown .digits').first()
    const before = await digits.textContent()
    await expect.poll(() => digits.textContent(), SOON).not.toBe(before)
  })

  it('says what the heartbeat reports: a blind stream, a store out of reach', async () => {
    const { page } = wall
    stage.setMood({ isStreamBlind: true, isStoreDown: true })
    await page.getByText('X stream blind since').waitFor()
    expect(await page.locator('.notice-bar').innerText()).toContain('Store not reachable')
    stage.setMood({ isAuditOff: true })
    await page.getByText('The audit of the engine is off since').waitFor()
    stage.setMood({ overdueAlerts: 1_234 })
    await page.getByText('1,234 alerts overdue, nobody moved them').waitFor()
    stage.setMood({})
    await page.locator('.notice-bar').waitFor({ state: 'detached' })
  })

  it('paints or counts every one of thirty alerts, the most urgent first, without scrolling', async () => {
    const { page } = wall
    await stage.raise([...CALLING, ...CALLING])
    await page.locator('.counter').nth(2).getByText(String(CAST.length + 2 * CALLING.length), { exact: true }).waitFor()
    const alone = await page.locator('.card, .tile[data-alert]').count()
    const together = await page.locator('.group-count').allTextContents()
    const shown = alone + together.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0)
    expect(await page.locator('.tile-more strong').textContent()).toBe(`+${CAST.length + 2 * CALLING.length - shown} more`)
    // Large cards are given up before a critical alert that nobody has is only counted.
    const critical = [...CAST, ...CALLING, ...CALLING].filter(({ severity, held }) => severity === 'critical' && !held).length
    expect(await page.locator('[data-alert][data-severity=critical][data-unanswered=true]').count()).toBe(critical)
    expect(await page.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth])).toEqual([WALL.height, WALL.width])
    const bottoms = await page.locator('.card, .tile, .wall-side > *').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom))
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(WALL.height)
  })

  it('changes to Hindi without a reload, cuts no matra, and remembers it', async () => {
    const { page } = wall
    await page.evaluate(() => { document.title = 'not reloaded' })
    await page.locator('button[lang=hi]').click()
    await page.getByText('उत्तर प्रदेश').waitFor()
    expect(await page.title()).toBe('not reloaded')
    expect(await page.locator('html').getAttribute('lang')).toBe('hi')
    const cut = await page.locator('.place, .category, .severity-word, .tile-who, .tile-what, .counter dt, h1').evaluateAll((all) => (
      all.filter((one) => one.scrollHeight > one.clientHeight + 1).map((one) => one.outerHTML)
    ))
    expect(cut).toEqual([])
    await page.reload()
    await page.getByText('उत्तर प्रदेश').waitFor()
  })

  it('did all of this under the strict CSP, without an error or a request to a stranger', () => {
    expect(wall.problems).toEqual([])
  })

  it('writes place, countdown and clock large enough for five metres on a 55-inch panel, and twice that at 4K', async () => {
    const { page } = await open('lucknow')
    const sizeOf = (selector: string): Promise<number> => page.locator(selector).first().evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
    for (const selector of ['.card .place', '.card .countdown', '.clock-time']) expect(await sizeOf(selector) * CAP_HEIGHT, selector).toBeGreaterThanOrEqual(46)
    await page.setViewportSize({ width: 3840, height: 2160 })
    expect(await sizeOf('.card .place') * CAP_HEIGHT).toBeGreaterThanOrEqual(92)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(2160)
    await page.context().close()
  })

  it('never shows the identity or the post of a protected person', async () => {
    const { page } = await open('prayagraj')
    await page.getByText('Identity protected').first().waitFor()
    expect(await page.content()).not.toMatch(/demo_protected|जबरदस्ती/)
    await page.context().close()
  })

  it('tells the server\'s time on a machine whose clock is ten minutes off', async () => {
    const { page } = await open('up', {
      before: (page) => page.addInitScript(() => {
        const real = Date.now.bind(Date)
        Date.now = () => real() + 600_000
      }),
    })
    const shownAndReal = async (): Promise<number> => {
      const [h = 0, m = 0, s = 0] = (await page.locator('.clock-time').textContent() ?? '').split(':').map(Number)
      const now = new Date(stage.store.now() + 19_800_000)
      return Math.abs(h * 3600 + m * 60 + s - (now.getUTCHours() * 3600 + now.getUTCMinutes() * 60 + now.getUTCSeconds()))
    }
    await expect.poll(shownAndReal, SOON).toBeLessThanOrEqual(1)
    await page.context().close()
  })
})
