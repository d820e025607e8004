import type { Browser, CDPSession, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeAlert } from '../../src/actions/acknowledge-alert.ts'
import { addPerson } from '../../src/actions/add-person.ts'
import { issueSignInLink } from '../../src/actions/issue-sign-in-link.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { orderChannels } from '../../src/actions/order-channels.ts'
import { openDeps } from '../../src/app.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { startApp } from '../app.ts'
import type { App } from '../app.ts'
import { startPushService } from '../outside/push-service.ts'
import type { PushService } from '../outside/push-service.ts'
import { photoWithPlace } from '../photos.ts'
import { makeJob } from '../posts.ts'
import { PHONE, SOON, openBrowser, openConsole } from './pages.ts'
import type { ConsolePage } from './pages.ts'

let browser: Browser
let app: App
let push: PushService
let phone: ConsolePage
let publicKey = ''
beforeAll(async () => {
  push = await startPushService(() => publicKey)
  ;[browser, app] = await Promise.all([openBrowser(), startApp({ roles: 'web,escalate,deliver', env: { PRAHARI_PUSH_LOOPBACK: '1' } })])
  publicKey = (await app.world.outside()).push.publicKey
  await addPerson(app.store, { id: 'farah', name: 'SI Farah Naqvi', role: 'officer', scopeId: 'lucknow' })
  await orderChannels(app.store, 'farah', { channels: ['push'] })
  phone = await openConsole(browser, await linkFor('farah'), { viewport: PHONE, hasTouch: true, before: (page) => pretendPush(page) })
  await phone.page.evaluate(() => navigator.serviceWorker.ready)
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  await push.close()
})

const linkFor = async (id: string): Promise<string> => `${app.url}/sign-in#${await issueSignInLink(app.world, id, 1)}`
const stored = async ({ id }: Docket): Promise<Docket | undefined> => app.store.dockets.get(id)
/** Each a case of its own: the same words again would join the first. */
const CRIES = ['my sister was taken in Gomti Nagar', 'fire on the third floor near Charbagh station, people inside', 'armed men broke the door of our house in Aliganj', 'an old man lies hurt beside the Kanpur road', 'a mob is beating two boys at Chowk crossing', 'someone follows my daughter from the tuition in Indira Nagar', 'smoke from the godown behind Alambagh bus stand, two workers locked in', 'a boy fell into the open drain near Daliganj bridge', 'my neighbour is being beaten in Rajajipuram', 'a bus turned over on Faizabad road, people under it', 'they are breaking the shutter of our shop in Hazratganj']
async function raiseOne(): Promise<Docket> {
  const job = makeJob('critical', { text: `@PrahariUP ${CRIES.shift() ?? ''}` }, {}, app.store.now())
  await openDockets(openDeps(app.world, 1), [job])
  const docket = await app.store.dockets.get(`case-${job.postId}`)
  if (!docket) throw new Error('nothing was raised')
  return docket
}
const cardOf = (page: Page, docket: Docket) => page.locator('.o-card').filter({ has: page.locator(`a[href="#${docket.id}"]`) })

/** A browser whose push service is the test's: Chromium's own is in the internet. Permission is asked for as on a phone. */
async function pretendPush(page: Page): Promise<void> {
  await page.context().grantPermissions(['notifications'], { origin: app.url })
  await page.addInitScript((subscription) => {
    const world = globalThis as unknown as { asked: number; answer: NotificationPermission }
    world.asked = 0
    world.answer = (sessionStorage.getItem('answer') as NotificationPermission | null) ?? 'default'
    Object.defineProperty(Notification, 'permission', { get: () => world.answer })
    Notification.requestPermission = () => {
      world.asked++
      world.answer = 'granted'
      sessionStorage.setItem('answer', 'granted')
      return Promise.resolve('granted')
    }
    const made = { toJSON: () => subscription, options: {}, unsubscribe: () => Promise.resolve(true) } as unknown as PushSubscription
    PushManager.prototype.subscribe = () => Promise.resolve(made)
    PushManager.prototype.getSubscription = () => Promise.resolve(null)
  }, push.device('farah-phone').subscription)
}

/** What the push service took, handed to the browser's service worker as Chrome hands it on. */
async function deliver(page: Page, message: unknown): Promise<void> {
  const { session, registrationId } = await workerOf(page)
  await session.send('ServiceWorker.deliverPushMessage', { origin: app.url, registrationId, data: JSON.stringify(message) })
}

async function workerOf(page: Page): Promise<{ session: CDPSession; registrationId: string }> {
  const session = await page.context().newCDPSession(page)
  const registrationId = await new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => { if (registrations[0]) resolve(registrations[0].registrationId) })
    void session.send('ServiceWorker.enable')
  })
  return { session, registrationId }
}

describe('the app on a phone', () => {
  it('can be installed: manifest, icons, service worker, no obstacle that the browser knows', async () => {
    const { page } = phone
    const manifest = await page.evaluate(async () => (await fetch((document.querySelector('link[rel=manifest]') as HTMLLinkElement).href)).json() as Promise<Record<string, unknown>>)
    expect(manifest).toMatchObject({ name: 'Prahari', start_url: '/officer', display: 'standalone', lang: 'en', scope: '/' })
    for (const { src, sizes, type } of manifest.icons as { src: string; sizes: string; type: string }[]) {
      const response = await page.request.get(`${app.url}${src}`)
      expect([response.status(), response.headers()['content-type']]).toEqual([200, type])
      if (type === 'image/png') expect(await sharp(await response.body()).metadata()).toMatchObject({ width: Number(sizes.split('x')[0]), height: Number(sizes.split('x')[1]) })
    }
    const session = await page.context().newCDPSession(page)
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  })

  it('says that push is off until it is on; asks for permission only by a tap, after saying why; shows what became of a test', async () => {
    const { page } = phone
    await page.getByText('Push is off: you will not be woken').waitFor()
    await page.locator('.push-bar a').tap()
    await page.getByText('never a name or a text').waitFor()
    expect(await page.evaluate(() => (globalThis as unknown as { asked: number }).asked)).toBe(0)
    await page.getByRole('button', { name: 'Turn push on' }).tap()
    await page.getByText('Push is on').waitFor()
    expect(await page.locator('.push-bar').count()).toBe(0)
    await page.locator('.sheet-list li', { hasText: 'this device' }).waitFor()
    expect(await app.store.subscriptions.count({ index: 'byPerson', equals: { personId: 'farah' } })).toBe(1)

    await page.getByRole('button', { name: 'Send a test' }).tap()
    await page.locator('.test-outcome', { hasText: 'handed over' }).waitFor()
    await deliver(page, push.pushed.at(-1)?.message)
    await page.getByText(/Shown on this phone after \d+\.\d s/).waitFor()

    const order = page.locator('.sheet-list').last().locator('b')
    expect(await order.allInnerTexts()).toEqual(['Push'])
    await page.goBack()
    await page.locator('.list').waitFor()
  })

  it('shows a push in the service worker, without personal data, and the server hears that it was shown', async () => {
    const { page } = phone
    const docket = await raiseOne()
    await expect.poll(() => push.pushed.some(({ message }) => message.kind === 'alert' && message.number === docket.number), SOON).toBe(true)
    const message = push.pushed.find((one) => one.message.kind === 'alert' && one.message.number === docket.number)?.message
    await deliver(page, message)
    const notifications = (): Promise<object[]> => page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, tag, requireInteraction }) => ({ title, body, tag, requireInteraction })))
    await expect.poll(async () => (await notifications()).filter((one) => (one as { tag: string }).tag === docket.number), SOON).toEqual([
      { title: 'CRITICAL · Lucknow', body: expect.stringMatching(new RegExp(`^${docket.number} · answer before \\d\\d:\\d\\d:\\d\\d$`)) as string, tag: docket.number, requireInteraction: true },
    ])
    expect(JSON.stringify(await notifications())).not.toContain('sister')
    const row = async () => (await app.store.deliveries.find({ index: 'byDocket', equals: { docketId: docket.id, personId: 'farah' }, limit: 10 })).find(({ channel }) => channel === 'push')
    await expect.poll(async () => (await row())?.state, SOON).toMatch(/on-device|seen/)

    // Twice is one notification; what cannot be read shows something all the same.
    await deliver(page, message)
    await deliver(page, { v: 9, kind: 'of another time' })
    await expect.poll(async () => (await notifications()).map((one) => (one as { tag: string }).tag).sort(), SOON).toEqual(expect.arrayContaining([docket.number, 'unreadable']))
    expect((await notifications()).filter((one) => (one as { tag: string }).tag === docket.number)).toHaveLength(1)
  })

  it('opens from the push with one request for that alert, from the cached shell, and says that a person saw it', async () => {
    const docket = await raiseOne()
    const page = await phone.page.context().newPage()
    const asked: string[] = []
    page.on('request', (request) => { if (request.url().includes('/api/')) asked.push(new URL(request.url()).pathname) })
    await page.goto(`${app.url}/officer#${docket.number}`)
    await page.locator('.detail-place', { hasText: 'Lucknow' }).waitFor()
    // Without waiting for the service worker to start: the browser itself takes the page from the cache.
    expect(await page.evaluate(() => performance.getEntriesByType('navigation').map((one) => one.toJSON() as Record<string, unknown>))).toEqual([expect.objectContaining({ workerFinalSourceType: 'cache', workerStart: 0 })])
    // Read again only if the ladder moved meanwhile.
    expect([...new Set(asked.filter((path) => path.startsWith('/api/alerts')))]).toEqual([`/api/alerts/${docket.number}`])
    await page.getByRole('button', { name: 'Acknowledge' }).waitFor()
    await expect.poll(async () => (await app.store.receipts.get(`${docket.id}.farah`))?.seenAt ?? null, SOON).not.toBeNull()
    // An open page goes there by itself when the service worker says so.
    await page.goto(`${app.url}/officer`)
    await page.locator('.list').waitFor()
    await page.evaluate((address) => navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: { kind: 'open', address } })), `/officer#${docket.number}`)
    await page.locator('.detail-place', { hasText: 'Lucknow' }).waitFor()
    await page.close()
  })
})

describe('a bad connection', () => {
  // Whatever the test before left behind, a second try as well: the line holds, and the page is fresh.
  beforeEach(async () => {
    phone.cut(false)
    await phone.page.context().setOffline(false)
    await phone.page.goto(`${app.url}/officer`)
    await phone.page.locator('.link-badge[data-link=live]').waitFor()
  })

  it('opens without a network, and says that what it shows cannot be believed', async () => {
    const page = await phone.page.context().newPage()
    await page.clock.install()
    await page.context().setOffline(true)
    await page.goto(`${app.url}/officer`)
    await page.locator('.link-badge').waitFor()
    await page.clock.fastForward(11_000)
    await page.locator('html[data-link=stale]').waitFor()
    expect(await page.locator('.notice-bar').innerText()).toContain('Nothing shown here can be believed')
    await page.context().setOffline(false)
    await page.locator('.link-badge[data-link=live]').waitFor()
    await page.close()
  })

  it('keeps an act over a reload, shows it as sending with its time, sends it once, and never shows it as done before', async () => {
    const { page } = phone
    const docket = await raiseOne()
    await cardOf(page, docket).getByRole('button', { name: 'Acknowledge' }).waitFor()
    phone.cut(true)
    await page.context().setOffline(true)
    await cardOf(page, docket).getByRole('button', { name: 'Acknowledge' }).tap()
    await cardOf(page, docket).getByText(/\d\d:\d\d:\d\d/).first().waitFor()
    await page.reload()
    const waiting = page.locator('.waiting-act', { hasText: docket.number })
    await waiting.waitFor()
    expect(await waiting.innerText()).toMatch(/Acknowledge\s+sending… \d\d:\d\d:\d\d/)
    expect((await stored(docket))?.alert?.holder).toBeNull()
    phone.cut(false)
    await page.context().setOffline(false)
    await expect.poll(async () => (await stored(docket))?.alert?.holder?.personId, SOON).toBe('farah')
    await waiting.waitFor({ state: 'detached' })
    await cardOf(page, docket).getByText('SI Farah Naqvi').waitFor()
    const { history = [], alert } = (await stored(docket)) ?? {}
    expect(alert?.acts).toHaveLength(1)
    expect(history.filter(({ what }) => what === 'acknowledged')).toHaveLength(1)
  })

  it('says why an act was refused that came too late, until it is dismissed', async () => {
    const { page } = phone
    const docket = await raiseOne()
    await cardOf(page, docket).getByRole('button', { name: 'Acknowledge' }).waitFor()
    phone.cut(true)
    await page.context().setOffline(true)
    await cardOf(page, docket).getByRole('button', { name: 'Acknowledge' }).tap()
    const other = { personId: 'deepak', name: 'SI Deepak Ahirwar', role: 'officer' as const, scopePath: '/up/' }
    await acknowledgeAlert({ store: app.store, announcer: app.world.announcer, crypto: app.world.crypto }, other, { alertId: docket.id, key: 'deepak-was-first' })
    phone.cut(false)
    await page.context().setOffline(false)
    const refusal = cardOf(page, docket).getByRole('alert')
    await refusal.waitFor()
    await page.reload()
    await refusal.waitFor()
    expect(await refusal.innerText()).toMatch(/SI Deepak Ahirwar has it|Somebody was faster/)
    await refusal.getByRole('button').tap()
    await refusal.waitFor({ state: 'detached' })
  })

  it('lets a note and a photo wait too; the photo arrives without its place and is shown in what happened', async () => {
    const { page } = phone
    const docket = await raiseOne()
    await cardOf(page, docket).locator('a').first().tap()
    await page.locator('#note-text').waitFor()
    await page.context().setOffline(true)
    await page.locator('#note-text').fill('Door is locked, going round the back')
    await page.getByRole('button', { name: 'Add note' }).tap()
    const photo = await photoWithPlace('jpeg', { width: 1_700, height: 900 })
    await page.locator('.note-pick input').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo })
    await expect.poll(() => page.locator('.parcels li').allInnerTexts(), SOON).toEqual([expect.stringMatching(/Door is locked[^]*sending… \d\d:\d\d:\d\d/), expect.stringMatching(/Photo[^]*sending…/)])
    expect(await app.store.notes.count({ index: 'byDocket', equals: { docketId: docket.id } })).toBe(0)
    await page.context().setOffline(false)
    await expect.poll(() => app.store.notes.count({ index: 'byDocket', equals: { docketId: docket.id } }), SOON).toBe(2)
    await page.locator('.timeline .note-text', { hasText: 'Door is locked' }).waitFor()
    const image = page.locator('.timeline .note-photo img')
    await image.scrollIntoViewIfNeeded()
    await expect.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth), SOON).toBeGreaterThan(0)
    const notes = await app.store.notes.find({ index: 'byDocket', equals: { docketId: docket.id }, limit: 5 })
    const full = await app.store.attachments.get(`${notes.find(({ photo: one }) => one)?.id ?? ''}.full`)
    const facts = await sharp(Buffer.from(full?.data ?? '', 'base64')).metadata()
    expect([facts.format, facts.exif, facts.xmp, Math.max(facts.width, facts.height)]).toEqual(['jpeg', undefined, undefined, 1_600])
    expect(await page.locator('.parcels').count()).toBe(0)
    await page.goBack()
  })
})

it('what waits is sent in the background too, by the service worker, and only what belongs to who is signed in', async () => {
  const { page } = phone
  const docket = await raiseOne()
  const rows = [['farah', docket], ['somebody-else', docket]].map(([personId], n) => ({
    key: `kept-on-the-shelf-${n}`, alertId: docket.id, number: docket.number, kind: n === 0 ? 'acknowledge' : 'resolved', reason: null, personId, madeAt: app.store.now() - 90_000,
  }))
  await page.evaluate((acts) => new Promise<void>((resolve) => {
    const request = indexedDB.open('prahari')
    request.onsuccess = () => {
      const transaction = request.result.transaction('acts', 'readwrite')
      for (const act of acts) transaction.objectStore('acts').put(act)
      transaction.oncomplete = () => resolve()
    }
  }), rows)
  const { session, registrationId } = await workerOf(page)
  await session.send('ServiceWorker.dispatchSyncEvent', { origin: app.url, registrationId, tag: 'outbox', lastChance: false })
  await expect.poll(async () => (await stored(docket))?.alert?.holder?.personId, SOON).toBe('farah')
  const entry = (await stored(docket))?.history.find(({ what }) => what === 'acknowledged')
  expect(entry?.facts.madeAt).toBe(rows[0]?.madeAt)
  expect((await stored(docket))?.alert?.state).toBe('acknowledged')
})

it('did all of this under the strict CSP, without an error of its own', () => {
  expect(phone.problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket/.test(problem))).toEqual([])
})
