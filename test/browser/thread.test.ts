import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPerson } from '../../src/actions/add-person.ts'
import { issueSignInLink } from '../../src/actions/issue-sign-in-link.ts'
import type { Role } from '../../src/domain/person.ts'
import { startApp } from '../app.ts'
import type { App } from '../app.ts'
import { DESK, PHONE, SOON, WALL, openBrowser, openConsole } from './pages.ts'

const CRY = '@PrahariUP कुछ लोग घर का दरवाज़ा तोड़ रहे हैं, हाथ में चाकू है, हम सब अंदर हैं, जल्दी पुलिस भेजो! गोमती नगर, लखनऊ'

let browser: Browser
let app: App
beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp({ withX: true })])
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

async function linkFor(role: Role, name: string): Promise<string> {
  const { id } = await addPerson(app.store, { id: name.toLowerCase().replaceAll(' ', '-'), name, role, scopeId: 'up' })
  return `${app.url}/sign-in#${await issueSignInLink(app.world, id, 1)}`
}

it('further posts, the spread, the doubt and the question stand beside the post; news reach whoever has it', async () => {
  const [wall, desk, phone] = await Promise.all([
    linkFor('wall', 'Wall one').then((link) => openConsole(browser, link, { viewport: WALL })),
    linkFor('supervisor', 'Supervisor one').then((link) => openConsole(browser, link, { viewport: DESK })),
    linkFor('officer', 'SI Farah Naqvi').then((link) => openConsole(browser, link, { viewport: PHONE, hasTouch: true })),
  ])
  await wall.page.locator('.sight-state', { hasText: 'Listening' }).waitFor({ timeout: 15_000 })
  app.emulator?.inject({ text: `${CRY} 😂`, author: 'reader_one' })
  await wall.page.locator('.card').waitFor()
  app.emulator?.inject({ text: `${CRY} 😂 please RT`, author: 'reader_two' })
  app.emulator?.inject({ text: 'koi nahi aaya abhi tak @PrahariUP', author: 'reader_one' })

  await wall.page.locator('.card .spread-badge').getByText('×2').waitFor()
  await desk.page.locator('tbody tr[data-severity]').first().click()
  const pane = desk.page.locator('.pane')
  await pane.locator('.thread li[data-kind=nobody-came]').getByText('Nobody came').waitFor()
  expect(await pane.locator('.around').innerText()).toMatch(/Repeated once[\s\S]*May be a hoax: \d+ %/u)
  expect(await pane.locator('.ask').innerText()).toMatch(/house|locality/iu)
  expect(await pane.locator('.thread-news').count()).toBe(0)

  await phone.page.getByRole('button', { name: 'Acknowledge' }).tap()
  await phone.page.locator('.o-card').getByText('SI Farah Naqvi').waitFor()
  app.emulator?.inject({ text: 'ab to gate tod diya, andar aa gaye @PrahariUP', author: 'reader_one' })
  await phone.page.locator('.o-card-body').first().tap()
  await phone.page.locator('.thread-news').getByText('It got worse since it was taken').waitFor()
  await expect.poll(() => phone.page.locator('.thread li').count(), SOON).toBe(2)
  await desk.page.getByText('Whoever has it was told').first().waitFor()
  expect([...wall.problems, ...desk.problems, ...phone.problems]).toEqual([])
})
