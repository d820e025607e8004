import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'prahari-secret-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a kept secret', () => {
  it('is made once, also by processes that start together, for the owner alone', async () => {
    const module = new URL('../../../src/adapters/files/kept-secret.ts', import.meta.url).href
    const script = `import { keptSecret } from ${JSON.stringify(module)}; process.stdout.write(keptSecret(${JSON.stringify(join(folder, 'new'))}, 'a.txt', () => String(process.pid)))`
    const made = await Promise.all([1, 2, 3].map(async () => (await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])).stdout))
    expect(new Set(made).size).toBe(1)
    expect(statSync(join(folder, 'new', 'a.txt')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, 'new', 'a.txt'), 'utf8')).toBe(made[0])
  })
})
