import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import webPush from 'web-push'
import { startPushService } from '../outside/push-service.ts'
import { givePhone } from './cast.ts'
import { seeded } from './chance.ts'
import type { KeptProcess } from './process.ts'
import { blankReport } from './report.ts'
import type { FaultRun, Report } from './report.ts'
import { openSite } from './site.ts'
import { until } from './until.ts'

const W_MS = 30_000
const LOOK_MS = 50
const HEALTHY_WITHIN_MS = 60_000
const CHECK = fileURLToPath(new URL('../../scripts/check-outside.mjs', import.meta.url))
const CHECK_EVERY_S = 10

/** Who stands still, and who must notice it: the address outside, the check on another machine, the screens, the supervisor's phone. */
interface Trial {
  what: string
  victims: KeptProcess[]
  watchers: Record<string, () => boolean>
}

/** An engine, its auditor and the web server stand still in turn; somebody outside of each says so within 30 s. */
export const P15: FaultRun = {
  promise: 'P15', title: 'a dead or blind engine is noticed from outside within 30 s', sabotages: ['auditor-eyes', 'direct-way'],
  async run(options) {
    const report = blankReport('P15', 'engine (with who delivers), auditor and web server stopped by SIGSTOP, nothing being due', options)
    const outside = await openOutside()
    const site = await openSite()
    const keys = webPush.generateVAPIDKeys()
    const phones = await startPushService(() => keys.publicKey)
    const env = { PRAHARI_PUSH_LOOPBACK: '1', PRAHARI_VAPID_PUBLIC: keys.publicKey, PRAHARI_VAPID_PRIVATE: keys.privateKey }
    const orders = options.sabotage ? { sabotage: options.sabotage } : {}
    const { port, process: web } = await site.startWeb('web', 'web')
    const checking = spawn(process.execPath, [CHECK, `http://127.0.0.1:${port}`, '--every', String(CHECK_EVERY_S), '--only', 'livez,readyz,engine,audit', '--alarm-url', `${outside.url}/alarm`], { stdio: 'ignore' })
    try {
      const [engine, deliverer] = await Promise.all([site.start('engine', 'escalate', { env }), site.start('deliverer', 'deliver', { env })])
      const auditor = await site.start('auditor', 'audit', {
        env: { ...env, PRAHARI_HEARTBEAT_URL: `${outside.url}/ping`, PRAHARI_HEARTBEAT_FAIL_URL: `${outside.url}/fail` }, orders,
      })
      const supervisor = await site.person('supervisor', 'up')
      await givePhone(site, phones, supervisor.id, 'phone')
      const screen = await site.screen(supervisor, { web: port })
      const isPushed = (kind: 'engine' | 'audit') => (): boolean => phones.pushed.some(({ message }) => message.kind === kind && message.endedAt === null)
      let beat: { engine: { isSweeping: boolean }; audit: { isOn: boolean; isClean: boolean } } | null = null
      screen.socket.on('heartbeat', (event) => { beat = event })
      const isHealthy = (): boolean => outside.state.isClean === true && outside.state.check === 'OK' && beat?.engine.isSweeping === true && beat.audit.isClean
      const trials: Trial[] = [
        { what: 'engine', victims: [engine, deliverer], watchers: { phone: isPushed('engine'), outside: () => outside.state.isClean === false, check: () => outside.state.check === 'CRITICAL', screens: () => beat?.engine.isSweeping === false } },
        { what: 'auditor', victims: [auditor], watchers: { phone: isPushed('audit'), check: () => outside.state.check === 'CRITICAL', screens: () => beat?.audit.isOn === false } },
        { what: 'web server', victims: [web], watchers: { check: () => outside.state.check === 'CRITICAL', screens: () => screen.freshness().kind === 'stale' } },
      ]
      const chance = seeded(options.seed)
      // The check says OK only after it said otherwise: at its first look nothing was up.
      for (const trial of options.isQuick ? trials.slice(0, 1) : trials) {
        await until('all is healthy', isHealthy, { withinMs: HEALTHY_WITHIN_MS, everyMs: LOOK_MS })
        // Anywhere between two audits.
        await sleep(chance.between(0, 10_000))
        await stopAndWatch(trial, report)
      }
      if (options.sabotage === null) report.breaches.push(...site.crashes())
      return report
    } finally {
      checking.kill('SIGKILL')
      await site.stop()
      await phones.close()
      outside.close()
    }
  },
}

async function stopAndWatch({ what, victims, watchers }: Trial, report: Report): Promise<void> {
  const stoppedAt = performance.now()
  for (const victim of victims) victim.kill('SIGSTOP')
  await Promise.all(Object.entries(watchers).map(async ([who, notices]) => {
    report.attempts++
    while (!notices() && performance.now() - stoppedAt <= W_MS) await sleep(LOOK_MS)
    const ms = Math.round(performance.now() - stoppedAt)
    report.facts[`${what} stopped, ${who}`] = `${(ms / 1_000).toFixed(1)} s`
    report.worstLateMs = Math.max(report.worstLateMs ?? 0, ms)
    if (notices()) report.ok++
    else report.breaches.push(`${what} stood still and ${who} said nothing for ${W_MS / 1_000} s`)
  }))
  for (const victim of victims) victim.kill('SIGCONT')
}

/** A dead-man's service and an alarm hook in one: remembers what it was told last. */
async function openOutside(): Promise<{ url: string; state: { isClean: boolean | null; check: string | null }; close(): void }> {
  const state: { isClean: boolean | null; check: string | null } = { isClean: null, check: null }
  const server = createServer((request, response) => {
    if (request.url === '/ping') state.isClean = true
    if (request.url === '/fail') state.isClean = false
    let body = ''
    request.on('data', (part: Buffer) => { body += part.toString() })
    request.on('end', () => {
      if (request.url === '/alarm') state.check = (JSON.parse(body) as { state: string }).state
      response.end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, state,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
