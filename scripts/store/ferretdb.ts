import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const VERSION = 'v1.24.2'
const MODULE = `github.com/FerretDB/FerretDB@${VERSION}`
const START_LIMIT_MS = 20_000

const run = promisify(execFile)

/** Why there is no FerretDB here, in one sentence: not a failure of ours. */
export class NoFerretDb extends Error {}

/**
 * The binary, built with Go on first use (two minutes on two cores) and kept in the cache folder. `go install` alone makes one that
 * refuses to start, because the module carries no version file; so its source is copied out of Go's module cache (where
 * Go has checked its sum) and built with one.
 * @throws NoFerretDb when Go or the module is not to be had.
 */
export async function ferretDbBinary(cacheFolder: string): Promise<string> {
  const binary = join(cacheFolder, `ferretdb-${VERSION}`)
  if (existsSync(binary)) return binary
  const source = join(cacheFolder, `ferretdb-source-${process.pid}`)
  mkdirSync(cacheFolder, { recursive: true })
  try {
    const { stdout } = await run('go', ['mod', 'download', '-json', MODULE])
    cpSync((JSON.parse(stdout) as { Dir: string }).Dir, source, { recursive: true })
    await run('chmod', ['-R', 'u+w', source])
    writeFileSync(join(source, 'build/version/version.txt'), `${VERSION}\n`)
    process.stdout.write(`building FerretDB ${VERSION} once, about two minutes …\n`)
    await run('go', ['build', '-trimpath', '-buildvcs=false', '-o', `${binary}.${process.pid}`, './cmd/ferretdb'], { cwd: source, maxBuffer: 1 << 24 })
    renameSync(`${binary}.${process.pid}`, binary)
    chmodSync(binary, 0o755)
    return binary
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no Go here' : `Go could not build it: ${firstLine(cause)}`
    throw new NoFerretDb(`MONGODB_URI is not set, FerretDB ${VERSION} is not in ${cacheFolder}, and ${why}`, { cause })
  } finally {
    rmSync(source, { recursive: true, force: true })
  }
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string }
  return ((stderr ?? '').trim() || (message ?? String(error))).split('\n')[0] ?? ''
}

export interface FerretDb {
  port: number
  stop(): Promise<void>
}

/** Starts FerretDB on its SQLite backend: loopback, a free port, no telemetry, its data in a temporary folder. */
export async function startFerretDb(binary: string): Promise<FerretDb> {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-ferretdb-'))
  mkdirSync(join(folder, 'data'))
  const child = spawn(binary, [
    '--handler=sqlite', `--sqlite-url=file:${join(folder, 'data')}/`, '--listen-addr=127.0.0.1:0', '--debug-addr=-',
    '--telemetry=disable', `--state-dir=${folder}`, '--log-level=info',
  ], { cwd: folder, env: { DO_NOT_TRACK: '1' }, stdio: ['ignore', 'ignore', 'pipe'] })
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'close')
      child.kill('SIGKILL')
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    return { port: await portOf(child), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** FerretDB says on its log where it listens. */
function portOf(child: ChildProcess & { stderr: NodeJS.ReadableStream }): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`FerretDB did not start within ${START_LIMIT_MS} ms`)), START_LIMIT_MS)
    const settle = (step: () => void): void => {
      clearTimeout(timer)
      step()
    }
    createInterface({ input: child.stderr }).on('line', (line) => {
      const port = /Listening on TCP 127\.0\.0\.1:(\d+)/.exec(line)?.[1]
      if (port) settle(() => resolve(Number(port)))
    })
    child.once('exit', (code) => settle(() => reject(new Error(`FerretDB ended with ${String(code)} before it listened`))))
    child.once('error', (error) => settle(() => reject(error)))
  })
}
