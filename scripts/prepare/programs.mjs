// @ts-check
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Refusal } from './refusal.mjs'
import { run } from './run.mjs'

/** Programs that npm cannot bring, with the Debian and Ubuntu package of each. */
const PACKAGES = { 'redis-server': 'redis-server', chromium: 'chromium' }

/** @typedef {keyof typeof PACKAGES} Program */

/**
 * The path of a program, or null when the PATH does not lead to one.
 * @param {string} name
 */
export function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not here.
    }
  }
  return null
}

/**
 * Installs the programs that are missing through apt, where that is allowed without asking (as root or by sudo without a
 * password). @throws Refusal one sentence with what to install.
 * @param {readonly Program[]} names
 */
export async function requirePrograms(names) {
  const missing = names.filter((name) => findProgram(name) === null)
  if (missing.length === 0) return
  const packages = missing.map((name) => PACKAGES[name])
  const byHand = `install ${missing.join(' and ')} (Debian and Ubuntu: sudo apt-get install ${packages.join(' ')}) and run this again`
  const apt = await aptCommand()
  if (!apt) throw new Refusal(`${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing and may not be installed from here: ${byHand}.`)
  process.stdout.write(`Installing ${packages.join(' and ')} through apt …\n`)
  const [program, ...first] = apt
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await run(program, [...first, 'update', '-qq'], { env, isQuiet: true })
  const installed = await run(program, [...first, 'install', '-y', '-qq', '--no-install-recommends', ...packages], { env, isQuiet: true })
  if (installed.code === 0 && missing.every((name) => findProgram(name) !== null)) return
  process.stderr.write(`${updated.code === 0 ? '' : updated.output}${installed.output}\n`)
  throw new Refusal(`apt could not install ${packages.join(' and ')}: ${byHand}.`)
}

/** @returns {Promise<[string, ...string[]] | null>} how to call apt-get with the right to install, or null where there is none. */
async function aptCommand() {
  if (findProgram('apt-get') === null) return null
  if (process.getuid?.() === 0) return ['apt-get']
  if (findProgram('sudo') === null) return null
  const { code } = await run('sudo', ['-n', 'true'], { isQuiet: true })
  return code === 0 ? ['sudo', '-n', 'apt-get'] : null
}
