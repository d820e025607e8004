// npm start: plain JavaScript that runs on Node 20.19 with nothing installed. It checks, installs what is missing, builds the
// consoles, and hands over to scripts/supervise.ts under Node 24.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import './prepare/dot-env.mjs'
import { versionProblem } from './prepare/node-version.mjs'
import { Refusal, runScript } from './prepare/refusal.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

await runScript(async () => {
  refuse(versionProblem(process.versions.node))
  process.chdir(ROOT)
  stopWithNpm()
  await checkPlaces()
  const { installPackages, node24 } = await import('./prepare/packages.mjs')
  const { requirePrograms } = await import('./prepare/programs.mjs')
  const { buildWeb } = await import('./prepare/web.mjs')
  const { run } = await import('./prepare/run.mjs')
  await installPackages(ROOT)
  if (!process.env.REDIS_URL && !process.env.REDIS_URL_FILE) await requirePrograms(['redis-server'])
  await buildWeb(ROOT)
  const { code } = await run(node24(ROOT), ['scripts/supervise.ts', ...process.argv.slice(2)], { cwd: ROOT, hasChannel: true })
  process.exitCode = code
})

/** What a person can put right at once is said before anything is installed. Wrong values are left to the configuration. */
async function checkPlaces() {
  const { folderProblem, portProblem } = await import('./prepare/places.mjs')
  const folder = resolve(process.env.PRAHARI_DATA || '.data')
  refuse(folderProblem(folder))
  const port = Number(process.env.PORT || 3000)
  // A start that was killed may still hold the port for a moment: the supervisor waits for it.
  const mayBeOurs = existsSync(join(folder, 'run.json'))
  if (!mayBeOurs && Number.isInteger(port) && port > 0 && port < 65_536) refuse(await portProblem(process.env.PRAHARI_HOST || '127.0.0.1', port))
}

function refuse(problem) {
  if (problem) throw new Refusal(problem)
}

/** npm that is killed tells nobody: when it started us, by itself or through a shell, and is gone, so are we. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const starter = shellParentOf(parent)
  const watch = setInterval(() => {
    if (process.ppid === parent && shellParentOf(parent) === starter) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

/** Who started the shell with this id; null when it is no shell, or the system has no /proc to tell (there the shell makes way for us). */
function shellParentOf(pid) {
  try {
    const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return /^(sh|dash|bash|ash|busybox)$/.test(name ?? '') ? Number(rest?.split(' ')[1]) : null
  } catch {
    return null
  }
}
