import { depot } from '../shared/depot.ts'
import { flush } from './flush.ts'
import { openAlert, showPush } from './notification.ts'

/** Put in by the build: what the officer page is made of, and a version that changes with any of it. */
declare const __SHELL__: { version: string; files: readonly string[] }

// The libraries of page and worker are both loaded; here it is the worker's global.
const worker = self as unknown as ServiceWorkerGlobalScope
const CACHE = `shell-${__SHELL__.version}`
const PAGE = '/officer'
const FILES = new Set(__SHELL__.files)
/** What is not in the cache goes to the network. */
const ROUTES: readonly StaticRoute[] = [
  { condition: { urlPattern: { pathname: PAGE, search: '' }, requestMode: 'navigate' }, source: { cacheName: CACHE } },
  { condition: { or: __SHELL__.files.map((pathname) => ({ urlPattern: { pathname, search: '' }, requestMethod: 'GET' })) }, source: { cacheName: CACHE } },
]

worker.addEventListener('install', (event) => {
  // Where the browser can, it serves the shell from the cache itself: an alert opens without waiting for this worker to start.
  void (event as InstallEvent).addRoutes?.(ROUTES)
  // All or nothing: half a shell would be worse than the old one. Whatever has no hash in its name comes from the server.
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([PAGE, ...FILES].map((path) => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })))))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith('shell-') && name !== CACHE) await caches.delete(name)
    await worker.clients.claim()
  })())
})

// The shell is opened from the cache, with or without a network; what is in it comes from the server alone.
worker.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== worker.location.origin) return
  const isPage = mode === 'navigate' && pathname === PAGE
  if (!isPage && !(mode !== 'navigate' && FILES.has(pathname))) return
  event.respondWith(caches.open(CACHE).then(async (cache) => (await cache.match(isPage ? PAGE : pathname)) ?? fetch(event.request)))
})

worker.addEventListener('push', (event) => { event.waitUntil(showPush(worker, event.data)) })
worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openAlert(worker, event.notification))
})
worker.addEventListener('pushsubscriptionchange', (event) => { event.waitUntil(renew(event)) })

// Background sync, where the browser has it: what was done without a connection leaves although the page is closed.
worker.addEventListener('sync', (event) => { (event as unknown as ExtendableEvent).waitUntil(flush(worker)) })

worker.addEventListener('message', (event) => {
  const data = event.data as { kind?: string; language?: string } | null
  if (data?.kind === 'take-over') void worker.skipWaiting()
  if (data?.kind === 'language') event.waitUntil(depot<{ key: string; value: string }>('facts').put({ key: 'language', value: data.language ?? 'en' }))
})

/** Static routing, W3C Service Workers (Nightly): newer than the browser's types that we compile with. */
interface InstallEvent extends ExtendableEvent {
  addRoutes?: (routes: readonly StaticRoute[]) => Promise<void>
}
interface StaticCondition {
  urlPattern: { pathname: string; search: string }
  requestMode?: RequestMode
  requestMethod?: string
}
interface StaticRoute {
  condition: StaticCondition | { or: readonly StaticCondition[] }
  source: { cacheName: string }
}

interface PushSubscriptionChangeEvent extends ExtendableEvent {
  newSubscription?: PushSubscription | null
  oldSubscription?: PushSubscription | null
}

/** The browser exchanged its subscription: the server must know the new one, or nobody is woken. */
async function renew({ newSubscription, oldSubscription }: PushSubscriptionChangeEvent): Promise<void> {
  const options = oldSubscription?.options ?? await keyFromServer()
  const subscription = newSubscription ?? await worker.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: options.applicationServerKey })
  const { endpoint, keys } = subscription.toJSON()
  await fetch('/api/push/devices', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ endpoint, keys, device: await deviceName() }) })
}

async function keyFromServer(): Promise<{ applicationServerKey: string }> {
  const { publicKey } = await (await fetch('/api/push/key')).json() as { publicKey: string }
  return { applicationServerKey: publicKey }
}

async function deviceName(): Promise<string> {
  return (await depot<{ key: string; value: string }>('facts').all()).find(({ key }) => key === 'device')?.value ?? ''
}
