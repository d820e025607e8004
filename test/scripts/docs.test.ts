import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { addPerson } from '../../src/actions/add-person.ts'
import { issueSignInLink } from '../../src/actions/issue-sign-in-link.ts'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { openDeps } from '../../src/app.ts'
import { envExample } from '../../src/config.ts'
import { ROUTES } from '../../src/contract/http.ts'
import { CLIENT_EVENTS, SERVER_EVENTS } from '../../src/contract/sockets.ts'
import { asyncApiDocument } from '../../scripts/docs/asyncapi.ts'
import { openApiDocument } from '../../scripts/docs/openapi.ts'
import { withSettingsTable } from '../../scripts/docs/settings-table.ts'
import { startApp } from '../app.ts'
import type { App } from '../app.ts'
import { makeJob } from '../posts.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

describe('what is generated is what is committed', () => {
  it.each([
    ['.env.example', 'npm run config:example', (): string => envExample()],
    ['docs/operations.md', 'npm run config:example', (): string => withSettingsTable(read('docs/operations.md'))],
    ['docs/api/openapi.json', 'npm run docs:api', (): string => `${JSON.stringify(openApiDocument(packageJson.version), null, 2)}\n`],
    ['docs/api/asyncapi.json', 'npm run docs:api', (): string => `${JSON.stringify(asyncApiDocument(packageJson.version), null, 2)}\n`],
  ])('%s: made anew by %s', (path, _, generate) => {
    expect(read(path)).toBe(generate())
  })
})

describe('the documents of the interface', () => {
  const openapi = openApiDocument(packageJson.version) as { paths: Record<string, Record<string, { operationId: string }>> }
  const asyncapi = asyncApiDocument(packageJson.version) as { components: { messages: Record<string, { name: string }> } }

  it('name every route and every event', () => {
    const operations = Object.values(openapi.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
    expect(operations.sort()).toEqual(Object.keys(ROUTES).sort())
    const messages = Object.values(asyncapi.components.messages).map(({ name }) => name)
    const answers = Object.keys(CLIENT_EVENTS).map((event) => `${event}:answer`)
    expect(messages.sort()).toEqual([...Object.keys(SERVER_EVENTS), ...Object.keys(CLIENT_EVENTS), ...answers].sort())
  })

  it.each([['openapi', openapi], ['asyncapi', asyncapi]])('%s: every reference leads somewhere', (_, document) => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(references.length).toBeGreaterThan(5)
    for (const reference of new Set(references)) {
      const found = reference.replace('#/', '').split('/').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document)
      expect(found, reference).toBeDefined()
    }
  })
})

describe('what docs/api.md says is so', () => {
  let app: App
  const folder = mkdtempSync(join(tmpdir(), 'prahari-client-'))
  beforeAll(async () => { app = await startApp() })
  afterAll(async () => {
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('the client of docs/api.md, word for word, signs in and acknowledges what rings', async () => {
    const [, code] = /```js\n([\s\S]*?)```/.exec(read('docs/api.md')) ?? []
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'client.mjs'), code ?? '')
    await addPerson(app.store, { id: 'client', name: 'A client', role: 'officer', scopeId: 'lucknow' })
    const token = await issueSignInLink(app.world, 'client', 1)
    await openDockets(openDeps(app.world, 1), [makeJob('critical', {}, {}, app.store.now())])
    const client = spawn(process.execPath, ['client.mjs', app.url, token], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    try {
      const said = await new Promise<string>((resolve) => {
        let output = ''
        const take = (data: Buffer): void => {
          output += data.toString()
          if (output.includes('\n')) resolve(output)
        }
        client.stdout.on('data', take)
        client.stderr.on('data', take)
        client.once('exit', () => resolve(`ended: ${output}`))
      })
      expect(said).toMatch(/^UPP-\d{8}-\d{6}: acknowledged\n$/)
    } finally {
      client.kill('SIGKILL')
    }
    const [docket] = await app.store.dockets.find({ index: 'byAlert', equals: { alertOpen: 1 }, limit: 1 })
    expect(docket?.alert?.holder).toMatchObject({ personId: 'client' })
  })
})
