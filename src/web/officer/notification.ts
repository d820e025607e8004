import type { PushMessage } from '../../contract/notice.ts'
import { depot } from '../shared/depot.ts'
import { clockTime } from '../shared/indian-time.ts'
import { PUSH_WORDS } from '../shared/texts/push.ts'

/** Milliseconds of vibration and rest: long and urgent for critical, two short ones for high, as the sounds of the wall. */
const VIBRATION: Partial<Record<string, number[]>> = { critical: [600, 150, 600, 150, 600, 400, 600, 150, 600, 150, 600], high: [250, 150, 250] }
const RETRY_MS = [0, 1_500, 5_000]

/** What the browser's types leave out of a notification. */
interface Options extends NotificationOptions {
  renotify?: boolean
  vibrate?: number[]
  timestamp?: number
}
interface Data {
  receipt?: string
  number?: string
}

/** A push always shows something, whatever is in it; then the server hears that it was shown. */
export async function showPush(worker: ServiceWorkerGlobalScope, data: PushMessageData | null): Promise<void> {
  const message = read(data)
  const words = PUSH_WORDS[await language()]
  const { title, options } = notificationFor(message, words)
  await worker.registration.showNotification(title, { icon: '/icons/192.png', badge: '/icons/badge.png', lang: words === PUSH_WORDS.hi ? 'hi' : 'en', renotify: true, ...options })
  for (const client of await worker.clients.matchAll({ type: 'window' })) client.postMessage({ kind: 'push-shown', of: message?.kind ?? 'unreadable' })
  if (message) await sendReceipt(message.receipt, 'shown')
}

function notificationFor(message: PushMessage | null, words: (typeof PUSH_WORDS)['en']): { title: string; options: Options } {
  switch (message?.kind) {
    case 'alert': return ofAlert(message, words)
    case 'test': return ofTest(message, words)
    case 'wall': return { title: words.wall(message.name), options: { body: words.wallBody(clockTime(message.since)), tag: `wall-${message.name}`, requireInteraction: true, vibrate: VIBRATION.high ?? [], data: { receipt: message.receipt } } }
    case 'desk': return ofDesk(message, words)
    case 'engine': case 'audit': return ofSystem(message, words)
    default: return { title: words.unreadable, options: { body: words.unreadableBody, tag: 'unreadable' } }
  }
}

function ofAlert(message: Extract<PushMessage, { kind: 'alert' }>, words: (typeof PUSH_WORDS)['en']): { title: string; options: Options } {
  const { number, severity, district, districtHi, deadlineAt, receipt } = message
  const data: Data = { receipt, number }
  return {
    title: words.title(words.severity[severity], words === PUSH_WORDS.hi ? districtHi : district),
    // One docket, one notification: the next rung rings it again instead of adding another.
    options: { body: words.body(number, deadlineAt === null ? null : clockTime(deadlineAt)), tag: number, requireInteraction: true, vibrate: VIBRATION[severity] ?? [200], data },
  }
}

function ofDesk({ name, nameHi, since, waiting, receipt }: Extract<PushMessage, { kind: 'desk' }>, words: (typeof PUSH_WORDS)['en']): { title: string; options: Options } {
  const data: Data = { receipt }
  return { title: words.desk(words === PUSH_WORDS.hi ? nameHi : name), options: { body: words.deskBody(waiting, clockTime(since)), tag: `desk-${name}`, requireInteraction: true, vibrate: VIBRATION.high ?? [], data } }
}

/** The notice that it is over takes the place of the one that it began. */
function ofSystem({ kind, since, endedAt, receipt }: Extract<PushMessage, { kind: 'engine' | 'audit' }>, words: (typeof PUSH_WORDS)['en']): { title: string; options: Options } {
  const data: Data = { receipt }
  const isOver = endedAt !== null
  const body = isOver ? words.overBody(clockTime(since), clockTime(endedAt)) : words.systemBody(clockTime(since))
  return { title: isOver ? words.over : words[kind], options: { body, tag: `system-${kind}`, requireInteraction: !isOver, vibrate: isOver ? [200] : VIBRATION.critical ?? [], data } }
}

function ofTest({ sentAt, receipt }: Extract<PushMessage, { kind: 'test' }>, words: (typeof PUSH_WORDS)['en']): { title: string; options: Options } {
  const data: Data = { receipt }
  return { title: words.test, options: { body: words.testBody(clockTime(sentAt)), tag: 'test', vibrate: [200], data } }
}

/** Opens the docket of a notification: in the page that is there, else in a new one. */
export async function openAlert(worker: ServiceWorkerGlobalScope, { data }: Notification): Promise<void> {
  const { number, receipt } = (data ?? {}) as Data
  const opened = bringToFront(worker, `/officer${number === undefined ? '' : `#${number}`}`)
  await Promise.all([opened, receipt === undefined ? null : sendReceipt(receipt, 'clicked')])
}

async function bringToFront(worker: ServiceWorkerGlobalScope, address: string): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const page = pages.find(({ url }) => new URL(url).pathname === '/officer')
  if (!page) return void await worker.clients.openWindow(address)
  page.postMessage({ kind: 'open', address })
  await page.focus().catch(() => undefined)
}

function read(data: PushMessageData | null): PushMessage | null {
  try {
    const message = data?.json() as PushMessage | undefined
    return message?.v === 1 && typeof message.receipt === 'string' ? message : null
  } catch {
    return null
  }
}

async function language(): Promise<'en' | 'hi'> {
  const facts = await depot<{ key: string; value: string }>('facts').all()
  return facts.find(({ key }) => key === 'language')?.value === 'hi' ? 'hi' : 'en'
}

/** Tried a few times: a push may come through where a request does not yet. */
async function sendReceipt(token: string, what: 'shown' | 'clicked'): Promise<void> {
  for (const wait of RETRY_MS) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const status = await fetch('/api/push/receipts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token, what }) }).then((answer) => answer.status, () => 0)
    if (status !== 0 && status < 500) return
  }
}
