import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../scripts/stage/cast.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import { acknowledgeAlert } from '../../src/actions/acknowledge-alert.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { sha256 } from '../../scripts/stage/scene.ts'
import { SOON, openBrowser, openConsole } from './pages.ts'
import type { ConsolePage } from './pages.ts'

const SCREEN = { width: 1920, height: 1080 }
const unheld = (severity: 'critical' | 'high') => CAST.filter((role) => role.severity === severity && !role.held)
/** Three alerts that nobody has and that stay as they are for a while: a critical one and two of the quieter ladder. */
const FEW = [...unheld('critical').slice(0, 1), ...unheld('high').slice(0, 2)].map((role) => ({ ...role, raisedAgoS: 1 }))

let browser: Browser
let stage: Stage
let desk: ConsolePage
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(FEW, { beatMs: 400, isCalm: true })])
  await stage.linkFor('officer', 'up', 'Asha Demo')
  desk = await openConsole(browser, await stage.linkFor('supervisor', 'up', 'Demo supervisor'), { viewport: SCREEN })
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

const row = (number: string) => desk.page.locator('tbody tr[data-severity]').filter({ hasText: number.slice(-6) })
async function docketOf(severity: string, index = 0): Promise<Docket> {
  const open = await stage.store.dockets.find({ index: 'byAlert', equals: { alertOpen: 1 }, limit: 100 })
  const found = open.filter(({ alert }) => alert?.severity === severity && !alert.holder).sort((a, b) => (a.number < b.number ? -1 : 1))[index]
  if (!found) throw new Error(`no open ${severity} alert`)
  return found
}
const stored = async ({ id }: Docket): Promise<Docket> => (await stage.store.dockets.get(id)) ?? Promise.reject(new Error('gone'))

describe('a supervisor steps in', () => {
  it('never shelves a critical alert, and the form says so', async () => {
    const { page } = desk
    const critical = await docketOf('critical')
    await row(critical.number).click()
    await page.locator('body').press('s')
    await page.locator('.step-ask').getByText('A critical alert is never shelved').waitFor()
    await page.locator('body').press('Escape')
    await page.locator('.step-ask').waitFor({ state: 'detached' })
    await page.locator('.pane').waitFor()
    expect((await stored(critical)).alert?.shelf ?? null).toBeNull()
  })

  it('escalates by the key E: the plan goes on with the rung after it', async () => {
    const { page } = desk
    const high = await docketOf('high', 1)
    await row(high.number).click()
    await page.locator('.plan-line').getByText(/rings circle officer in/).waitFor()
    await page.locator('body').press('e')
    await page.locator('.plan-line').getByText(/rings district head in/).waitFor()
    await page.locator('.history').getByText('Escalated by hand').waitFor()
  })

  it('shelves another with a reason and an end by keys alone; it is listed, and comes back', async () => {
    const { page } = desk
    const high = await docketOf('high', 1)
    await page.locator('body').press('s')
    const first = page.locator('.step-ask .reason-button').first()
    await expect.poll(() => first.evaluate((element) => element === document.activeElement), SOON).toBe(true)
    await page.keyboard.press('Space')
    await page.locator('.step-ask').getByRole('button', { name: 'Shelve it' }).press('Enter')
    await page.locator('.plan-line[data-plan=shelved]').waitFor()
    const { alert, history } = await stored(high)
    expect(alert?.shelf).toMatchObject({ byName: 'Demo supervisor', reason: 'Known event, watched already' })
    expect(history.at(-1)).toMatchObject({ what: 'shelved', who: 'demo-supervisor' })
    await page.locator('body').press('Escape')
    await page.locator('.shelf-line').getByText('Known event, watched already').waitFor()
    await page.locator('.shelf-line .row-button').click()
    await page.getByRole('button', { name: 'Take off the shelf' }).click()
    await page.locator('.plan-line[data-plan=rings]').waitFor()
  })

  it('gives an alert to a named person, who has a few minutes to take it', async () => {
    const { page } = desk
    const critical = await docketOf('critical')
    await row(critical.number).click()
    await page.locator('body').press('r')
    await page.keyboard.type('asha')
    await page.locator('.step-ask').getByRole('button', { name: /Asha Demo/ }).click()
    await page.locator('.plan-line[data-plan=assigned]').getByText('given to Asha Demo').waitFor()
    expect((await stored(critical)).alert).toMatchObject({ holder: null, assignment: { to: { personId: 'asha-demo' } } })
    const phone = await openConsole(browser, await stage.linkFor('officer', 'lucknow', 'Officer of the place'))
    await phone.page.locator('.chip').getByText('given to Asha Demo').waitFor()
    await phone.page.context().close()
    await page.locator('body').press('Escape')
  })

  it('acknowledges in bulk what was listed; what changed or arrived at the press stays unacknowledged and is named', async () => {
    const { page } = desk
    await page.mouse.move(0, 0)
    await page.getByRole('button', { name: 'Acknowledge all shown…' }).click()
    const dialog = page.locator('dialog[open]')
    await dialog.waitFor()
    const listed = await dialog.locator('.bulk-list li').count()
    expect(listed).toBe(FEW.length)
    const taken = await docketOf('high', 0)
    const asha = { personId: 'asha-demo', name: 'Asha Demo', role: 'officer' as const, scopePath: '/up/' }
    await acknowledgeAlert({ store: stage.store, crypto: { sha256 }, announcer: { announce: () => undefined } }, asha, { alertId: taken.id, key: 'taken-before' })
    const [newcomer] = await stage.raise(unheld('high').slice(2, 3).map((role) => ({ ...role, raisedAgoS: 0 })))
    await dialog.getByRole('button', { name: `Acknowledge ${listed}` }).click()
    await dialog.getByText(`${listed - 1} acknowledged`).waitFor()
    const left = await dialog.locator('.bulk-left li').allInnerTexts()
    expect(left.map((line) => line.replace(/\s+/g, ' ')).sort()).toEqual([`${taken.number} changed since`, `${newcomer?.number} arrived since`].sort())
    expect((await stored(taken)).alert?.holder?.name).toBe('Asha Demo')
    expect(newcomer && (await stored(newcomer)).alert?.holder).toBeNull()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('shows its keys, in Hindi too, and the load of the area', async () => {
    const { page } = desk
    await page.locator('body').press('?')
    await page.locator('dialog[open]').getByText('Escalate now').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'हिन्दी' }).click()
    await page.locator('.load-line').first().getByText('पूरा क्षेत्र').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
  })

  it('did all of this without an error or a request to a stranger', () => {
    expect(desk.problems).toEqual([])
  })
})

describe('two thousand open alerts', () => {
  it('draws few rows of them, walks them by keys, and lets no arriving row take the focus', async () => {
    const { page } = desk
    const many = Array.from({ length: 2_000 }, (_, index) => ({ ...(CAST[index % CAST.length] ?? CAST[0]), held: undefined, raisedAgoS: 1 }))
    await stage.raise(many as unknown as typeof CAST)
    await expect.poll(() => page.locator('.alert-table').getAttribute('aria-rowcount').then(Number), { timeout: 20_000 }).toBeGreaterThan(2_000)
    expect(await page.locator('tbody tr[data-severity]').count()).toBeLessThan(80)
    await page.locator('.table-frame').evaluate((frame) => { frame.scrollTop = frame.scrollHeight / 2 })
    await expect.poll(() => page.locator('tbody tr[data-severity]').first().getAttribute('aria-rowindex').then(Number), SOON).toBeGreaterThan(900)
    await page.locator('body').press('j')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('data-cursor')), SOON).toBe('true')
    const focused = await page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'))
    await stage.raise(FEW.slice(0, 1))
    await expect.poll(() => page.locator('.alert-table').getAttribute('aria-rowcount').then(Number), SOON).toBeGreaterThan(2_001)
    expect(await page.evaluate(() => document.activeElement?.classList.contains('row-button'))).toBe(true)
    expect(focused).not.toBeNull()
    expect(desk.problems).toEqual([])
  })
})
