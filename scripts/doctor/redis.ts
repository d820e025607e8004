import { execFileSync } from 'node:child_process'
import { Redis } from 'ioredis'
import { findProgram } from '../prepare/programs.mjs'
import { fail, ok, reasonOf, warn } from './finding.ts'
import type { Finding } from './finding.ts'

/** Oldest Redis that BullMQ supports fully. */
const OLDEST: readonly [number, number] = [6, 2]

/** The Redis in use, or, while nothing runs here, the program that npm start would run. */
export async function checkRedis(url: string | null): Promise<Finding[]> {
  return url === null ? [checkProgram()] : checkServer(url)
}

function checkProgram(): Finding {
  if (findProgram('redis-server') === null) return fail('redis', 'redis-server is not installed', 'apt-get install redis-server, or set REDIS_URL')
  const version = /v=([\d.]+)/.exec(execFileSync('redis-server', ['--version'], { encoding: 'utf8' }))?.[1] ?? 'unknown'
  return isOld(version) ? fail('redis', `redis-server ${version} is too old`, `install Redis ${OLDEST.join('.')} or newer`) : ok('redis', `redis-server ${version} is installed; npm start runs it`)
}

async function checkServer(url: string): Promise<Finding[]> {
  const options = { lazyConnect: true, connectTimeout: 3_000, commandTimeout: 3_000, maxRetriesPerRequest: 0, retryStrategy: () => null }
  const redis = url.startsWith('unix://') ? new Redis({ ...options, path: url.slice('unix://'.length) }) : new Redis(url, options)
  let first: Error | null = null
  redis.on('error', (error: Error) => { first ??= error })
  try {
    await redis.connect()
    const info = parseInfo(await redis.info())
    return judge(info)
  } catch (error) {
    return [fail('redis', `does not answer: ${reasonOf(first ?? error)}`, 'start Redis, or correct REDIS_URL; until then an SoS is opened by the sweep')]
  } finally {
    redis.disconnect()
  }
}

function judge(info: ReadonlyMap<string, string>): Finding[] {
  const version = info.get('redis_version') ?? 'unknown'
  const policy = info.get('maxmemory_policy') ?? 'unknown'
  return [
    isOld(version) ? fail('redis', `version ${version} is too old`, `install Redis ${OLDEST.join('.')} or newer`) : ok('redis', `version ${version}, ${info.get('used_memory_human') ?? '?'} in use`),
    info.get('aof_enabled') === '1' ? ok('redis log', 'append-only file is on')
      : warn('redis log', 'append-only file is off: a Redis that is killed forgets what was queued', 'appendonly yes'),
    policy === 'noeviction' ? ok('redis memory', 'evicts nothing') : fail('redis memory', `maxmemory-policy is ${policy}: jobs can vanish`, 'maxmemory-policy noeviction'),
    ...(info.get('aof_last_write_status') === 'err' ? [fail('redis log', 'the last write of the log failed', 'look at the disk of Redis')] : []),
  ]
}

function parseInfo(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(/\r?\n/).filter((line) => line.includes(':')).map((line) => {
    const at = line.indexOf(':')
    return [line.slice(0, at), line.slice(at + 1)]
  }))
}

function isOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])
}
