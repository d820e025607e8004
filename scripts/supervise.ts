// Runs Prahari on one machine: a private Redis, the emulator of X where the demo feed is wanted, and every role in two
// processes. Started by scripts/start.mjs (npm start); see docs/operations.md.
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../src/config.ts'
import type { Config } from '../src/config.ts'
import { folderProblem, portProblem } from './prepare/places.mjs'
import { Refusal, runScript } from './prepare/refusal.mjs'
import { freePort } from './supervise/free-port.ts'
import { keepRunning } from './supervise/keep-running.ts'
import type { ChildPlan, Kept } from './supervise/keep-running.ts'
import { openLogFile } from './supervise/log-file.ts'
import { emulatorPlan, rolePlan } from './supervise/plans.ts'
import { privateRedis } from './supervise/private-redis.ts'
import { claimRun } from './supervise/run-file.ts'
import type { RunFile } from './supervise/run-file.ts'
import { linkTable, LINK_HOURS, offerSignInLinks } from './supervise/sign-in-links.ts'
import type { Output } from './supervise/child-output.ts'

/** Ten seconds in all: first those who write, then what they write to. */
const ROLE_LIMIT_MS = 8_000
const REDIS_LIMIT_MS = 1_500
const EMULATOR_LIMIT_MS = 1_500
/** One Ctrl-C reaches us from the terminal and from npm: only a signal that comes later means impatience. */
const IMPATIENT_AFTER_MS = 1_000

const { values: flags } = parseArgs({ options: { verbose: { type: 'boolean', default: false }, pace: { type: 'string' } } })

await runScript(async () => {
  const config = await readPlaces()
  const run = await claimRun(config.dataFolder)
  const supervisor = createSupervisor(config, run)
  try {
    await refuse(portProblem(config.PRAHARI_HOST, config.PORT))
    await supervisor.start()
  } catch (error) {
    await supervisor.stop()
    if (!supervisor.wasAsked) throw error
  }
})

/** Everything about the environment that can be wrong, before anything opens. Port 0 becomes a free one here, for all roles. */
async function readPlaces(): Promise<Config> {
  try {
    if (process.env.PORT === '0') process.env.PORT = String(await freePort(process.env.PRAHARI_HOST || undefined))
    const config = readConfig([])
    await refuse(folderProblem(config.dataFolder))
    return config
  } catch (error) {
    throw error instanceof ConfigError ? new Refusal(error.message) : error
  }
}

async function refuse(problem: string | null | Promise<string | null>): Promise<void> {
  const sentence = await problem
  if (sentence !== null) throw new Refusal(sentence)
}

function createSupervisor(config: Config, run: RunFile) {
  const children: { kept: Kept; limitMs: number; isLast: boolean }[] = []
  let stopping: Promise<void> | null = null
  let askedAt: number | null = null
  // What children say about each other's end while all of them end is no news.
  const show = (line: string): void => { if (stopping === null || flags.verbose) process.stderr.write(`${line}\n`) }
  const outputFor = (name: string): Output =>
    ({ name, file: openLogFile(`${config.dataFolder}/logs/${name}.log`), show, isVerbose: flags.verbose })
  const keep = async (plan: ChildPlan, { limitMs = ROLE_LIMIT_MS, isLast = false } = {}): Promise<void> => {
    if (stopping) throw new Refusal('stopped')
    const kept = keepRunning(plan, run)
    children.push({ kept, limitMs, isLast })
    await kept.ready
  }

  async function start(): Promise<void> {
    const env: NodeJS.ProcessEnv = { ...process.env, PRAHARI_DATA: config.dataFolder }
    if (!config.REDIS_URL) {
      const redis = await privateRedis(`${config.dataFolder}/redis`, outputFor('redis'))
      env.REDIS_URL = redis.url
      await keep(redis.plan, { limitMs: REDIS_LIMIT_MS, isLast: true })
      run.setRedis(redis.url)
    }
    if (config.PRAHARI_FEED === 'demo') {
      const emulator = emulatorPlan(outputFor('x-emulator'), { ...env, PRAHARI_X_BEARER_TOKEN: randomBytes(24).toString('base64url'), PRAHARI_X_USER_TOKEN: randomBytes(24).toString('base64url') }, { pace: flags.pace })
      await keep(emulator.plan, { limitMs: EMULATOR_LIMIT_MS, isLast: true })
      Object.assign(env, emulator.settings())
    }
    await Promise.all([
      // The auditor never shares a process with the engine that it audits.
      keep(rolePlan(outputFor('web'), 'src/main.ts', { ...env, PRAHARI_ROLES: 'web,intake-sos,escalate' })),
      keep(rolePlan(outputFor('listen'), 'workers/listen.ts', { ...env, PRAHARI_ROLES: 'listen,intake-routine,deliver,reply,gather,audit' })),
    ])
    const links = await offerSignInLinks(config)
    if (stopping) return
    run.setUrl(config.publicUrl)
    process.stdout.write(`Prahari is ready: ${config.publicUrl}\n`)
    if (links.length > 0) process.stdout.write(`\nSign in with a link; each works once, within ${LINK_HOURS} hours:\n${linkTable(links)}`)
  }

  /** First the roles, all at once; then what they lean on, the emulator and Redis. Kills what takes too long. */
  async function stopAll(): Promise<void> {
    for (const isLast of [false, true]) {
      await Promise.allSettled(children.filter((one) => one.isLast === isLast).map((one) => one.kept.stop(one.limitMs)))
    }
    run.release()
    if (process.connected) process.disconnect()
  }

  const stop = (): Promise<void> => (stopping ??= stopAll())
  const onSignal = (): void => {
    const now = performance.now()
    if (askedAt !== null && now - askedAt > IMPATIENT_AFTER_MS) for (const one of children) one.kept.kill()
    askedAt ??= now
    void stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  // Whoever started us is gone without a word.
  process.on('disconnect', onSignal)
  process.on('exit', () => { for (const one of children) one.kept.kill() })

  return { start, stop, get wasAsked() { return askedAt !== null } }
}
