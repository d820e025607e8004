// @ts-check
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { node24 } from './packages.mjs'
import { run } from './run.mjs'

/** Settings of the machine that must not leak into tests, which choose their own. */
const SETTINGS = /^(PRAHARI_.*|PORT|REDIS_URL|MONGODB_URI|NODE_ENV)$/

/** Where Linux has a file system in memory, and what must be free there. */
const MEMORY = '/dev/shm'
const ROOMY_BYTES = 2 * 1024 ** 3

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ status: string, assertionResults: { status: string }[] }} FileResult */

/**
 * Runs vitest and counts tests. A file that cannot be loaded, a failing hook and a run that ends badly for another reason each
 * count as a failure, so that nothing red is counted as nothing.
 * @param {string} root
 * @param {readonly string[]} args for vitest
 * @param {NodeJS.ProcessEnv} [extraEnv]
 * @returns {Promise<Count>}
 */
export async function runTests(root, args, extraEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-tests-'))
  const report = join(folder, 'report.json')
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.test(name)))
  try {
    const { code } = await run(node24(root), [
      join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'scripts/config/vitest.config.ts',
      '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args,
    ], { cwd: root, env: { ...env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`, ...quickTemporary(), ...extraEnv } })
    return countReport(readReport(report), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Temporary files in memory where there is room: hundreds of stores wait for their disk otherwise. No test cuts the power, so
 * none needs a disk that would survive it.
 * @returns {NodeJS.ProcessEnv}
 */
function quickTemporary() {
  if (process.env.TMPDIR) return {}
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ROOMY_BYTES ? { TMPDIR: MEMORY } : {}
  } catch {
    return {}
  }
}

/**
 * @param {{ testResults: FileResult[] } | null} report
 * @param {number} code exit code of the run
 * @returns {Count}
 */
export function countReport(report, code) {
  const count = { passed: 0, failed: 0 }
  for (const { status, assertionResults } of report?.testResults ?? []) {
    const failed = assertionResults.filter((one) => one.status === 'failed').length
    count.passed += assertionResults.filter((one) => one.status === 'passed').length
    count.failed += failed === 0 && status === 'failed' ? 1 : failed
  }
  if (code !== 0 && count.failed === 0) count.failed = 1
  return count
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
