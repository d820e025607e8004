import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { DESK, openBrowser, openConsole } from './pages.ts'

let browser: Browser
let stage: Stage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage([], { isCalm: true })])
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

it('a supervisor puts a docket on paper and into a file by keys alone; that and why it was done is on record', async () => {
  const [docket] = await stage.raise(CAST.slice(0, 1))
  if (!docket) throw new Error('no docket')
  const { page, problems } = await openConsole(browser, await stage.linkFor('supervisor', 'up', 'Demo supervisor'), { viewport: DESK })
  await page.goto(`${stage.url}/sheet#${docket.number}`)
  await page.locator('input[name=reason]').focus()
  await page.keyboard.type('Case 12/2026')
  await page.keyboard.press('Enter')
  await page.locator('.sheet-certificate').waitFor()
  expect(await page.locator('.sheet').innerText()).toContain(docket.post.text)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a file' }).press('Enter')])
  expect(download.suggestedFilename()).toBe(`${docket.number}.json`)
  expect((await stage.store.dockets.get(docket.id))?.history.at(-1)).toMatchObject({ what: 'exported', who: 'demo-supervisor', facts: { reason: 'Case 12/2026' } })
  expect(problems).toEqual([])
  await page.context().close()
})
