import { get, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { vi } from 'vitest'
import type { Emulator } from '../../../scripts/x-emulator/server.ts'

interface Answer {
  status: number
  headers: Headers
  // Tests read whatever shape the endpoint has.
  body: Record<string, unknown> & { data?: unknown; errors?: Record<string, unknown>[]; meta?: Record<string, unknown> }
}

/** Calls the API as the app (`user: true` as the account). */
export async function call(emulator: Emulator, method: string, path: string, options: { body?: unknown; user?: boolean; token?: string } = {}): Promise<Answer> {
  const token = options.token ?? (options.user ? emulator.tokens.user : emulator.tokens.app)
  const response = await fetch(emulator.origin + path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(options.body === undefined ? {} : { 'content-type': 'application/json;charset=UTF-8' }) },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : { text } }
}

/** Adds rules by value; the tag is `t:<value>`. */
export async function addRules(emulator: Emulator, ...values: string[]): Promise<void> {
  await call(emulator, 'POST', '/2/tweets/search/stream/rules', { body: { add: values.map(value => ({ value, tag: `t:${value}` })) } })
}

export interface Frame {
  data: Record<string, unknown> & { id: string; text: string }
  includes?: Record<string, Record<string, unknown>[]>
  errors?: Record<string, unknown>[]
  matching_rules: { id: string; tag: string }[]
}

/** A reader of the stream that keeps every chunk as it came. */
export interface Reader {
  status: number
  body: () => string
  chunks: Buffer[]
  frames: () => Frame[]
  heartbeats: () => number
  isClosed: () => boolean
  /** `reset` when the connection was cut, `end` when it was closed in order. */
  closedBy: () => string | undefined
  response: IncomingMessage
  close: () => void
}

/** Opens the stream and resolves when its headers arrived. */
export async function openStream(emulator: Emulator, query = ''): Promise<Reader> {
  const request = get(`${emulator.origin}/2/tweets/search/stream${query}`, { headers: { authorization: `Bearer ${emulator.tokens.app}` }, agent: false })
  request.on('error', () => undefined)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  let closedBy: string | undefined
  response.on('data', (chunk: Buffer) => chunks.push(chunk))
  response.on('end', () => (closedBy ??= 'end'))
  response.on('error', () => (closedBy ??= 'reset'))
  const body = () => Buffer.concat(chunks).toString()
  const lines = () => body().split('\r\n').slice(0, -1)
  return {
    status: response.statusCode ?? 0,
    body, chunks, response,
    frames: () => lines().filter(Boolean).map(line => JSON.parse(line) as Frame),
    heartbeats: () => lines().filter(line => line === '').length,
    isClosed: () => closedBy !== undefined,
    closedBy: () => closedBy,
    close: () => request.destroy(),
  }
}

/** Waits until something holds; fails when it does not within some seconds. */
export async function until(holds: () => boolean): Promise<void> {
  await vi.waitFor(() => {
    if (!holds()) throw new Error(`never came true: ${holds.toString()}`)
  }, { timeout: 10_000, interval: 5 })
}
