import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { DESK, SOON, openBrowser, openConsole } from './pages.ts'
import type { ConsolePage } from './pages.ts'

let browser: Browser
let stage: Stage
let desk: ConsolePage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(CAST, { beatMs: 400 })])
  desk = await openConsole(browser, await stage.linkFor('supervisor', 'up', 'Demo supervisor'), { viewport: DESK })
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

describe('supervisor', () => {
  it('lists every open alert with its running timer, who is told next and who has it', async () => {
    const { page } = desk
    const rows = page.locator('tbody tr[data-severity]')
    await expect.poll(() => rows.count(), SOON).toBe(CAST.length)
    const held = await rows.last().innerText()
    expect(held).toMatch(/\d:\d\d/)
    expect(await rows.locator('.col-next').first().innerText()).toMatch(/(circle officer|district head|range control)[\s\S]*rung \d/)
    const timer = rows.locator('.col-in .digits').first()
    const before = await timer.textContent()
    await expect.poll(() => timer.textContent(), SOON).not.toBe(before)
  })

  it('shows the pulses, the blind times, the failed jobs and the quarantine', async () => {
    const { page } = desk
    expect(await page.locator('.pulse-tile').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/X stream[\s\S]*Listening/), expect.stringMatching(/Failed jobs[\s\S]*1/)]))
    expect(await page.locator('.gap-table tbody tr').count()).toBe(3)
    await page.getByText('no JSON: unexpected end').waitFor()
  })

  it('filters by state and severity', async () => {
    const { page } = desk
    await page.getByRole('button', { name: /^In hand/ }).click()
    await page.getByRole('button', { name: /^High/ }).click()
    const expected = CAST.filter((role) => role.held && role.severity === 'high').length
    await page.mouse.move(0, 0)
    await expect.poll(() => page.locator('tbody tr[data-severity=high][data-unanswered=false]').count(), SOON).toBe(expected)
    expect(await page.locator('tbody tr[data-severity]').count()).toBe(expected)
    await page.getByRole('button', { name: /^All/ }).click()
    await page.getByRole('button', { name: /^High/ }).click()
    await page.mouse.move(0, 0)
  })

  it('goes by the keyboard: J and K walk, Enter opens with the history, A acknowledges, Escape closes', async () => {
    const { page } = desk
    await page.locator('body').press('j')
    await page.locator('body').press('j')
    await page.locator('body').press('k')
    await expect.poll(() => page.locator('tbody tr').first().getAttribute('data-cursor'), SOON).toBe('true')
    await page.locator('body').press('Enter')
    await page.getByText('chain whole').waitFor()
    expect(await page.locator('.history li').first().innerText()).toContain('Docket opened')
    await page.locator('body').press('a')
    await page.locator('.pane').getByRole('button', { name: 'En route' }).waitFor()
    await page.locator('.history').getByText('Acknowledged').waitFor()
    await page.locator('body').press('Escape')
    await page.locator('.pane').waitFor({ state: 'detached' })
  })

  it('keeps rows in place under the pointer, says that new ones came, and shows them on demand', async () => {
    const { page } = desk
    const row = page.locator('tbody tr').nth(3)
    await row.hover()
    const id = await row.locator('.col-number').textContent()
    await stage.raise(CAST.slice(0, 1))
    await page.getByRole('button', { name: '1 new alert: show' }).waitFor()
    expect(await row.locator('.col-number').textContent()).toBe(id)
    await page.getByRole('button', { name: '1 new alert: show' }).click()
    await page.locator('.fresh-button').waitFor({ state: 'detached' })
  })

  it('turns the keys off', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Keys on' }).click()
    const before = await page.locator('tr[data-cursor=true] .col-number').textContent().catch(() => null)
    await page.locator('body').press('j')
    expect(await page.locator('tr[data-cursor=true] .col-number').textContent().catch(() => null)).toBe(before)
    await page.getByRole('button', { name: 'Keys off' }).click()
  })

  it('did all of this under the strict CSP, without an error or a request to a stranger', () => {
    expect(desk.problems).toEqual([])
  })

  it('ends the session and shows how to come back', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('Open the sign-in link you were given').waitFor()
    await page.goto(`${stage.url}/supervisor`)
    await page.getByText('You are signed out').waitFor()
  })
})

describe('sign-in', () => {
  it('takes the token out of the address, and says so when the link was used before', async () => {
    const link = await stage.linkFor('supervisor', 'up', 'Somebody else')
    const first = await openConsole(browser, link)
    expect(new URL(first.page.url()).pathname).toBe('/supervisor')
    const second = await (await browser.newContext()).newPage()
    await second.goto(link)
    await second.getByText('This link does not work any more').waitFor()
    expect(second.url()).toBe(`${stage.url}/sign-in`)
    await first.page.goto(stage.url)
    await first.page.waitForURL('**/supervisor')
  })
})
