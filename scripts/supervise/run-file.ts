import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { Refusal } from '../prepare/refusal.mjs'
import { identityOf } from './identity.ts'

const living = z.object({ name: z.string(), pid: z.int().positive(), identity: z.string() })
const schema = z.object({
  supervisor: living,
  url: z.string().nullable(),
  redisUrl: z.string().nullable(),
  children: z.array(living),
})
type Run = z.infer<typeof schema>

/** How long what a killed start left behind may take to end by itself, milliseconds. */
const LEAVE_MS = 8_000

/** Who runs on a data folder: claimed by one start at a time, kept up to date, read by the doctor. */
export interface RunFile {
  setUrl(url: string): void
  setRedis(url: string): void
  add(name: string, pid: number): void
  remove(pid: number): void
  release(): void
}

export function runFilePath(dataFolder: string): string {
  return join(dataFolder, 'run.json')
}

/** What the run file says, or null where there is none or it is unreadable. */
export function readRunFile(dataFolder: string): Run | null {
  return parse(textOf(runFilePath(dataFolder)))
}

/**
 * Claims the data folder for this process. A claim whose process is gone is taken over, after ending what it left running.
 * @throws Refusal when another start lives.
 */
export async function claimRun(dataFolder: string): Promise<RunFile> {
  const path = runFilePath(dataFolder)
  const run: Run = { supervisor: living.parse({ name: 'supervisor', pid: process.pid, identity: identityOf(process.pid) ?? '' }), url: null, redisUrl: null, children: [] }
  const draft = `${path}.${process.pid}`
  for (;;) {
    writeFileSync(draft, JSON.stringify(run), { mode: 0o600 })
    if (link(draft, path)) break
    const text = textOf(path)
    const other = parse(text)
    if (other && lives(other.supervisor)) {
      rmSync(draft, { force: true })
      throw new Refusal(`Prahari already runs on the data folder ${dataFolder} (process ${other.supervisor.pid}): stop it first, or set PRAHARI_DATA to another folder.`)
    }
    await endAll(other?.children ?? [])
    takeAway(path, text)
  }
  rmSync(draft)
  const save = (): void => {
    writeFileSync(draft, JSON.stringify(run), { mode: 0o600 })
    renameSync(draft, path)
  }
  return {
    setUrl(url) { run.url = url; save() },
    setRedis(url) { run.redisUrl = url; save() },
    add(name, pid) {
      const identity = identityOf(pid)
      if (identity !== null) run.children.push({ name, pid, identity })
      save()
    },
    remove(pid) { run.children = run.children.filter((child) => child.pid !== pid); save() },
    release() { rmSync(path, { force: true }) },
  }
}

function lives(one: z.infer<typeof living>): boolean {
  return identityOf(one.pid) === one.identity
}

/** Children end by themselves when their supervisor dies; one that does not is ended here. */
async function endAll(children: Run['children']): Promise<void> {
  const end = performance.now() + LEAVE_MS
  for (const child of children.filter(lives)) kill(child.pid, 'SIGTERM')
  while (children.some(lives) && performance.now() < end) await sleep(50)
  for (const child of children.filter(lives)) kill(child.pid, 'SIGKILL')
  while (children.some(lives)) await sleep(20)
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended meanwhile.
  }
}

/** Makes `path` another name of `draft`; false when the name is taken, which no two processes can both miss. */
function link(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Removes the stale file, but not one that another start has put in its place meanwhile. */
function takeAway(path: string, staleText: string | null): void {
  const aside = `${path}.stale-${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (textOf(aside) !== staleText) link(aside, path)
  rmSync(aside, { force: true })
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function parse(text: string | null): Run | null {
  if (text === null) return null
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
