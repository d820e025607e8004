// npm run config:example: writes .env.example and the table of docs/operations.md from the settings' own help texts.
import { readFileSync, writeFileSync } from 'node:fs'
import { envExample } from '../src/config.ts'
import { withSettingsTable } from './docs/settings-table.ts'

const page = new URL('../docs/operations.md', import.meta.url)
writeFileSync(new URL('../.env.example', import.meta.url), envExample())
writeFileSync(page, withSettingsTable(readFileSync(page, 'utf8')))
