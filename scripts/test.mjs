// npm test: plain JavaScript that runs on Node 20.19 with nothing installed. It installs what is missing, builds the consoles,
// runs the tests under Node 24, and always ends with the line `N passed, N failed`. Arguments go on to vitest.
import { fileURLToPath } from 'node:url'
import { versionProblem } from './prepare/node-version.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

let count = { passed: 0, failed: 1 }
try {
  const problem = versionProblem(process.versions.node)
  if (problem) throw new Error(problem)
  process.chdir(ROOT)
  count = await prepareAndTest(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
}
process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`)
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0

async function prepareAndTest(args) {
  const { installPackages } = await import('./prepare/packages.mjs')
  const { requirePrograms } = await import('./prepare/programs.mjs')
  const { buildWeb } = await import('./prepare/web.mjs')
  const { runTests } = await import('./prepare/tests.mjs')
  await installPackages(ROOT)
  await requirePrograms(['redis-server', 'chromium'])
  await buildWeb(ROOT)
  return await runTests(ROOT, args)
}
