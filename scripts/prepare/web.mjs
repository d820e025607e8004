// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24 } from './packages.mjs'
import { Refusal } from './refusal.mjs'
import { run } from './run.mjs'

/** Whatever the built consoles depend on. */
const SOURCES = ['src/web', 'src/contract', 'src/domain', 'scripts/config/vite.config.ts', 'scripts/config/service-worker-build.ts', 'package-lock.json']
const STAMP = 'dist/web/.built-from'

/**
 * Whether dist/web was built from the sources as they are.
 * @param {string} root
 */
export function isWebBuilt(root) {
  const stamp = join(root, STAMP)
  return existsSync(stamp) && existsSync(join(root, 'dist/web/index.html')) && readFileSync(stamp, 'utf8') === hashSources(root)
}

/**
 * Whether npm start or npm test built dist/web, and not somebody by hand.
 * @param {string} root
 */
export function hasWebStamp(root) {
  return existsSync(join(root, STAMP))
}

/**
 * Builds the consoles when their sources changed since.
 * @param {string} root
 */
export async function buildWeb(root) {
  if (isWebBuilt(root)) return
  process.stdout.write('Building the consoles …\n')
  const built = hashSources(root)
  const { code, output } = await run(node24(root), [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'scripts/config/vite.config.ts', '--logLevel', 'warn'], { cwd: root, isQuiet: true })
  if (code !== 0) throw new Refusal(`${output}\nThe consoles could not be built: see the messages above.`)
  writeFileSync(join(root, STAMP), built)
}

/** @param {string} root */
function hashSources(root) {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of filesOf(join(root, source))) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesOf(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).sort().flatMap((name) => filesOf(join(path, name)))
}
