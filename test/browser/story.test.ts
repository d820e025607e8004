import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPerson } from '../../src/actions/add-person.ts'
import { issueSignInLink } from '../../src/actions/issue-sign-in-link.ts'
import type { Role } from '../../src/domain/person.ts'
import { startApp } from '../app.ts'
import type { App } from '../app.ts'
import { PHONE, WALL, openBrowser, openConsole } from './pages.ts'

const CRY = '@PrahariUP मेरी बहन को अभी-अभी सफेद कार वाले जबरदस्ती उठा ले गए, गोमती नगर लखनऊ, तुरंत मदद कीजिए!'

let browser: Browser
let app: App
beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp({ withX: true })])
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

async function linkFor(role: Role, scopeId: string, name: string): Promise<string> {
  const { id } = await addPerson(app.store, { id: name.toLowerCase().replaceAll(' ', '-'), name, role, scopeId })
  return `${app.url}/sign-in#${await issueSignInLink(app.world, id, 1)}`
}

it('a cry for help on X is painted on the wall, acknowledged on the phone by one tap, and changes on the wall', async () => {
  const [wall, phone] = await Promise.all([
    linkFor('wall', 'up', 'Wall one').then((link) => openConsole(browser, link, { viewport: WALL })),
    linkFor('officer', 'lucknow', 'SI Farah Naqvi').then((link) => openConsole(browser, link, { viewport: PHONE, hasTouch: true })),
  ])
  await wall.page.getByText('No open alerts').waitFor()
  await wall.page.locator('.sight-state', { hasText: 'Listening' }).waitFor({ timeout: 15_000 })

  app.emulator?.inject({ text: CRY })
  const card = wall.page.locator('.card[data-unanswered=true]')
  await card.getByRole('heading', { name: 'Lucknow' }).waitFor()
  expect(await card.innerText()).toMatch(/critical|high/i)
  expect(await card.locator('.card-next .digits').textContent()).toMatch(/^\d:\d\d$/)
  expect(await wall.page.locator('.map-tile[data-kind=critical], .map-tile[data-kind=high]').textContent()).toBe('LKO1')

  await phone.page.getByRole('button', { name: 'Acknowledge' }).tap()
  await phone.page.locator('.o-card').getByText('SI Farah Naqvi').waitFor()
  await wall.page.locator('.tile[data-unanswered=false]').getByText('SI Farah Naqvi').waitFor()
  expect(await card.count()).toBe(0)
  expect(await wall.page.locator('.counter').first().innerText()).toMatch(/^0/)
  expect([...wall.problems, ...phone.problems]).toEqual([])
})
