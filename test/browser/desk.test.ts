import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMPLAINTS } from '../../scripts/stage/complaints.ts'
import { openStage } from '../../scripts/stage/stage.ts'
import type { Stage } from '../../scripts/stage/stage.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { SOON, WALL, openBrowser, openConsole } from './pages.ts'
import type { ConsolePage } from './pages.ts'

const ASHA = 'HC Asha Rathore'
const IQBAL = 'SI Iqbal Ansari'

let browser: Browser
let stage: Stage
let desk: ConsolePage
let page: Page
let dockets: Docket[]
beforeAll(async () => {
  ;[browser, stage] = await Promise.all([openBrowser(), openStage(COMPLAINTS, { beatMs: 400, isCalm: true })])
  desk = await openConsole(browser, await stage.linkFor('desk', 'up', ASHA), { viewport: WALL })
  page = desk.page
  page.setDefaultTimeout(SOON.timeout)
  dockets = await stage.store.dockets.find({ index: 'byUpdated', range: {}, limit: 100 })
})
afterAll(async () => {
  await browser.close()
  await stage.close()
})

const press = (...keys: string[]): Promise<void> => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
const row = (of: Docket) => page.locator('.d-row', { hasText: of.number })
const pane = () => page.locator('.d-pane')
/** The docket of a complaint by its category. */
function docketOf(category: Docket['verdict']['category']): Docket {
  const found = dockets.find(({ verdict }) => verdict.category === category)
  if (!found) throw new Error(`no complaint about ${category}`)
  return found
}
const stored = async (of: Docket): Promise<Docket | undefined> => stage.store.dockets.get(of.id)
/** Looks for words and opens the first that is found, without a hand on the pointer. */
async function find(words: string, of: Docket): Promise<void> {
  await press('Escape', 'Escape', 'Escape', '/', 'Control+a')
  await page.keyboard.type(words)
  await expect.poll(() => page.locator('.d-row').count(), SOON).toBe(1)
  await row(of).waitFor()
  await press('Escape', 'j', 'Enter')
  await pane().locator('.d-title').waitFor()
}
describe('the desk, by keyboard alone', () => {
  it('is the home of its role and lists what is not closed, with status, severity and who has it', async () => {
    expect(new URL(page.url()).pathname).toBe('/desk')
    await expect.poll(() => page.locator('.d-row').count(), SOON).toBe(6)
    expect(await row(docketOf('land_dispute')).innerText()).toMatch(/In process[\s\S]*Normal[\s\S]*Land dispute[\s\S]*Gorakhpur[\s\S]*SI Iqbal Ansari/)
    expect(await row(docketOf('missing_document_or_fir')).innerText()).toContain('Citizen wrote')
    expect(await row(docketOf('stalking')).innerText()).not.toContain('स्कूल')
    await expect.poll(() => page.locator('.d-view[aria-current]').innerText(), SOON).toMatch(/All open\s+6/)
  })

  it('finds Devanagari by Roman letters and keeps the question in the address', async () => {
    const of = docketOf('land_dispute')
    await find('zameen deewar gorakhpur', of)
    expect(page.url()).toMatch(/q=zameen\+deewar\+gorakhpur#UPP-/)
    expect(await pane().innerText()).toMatch(/In process[\s\S]*ज़बरन[\s\S]*Taken[\s\S]*chain whole/)
    await page.goBack()
    await pane().waitFor({ state: 'detached' })
    await page.goForward()
    await pane().locator('.d-title').waitFor()
  })

  it('accepts with A, reports progress with P and forwards with F, to a node typed in either script', async () => {
    const of = docketOf('traffic')
    await find('fatehabad', of)
    await press('a')
    await expect.poll(async () => (await stored(of))?.desk?.owner?.name, SOON).toBe(ASHA)
    await pane().getByText('With You').waitFor()
    await press('p')
    await page.keyboard.type('Traffic cell was told')
    await press('Tab', 'Enter')
    await pane().locator('.history').getByText('Traffic cell was told').waitFor()
    await press('f')
    await page.keyboard.type('फिरोजाबाद')
    await pane().locator('.d-option').first().waitFor()
    await press('Enter')
    await pane().getByText('Firozabad', { exact: true }).waitFor()
    await pane().locator('.d-form .act-button[data-tone=step]').focus()
    await press('Enter')
    await expect.poll(async () => (await stored(of))?.path, SOON).toContain('/firozabad/')
    await pane().getByText('Forwarded from Agra to Firozabad').waitFor()
  })

  it('shows what the gate finds as one types, and sends nothing that it stops', async () => {
    const of = docketOf('cyber_fraud')
    await find('48 hazar', of)
    await press('r')
    await page.keyboard.type('Call me on 9876543210')
    await pane().locator('.d-findings').getByText('Phone number').first().waitFor()
    expect(await pane().locator('.finds-grave').first().innerText()).toContain('9876543210')
    expect(await pane().locator('.d-gate').innerText()).toMatch(/\d+ \/ 280[\s\S]*costs[\s\S]*Dry run/)
    const send = pane().locator('.d-reply-box .act-button[data-tone=step]')
    await expect.poll(() => send.isDisabled(), SOON).toBe(true)
    await press('Control+a')
    await page.keyboard.type(`आपकी शिकायत ${of.number} दर्ज है, साइबर थाना आपसे संपर्क करेगा।`)
    await expect.poll(() => send.isEnabled(), SOON).toBe(true)
    await expect.poll(() => pane().locator('.d-gate').getAttribute('aria-busy'), SOON).toBe('false')
    await press('Control+Enter')
    await pane().locator('.d-reply').getByText('Dry run: nothing was sent').waitFor()
    await expect.poll(() => pane().locator('.d-reply-box textarea').inputValue(), SOON).toBe('')
  })

  it('keeps a half-written answer and a half-filled form over a reload, for whoever wrote them', async () => {
    const of = docketOf('nuisance_noise')
    await find('sigra dj', of)
    await press('r')
    await page.keyboard.type('We have asked the station to')
    await press('Escape', 'c')
    await pane().locator('.d-form').waitFor()
    await pane().locator('.d-form input').fill('GD 17')
    await page.reload()
    await pane().locator('.d-reply-box').waitFor()
    expect(await pane().locator('.d-reply-box textarea').inputValue()).toBe('We have asked the station to')
    await pane().getByText('You had not finished this').waitFor()
    await press('c')
    expect(await pane().locator('.d-form input').inputValue()).toBe('GD 17')
    await press('Escape')
  })

  it('closes with proof: says what is missing, then the FIR is on record', async () => {
    const of = docketOf('missing_document_or_fir')
    await find('kalyanpur bike', of)
    // Whoever opens it has read it; what the complainant wrote made it red again.
    await expect.poll(async () => (await stored(of))?.desk?.unreadSince, SOON).toBeNull()
    await press('c', 'Enter')
    await pane().getByText('Number of the FIR, like 123/2026').waitFor()
    await pane().getByLabel('Reference').focus()
    await page.keyboard.type('FIR 412/2026')
    await press('Tab')
    await page.keyboard.type('Report written, officer named')
    await press('Tab', 'Enter')
    await expect.poll(async () => (await stored(of))?.desk?.closing, SOON).toMatchObject({ action: 'fir', reference: 'FIR 412/2026' })
    await pane().locator('.d-closing').getByText('FIR 412/2026').waitFor()
    await press('o')
    await page.keyboard.type('The complainant disagrees')
    await press('Tab', 'Enter')
    await expect.poll(async () => (await stored(of))?.status, SOON).toBe('reopened')
  })

  it('shows what a colleague does at once, and tells whoever is late what changed without losing their words', async () => {
    const of = docketOf('cyber_fraud')
    await find('48 hazar', of)
    await press('f')
    await stage.atDesk(IQBAL, of.id, { act: 'accept' })
    await pane().getByText('Since you opened it').waitFor()
    await expect.poll(() => row(of).innerText(), SOON).toMatch(/In process[\s\S]*SI Iqbal Ansari/)
    await press('Escape', 'n')
    await page.keyboard.type('lucknow')
    await press('ArrowDown', 'ArrowUp', 'Enter')
    await pane().locator('.d-form input').last().fill('Belongs to the cyber station')
    await pane().locator('.d-form .act-button[data-tone=step]').focus()
    await press('Enter')
    await pane().locator('.refusal').getByText('SI Iqbal Ansari has it').waitFor()
    expect(await pane().locator('.d-form input').last().inputValue()).toBe('Belongs to the cyber station')
    await press('Escape', 'Escape')
  })

  it('shows a protected identity for a reason, on record', async () => {
    const of = docketOf('stalking')
    await find('stalking prayagraj', of).catch(() => undefined)
    await pane().locator('.d-masked button').focus()
    await press('Enter')
    await pane().getByLabel('Why must you see it?').fill('To call the family back')
    await press('Enter')
    await pane().getByText('मैं नाबालिग हूँ').waitFor()
    await expect.poll(async () => (await stored(of))?.history.at(-1)?.what, SOON).toBe('unmasked')
  })

  it('acts on many: what was done, what was left and why', async () => {
    await press('Escape', 'Escape', 'Escape', '/', 'Control+a', 'Delete', 'Enter', 'Escape')
    await expect.poll(() => page.locator('.d-row').count(), SOON).toBeGreaterThan(3)
    await press('Shift+X')
    await page.locator('.d-bulk').getByText(/\d chosen/).waitFor()
    await page.locator('.d-bulk button', { hasText: 'Give back' }).focus()
    await press('Enter')
    await page.keyboard.type('End of the shift')
    await page.locator('.d-dialog .act-button[data-tone=step]').focus()
    await press('Enter')
    await page.locator('.d-dialog').getByText('Left alone, and why').waitFor()
    expect(await page.locator('.bulk-left').innerText()).toMatch(/UPP-\d{8}-\d{6}/)
    await press('Escape')
  })

  it('opens a docket by hand from a call, and it lies in the queue', async () => {
    await press('Escape', 'h')
    await page.locator('.d-dialog textarea').fill('Neighbours play loud music every night in Hazratganj, Lucknow')
    await page.locator('.d-dialog button[type=submit]').focus()
    await press('Enter')
    await pane().locator('.d-author').getByText('Phone').waitFor()
    const opened = (await stage.store.dockets.find({ index: 'byUpdated', range: {}, order: 'desc', limit: 1 }))[0]
    expect(opened?.origin).toBe('phone')
    await press('Escape')
  })

  it('saves a view under a name and goes back to it', async () => {
    await page.locator('.d-view', { hasText: 'Mine' }).focus()
    await press('Enter')
    await page.locator('.d-save').focus()
    await press('Enter')
    await page.keyboard.type('My morning')
    await press('Enter')
    await page.locator('.d-own-view', { hasText: 'My morning' }).waitFor()
    await page.locator('.d-view', { hasText: 'Closed today' }).focus()
    await press('Enter')
    await expect.poll(() => page.url(), SOON).toContain('is=closed-today')
    await page.locator('.d-own-view .d-view').focus()
    await press('Enter')
    await expect.poll(() => page.url(), SOON).toContain('owner=me')
  })

  it('helps with ?, and lets single keys be turned off', async () => {
    await press('?')
    await page.getByText('Keys of this page').waitFor()
    await press('Escape')
    await page.getByRole('button', { name: 'Keys on' }).press('Enter')
    await page.locator('body').press('h')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await page.getByRole('button', { name: 'Keys off' }).press('Enter')
  })

  it('did all of this under the strict CSP, without an error or a request to a stranger', () => {
    expect(desk.problems.filter((problem) => !problem.includes('409'))).toEqual([])
  })
})
