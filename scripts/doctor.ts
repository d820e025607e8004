// npm run doctor: looks at everything Prahari needs, one line each, and says what to do. Never shows a secret.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../src/config.ts'
import type { Config } from '../src/config.ts'
import { checkChannels } from './doctor/channels.ts'
import { fail, findingTable, ok, warn } from './doctor/finding.ts'
import type { Finding } from './doctor/finding.ts'
import { checkInstance } from './doctor/instance.ts'
import { checkDataFolder, checkInstallation } from './doctor/machine.ts'
import { checkRedis } from './doctor/redis.ts'
import { checkStore } from './doctor/store.ts'
import { checkX } from './doctor/x.ts'
import './prepare/dot-env.mjs'
import { identityOf } from './supervise/identity.ts'
import { readRunFile } from './supervise/run-file.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false } } })

const findings = [...checkInstallation(ROOT), ...await checkWorld()]
process.stdout.write(flags.json ? `${JSON.stringify(findings, null, 2)}\n` : findingTable(findings))
process.exitCode = findings.some(({ level }) => level === 'FAIL') ? 1 : 0

/** Everything that depends on the settings. */
async function checkWorld(): Promise<Finding[]> {
  const config = readSettings()
  if (Array.isArray(config)) return config
  const settings = config.unknownSettings.length > 0
    ? warn('settings', `not settings of ours: ${config.unknownSettings.join(', ')}`, 'look for a typing error; npm run config:example lists all')
    : ok('settings', 'understood')
  const folder = await checkDataFolder(config.dataFolder)
  const run = readRunFile(config.dataFolder)
  const isRunning = run !== null && identityOf(run.supervisor.pid) === run.supervisor.identity
  const port = isRunning && run.url !== null && config.PORT === 0 ? Number(new URL(run.url).port) : config.PORT
  const rest = await Promise.all([
    checkRedis(config.REDIS_URL ?? (isRunning ? run.redisUrl : null)),
    checkStore(config),
    checkInstance(config.PRAHARI_HOST, port),
    checkX(config),
    checkChannels(config),
  ])
  return [settings, ...folder, ...rest.flat()]
}

function readSettings(): Config | Finding[] {
  try {
    return readConfig([])
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => fail('settings', problem, 'see docs/operations.md'))
    throw error
  }
}
