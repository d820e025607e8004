import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receivePosts } from '../../src/actions/receive-posts.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { DESK, PHONE, SOON, openBrowser, openConsole } from './pages.ts'

let browser: Browser
let stage: Stage
beforeAll(async () => { [browser, stage] = await Promise.all([openBrowser(), openStage([], { beatMs: 400, isCalm: true })]) })
afterAll(async () => {
  await browser.close()
  await stage.close()
})

async function raiseOne(): Promise<Docket> {
  const [docket] = await stage.raise(CAST.slice(0, 1))
  if (!docket) throw new Error('nothing was raised')
  return docket
}
const stored = (docket: Docket): Promise<Docket | undefined> => stage.store.dockets.get(docket.id)

describe('correcting a verdict', () => {
  it('on the phone: sending until the server has it, taken once, then told with what the machine said', async () => {
    const docket = await raiseOne()
    const { page, problems, cut } = await openConsole(browser, await stage.linkFor('officer', 'lucknow', 'SI Farah Naqvi'), { viewport: PHONE, hasTouch: true })
    await page.locator(`a[href="#${docket.id}"]`).tap()
    await page.getByRole('button', { name: 'Wrong? Correct it' }).tap()
    const small = await page.locator('.correct button, .correct input, .correct select').evaluateAll((all) => all.flatMap((one) => {
      const { width, height } = one.getBoundingClientRect()
      return Math.min(width, height) < 48 ? [`${one.textContent ?? ''} ${width}×${height}`] : []
    }))
    expect(small).toEqual([])
    const form = page.locator('.correct-form')
    expect(await form.getByRole('button', { name: 'Correct', exact: true }).isDisabled()).toBe(true)
    await form.getByRole('button', { name: 'High', exact: true }).tap()
    await form.getByLabel('What it is about').selectOption({ label: 'Robbery or theft' })
    cut(true)
    await form.getByRole('button', { name: 'Correct', exact: true }).tap()
    await form.getByText('try 2').waitFor()
    expect((await stored(docket))?.corrections).toBeUndefined()
    cut(false)
    await page.getByText('Corrected by SI Farah Naqvi').waitFor()
    expect(await page.locator('.correction-line').innerText()).toContain('machine said Critical · Kidnapping')
    expect(await stored(docket)).toMatchObject({ verdict: { severity: 'high', category: 'robbery_theft' }, alert: { severity: 'high' }, corrections: [{ name: 'SI Farah Naqvi' }] })
    expect((await stored(docket))?.corrections).toHaveLength(1)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('on the phone: another district takes the alert away from this page', async () => {
    const docket = await raiseOne()
    const { page } = await openConsole(browser, await stage.linkFor('officer', 'lucknow', 'SI Deepak Ahirwar'), { viewport: PHONE, hasTouch: true })
    await page.locator(`a[href="#${docket.id}"]`).tap()
    await page.getByRole('button', { name: 'Wrong? Correct it' }).tap()
    await page.getByLabel('District', { exact: true }).fill('इलाहा')
    await page.getByRole('button', { name: 'Prayagraj' }).tap()
    await page.getByRole('button', { name: 'Correct', exact: true }).tap()
    await page.getByText('This alert is no longer open').waitFor()
    expect((await stored(docket))?.path).toContain('/prayagraj/')
    await page.context().close()
  })

  it('by keyboard alone at the supervisor\'s, down to a false alarm that needs its reason', async () => {
    const docket = await raiseOne()
    const { page, problems } = await openConsole(browser, await stage.linkFor('supervisor', 'up'), { viewport: DESK })
    await page.locator('tr', { hasText: docket.number.slice(-6) }).locator('.row-button').press('Enter')
    await page.getByRole('button', { name: 'Wrong? Correct it' }).press('Enter')
    await page.getByRole('button', { name: 'Low', exact: true }).press('Enter')
    const send = page.getByRole('button', { name: 'Correct and close as false alarm' })
    expect(await send.isDisabled()).toBe(true)
    // Letters that are keys of the page elsewhere.
    await page.getByLabel('The alert closes as a false alarm').pressSequentially('a joke, kept')
    await send.press('Enter')
    await expect.poll(async () => (await stored(docket))?.alert, SOON).toMatchObject({ state: 'false-alarm', closingReason: 'a joke, kept' })
    await page.getByText('Verdict corrected · Critical → Low').waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })
})

describe('the second reader', () => {
  it('reads what did not ring without knowing the verdict, sees the recall, and lets a missed cry ring', async () => {
    const dayMs = 86_400_000
    const texts = ['good morning police', 'woh darwaze par khada hai, main chup hun', 'road is bad here']
    const store = { inbox: stage.store.inbox, now: () => stage.store.now() - dayMs }
    const queues = { enqueueSos: () => Promise.resolve(), enqueueRoutine: () => Promise.resolve() }
    await receivePosts({ store, queues, judge: () => makeVerdict('low', { score: 12 }) }, texts.map((text, at) => makePost({ text, author: { id: `reader-${at}`, handle: 'a', name: 'A', location: null, followers: null } })))
    const { page, problems } = await openConsole(browser, await stage.linkFor('supervisor', 'up', 'Second Reader'), { viewport: DESK })
    await page.getByRole('button', { name: 'Draw yesterday' }).click()
    for (let read = 0; read < 3; read++) {
      await page.getByText(`${read} of 3 read`).waitFor()
      const isCry = (await page.locator('.reader-post').innerText()).startsWith('woh')
      await page.locator('.reader').getByRole('button', { name: isCry ? 'Critical' : 'Low', exact: true }).click()
    }
    await page.getByText('Of yesterday\'s cries 0.0 % rang').waitFor()
    await page.getByRole('button', { name: 'let it ring now' }).click()
    await page.getByText('It rings now').waitFor()
    await page.locator('.alert-table tr', { hasText: 'woh darwaze par' }).waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })
})
