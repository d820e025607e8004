// @ts-check
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Imported for its effect: settings of the file .env beside package.json, where the environment does not name them already.
const file = fileURLToPath(new URL('../../.env', import.meta.url))
if (existsSync(file)) process.loadEnvFile?.(file)
