import { defineConfig } from 'vitest/config'
import { fileURLToPath } from 'node:url'

/** npm run test:mongo sets it: then only what speaks with the store's server runs, on that server. */
const onMongo = process.env.PRAHARI_TEST_MONGODB_URI !== undefined

/** Tests run from the repository's root, in forked processes, because fault tests kill what they start. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: onMongo ? ['test/adapters/mongo/**/*.test.ts', 'test/acceptance/**/*.test.ts'] : ['test/**/*.test.ts'],
    exclude: onMongo ? [] : ['test/adapters/mongo/live/**'],
    // Shared CI machines stall now and then, and these tests wait for real processes and browsers: a second try is reported, not hidden.
    retry: process.env.CI ? 1 : 0,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
