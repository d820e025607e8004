import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Docket } from '../../src/domain/docket.ts'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { PHONE, SOON, openBrowser, openConsole } from './pages.ts'
import type { ConsolePage } from './pages.ts'

const ME = 'SI Farah Naqvi'
let browser: Browser
let stage: Stage
let phone: ConsolePage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(CAST, { beatMs: 400 })])
  phone = await openConsole(browser, await stage.linkFor('officer', 'lucknow', ME), { viewport: PHONE, hasTouch: true })
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

const cardOf = ({ page }: ConsolePage, docket: Docket): Locator => page.locator('.o-card').filter({ has: page.locator(`a[href="#${docket.id}"]`) })
async function raiseOne(): Promise<Docket> {
  const [docket] = await stage.raise(CAST.slice(0, 1))
  if (!docket) throw new Error('nothing was raised')
  return docket
}

describe('officer', () => {
  it('shows the alerts of the area and no others, unanswered first', async () => {
    expect(await phone.page.locator('.section-title').allInnerTexts()).toEqual(['Needs an answer 2', 'You have it 1'])
    expect(await phone.page.locator('.o-place').allInnerTexts()).toEqual(['Lucknow', 'Lucknow', 'Lucknow'])
  })

  it('has no control smaller than a thumb', async () => {
    const small = await phone.page.locator('button, a, input').evaluateAll((all) => all.flatMap((one) => {
      const { width, height } = one.getBoundingClientRect()
      return Math.min(width, height) < 48 ? [`${one.textContent ?? ''} ${width}×${height}`] : []
    }))
    expect(small).toEqual([])
  })

  it('acknowledges by one tap on the card, and shows it only when the server has it', async () => {
    const docket = await raiseOne()
    const card = cardOf(phone, docket)
    await card.getByRole('button', { name: 'Acknowledge' }).tap()
    await card.getByText(ME).waitFor()
    expect((await stage.store.dockets.get(docket.id))?.alert?.holder?.name).toBe(ME)
    await expect.poll(() => phone.page.locator('.section-title').allInnerTexts(), SOON).toEqual(['Needs an answer 2', 'You have it 2'])
  })

  it('says "sending" on a dead connection, tries again with the same key, and is taken once', async () => {
    const docket = await raiseOne()
    const card = cardOf(phone, docket)
    await card.getByRole('button', { name: 'Acknowledge' }).waitFor()
    phone.cut(true)
    await card.getByRole('button', { name: 'Acknowledge' }).tap()
    await card.getByText('Sending…').waitFor()
    await card.getByText('try 2').waitFor()
    expect(await card.innerText()).not.toContain('You have it')
    expect((await stage.store.dockets.get(docket.id))?.alert?.holder).toBeNull()
    phone.cut(false)
    await card.getByText(ME).waitFor()
    const stored = await stage.store.dockets.get(docket.id)
    expect(stored?.alert?.acts.map(({ kind }) => kind)).toEqual(['acknowledge'])
    expect(stored?.history.filter(({ what }) => what === 'acknowledged')).toHaveLength(1)
  })

  it('tells the slower of two officers who has it', async () => {
    const other = await openConsole(browser, await stage.linkFor('officer', 'lucknow', 'SI Deepak Ahirwar'), { viewport: PHONE, hasTouch: true })
    const docket = await raiseOne()
    await Promise.all([phone, other].map((one) => cardOf(one, docket).getByRole('button', { name: 'Acknowledge' }).waitFor()))
    // The slower one does not know yet: told first, their card would have no button left to press.
    other.cut(true)
    await cardOf(phone, docket).getByRole('button', { name: 'Acknowledge' }).tap()
    await expect.poll(async () => (await stage.store.dockets.get(docket.id))?.alert?.holder?.name, SOON).toBe(ME)
    await cardOf(other, docket).getByRole('button', { name: 'Acknowledge' }).tap()
    other.cut(false)
    const refusal = cardOf(other, docket).getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.innerText()).toContain(`${ME} has it`)
    expect((await stage.store.dockets.get(docket.id))?.history.filter(({ what }) => what === 'acknowledged')).toHaveLength(1)
    await other.page.context().close()
  })

  it('opens an alert with its evidence, goes through the steps, and closes a false alarm only with a reason', async () => {
    const { page } = phone
    const docket = await raiseOne()
    await cardOf(phone, docket).locator('a').tap()
    await page.locator('.post-whole mark.speaks-for').first().waitFor()
    expect(await page.locator('.post-whole').innerText()).toBe(docket.post.text)
    await page.getByRole('button', { name: 'Acknowledge' }).tap()
    await page.getByRole('button', { name: 'En route' }).tap()
    await page.getByText('Critical · En route').waitFor()
    await page.getByRole('button', { name: 'False alarm' }).tap()
    const send = page.getByRole('button', { name: 'Close as false alarm' })
    expect(await send.isDisabled()).toBe(true)
    await page.getByLabel('Other reason').fill('film shooting, seen on the spot')
    await send.tap()
    await page.getByText('Closed: False alarm').waitFor()
    expect((await stage.store.dockets.get(docket.id))?.alert).toMatchObject({ state: 'false-alarm', closingReason: 'film shooting, seen on the spot' })
    await page.goBack()
    await page.locator('.list').waitFor()
  })

  it('weighs little on a bad connection: the list, before anything is opened', async () => {
    await phone.page.reload()
    await phone.page.locator('.o-card').first().waitFor()
    const bytes = await phone.page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).reduce((sum, one) => sum + (one as PerformanceResourceTiming).decodedBodySize, 0))
    expect(bytes).toBeGreaterThan(10_000)
    // Loaded once: the service worker keeps it, with the parts that come later.
    expect(bytes).toBeLessThan(150_000)
  })

  it('does not move the buttons under the thumb when a more urgent alert arrives', async () => {
    const { page } = phone
    const high = page.locator('.o-card[data-severity=high][data-unanswered=true]').first()
    await high.scrollIntoViewIfNeeded()
    const button = high.getByRole('button', { name: 'Acknowledge' })
    const before = await button.boundingBox()
    await page.locator('.section-title').first().dispatchEvent('pointerdown')
    await raiseOne()
    await page.locator('.o-card[data-unanswered=true]').nth(2).waitFor()
    expect(await button.boundingBox()).toEqual(before)
  })

  it('did all of this under the strict CSP, without an error or a request to a stranger', () => {
    expect(phone.problems).toEqual([])
  })
})
