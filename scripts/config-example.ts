// npm run config:example: writes .env.example from the settings' own help texts.
import { writeFileSync } from 'node:fs'
import { envExample } from '../src/config.ts'

writeFileSync(new URL('../.env.example', import.meta.url), envExample())
