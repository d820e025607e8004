import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const READY_LIMIT_MS = 20_000
const STOP_LIMIT_MS = 12_000
/** Kernel ticks per second in /proc (USER_HZ), 100 on every Linux. */
const TICKS = 100

/** Answers of a child to one request. */
type Reply = Record<string, unknown>

/** A Node process of the bench's own: of the product, or of a bare part it is held against. */
export interface Running {
  name: string
  child: ChildProcess
  /** What it said when it was ready. */
  ready: Reply
  /** Asks a bench child something over IPC; it answers with `{ re: request, … }`. */
  ask(request: string, facts?: Record<string, unknown>, limitMs?: number): Promise<Reply>
  /** Processor seconds used so far, all threads; 0 where the system has no /proc. */
  cpuSeconds(): number
  stop(): Promise<void>
}

export interface ChildOptions {
  name: string
  /** Path of the entry, from the repository's root. */
  entry: string
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  execArgv?: readonly string[]
  /** Folder for its output. */
  folder: string
  /** Folder for a processor profile, written when it stops. */
  profile?: string | undefined
}

/** Starts a Node process and waits until it says that it is ready. @throws with the end of its output when it does not. */
export async function startNode(options: ChildOptions): Promise<Running> {
  const { name, entry, folder, profile } = options
  const log = join(folder, `${name}.log`)
  const output = openSync(log, 'a')
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${name}.cpuprofile`]
  const child = fork(join(ROOT, entry), options.args ?? [], {
    cwd: ROOT, env: { ...options.env }, execArgv: [...(options.execArgv ?? []), ...profiling], stdio: ['ignore', output, output, 'ipc'], serialization: 'advanced',
  })
  closeSync(output)
  const waiting = new Map<string, (reply: Reply) => void>()
  child.on('message', (message: Reply) => waiting.get(String(message.re ?? (message.ready ? 'ready' : '')))?.(message))
  const reply = (to: string, limitMs: number): Promise<Reply> => new Promise((resolve, reject) => {
    const failed = (why: string): void => {
      finish()
      reject(new Error(`${name} ${why}: ${tail(log)}`))
    }
    const timer = setTimeout(() => failed(`did not answer "${to}" within ${limitMs} ms`), limitMs)
    const onExit = (): void => failed('ended')
    const finish = (): void => {
      clearTimeout(timer)
      child.off('exit', onExit)
      waiting.delete(to)
    }
    child.once('exit', onExit)
    waiting.set(to, (answer) => { finish(); resolve(answer) })
  })
  return {
    name, child,
    ready: await reply('ready', READY_LIMIT_MS),
    ask(request, facts = {}, limitMs = 60_000) {
      const answer = reply(request, limitMs)
      child.send({ request, ...facts })
      return answer
    },
    cpuSeconds: () => cpuSeconds(child.pid),
    stop: () => stopChild(child),
  }
}

/** The end of a log, for an error message. */
function tail(log: string): string {
  return readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n')
}

export function cpuSeconds(pid: number | undefined): number {
  try {
    // Fields 14 and 15 (utime, stime), counted behind the name, which may hold spaces (proc_pid_stat(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return 0
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  await ended
  clearTimeout(timer)
}

const request = z.looseObject({ request: z.string() })

/** The child's side of `ask`: answers each request by the handler of its name, and ends when it is told to or left alone. */
export function serve(handlers: Readonly<Record<string, (facts: Record<string, unknown>) => Promise<Reply> | Reply>>): void {
  process.on('message', (message) => {
    const { request: name, ...facts } = request.parse(message)
    void Promise.resolve(handlers[name]?.(facts)).then((answer) => process.send?.({ re: name, ...answer }))
  })
  process.on('SIGTERM', () => process.exit(0))
  process.on('disconnect', () => process.exit(0))
  process.send?.({ ready: true })
}
