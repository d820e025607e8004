import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

// Alone in a folder, as on the machine to which it is copied: an import of ours would fail here.
const folder = mkdtempSync(join(tmpdir(), 'prahari-outside-'))
const script = join(folder, 'check-outside.mjs')
copyFileSync(fileURLToPath(new URL('../../scripts/check-outside.mjs', import.meta.url)), script)

interface Look {
  state: string
  level: number
  checks: { name: string; level: number; because: string; ms: number }[]
}

/** What a page answers where it is not healthy. */
let sick: Record<string, { status?: number; body: string }> = {}
const posted: { text: string; state: string }[] = []
let server: Server
let url = ''
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.method === 'POST') {
      request.setEncoding('utf8')
      let body = ''
      request.on('data', (part: string) => { body += part })
      request.on('end', () => {
        posted.push(JSON.parse(body) as { text: string; state: string })
        response.end()
      })
      return
    }
    const { status = 200, body } = sick[request.url ?? ''] ?? { body: '{"ok":true,"because":"as it should be"}' }
    response.writeHead(status, status === 302 ? { Location: '/livez' } : {}).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  sick = {}
  posted.length = 0
})

async function check(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [script, ...args], { env: {}, cwd: folder })
  const [out, err] = [gather(child, 'stdout'), gather(child, 'stderr')]
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out: out(), err: err() }
}

function gather(child: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  let text = ''
  child[stream]?.on('data', (data: Buffer) => { text += data.toString() })
  return () => text
}
const looks = (out: string): Look[] => out.trim().split('\n').map((line) => JSON.parse(line) as Look)
const bad = (look: Look | undefined): string[] => look?.checks.filter(({ level }) => level > 0).map(({ name, because }) => `${name}: ${because}`) ?? []

describe('npm run check:outside', () => {
  it('is OK, one line for each check, 0', async () => {
    const { code, out } = await check(url)
    expect(code).toBe(0)
    expect(out).toMatch(/^OK http/)
    for (const name of ['livez', 'readyz', 'engine', 'audit', 'stream', 'drill', 'duty']) expect(out).toMatch(new RegExp(`^ {2}OK +${name} `, 'm'))
  })

  it('tells what needs a call from what needs a word', async () => {
    sick = { '/health/duty': { status: 503, body: '{"ok":false,"because":"nobody in Agra"}' } }
    expect(await check(url)).toMatchObject({ code: 1, out: expect.stringMatching(/^WARNING [^]*WARNING +duty +nobody in Agra/) as string })
    sick['/health/audit'] = { status: 503, body: '{"ok":false,"because":"overdue alerts: 3"}' }
    expect(await check(url)).toMatchObject({ code: 2, out: expect.stringMatching(/^CRITICAL [^]*CRITICAL +audit +overdue alerts: 3/) as string })
  })

  it('believes only our own answer: no login page, no redirect, no flood, no 200 that says otherwise', async () => {
    sick = {
      '/livez': { body: '<html>Sign in to this network</html>' }, '/readyz': { status: 302, body: '{"ok":true}' },
      '/health/engine': { body: `{"ok":true,"because":"${'x'.repeat(100_000)}"}` }, '/health/stream': { body: '{"ok":false}' },
    }
    const { out, code } = await check(url, '--json')
    expect(code).toBe(2)
    expect(bad(looks(out)[0]).map((one) => one.split(':')[0])).toEqual(['livez', 'readyz', 'engine', 'stream'])
  })

  it('notices a process that stands still, and says so to the alarm address, once, and that it is over', async () => {
    const paused = spawn(process.execPath, ['-e', `
      require('node:http').createServer((q, r) => r.end('{"ok":true}')).listen(0, '127.0.0.1', function () { console.log(this.address().port) })`])
    const port = await new Promise<string>((resolve) => paused.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())))
    const running = check(`http://127.0.0.1:${port}`, '--every', '0.3', '--times', '10', '--timeout', '0.25', '--json', '--alarm-url', `${url}/hook`)
    paused.kill('SIGSTOP')
    await expect.poll(() => posted.length, { timeout: 5_000 }).toBe(1)
    paused.kill('SIGCONT')
    await expect.poll(() => posted.length, { timeout: 5_000 }).toBe(2)
    const { out, code } = await running
    paused.kill('SIGKILL')
    expect(code).toBe(2)
    expect(bad(looks(out).find(({ level }) => level === 2))).toContain('livez: no answer within 0.25 s')
    expect(posted.map(({ state }) => state)).toEqual(['CRITICAL', 'OK'])
    expect(posted[0]?.text).toContain('engine: no answer within 0.25 s')
    expect(looks(out)).toHaveLength(10)
  })

  it('says that the alarm address failed too', async () => {
    const { code, err } = await check('http://127.0.0.1:1', '--alarm-url', 'http://127.0.0.1:1/')
    expect(code).toBe(2)
    expect(err).toContain('the alarm address was not told')
  })

  it('explains itself, and refuses wrong use with 3', async () => {
    expect(await check('--help')).toMatchObject({ code: 0, out: expect.stringContaining('* * * * *') as string })
    for (const wrong of [[], ['ftp://x'], [url, '--only', 'weather'], [url, '--times', '3'], [url, '--every', 'soon'], [url, '--nothing']]) expect((await check(...wrong)).code, wrong.join(' ')).toBe(3)
    expect((await check(url, '--only', 'livez,engine', '--json')).out).not.toContain('readyz')
  })
})
