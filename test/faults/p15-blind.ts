import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { ServerEvent } from '../../src/contract/sockets.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { seeded } from './chance.ts'
import type { KeptProcess } from './process.ts'
import { blankReport } from './report.ts'
import type { FaultRun, Report, RunOptions } from './report.ts'
import { withRungs } from './rewire.ts'
import { openSite } from './site.ts'
import type { Site } from './site.ts'
import { happens, until } from './until.ts'

/** W of the promises, and what a timer on a busy machine may add. */
const LIMIT_MS = 30_000
const MARGIN_MS = 1_500
const LOOK_MS = 100
const CHECK = fileURLToPath(new URL('../../scripts/check-outside.mjs', import.meta.url))
const OUTSIDE_EVERY_S = 3

type Heartbeat = ServerEvent<'heartbeat'>

/** One thing that goes dead or blind, and by what each of the three lookers knows it. */
interface Fault {
  name: string
  showsIt: (heartbeat: Heartbeat) => boolean
  /** Breaks it; answers since when it counts, monotonic. */
  strike: (hall: Hall) => Promise<number>
}

/** Killed, and in its next lives it throws at each look. */
const THROWING_AUDITOR: Fault = {
  name: 'auditor throws', showsIt: ({ audit }) => !audit.isOn, strike({ auditor }) {
    auditor.kill('SIGKILL')
    return Promise.resolve(performance.now())
  },
}
/** Sweeps as ever and finds nothing due, from its second life on: it counts from the first deadline that it lets pass. */
const BLIND_ENGINE: Fault = {
  name: 'engine blind', showsIt: ({ audit }) => audit.isOn && !audit.isClean && audit.alerts > 0,
  async strike({ site, engine, isGreen }) {
    const lives = engine.startsMs.length
    engine.kill('SIGKILL')
    await until('the blind engine sweeps', async () => engine.startsMs.length > lives && await isGreen())
    // Nobody is on duty here, so deliveries pull the ladder to its top by themselves; its repeats are the engine's alone.
    const policy = withRungs(DEFAULT_LADDER_POLICY, 1)
    await site.raise({ count: 1, policy: { ...policy, critical: { ...policy.critical, repeatEveryS: 1 } } })
    await sleep(2_000)
    return performance.now()
  },
}

/** An engine that sweeps and sees nothing, and an auditor that breaks at each look, are known on the consoles, by the probe and outside within W. */
export const P15_BLIND: FaultRun = {
  promise: 'P15', title: 'an engine that sees nothing, and an auditor that cannot look, are noticed from outside within 30 s', sabotages: ['pulse-age', 'audit-look'],
  async run(options) {
    const report = blankReport('P15', 'an engine that sweeps and finds nothing due; an auditor that throws at each look', options)
    for (let round = 0; round < (options.isQuick ? 1 : 3); round++) {
      for (const [nth, fault] of [THROWING_AUDITOR, BLIND_ENGINE].entries()) await watch(fault, options, 2 * round + nth, report)
    }
    return report
  },
}

/** One Prahari, with everybody who looks at it. */
interface Hall {
  site: Site
  engine: KeptProcess
  auditor: KeptProcess
  heartbeat(): Heartbeat | null
  isGreen(): Promise<boolean>
}

async function watch(fault: Fault, options: RunOptions, nth: number, report: Report): Promise<void> {
  const site = await openSite()
  try {
    const sabotage = (role: string): { sabotage?: string } => (options.sabotage && SABOTAGED[options.sabotage] === role ? { sabotage: options.sabotage } : {})
    const [engine, auditor, web] = await Promise.all([
      site.start('engine', 'escalate,deliver', { orders: (life) => (life > 0 && fault === BLIND_ENGINE ? { sabotage: 'blind-engine' } : {}) }),
      site.start('auditor', 'audit', { orders: (life) => (life > 0 ? { sabotage: 'throwing-auditor' } : sabotage('audit')) }),
      site.startWeb('web', 'web', { orders: sabotage('web') }),
    ])
    const screen = await site.screen(await site.person('supervisor', 'up'), { web: web.port })
    let heartbeat: Heartbeat | null = null
    screen.socket.on('heartbeat', (event) => { heartbeat = event })
    const hall: Hall = {
      site, engine, auditor, heartbeat: () => heartbeat,
      isGreen: async () => (await fetch(`http://127.0.0.1:${web.port}/health/audit`)).ok,
    }
    await until('engine and auditor are believed', async () => Boolean(heartbeat?.engine.isSweeping && heartbeat.audit.isClean && heartbeat.audit.at !== null) && await hall.isGreen())
    // Anywhere between two audits.
    await sleep(seeded(options.seed + nth).between(0, options.isQuick ? 2_000 : 10_000))
    const outside = lookFromOutside(web.port)
    await strike(hall, fault, outside, report)
    outside.stop()
    report.breaches.push(...site.crashes())
  } finally {
    await site.stop()
  }
}

/** In which process each sabotage is at work. */
const SABOTAGED: Readonly<Record<string, string>> = { 'pulse-age': 'web', 'audit-look': 'audit' }

async function strike(hall: Hall, fault: Fault, outside: Outside, report: Report): Promise<void> {
  const since = await fault.strike(hall)
  const within = (test: () => boolean | Promise<boolean>): Promise<number> => happens(test, LIMIT_MS + MARGIN_MS - (performance.now() - since), LOOK_MS).then((isSeen) => (isSeen ? performance.now() - since : Infinity))
  const seen = await Promise.all([
    within(() => { const beat = hall.heartbeat(); return beat !== null && fault.showsIt(beat) }),
    within(async () => !(await hall.isGreen())),
    within(() => outside.isAlarmed()),
  ])
  for (const [at, who] of ['consoles', 'probe', 'script outside'].entries()) {
    const ms = seen[at] ?? Infinity
    report.attempts++
    if (ms <= LIMIT_MS + MARGIN_MS) report.ok++
    else {
      report.lost++
      report.breaches.push(`${fault.name}: the ${who} did not say so within ${LIMIT_MS / 1_000} s`)
    }
    report.facts[`${fault.name}, ${who}`] = Number.isFinite(ms) ? `${(ms / 1_000).toFixed(1)} s` : 'never'
    if (Number.isFinite(ms)) report.worstLateMs = Math.max(report.worstLateMs ?? 0, ms)
  }
}

interface Outside {
  isAlarmed(): boolean
  stop(): void
}

/** The check script as another machine runs it: a process of its own that has the port and nothing else. */
function lookFromOutside(port: number): Outside {
  let isAlarmed = false
  const child = spawn(process.execPath, [CHECK, `http://127.0.0.1:${port}`, '--every', String(OUTSIDE_EVERY_S), '--only', 'livez,audit', '--json'], { env: {}, stdio: ['ignore', 'pipe', 'ignore'] })
  createInterface(child.stdout).on('line', (line) => { isAlarmed ||= (JSON.parse(line) as { level: number }).level === 2 })
  return { isAlarmed: () => isAlarmed, stop: () => void child.kill() }
}
