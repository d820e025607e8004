import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { WALL, openBrowser, openConsole } from './pages.ts'

let browser: Browser
let stage: Stage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(CAST)])
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

/** Cap height of Inter as a share of its size (hhea table). */
const CAP_HEIGHT = 0.727

describe('wall', () => {
  it('works under the strict CSP, without strangers, and paints every alert or counts it, without scrolling', async () => {
    const { page, problems } = await openConsole(browser, await stage.linkFor('wall', 'up', 'Wall one'), { viewport: WALL })
    await stage.raise(CAST.filter((role) => !role.held).concat(CAST.filter((role) => !role.held)))
    await page.locator('.counter').nth(2).getByText('28').waitFor()
    const shown = await page.locator('.card, .tile:not(.tile-more)').count()
    expect(await page.locator('.tile-more strong').textContent()).toBe(`+${28 - shown} more`)
    expect(await page.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth])).toEqual([WALL.height, WALL.width])
    const bottoms = await page.locator('.card, .tile, .wall-side > *').evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().bottom)))
    expect(bottoms).toBeLessThanOrEqual(WALL.height)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('writes place and countdown large enough for five metres on a 55-inch panel', async () => {
    const { page } = await openConsole(browser, await stage.linkFor('wall', 'up', 'Wall two'), { viewport: WALL })
    const sizeOf = (selector: string): Promise<number> => page.locator(selector).first().evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
    expect(await sizeOf('.card .place:not(.place-long)') * CAP_HEIGHT).toBeGreaterThanOrEqual(46)
    expect(await sizeOf('.card .countdown') * CAP_HEIGHT).toBeGreaterThanOrEqual(46)
    expect(await sizeOf('.clock-time') * CAP_HEIGHT).toBeGreaterThanOrEqual(46)
    await page.context().close()
  })

  it('looks the same at 4K, twice as large', async () => {
    const { page } = await openConsole(browser, await stage.linkFor('wall', 'up', 'Wall three'), { viewport: { width: 3840, height: 2160 } })
    expect(await page.locator('.card').first().evaluate((one) => one.clientHeight)).toBeGreaterThan(500)
    expect(await page.locator('.card').count()).toBe(2)
    await page.context().close()
  })

  it('changes to Hindi without a reload, cuts no matra, and remembers it', async () => {
    const { page } = await openConsole(browser, await stage.linkFor('wall', 'up', 'Wall four'), { viewport: WALL })
    await page.evaluate(() => { document.title = 'not reloaded' })
    await page.locator('button[lang=hi]').click()
    await page.getByText('उत्तर प्रदेश').waitFor()
    expect(await page.title()).toBe('not reloaded')
    expect(await page.locator('html').getAttribute('lang')).toBe('hi')
    const cut = await page.locator('.place, .category, .severity-word, .tile-who, .tile-what, .counter dt, h1').evaluateAll((all) => (
      all.filter((one) => one.scrollHeight > one.clientHeight + 1).map((one) => `${one.className}: ${one.textContent ?? ''}`)
    ))
    expect(cut).toEqual([])
    await page.reload()
    await page.getByText('उत्तर प्रदेश').waitFor()
    await page.context().close()
  })

  it('never shows the identity or the post of a protected person', async () => {
    const { page } = await openConsole(browser, await stage.linkFor('wall', 'prayagraj', 'Wall five'), { viewport: WALL })
    await page.getByText('Identity protected').first().waitFor()
    expect(await page.content()).not.toMatch(/demo_protected|जबरदस्ती/)
    await page.context().close()
  })

  it('tells the server\'s time and the right countdown on a machine whose clock is ten minutes off', async () => {
    const { page } = await openConsole(browser, await stage.linkFor('wall', 'up', 'Wall six'), {
      viewport: WALL,
      before: (page) => page.addInitScript(() => {
        const real = Date.now.bind(Date)
        Date.now = () => real() + 600_000
      }),
    })
    await page.waitForTimeout(600)
    const shown = await page.locator('.clock-time').textContent() ?? ''
    const [h = 0, m = 0, s = 0] = shown.split(':').map(Number)
    const now = new Date(stage.store.now() + 19_800_000)
    const off = h * 3600 + m * 60 + s - (now.getUTCHours() * 3600 + now.getUTCMinutes() * 60 + now.getUTCSeconds())
    expect(Math.abs(off)).toBeLessThanOrEqual(1)
    await page.context().close()
  })

  it('says in red that the sound is off until somebody touches it', async () => {
    const { page } = await openConsole(browser, await stage.linkFor('wall', 'up', 'Wall seven'), { viewport: WALL })
    await page.getByText('Sound off').waitFor()
    await page.keyboard.press('Shift')
    await page.getByText('Sound on').waitFor()
    await page.context().close()
  })

  it('says what the heartbeat reports: a blind stream, a store out of reach', async () => {
    const { page } = await openConsole(browser, await stage.linkFor('wall', 'up', 'Wall eight'), { viewport: WALL })
    stage.setMood({ isStreamBlind: true, isStoreDown: true })
    await page.getByText('X stream blind since').waitFor()
    expect(await page.locator('.notice-bar').innerText()).toContain('Store not reachable')
    stage.setMood({})
    await page.locator('.notice-bar').waitFor({ state: 'detached' })
    await page.context().close()
  })
})
