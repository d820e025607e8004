import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openAlert } from '../../../src/web/officer/notification.ts'
import { deviceName } from '../../../src/web/officer/push/device-name.ts'

/** What a click does needs a trusted event, which no test can make in a browser: here it meets the worker's own calls. */
describe('a click on a notification', () => {
  const receipts: unknown[] = []
  beforeEach(() => vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
    receipts.push(JSON.parse(body))
    return Promise.resolve(new Response('{}'))
  }))
  afterEach(() => {
    vi.unstubAllGlobals()
    receipts.length = 0
  })
  const workerWith = (urls: string[], calls: string[]): ServiceWorkerGlobalScope => ({
    clients: {
      matchAll: () => Promise.resolve(urls.map((url) => ({ url, postMessage: (data: unknown) => calls.push(`tells ${JSON.stringify(data)}`), focus: () => Promise.resolve(calls.push(`focuses ${new URL(url).pathname}`)) }))),
      openWindow: (address: string) => Promise.resolve(calls.push(`opens ${address}`)),
    },
  }) as unknown as ServiceWorkerGlobalScope
  const notification = { data: { number: 'UPP-20261124-000042', receipt: 'token-of-the-message' } } as Notification

  it('opens the docket in a new page where there is none, and says so to the server', async () => {
    const calls: string[] = []
    await openAlert(workerWith(['https://prahari.example/wall'], calls), notification)
    expect(calls).toEqual(['opens /officer#UPP-20261124-000042'])
    expect(receipts).toEqual([{ token: 'token-of-the-message', what: 'clicked' }])
  })

  it('brings the page that is there to the front', async () => {
    const calls: string[] = []
    await openAlert(workerWith(['https://prahari.example/officer#alarms'], calls), notification)
    expect(calls).toEqual(['tells {"kind":"open","address":"/officer#UPP-20261124-000042"}', 'focuses /officer'])
  })

  it('of something unreadable opens the list', async () => {
    const calls: string[] = []
    await openAlert(workerWith([], calls), { data: null } as Notification)
    expect([calls, receipts]).toEqual([['opens /officer'], []])
  })
})

it.each([
  ['Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36', 'Android, Chrome'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1', 'iPhone, Safari'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0', 'Windows, Edge'],
  ['something else', ''],
])('names a device: %s', (userAgent, name) => expect(deviceName(userAgent)).toBe(name))
