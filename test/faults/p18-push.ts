import { setTimeout as sleep } from 'node:timers/promises'
import webPush from 'web-push'
import { changeDelivery } from '../../src/actions/change-delivery.ts'
import { isUnsent, receive } from '../../src/domain/delivery.ts'
import type { Delivery } from '../../src/domain/delivery.ts'
import type { Role } from '../../src/domain/person.ts'
import { startPushService } from '../outside/push-service.ts'
import type { Behaviour, PushService } from '../outside/push-service.ts'
import { givePhone } from './cast.ts'
import { blankReport } from './report.ts'
import type { FaultRun, Report, RunOptions } from './report.ts'
import { openSite } from './site.ts'
import type { Site } from './site.ts'
import { happens } from './until.ts'

/** Allowed lateness across any single fault. */
const LIMIT_MS = 10_000
/** A missing receipt moves on after ten seconds; with the lateness of a fault on top. */
const MOVE_ON_MS = 10_000 + LIMIT_MS

/** One district, an officer whose device answers so, and its head, who is told when the officer is not reached. */
interface Scene {
  districtId: string
  device: Behaviour | 'shows'
}
const QUICK: Scene[] = [{ districtId: 'lucknow', device: 'shows' }, { districtId: 'agra', device: 'hang' }, { districtId: 'banda', device: { status: 201 } }]
const SCENES: Scene[] = [
  ...QUICK, { districtId: 'jhansi', device: { status: 404 } }, { districtId: 'mathura', device: { status: 410 } }, { districtId: 'ballia', device: { status: 413 } },
  { districtId: 'basti', device: { status: 429, headers: { 'Retry-After': '30' } } }, { districtId: 'etah', device: { status: 503 } },
]

/** Where each life of the two processes ends. */
const KILLS: readonly (readonly string[])[] = [['K8', 'K9'], ['K9', 'K8@2']]

/** Push is never the only way: two processes deliver, killed at K8 and K9; nobody hears the news of an alert, only sweeps find it. */
export const P18: FaultRun = {
  promise: 'P18', title: 'who is told gets it, and where a device is dead the next person is told', sabotages: ['plan-sweep', 'claim-end', 'receipt-limit'],
  async run(options) {
    const report = blankReport('P18', 'two processes deliver, killed after planning (K8) and after a push request (K9); devices that answer 201 and stay dark, 404, 410, 413, 429, 503 or nothing', options)
    const keys = webPush.generateVAPIDKeys()
    const service = await startPushService(() => keys.publicKey)
    const site = await openSite()
    const showing = { isOver: false }
    try {
      const scenes = options.isQuick ? QUICK : SCENES
      for (const scene of scenes) await cast(site, service, scene)
      const sabotage = options.sabotage ? { sabotage: options.sabotage } : {}
      const env = { PRAHARI_PUSH_LOOPBACK: '1', PRAHARI_VAPID_PUBLIC: keys.publicKey, PRAHARI_VAPID_PRIVATE: keys.privateKey }
      const processes = await Promise.all((options.isQuick ? KILLS.slice(0, 1) : KILLS).map((kills, nth) => site.start(`deliver ${nth}`, 'deliver', {
        env, orders: (life) => ({ ...sabotage, ...(kills[life] === undefined ? {} : { kill: kills[life] }) }),
      })))
      const shown = show(site, service, showing)
      const alerts = await raiseAll(site, scenes, options)
      // A quick run shares its cores with the rest of the suite: it shows that everybody is told, the full run how soon.
      const patience = options.isQuick && options.sabotage === null ? 3 : 1
      await Promise.all(alerts.map((alert) => follow(site, service, alert, report, patience)))
      showing.isOver = true
      await shown
      report.facts['kills at K8 and K9'] = processes.reduce((sum, one) => sum + one.kills, 0)
      report.facts.pushes = service.pushed.length
      if (options.sabotage === null && processes.some((one) => one.kills === 0)) report.breaches.push('a kill point was never reached')
      report.breaches.push(...site.crashes())
      return report
    } finally {
      showing.isOver = true
      await site.stop()
      await service.close()
    }
  },
}

async function cast(site: Site, service: PushService, { districtId, device }: Scene): Promise<void> {
  for (const role of ['officer', 'supervisor'] satisfies Role[]) {
    const { id } = await site.person(role, districtId)
    const name = `${districtId}-${role}`
    await givePhone(site, service, id, name)
    if (role === 'officer' && device !== 'shows') service.behave(name, device)
  }
}

interface Raised {
  id: string
  scene: Scene
  raisedAt: number
}

async function raiseAll(site: Site, scenes: readonly Scene[], { isQuick }: RunOptions): Promise<Raised[]> {
  const alerts: Raised[] = []
  for (let round = 0; round < (isQuick ? 1 : 40); round++) {
    for (const scene of scenes) {
      const raisedAt = site.store.now()
      const [id = ''] = await site.raise({ count: 1, districtId: scene.districtId })
      alerts.push({ id, scene, raisedAt })
    }
    await sleep(isQuick ? 400 : 700)
  }
  return alerts
}

/**
 * Devices that show what they get say so, as a service worker does; of a message that a killed process could not write
 * down the receipt gets lost. The officer of `banda` takes everything and stays dark.
 */
async function show(site: Site, service: PushService, until: { isOver: boolean }): Promise<void> {
  const confirmed = new Set<string>()
  for (; !until.isOver; await sleep(50)) {
    for (const { device, message } of service.pushed) {
      const [receiptKey = ''] = message.receipt.split('.')
      if (device === 'banda-officer' || confirmed.has(receiptKey)) continue
      const [row] = await site.store.deliveries.find({ index: 'byReceiptKey', equals: { receiptKey }, limit: 1 })
      if (!row || isUnsent(row)) continue
      confirmed.add(receiptKey)
      await changeDelivery(site.store, row, (one, now) => receive(one, 'on-device', now), () => undefined)
    }
  }
}

/** The officer's device gets it, or the head's does: in time, whatever died; every message of one alert under one topic. */
async function follow(site: Site, service: PushService, { id, scene, raisedAt }: Raised, report: Report, patience: number): Promise<void> {
  report.attempts++
  const isFine = scene.device === 'shows'
  const number = (await site.store.dockets.get(id))?.number
  const mine = () => service.pushed.filter((one) => one.message.kind === 'alert' && one.message.number === number)
  const wanted = `${scene.districtId}-${isFine ? 'officer' : 'supervisor'}`
  const limit = (isFine ? LIMIT_MS : MOVE_ON_MS) * patience
  const isTold = await happens(() => mine().some((one) => one.device === wanted), Math.max(0, raisedAt + limit + 1_000 - site.store.now()), 25)
  const toldAt = mine().find((one) => one.device === wanted)?.at
  if (!isTold || toldAt === undefined) {
    report.lost++
    report.breaches.push(`${id} in ${scene.districtId}: ${wanted} was never told`)
    return
  }
  report.ok++
  const lateMs = toldAt - raisedAt - (isFine ? 0 : MOVE_ON_MS - LIMIT_MS)
  report.worstLateMs = Math.max(report.worstLateMs ?? 0, lateMs)
  if (lateMs > LIMIT_MS * patience) report.breaches.push(`${id}: told ${lateMs} ms late`)
  report.duplicated += mine().length - new Set(mine().map((one) => one.device)).size
  if (new Set(mine().map((one) => one.headers.topic)).size > 1) report.breaches.push(`${id}: its messages have different topics, so that a device shows them all`)
  // What a killed process had taken must be settled by another one.
  const rows = (): Promise<Delivery[]> => site.store.deliveries.find({ index: 'byDocket', equals: { docketId: id }, limit: 50 })
  const isSettled = await happens(async () => (await rows()).every((row) => row.state !== 'queued' || row.retryAt !== null), LIMIT_MS, 100)
  if (!isSettled) report.breaches.push(`${id}: a delivery was left as a killed process had it`)
  const isUnreachable = (await site.store.dockets.get(id))?.history.some((entry) => entry.what === 'rung-unreachable' && entry.facts.rung === 0)
  if (isFine && isUnreachable === true) report.breaches.push(`${id}: the officer was told and counts as unreachable`)
}
