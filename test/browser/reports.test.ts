import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillStore } from '../../scripts/seed/fill.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { openBrowser, openConsole, PHONE, SOON, WALL } from './pages.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const DOCKETS = 400
let browser: Browser
let stage: Stage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage([])])
  await fillStore(stage.store, { count: DOCKETS, days: 4, seed: 3 })
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

async function openReports(size: { width: number; height: number }, role: 'auditor' | 'desk' = 'auditor', scope = 'up'): Promise<{ page: Page; problems: string[] }> {
  const opened = await openConsole(browser, await stage.linkFor(role, scope, `${role} ${scope} ${size.width}`), { viewport: size, bypassCSP: true, before: (page) => page.addInitScript({ path: AXE }) })
  if (role !== 'auditor') await opened.page.goto(`${stage.url}/reports`)
  await opened.page.locator('.r-figure').first().waitFor()
  return opened
}

/** Presses Tab until what has the focus says this; a page that cannot be walked through fails. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press('Tab')
    const words = await page.evaluate(() => `${document.activeElement?.getAttribute('aria-label') ?? ''} ${document.activeElement?.textContent ?? ''}`)
    if (wanted.test(words)) return
  }
  throw new Error(`nothing that says ${String(wanted)} can be reached by the keyboard`)
}

async function figure(page: Page, name: string): Promise<number> {
  const text = await page.locator('.r-figure', { hasText: name }).locator('b').textContent()
  return Number((text ?? '').replaceAll(',', ''))
}

test('an auditor reads, narrows and opens the dockets behind a number with the keyboard alone', async () => {
  const { page, problems } = await openReports(WALL)
  await expect.poll(() => figure(page, 'Dockets'), SOON).toBe(DOCKETS)
  await tabTo(page, /^\s*Today$/u)
  await page.keyboard.press('Enter')
  await expect.poll(() => figure(page, 'Dockets'), SOON).toBeLessThan(DOCKETS)
  expect(new URL(page.url()).search).toBe('?days=1')
  await tabTo(page, /^\s*7 days$/u)
  await page.keyboard.press('Enter')
  await expect.poll(() => figure(page, 'Dockets'), SOON).toBe(DOCKETS)
  await tabTo(page, /^\s*Language$/u)
  await page.keyboard.press('Enter')
  await page.locator('.r-parts th', { hasText: 'Hinglish' }).waitFor()
  await tabTo(page, /^\s*Zones$/u)
  await page.keyboard.press('Enter')
  await tabTo(page, /^\s*Lucknow Zone$/u)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('h1').textContent(), SOON).toContain('Lucknow Zone')
  const inZone = await figure(page, 'Dockets')
  expect(inZone).toBeLessThan(DOCKETS)
  await page.keyboard.press('Home')
  await page.locator('select').focus()
  await tabTo(page, /^\s*[\d,]+Closed$/u)
  const closed = await figure(page, 'Closed')
  expect(problems).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk\?/u)
  const query = new URL(page.url()).searchParams
  expect([query.get('status'), query.get('node')]).toEqual(['closed', 'z-lucknow'])
  const answer = await page.evaluate(async (search) => (await (await fetch(`/api/dockets${search}`)).json() as { total: number }).total, `?${query.toString()}`)
  expect(answer).toBe(closed)
})

test('a desk sees its own district, and no way to another', async () => {
  const { page } = await openReports(WALL, 'desk', 'agra')
  expect(await page.locator('h1').textContent()).toContain('Agra')
  expect(await page.locator('.r-bar option').allTextContents()).toEqual(['Agra', 'Agra'])
  const shown = await page.locator('.r-parts').textContent()
  expect(shown).not.toContain('Varanasi')
})

test.each([['a desk', WALL], ['a phone', PHONE]])('on %s it is as good in Hindi and on paper, and axe finds nothing', async (_, size) => {
  const { page, problems } = await openReports(size)
  // Few rows: axe looks at every cell.
  await page.goto(`${stage.url}/reports?table=zones`)
  await page.locator('.r-figure').first().waitFor()
  await page.locator('button[lang=hi]').click()
  await expect.poll(() => page.locator('h1').textContent(), SOON).toContain('उत्तर प्रदेश')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  const { violations } = await page.evaluate(async () => (globalThis as unknown as { axe: { run(context: Document): Promise<AxeResults> } }).axe.run(document))
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.r-bar').isVisible()).toBe(false)
  expect(await page.locator('.r-parts table').isVisible()).toBe(true)
  expect(problems).toEqual([])
})
