import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { folderProblem } from '../prepare/places.mjs'
import { arePackagesInstalled } from '../prepare/packages.mjs'
import { hasWebStamp, isWebBuilt } from '../prepare/web.mjs'
import { fail, ok, reasonOf, warn } from './finding.ts'
import type { Finding } from './finding.ts'

const NEEDED_NODE = 24
const MEBIBYTE = 1024 * 1024
const LITTLE_DISK = 1024 * MEBIBYTE
const NO_DISK = 128 * MEBIBYTE

/** Node, packages, built consoles. */
export function checkInstallation(root: string): Finding[] {
  const { node } = process.versions
  return [
    Number(node.split('.')[0]) >= NEEDED_NODE ? ok('node', node) : fail('node', node, `run it as npm run doctor, under Node ${NEEDED_NODE}`),
    checkPackages(root),
    checkWeb(root),
  ]
}

function checkPackages(root: string): Finding {
  if (arePackagesInstalled(root)) return ok('packages', 'as locked')
  if (arePackagesInstalled(root, { withDev: false })) return ok('packages', 'as locked, for production only')
  return fail('packages', 'not as package-lock.json says', 'npm ci')
}

function checkWeb(root: string): Finding {
  if (isWebBuilt(root)) return ok('consoles', 'built from the sources as they are')
  if (!existsSync(join(root, 'dist/web/index.html'))) return fail('consoles', 'not built', 'npm start builds them; without it: npm run build')
  return hasWebStamp(root) ? warn('consoles', 'built from other sources than these', 'npm start builds them anew') : ok('consoles', 'built by hand, or for an image')
}

/** The data folder: writable, and with room. */
export async function checkDataFolder(folder: string): Promise<Finding[]> {
  const problem = folderProblem(folder)
  if (problem) return [fail('data folder', problem, 'see the sentence')]
  try {
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    const detail = `${Math.round(free / MEBIBYTE).toLocaleString('en')} MiB free at ${folder}`
    if (free < NO_DISK) return [fail('disk', detail, 'make room now: nothing can be recorded on a full disk')]
    return [free < LITTLE_DISK ? warn('disk', detail, 'make room: a busy day takes some 100 MiB') : ok('disk', detail)]
  } catch (error) {
    return [warn('disk', `free space unknown: ${reasonOf(error)}`, 'look at it by df')]
  }
}
