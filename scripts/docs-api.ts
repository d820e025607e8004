// npm run docs:api: writes docs/api/openapi.json and docs/api/asyncapi.json from the contract's schemas.
import { mkdirSync, writeFileSync } from 'node:fs'
import { asyncApiDocument } from './docs/asyncapi.ts'
import { openApiDocument } from './docs/openapi.ts'
import packageJson from '../package.json' with { type: 'json' }

const folder = new URL('../docs/api/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, document] of [['openapi', openApiDocument(packageJson.version)], ['asyncapi', asyncApiDocument(packageJson.version)]] as const) {
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(document, null, 2)}\n`)
}
