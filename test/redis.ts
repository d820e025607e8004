import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface TestRedis {
  url: string
  process: ChildProcess
  kill(signal: NodeJS.Signals): void
  /** The same Redis again, on the same socket and files. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A real redis-server of its own on a Unix socket in a temporary folder, set as the product sets it. */
export async function startRedis(): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-redis-'))
  const socket = join(folder, 'redis.sock')
  const open = async (): Promise<ChildProcess> => {
    const child = spawn('redis-server', [
      '--port', '0', '--unixsocket', socket, '--dir', folder, '--appendonly', 'yes', '--appendfsync', 'everysec',
      '--maxmemory-policy', 'noeviction', '--save', '',
    ], { stdio: 'ignore' })
    // Whoever started it may be stopped by an error of its own: no server stays behind.
    const endWithUs = (): void => void child.kill('SIGKILL')
    process.once('exit', endWithUs)
    child.once('exit', () => process.off('exit', endWithUs))
    for (let tries = 0; tries < 200; tries++) {
      if (await answers(socket)) return child
      await sleep(25)
    }
    throw new Error('redis-server did not start')
  }
  const redis: TestRedis = {
    url: `unix://${socket}`,
    process: await open(),
    kill: (signal) => void redis.process.kill(signal),
    async restart() { redis.process = await open() },
    async stop() {
      if (redis.process.exitCode === null && redis.process.signalCode === null) {
        const ended = new Promise((resolve) => redis.process.once('exit', resolve))
        redis.process.kill('SIGKILL')
        await ended
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return redis
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(path, () => probe.write('PING\r\n'))
    probe.once('data', (data) => { probe.destroy(); resolve(data.toString().startsWith('+PONG')) })
    probe.once('error', () => resolve(false))
  })
}
