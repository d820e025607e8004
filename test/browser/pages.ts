import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page, WebSocketRoute } from 'playwright-core'
import { openBrowser as launchBrowser } from '../../scripts/stage/camera.ts'
import { WEB_FOLDER } from '../../src/app.ts'

export const WALL = { width: 1920, height: 1080 }
export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1600, height: 1000 }

/** How long a poll may wait for what a page shows soon: a busy machine is no failure. */
export const SOON = { timeout: 10_000 }

let launched: Promise<Browser> | undefined

/**
 * The one browser of this worker: starting Chromium costs more than most files do in it. Each file has contexts of its own, which share
 * neither cookies nor caches nor service workers; `close` closes those. Whoever kills processes of a browser launches one of their own.
 */
export async function openBrowser(): Promise<Browser> {
  if (!(await launched)?.isConnected()) launched = launchBrowser()
  const browser = await (launched as Promise<Browser>)
  return new Proxy(browser, {
    get: (target, name) => {
      if (name === 'close') return () => Promise.all(target.contexts().map((context) => context.close()))
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

/** A page of a console with everything that went wrong in it: script errors, CSP violations, requests to strangers. */
export interface ConsolePage {
  page: Page
  problems: string[]
  /** Cuts or mends both directions of the page's sockets without closing them, as a pulled cable would. */
  cut(isCut: boolean): void
}

/** Opens a console by its sign-in link in a browser context of its own and waits until it is live. */
export async function openConsole(browser: Browser, link: string, options: BrowserContextOptions & { before?: (page: Page) => Promise<unknown> } = {}): Promise<ConsolePage> {
  if (!existsSync(join(WEB_FOLDER, 'wall.html'))) throw new Error('the consoles are not built: npm run build')
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  page.on('console', (message) => { if (message.type() === 'error') problems.push(`console: ${message.text()}`) })
  page.on('request', (request) => { if (new URL(request.url()).host !== new URL(link).host && !request.url().startsWith('data:')) problems.push(`stranger: ${request.url()}`) })
  const cable = await layCable(page)
  await options.before?.(page)
  await page.goto(link)
  await page.locator('.link-badge[data-link=live]').waitFor()
  return { page, problems, cut: cable }
}

/** Puts a cable between page and server that can be cut. */
async function layCable(page: Page): Promise<(isCut: boolean) => void> {
  let isCut = false
  await page.routeWebSocket(/socket\.io/, (route: WebSocketRoute) => {
    const server = route.connectToServer()
    route.onMessage((message) => { if (!isCut) server.send(message) })
    server.onMessage((message) => { if (!isCut) route.send(message) })
  })
  return (cut) => { isCut = cut }
}
