import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** npm run test:mongo sets it: then only what speaks with the store's server runs, on that server. */
const onMongo = process.env.PRAHARI_TEST_MONGODB_URI !== undefined

/** What takes longest, the longest first: begun last, it would run alone at the end while the other core rests. */
const LONGEST = ['test/faults/', 'test/browser/accessible.test.ts', 'test/browser/', 'test/roles/', 'test/acceptance/']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((path) => moduleId.includes(`/${path}`))
      return found < 0 ? LONGEST.length : found
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}

/** What leaves nothing behind in its process: rules, judgement, actions and pages. */
const PURE = ['test/{domain,triage,contract,web,actions}/**/*.test.ts']
/** Places that are added to the state are in force for the whole process. */
const LEAVES_PLACES = ['test/actions/places.test.ts', 'test/browser/admin.test.ts']
const BROWSER = ['test/browser/**/*.test.ts']

/**
 * Tests run from the repository's root, in forked processes, because fault tests kill what they start. Processes of pure and of browser
 * tests live through many files, so that packages, the lexicon and Chromium are loaded a few times and not two hundred; every other file has its own.
 */
const PROJECTS = [
  { extends: true as const, test: { name: 'pure', isolate: false, include: PURE, exclude: LEAVES_PLACES } },
  { extends: true as const, test: { name: 'browser', isolate: false, include: BROWSER, exclude: LEAVES_PLACES } },
  { extends: true as const, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: ['test/{domain,triage,contract,web}/**', 'test/actions/!(places).test.ts', 'test/browser/!(admin).test.ts', 'test/adapters/mongo/live/**'] } },
]

export default defineConfig({
  root: ROOT,
  test: {
    ...(onMongo ? { include: ['test/adapters/mongo/**/*.test.ts', 'test/acceptance/**/*.test.ts'] } : { projects: PROJECTS }),
    // Shared CI machines stall now and then, and these tests wait for real processes and browsers: a second try is reported, not hidden.
    retry: process.env.CI ? 1 : 0,
    pool: 'forks',
    maxWorkers: 2,
    maxConcurrency: 8,
    sequence: { sequencer: LongestFirst },
    // Tests start some hundred processes of the product, each in half the time with what Node compiled before.
    env: { NODE_COMPILE_CACHE: `${ROOT}node_modules/.cache/compiled` },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
