import type { BrowserContext } from 'playwright-core'

/** For pictures of a phone that takes push: the browser's own push service is in the internet, where pictures do not go. */
export async function pretendPush(context: BrowserContext): Promise<void> {
  const device = { id: 'd'.repeat(64), device: 'Android, Chrome', createdAt: 0, lastSuccessAt: Date.now() - 3_600_000, failuresInRow: 0, lastError: null }
  await context.grantPermissions(['notifications'])
  await context.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
    const made = { toJSON: () => ({ endpoint: 'https://push.invalid', keys: {} }), options: {} } as unknown as PushSubscription
    PushManager.prototype.subscribe = () => Promise.resolve(made)
    PushManager.prototype.getSubscription = () => Promise.resolve(null)
  })
  await context.route('**/api/push/devices', (route) => route.fulfill({ json: route.request().method() === 'POST' ? device : { serverNow: Date.now(), devices: [device] } }))
}
