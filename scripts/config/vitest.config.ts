import { defineConfig } from 'vitest/config'
import { fileURLToPath } from 'node:url'

/** Tests run from the repository's root, in forked processes, because fault tests kill what they start. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
