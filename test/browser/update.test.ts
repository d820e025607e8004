import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { WEB_FOLDER } from '../../src/app.ts'
import { PHONE, SOON, openBrowser, openConsole } from './pages.ts'

const ME = 'SI Farah Naqvi'
const folder = mkdtempSync(join(tmpdir(), 'prahari-update-'))
const worker = join(folder, 'service-worker.js')
let browser: Browser
let stage: Stage
beforeAll(async () => {
  cpSync(WEB_FOLDER, folder, { recursive: true })
  const mine = CAST.filter(({ held }) => held?.by === ME)
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(mine, { isCalm: true, webFolder: folder })])
})
afterAll(async () => {
  await browser.close()
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
})

it('a new version waits until nobody is writing and nobody touches the page, then takes over, and the old shell is gone', async () => {
  // A second try begins with the first version again.
  cpSync(join(WEB_FOLDER, 'service-worker.js'), worker)
  const { page } = await openConsole(browser, await stage.linkFor('officer', 'lucknow', ME), { viewport: PHONE, hasTouch: true, before: (one) => one.clock.install() })
  const caches = (): Promise<string[]> => page.evaluate(() => globalThis.caches.keys())
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), SOON).toBe(true)
  const [before] = await caches()
  await page.locator('.o-card-body').first().tap()
  await page.locator('#note-text').fill('half a sentence')
  await page.evaluate(() => { document.documentElement.dataset.isOld = 'yes' })

  const version = before?.replace('shell-', '') ?? ''
  writeFileSync(worker, readFileSync(worker, 'utf8').replaceAll(version, 'next'))
  await page.evaluate(async () => { await (await navigator.serviceWorker.ready).update() })
  await page.getByText('A new version is ready').waitFor()
  await page.clock.fastForward(30_000)
  expect(await page.locator('#note-text').inputValue()).toBe('half a sentence')
  expect(await page.evaluate(() => document.documentElement.dataset.isOld)).toBe('yes')

  await page.locator('#note-text').blur()
  // In pieces: the reload may come in the middle.
  await expect.poll(async () => {
    await page.clock.fastForward(5_000).catch(() => undefined)
    return page.evaluate(() => document.documentElement.dataset.isOld).catch(() => 'reloading')
  }, { timeout: 30_000 }).toBeUndefined()
  await expect.poll(caches, SOON).toEqual(['shell-next'])
}, 60_000)
