import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { COMPLAINTS } from '../../scripts/stage/complaints.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { PHONE, openBrowser } from './pages.ts'
import { ME, VIEWS } from './views.ts'
import type { View } from './views.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/** WCAG 2.0, 2.1 and 2.2, A and AA, and what axe calls best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

let browser: Browser
let stage: Stage
const contexts = new Map<string, BrowserContext>()
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage([...CAST, ...COMPLAINTS], { beatMs: 400 })])
  // Somebody to hand over to, and to give alerts to.
  for (const scope of ['lucknow', 'up']) await stage.linkFor('officer', scope, `SI Deepak of ${scope}`)
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

/** A browser in which the test may run its own script, signed in as whoever looks, with one page. The CSP that pages have is tested elsewhere. */
async function contextOf({ who, size }: View): Promise<BrowserContext> {
  const key = `${who} ${size.width}`
  const known = contexts.get(key)
  if (known) return known
  const context = await browser.newContext({ bypassCSP: true, viewport: size, hasTouch: size.width < 600, reducedMotion: 'reduce', baseURL: stage.url })
  contexts.set(key, context)
  const page = await context.newPage()
  if (who === 'nobody') return context
  await page.goto(await stage.linkFor(who, who === 'officer' ? 'lucknow' : 'up', who === 'officer' ? ME : key))
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return context
}

/** The views whose pages are back at their beginning. */
const atBeginning = new Map<Page, string>()
const addressOf = (page: Page): string => page.url().split('#')[0] ?? ''

/** The page of a view as it opens: where the view before has left it at its beginning as it is, since opening costs the most. */
async function pageOf(view: View): Promise<Page> {
  const context = await contextOf(view)
  const [last] = context.pages()
  if (last && !view.before && atBeginning.get(last) === view.path) return last
  atBeginning.clear()
  // Pages that nobody looks at would go on painting.
  for (const other of contexts.values()) if (other !== context) await Promise.all(other.pages().map((page) => page.goto('about:blank')))
  if (view.before) await last?.close()
  const page = context.pages()[0] ?? await context.newPage()
  await view.before?.(page)
  // Where only the part behind # differs, going there alone would leave the page as it is.
  if (new URL(page.url(), stage.url).pathname === view.path.split('#')[0]) await page.goto('about:blank')
  await page.goto(view.path)
  await page.locator(view.ready).first().waitFor()
  return page
}

/** Leaves what the view opened, as a person would; answers whether nothing of it is left. */
async function wentBack(page: Page): Promise<boolean> {
  for (const _ of ['form or dialog', 'pane']) await page.keyboard.press('Escape')
  if (await page.locator('.back-button').count() > 0) await page.locator('.back-button').first().click()
  return await page.locator('dialog[open], .pane, .detail, .sheet, .correct-form, .roster-row, .words-page, .waiting-act').count() === 0
}

/** What axe finds wrong, a line for each rule and place. */
async function violationsOf(page: Page): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.addScriptTag({ path: AXE })
  // None of these rules reads style sheets, which axe would fetch anew each time.
  const options: RunOptions = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'], preload: { assets: ['media'] } }
  const { violations } = await page.evaluate<AxeResults, RunOptions>((how) => (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(how), options)
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, failureSummary }) => `${id} (${help}) ${target.join(' ')}\n  ${html.slice(0, 160)}\n  ${failureSummary?.split('\n').slice(1).join('; ') ?? ''}`))
}

const FINGER_PX = 44

/**
 * Controls that a finger may miss: smaller than 44 px (WCAG 2.5.5, beyond the 24 px of 2.5.8). A link inside a sentence is excepted, as
 * there; a row of the table counts whole, because it opens wherever it is touched; a hidden field by its label.
 */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')].flatMap((one) => {
    const target = one.closest('tbody tr[data-severity]') ?? (one.matches('input[type=file], input[type=checkbox], input[type=radio]') ? one.closest('label') : null) ?? one
    const { width, height, top } = target.getBoundingClientRect()
    const isShown = one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 0 && one.closest('.skip-links') === null && top < 100_000
    const isInSentence = one.matches('a') && getComputedStyle(one).display === 'inline' && one.parentElement?.textContent !== one.textContent
    return !isShown || isInSentence || (width >= least - 0.5 && height >= least - 0.5) ? [] : [`${one.tagName} .${one.className} “${(one.textContent || one.getAttribute('name') || '').slice(0, 30)}” ${Math.round(width)}×${Math.round(height)}`]
  }), FINGER_PX)
}

/** The same state in the other language, without a reload; in the address where the page's own switch is under a dialog. */
async function speak(page: Page, code: 'en' | 'hi'): Promise<void> {
  const has = await page.evaluate((wanted) => {
    const button = document.querySelector<HTMLButtonElement>(`button[lang=${wanted}]`)
    button?.click()
    return button !== null
  }, code)
  if (has) await page.locator(`html[lang=${code}]`).waitFor({ state: 'attached' })
}

describe('axe finds nothing in either language, and a phone has no control that a finger misses', () => {
  it.each(VIEWS)('$name', async (view) => {
    const page = await pageOf(view)
    const found: string[] = []
    const address = addressOf(page)
    atBeginning.delete(page)
    try {
      await view.reach?.(page, stage)
      for (const code of ['hi', 'en'] as const) {
        await speak(page, code)
        found.push(...(await violationsOf(page)).map((one) => `${code}: ${one}`))
        if (view.size === PHONE) found.push(...(await smallTargets(page)).map((one) => `${code}: small ${one}`))
      }
      expect(found).toEqual([])
    } finally {
      view.leave?.(stage)
      await page.context().setOffline(false)
      if (view.before || view.leave || !(await wentBack(page))) await page.close()
      else if (addressOf(page) === address) atBeginning.set(page, view.path)
    }
  })

  it('and would find what is wrong', async () => {
    const page = await (await contextOf({ who: 'nobody', size: PHONE } as View)).newPage()
    await page.goto('/sign-in')
    await page.locator('h1').waitFor()
    await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="x"><p style="color:#333">dark on dark</p><button style="width:20px;height:20px"></button>'))
    expect((await violationsOf(page)).map((one) => one.split(' ')[0])).toEqual(expect.arrayContaining(['image-alt', 'color-contrast', 'button-name']))
    expect(await smallTargets(page)).toContainEqual(expect.stringContaining('20×20'))
    await page.close()
  })
})
