import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import type { Roster } from '../../src/domain/roster.ts'
import { DESK, SOON, openBrowser, openConsole } from './pages.ts'
import type { ConsolePage } from './pages.ts'

let browser: Browser
let stage: Stage
let desk: ConsolePage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage([], { beatMs: 400, isCalm: true })])
  for (const name of ['Asha Demo', 'Bala Demo', 'Chand Demo']) await stage.linkFor('officer', 'lucknow', name)
  desk = await openConsole(browser, await stage.linkFor('supervisor', 'up', 'Roster supervisor'), { viewport: DESK })
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

async function stored(): Promise<Roster> {
  const roster = await stage.store.rosters.get('district-duty@lucknow')
  if (!roster) throw new Error('there is no roster')
  return roster
}
const part = (page: Page, title: string) => page.locator('.roster-part').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

/** Presses Tab until the focus is on what is wanted, and the key on it: nothing here is done with a pointer. */
async function pressOn(page: Page, name: string, key: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.closest('label')?.querySelector('span')?.textContent ?? document.activeElement?.textContent ?? '')
    if (here !== name) continue
    await page.keyboard.press(key)
    return
  }
  throw new Error(`Tab never came to ${name}`)
}

describe('the page of a roster', () => {
  it('is reached from the duty panel, and says that there is none yet', async () => {
    const { page } = desk
    await page.locator('.duty-line', { hasText: 'district duty' }).getByRole('link', { name: 'Lucknow' }).click()
    await page.waitForURL('**/supervisor/roster?post=district-duty&node=lucknow')
    await page.getByText('There is no roster').waitFor()
    expect(await page.locator('.roster-week tbody tr').count()).toBe(7)
  })

  it('takes a shift that is written by keys alone, and shows the week that comes of it', async () => {
    const { page } = desk
    await page.locator('h1').click()
    await pressOn(page, 'Add a shift', 'Enter')
    const row = page.locator('.roster-row')
    await row.waitFor()
    await row.getByLabel('Name').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Night')
    await pressOn(page, 'From', 'Control+a')
    await page.keyboard.type('20')
    await pressOn(page, 'To round the clock', 'Control+a')
    await page.keyboard.type('0830')
    await page.keyboard.press('Tab')
    await row.getByText('ends on the next day').waitFor()
    await pressOn(page, 'Asha Demo', 'Space')
    await pressOn(page, 'Save the roster', 'Enter')
    await page.getByText('Saved', { exact: true }).waitFor()
    expect((await stored()).shifts).toMatchObject([{ name: 'Night', from: 1_200, to: 510, days: [0, 1, 2, 3, 4, 5, 6], personIds: ['asha-demo'] }])
    expect(await page.locator('.roster-week tbody tr').nth(1).locator('.roster-stretch').allInnerTexts()).toEqual([
      expect.stringMatching(/^00:00–08:30\s+Asha Demo/), expect.stringMatching(/^08:30–20:00\s+Nobody/), expect.stringMatching(/^20:00–24:00\s+Asha Demo/),
    ])
  })

  it('takes turns in an order that can be changed', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Add turns' }).click()
    await page.getByLabel('Add somebody').selectOption('bala-demo')
    await page.getByLabel('Add somebody').selectOption('chand-demo')
    await page.getByRole('button', { name: 'Earlier: Chand Demo' }).press('Enter')
    await page.getByLabel('Days of a turn').fill('1')
    await page.getByText('Not saved yet').waitFor()
    await page.getByRole('button', { name: 'Save the roster' }).press('Enter')
    await page.getByText('Saved', { exact: true }).waitFor()
    expect((await stored()).rotations).toMatchObject([{ personIds: ['chand-demo', 'bala-demo'], turnDays: 1 }])
    expect(await page.locator('.roster-week tbody tr').nth(1).innerText()).toContain('Bala Demo')
  })

  it('says in words what the server refuses, and keeps what was written', async () => {
    const { page } = desk
    await page.getByRole('button', { name: 'Add a shift' }).click()
    await page.getByRole('button', { name: 'Save the roster' }).click()
    await page.getByRole('alert').getByText('has no people').waitFor()
    expect(await page.locator('.roster-row').count()).toBe(3)
    await page.getByRole('button', { name: 'Discard changes' }).click()
    await expect.poll(() => page.locator('.roster-row').count(), SOON).toBe(2)
  })

  it('does not overwrite what somebody else wrote meanwhile', async () => {
    const { page } = desk
    const roster = await stored()
    await stage.store.rosters.replace({ ...roster, version: roster.version + 1 }, roster.version)
    await page.locator('.roster-row').first().getByLabel('Name').fill('Late')
    await page.getByRole('button', { name: 'Save the roster' }).click()
    await page.getByRole('alert').getByText('Somebody changed it meanwhile').waitFor()
    await page.getByRole('button', { name: 'Discard changes' }).click()
    await expect.poll(() => page.locator('.roster-row').first().getByLabel('Name').inputValue(), SOON).toBe('Night')
  })

  it('takes an override and takes it back', async () => {
    const { page } = desk
    const overrides = part(page, 'Overrides')
    await overrides.getByRole('button', { name: 'Add an override' }).press('Enter')
    await overrides.getByLabel('Person').selectOption('bala-demo')
    await overrides.getByLabel('Instead of').selectOption('asha-demo')
    await overrides.getByLabel(/^Note/).fill('wedding')
    await overrides.getByRole('button', { name: 'Add', exact: true }).press('Enter')
    await overrides.getByText('Bala Demo instead of Asha Demo').waitFor()
    expect((await stored()).overrides).toMatchObject([{ personId: 'bala-demo', insteadOf: 'asha-demo', note: 'wedding', by: 'roster-supervisor' }])
    await overrides.getByRole('button', { name: /^Take back/ }).press('Enter')
    await overrides.getByText('None').waitFor()
    expect((await stored()).overrides).toEqual([])
  })

  it('asks for a swap and decides one', async () => {
    const { page } = desk
    const swaps = part(page, 'Swaps')
    for (const decision of ['Refuse', 'Accept']) {
      await swaps.getByRole('button', { name: 'Ask for a swap' }).click()
      const people = swaps.getByLabel('Person')
      await people.first().selectOption('bala-demo')
      await people.last().selectOption('chand-demo')
      for (const side of ['First', 'Second']) {
        // Two days each: everybody of the turns has some of it.
        const to = swaps.getByRole('group', { name: side }).getByRole('group', { name: 'To' }).locator('input[type=date]')
        const day = new Date(Date.parse(await to.inputValue()) + 2 * 86_400_000).toISOString().slice(0, 10)
        await to.fill(day)
      }
      await swaps.getByRole('button', { name: 'Add', exact: true }).click()
      await swaps.getByRole('button', { name: new RegExp(`^${decision}`) }).press('Enter')
      await swaps.getByText(decision === 'Accept' ? 'accepted' : 'refused').waitFor()
    }
    expect((await stored()).swaps.map(({ state }) => state)).toEqual(['refused', 'accepted'])
  })

  it('gives leave and ends it', async () => {
    const { page } = desk
    const leaves = part(page, 'Leave')
    await leaves.getByRole('button', { name: 'Give leave' }).click()
    await leaves.getByLabel('Person').selectOption('asha-demo')
    await leaves.getByRole('button', { name: 'Add', exact: true }).click()
    await leaves.getByText('Asha Demo').waitFor()
    expect((await stage.store.leaves.get('asha-demo'))?.stretches).toHaveLength(1)
    await leaves.getByRole('button', { name: /^End the leave/ }).click()
    await leaves.getByText('None').waitFor()
    expect((await stage.store.leaves.get('asha-demo'))?.stretches).toEqual([])
  })

  it('goes to another post and another district, in Hindi too, and keeps what is typed when the language changes', async () => {
    const { page } = desk
    await page.locator('.roster-row').first().getByLabel('Name').fill('Unsaved')
    await page.getByRole('button', { name: 'हिन्दी' }).click()
    await page.getByRole('heading', { name: 'ड्यूटी रोस्टर' }).waitFor()
    expect(await page.locator('.roster-row input').first().inputValue()).toBe('Unsaved')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Another district' }).click()
    await page.getByRole('textbox', { name: 'District' }).fill('jhan')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'circle officer' }).click()
    await page.waitForURL('**/supervisor/roster?post=circle-officer&node=jhansi')
    await page.getByText('There is no roster').waitFor()
  })

  it('did all of this under the strict CSP, without an error or a request to a stranger', () => {
    // The browser itself writes a line for each answer that is a refusal; two were asked for.
    expect(desk.problems.filter((one) => !/status of 4(00|09)/.test(one))).toEqual([])
  })
})
