// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './refusal.mjs'
import { run } from './run.mjs'

/**
 * Whether node_modules holds exactly what package-lock.json names: npm itself writes down what it installed, last of all,
 * so that an interrupted installation does not count.
 * @param {string} root
 * @param {{ withDev?: boolean }} [options]
 */
export function arePackagesInstalled(root, { withDev = true } = {}) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'))
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional }]) =>
    path === '' || optional === true || (!withDev && (dev === true || devOptional === true)) || installed[path]?.version === version)
}

/**
 * Installs the npm packages when they are missing or package-lock.json changed since.
 * @param {string} root
 */
export async function installPackages(root) {
  if (arePackagesInstalled(root)) return
  process.stdout.write('Installing npm packages …\n')
  const npm = process.env.npm_execpath
  const [program, ...first] = npm ? [process.execPath, npm] : ['npm']
  const { code } = await run(program ?? 'npm', [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root })
  if (code !== 0) throw new Refusal(`The npm packages could not be installed (npm ci ended with ${code}): see its messages above, and check the network or the npm registry.`)
}

/**
 * The Node 24 that everything but the first steps runs under: the one that npm installed, or this one when it is new enough.
 * @param {string} root
 */
export function node24(root) {
  const own = join(root, 'node_modules/.bin/node')
  if (existsSync(own)) return own
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Refusal('The npm package node brought no Node 24 for this platform: install Node 24 and run this again.')
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}
