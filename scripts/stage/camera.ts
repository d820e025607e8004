import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { pretendPush } from './pretend-push.ts'

/** One picture of a console. */
export interface Shot {
  name: string
  size: { width: number; height: number }
  /** Device pixels per CSS pixel. */
  scale?: number
  language?: 'en' | 'hi'
  /** A phone on which push is off, as it says at all times. */
  withoutPush?: boolean
  /** A page without a connection of its own, instead of the home of whoever signed in. */
  path?: string
  /** What to type into which field, by CSS selector, before anything is pressed. */
  type?: Readonly<Record<string, string>>
  /** What to press before the picture, one after the other, as CSS selectors. */
  press?: string | readonly string[]
  /** What happens before the picture, and what must be there then, as a CSS selector. */
  before?: () => void
  waitFor?: string
}

/** Debian's chromium, alone with the loopback. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium', headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}

/** Signs in once by the link, then takes each picture in a page of its own; answers the files. */
export async function photograph(browser: Browser, link: string, shots: readonly Shot[], folder: string): Promise<string[]> {
  const files: string[] = []
  let cookies: Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['cookies']>> = []
  for (const { name, size, scale = 1, language = 'en', press, before, waitFor, withoutPush = false, path: plain, type = {} } of shots) {
    const context = await browser.newContext({ viewport: size, deviceScaleFactor: scale, hasTouch: size.width < 600 })
    await context.addCookies(cookies)
    if (size.width < 600 && !withoutPush) await pretendPush(context)
    const page = await context.newPage()
    if (cookies.length === 0) await signIn(page, link)
    await page.goto(new URL(plain ?? await homeOf(page, link), link).href)
    if (language === 'hi') await page.locator('button[lang=hi]').click()
    await ready(page, plain === undefined)
    for (const [field, text] of Object.entries(type)) await page.locator(field).fill(text)
    for (const one of [press ?? []].flat()) await page.locator(one).first().click()
    before?.()
    if (waitFor) await page.locator(waitFor).first().waitFor({ timeout: 20_000 })
    await page.mouse.move(0, 0)
    await page.waitForTimeout(700)
    const path = join(folder, `${name}.png`)
    // Flat surfaces and letters: a palette makes a third of it.
    await sharp(await page.screenshot()).png({ palette: true, effort: 7 }).toFile(path)
    files.push(path)
    cookies = await context.cookies()
    await context.close()
  }
  return files
}

async function signIn(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

async function homeOf(page: Page, link: string): Promise<string> {
  const answer = await page.request.get(new URL('/api/session', link).href)
  return (await answer.json() as { home: string }).home
}

/** The board has come, where the page has one, and the letters are loaded. */
async function ready(page: Page, hasBoard: boolean): Promise<void> {
  if (hasBoard) await page.locator('[data-link=live].link-badge').waitFor()
  await page.evaluate(() => document.fonts.ready)
}
