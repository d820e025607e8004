import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'

/** A tab that can be put behind another one and frozen, as browsers do it with tabs that nobody looks at. */
export interface RawTab {
  /** The value of an expression in the page; of what it resolves to, when it is a promise. */
  evaluate<Value>(expression: string): Promise<Value>
  hide(): Promise<void>
  /** Stops every timer and message of the hidden tab, as Chromium does after some minutes; `show` thaws it. */
  freeze(): Promise<void>
  show(): Promise<void>
  close(): Promise<void>
}

interface Answer {
  id?: number
  result?: Record<string, unknown>
  error?: { message: string }
}

/**
 * Debian's chromium by its DevTools protocol alone: the pages of Playwright are visible and awake whatever lies before them.
 * @throws Error when the browser does not start, or a command fails.
 */
export async function openRawTab(url: string, size: { width: number; height: number }): Promise<RawTab> {
  const folder = mkdtempSync(join(tmpdir(), 'prahari-tab-'))
  const browser = spawn('/usr/bin/chromium', [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--remote-debugging-port=0', `--user-data-dir=${folder}`, `--window-size=${size.width},${size.height}`, 'about:blank',
  ], { stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise<void>((resolve) => browser.once('exit', () => resolve()))
  const socket = new WebSocket(await endpointOf(browser.stderr, gone))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const call = caller(socket)
  const { targetId: other } = await call('Target.createTarget', { url: 'about:blank' })
  const { targetId } = await call('Target.createTarget', { url })
  const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true })
  const setState = (state: 'frozen' | 'active'): Promise<unknown> => call('Page.setWebLifecycleState', { state }, String(sessionId))
  return {
    async evaluate<Value>(expression: string) {
      const { result } = await call('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true }, String(sessionId))
      return (result as { value: Value }).value
    },
    hide: async () => { await call('Target.activateTarget', { targetId: other }) },
    freeze: async () => { await setState('frozen') },
    async show() {
      await setState('active')
      await call('Target.activateTarget', { targetId })
    },
    async close() {
      socket.close()
      browser.kill()
      await gone
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function endpointOf(stderr: NodeJS.ReadableStream, gone: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /ws:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
    void gone.then(() => reject(new Error(`chromium ended: ${said.slice(-400)}`)))
  })
}

function caller(socket: WebSocket): (method: string, params?: object, sessionId?: string) => Promise<Record<string, unknown>> {
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.on('message', (raw: Buffer) => {
    const answer = JSON.parse(raw.toString()) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  let count = 0
  return (method, params = {}, sessionId) => new Promise((resolve, reject) => {
    const id = ++count
    waiting.set(id, ({ result, error }) => {
      waiting.delete(id)
      if (error) reject(new Error(`${method}: ${error.message}`))
      else resolve(result ?? {})
    })
    socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }))
  })
}
