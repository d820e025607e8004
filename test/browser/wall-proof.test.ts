import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { acknowledgeAlert } from '../../src/actions/acknowledge-alert.ts'
import { changeWall } from '../../src/actions/change-wall.ts'
import { reportProgress } from '../../src/actions/report-progress.ts'
import { nodeCrypto as crypto } from '../../src/app.ts'
import { WALL_LIMITS } from '../../src/domain/blind-walls.ts'
import { subjectOf } from '../../src/domain/condition.ts'
import type { Wall } from '../../src/domain/wall.ts'
import { personIdOf } from '../../scripts/stage/scene.ts'
import { openBrowser as launchBrowser } from '../../scripts/stage/camera.ts'
import { DESK, SOON, WALL, openBrowser, openConsole } from './pages.ts'
import type { ConsolePage } from './pages.ts'

/** Small times: what is measured is the chain from the page to the delivery, from a store's own clock. */
const LIMITS = { ...WALL_LIMITS, silentMs: 1_500, confirmMs: 2_500, tellMs: 2_000 }
const CALLING = CAST.filter((role) => !role.held)

let browser: Browser
let stage: Stage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(CALLING.slice(0, 4), { beatMs: 400, walls: LIMITS })])
  await stage.linkFor('supervisor', 'up', 'Shift supervisor')
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

let walls = 0
async function hang(options: BrowserContextOptions & { before?: (page: Page) => Promise<unknown> } = {}, within = browser): Promise<ConsolePage & { id: string }> {
  const name = `Proof wall ${++walls}`
  return { id: personIdOf(name), ...await openConsole(within, await stage.linkFor('wall', 'up', name), { viewport: WALL, ...options }) }
}

const wallNow = async (id: string): Promise<Wall | undefined> => stage.store.walls.get(id)
async function confirmed(id: string, kind: 'shownVersion' | 'countedVersion' = 'shownVersion'): Promise<string[]> {
  const dockets = await stage.store.dockets.find({ index: 'byAlert', equals: { alertOpen: 1 }, limit: 500 })
  const receipts = await stage.store.receipts.getMany(dockets.map((docket) => `${docket.id}.${id}`))
  return receipts.filter((one) => (one[kind] ?? 0) > 0).map(({ docketId }) => docketId)
}

describe('a wall proves that it sees', () => {
  it('confirms what it painted, and again when a rung has risen; nothing while it is hidden', async () => {
    const { id, page } = await hang()
    await expect.poll(() => confirmed(id), SOON).toHaveLength(4)
    await expect.poll(async () => (await wallNow(id))?.blind, SOON).toBeNull()
    await hide(page, true)
    const [docket] = await stage.raise(CALLING.slice(4, 5))
    await expect.poll(async () => (await wallNow(id))?.blind?.why, SOON).toBe('hidden')
    await page.locator('.counter').nth(2).getByText('5', { exact: true }).waitFor()
    expect(await confirmed(id)).not.toContain(docket?.id)
    await hide(page, false)
    await expect.poll(() => confirmed(id), SOON).toContain(docket?.id)
    await expect.poll(async () => (await wallNow(id))?.blind, SOON).toBeNull()
    await page.context().close()
  })

  it('confirms no card that something lies over', async () => {
    const { id, page } = await hang({
      before: (fresh) => fresh.addInitScript(() => addEventListener('DOMContentLoaded', () => {
        const cover = document.createElement('div')
        cover.id = 'cover'
        cover.style.cssText = 'position:fixed;inset:0;z-index:200'
        document.documentElement.append(cover)
      })),
    })
    await expect.poll(async () => (await wallNow(id))?.blind?.why, SOON).toBe('unconfirmed')
    expect(await confirmed(id)).toEqual([])
    await page.evaluate(() => document.querySelector('#cover')?.remove())
    await expect.poll(async () => (await confirmed(id)).length, SOON).toBeGreaterThanOrEqual(5)
    await expect.poll(async () => (await wallNow(id))?.blind, SOON).toBeNull()
    await page.context().close()
  })

  it('a frozen and a killed wall are blind, the supervisor is told by a delivery and in red, and it ends by itself', async () => {
    const supervisor = await openConsole(browser, await stage.linkFor('supervisor', 'up', 'Shift supervisor'), { viewport: DESK })
    const own = await launchBrowser()
    const frozen = await hang({}, own)
    const ofFrozen = supervisor.page.locator('.wall-line', { hasText: `Proof wall ${walls}` })
    await expect.poll(async () => (await confirmed(frozen.id)).length, SOON).toBeGreaterThanOrEqual(5)
    const renderers = await renderersOf(own)
    for (const pid of renderers) process.kill(pid, 'SIGSTOP')
    await expect.poll(async () => (await wallNow(frozen.id))?.blind?.why, SOON).toBe('silent')
    const since = (await wallNow(frozen.id))?.blind?.since ?? 0
    await expect.poll(async () => (await stage.store.deliveries.find({ index: 'byDocket', equals: { docketId: subjectOf('wall', frozen.id) }, limit: 10 })).map(({ personId, post }) => `${personId} ${post}`), SOON)
      .toEqual(['shift-supervisor state-control'])
    expect(stage.store.now() - since).toBeLessThan(15_000)
    await supervisor.page.locator('.wall-bar').getByText('frozen').waitFor()
    await ofFrozen.getByText('told 1×').waitFor()
    for (const pid of renderers) process.kill(pid, 'SIGCONT')
    await expect.poll(async () => (await wallNow(frozen.id))?.blind, SOON).toBeNull()
    for (const pid of renderers) process.kill(pid, 'SIGKILL')
    await expect.poll(async () => (await wallNow(frozen.id))?.blind?.why, SOON).toBe('not-connected')
    await own.close()
    // A browser that wakes slowly may add that it has not painted yet; being silent is one gap, from its first second.
    const gaps = (await stage.store.wallGaps.find({ index: 'byStart', limit: 50 })).filter((gap) => gap.wallId === frozen.id)
    expect(gaps.filter(({ why }) => why === 'silent')).toMatchObject([{ since }])
    expect(supervisor.problems).toEqual([])
    await supervisor.page.context().close()
  }, 60_000)

  it('loads anew for another version of the server, not while a fresh critical alert waits', async () => {
    const { page } = await hang({
      before: (fresh) => fresh.addInitScript(() => { sessionStorage.setItem('loads', String(Number(sessionStorage.getItem('loads') ?? 0) + 1)) }),
    })
    const loads = (): Promise<string | null> => page.evaluate(() => sessionStorage.getItem('loads')).catch(() => null)
    const before = await loads()
    // The page has noted its own version by now; then it is a minute older.
    await page.waitForTimeout(1_500)
    stage.advance(61_000)
    await stage.raise([{ ...CALLING[0], raisedAgoS: 0 } as (typeof CALLING)[number]])
    stage.setMood({ version: 'next' })
    await page.waitForTimeout(2_500)
    expect(await loads()).toBe(before)
    stage.advance(10_000)
    await expect.poll(loads, SOON).toBe(String(Number(before) + 1))
    stage.setMood({})
    await page.context().close()
  })

  it('a closed alert stays struck through with who closed it; one that was given back says so', async () => {
    const { page } = await hang()
    const [docket] = await stage.raise([{ ...CALLING[0], raisedAgoS: 1 } as (typeof CALLING)[number]])
    const id = docket?.id ?? ''
    const viewer = { personId: 'si-anil', name: 'SI Anil Rawat', role: 'officer' as const, scopePath: '/up/' }
    const deps = { store: stage.store, crypto, announcer: stage.announcer }
    await acknowledgeAlert(deps, viewer, { alertId: id, key: 'proof-acknowledge' })
    await page.locator(`[data-alert="${id}"][data-stand=held]`).waitFor()
    await reportProgress(deps, viewer, { alertId: id, key: 'proof-done', step: 'resolved', reason: 'reached, person safe' })
    const closed = page.locator(`[data-alert="${id}"][data-stand=closed]`)
    await closed.waitFor()
    expect(await closed.innerText()).toContain('SI Anil Rawat')
    expect(await closed.locator('.place').evaluate((one) => getComputedStyle(one).textDecorationLine)).toBe('line-through')
    stage.advance(20_000)
    await closed.waitFor({ state: 'detached' })
    const [second] = await stage.raise([{ ...CALLING[0], raisedAgoS: 300 } as (typeof CALLING)[number]])
    await acknowledgeAlert(deps, viewer, { alertId: second?.id ?? '', key: 'proof-forgotten' })
    await page.locator(`[data-alert="${second?.id}"][data-stand=held]`).waitFor()
    stage.advance(181_000)
    const returned = page.locator(`[data-alert="${second?.id}"][data-stand=returned]`)
    await returned.waitFor()
    expect(await returned.innerText()).toContain('Given back')
    await page.context().close()
  })

  it('keeps every letter inside in a large room, at 1080p and 4K, in both languages, without motion', async () => {
    const { id, page, problems } = await hang({ reducedMotion: 'reduce' })
    expect(await page.locator('.card .card-severity').first().evaluate((one) => getComputedStyle(one, '::after').animationName)).toBe('none')
    await changeWall({ store: stage.store, crypto }, null, id, { distanceM: 12, panelInches: 55 })
    await page.reload()
    await expect.poll(() => page.evaluate(() => document.documentElement.style.getPropertyValue('--enlarged')), SOON).toBe('1.25')
    await page.getByRole('button', { name: 'Room' }).click()
    expect(await page.locator('.room-verdict').innerText()).toContain('too small')
    await page.getByRole('button', { name: 'Close' }).click()
    for (const size of [WALL, { width: 3840, height: 2160 }]) {
      await page.setViewportSize(size)
      for (const lang of ['hi', 'en']) {
        await page.locator(`button[lang=${lang}]`).click()
        const outside = await page.locator('.card, .tile, .wall-side > *, .wall-header > *').evaluateAll((all, { width, height }) => all.filter((one) => {
          const box = one.getBoundingClientRect()
          return box.right > width + 1 || box.bottom > height + 1 || box.left < -1
        }).map((one) => one.getAttribute('class')), size)
        expect(outside, `${size.width} ${lang}`).toEqual([])
        expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])).toEqual([size.width, size.height])
        expect(await page.locator('.wall-name h1').evaluate((one) => one.scrollWidth <= one.clientWidth + 1)).toBe(true)
      }
    }
    expect(problems).toEqual([])
    await page.context().close()
  }, 60_000)

  it('says flood above ten alerts in ten minutes, groups alike ones but no critical one, and confirms what is only counted as counted', async () => {
    await stage.raise([...CALLING, ...CALLING, ...CALLING, ...CALLING])
    const { id, page } = await hang()
    await page.locator('.flood-badge').waitFor()
    expect(await page.locator('.flood-badge').innerText()).toMatch(/Flood\s+\d+ alerts in 10 minutes/i)
    expect(await page.locator('.tile-group[data-severity=critical]').count()).toBe(0)
    const open = await stage.store.dockets.count({ index: 'byAlert', equals: { alertOpen: 1 } })
    await expect.poll(async () => new Set([...await confirmed(id), ...await confirmed(id, 'countedVersion')]).size, SOON).toBe(open)
    expect((await confirmed(id, 'countedVersion')).length).toBeGreaterThan(0)
    await page.context().close()
  }, 60_000)
})

/** The processes that draw the pages of a browser. */
async function renderersOf(one: Browser): Promise<number[]> {
  const session = await one.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

/** What the page believes of its own visibility; Chromium without a screen has no tab to hide it behind. */
async function hide(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'visibilityState', { value: hidden ? 'hidden' : 'visible', configurable: true })
    const kept = window as unknown as { realFrames?: typeof requestAnimationFrame }
    kept.realFrames ??= window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = hidden ? () => 0 : kept.realFrames
    document.dispatchEvent(new Event('visibilitychange'))
  }, isHidden)
}
