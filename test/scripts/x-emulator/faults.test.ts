import { connect } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FaultBox, faultSchema } from '../../../scripts/x-emulator/faults.ts'
import { createEmulator, type Emulator } from '../../../scripts/x-emulator/server.ts'
import { addRules, call, openStream, until } from './client.ts'

const TEXT = '@PrahariUP आग लगी है 🔥🙏'
let emulator: Emulator

beforeEach(async () => {
  emulator = await createEmulator()
  await addRules(emulator, '@PrahariUP')
})
afterEach(() => emulator.stop())

describe('faults of the connection', () => {
  it('end and reset it', async () => {
    const first = await openStream(emulator)
    emulator.fault({ kind: 'end' })
    await until(() => first.isClosed())
    expect(first.closedBy()).toBe('end')
    const second = await openStream(emulator)
    emulator.fault({ kind: 'rst' })
    await until(() => second.isClosed())
    expect(second.closedBy()).toBe('reset')
  })

  it('close the coming ones after their headers, as often as told', async () => {
    emulator.fault({ kind: 'end', when: 'connect', count: 2 })
    for (const expected of [true, true, false]) {
      const reader = await openStream(emulator)
      emulator.inject(TEXT)
      await until(() => reader.isClosed() || reader.frames().length > 0)
      expect(reader.isClosed()).toBe(expected)
    }
  })

  it('fall silent without closing', async () => {
    emulator.configure({ heartbeatMs: 10 })
    const reader = await openStream(emulator)
    await until(() => reader.heartbeats() > 0)
    emulator.fault({ kind: 'silent' })
    const before = reader.body()
    emulator.inject(TEXT)
    await new Promise(resolve => setTimeout(resolve, 60))
    expect(reader.body()).toBe(before)
    expect(reader.isClosed()).toBe(false)
    expect((await call(emulator, 'GET', '/2/tweets/search/stream')).status).toBe(429)
  })

  it('hold the headers back', async () => {
    emulator.fault({ kind: 'headers-delay', ms: 80, count: 1 })
    const start = performance.now()
    const reader = await openStream(emulator)
    expect(performance.now() - start).toBeGreaterThan(70)
    expect(reader.status).toBe(200)
  })

  it('free the slot of a reader that gave up waiting for headers', async () => {
    emulator.fault({ kind: 'headers-delay', count: 1 })
    const controller = new AbortController()
    const pending = fetch(`${emulator.origin}/2/tweets/search/stream`, { headers: { authorization: `Bearer ${emulator.tokens.app}` }, signal: controller.signal })
    await until(() => emulator.attempts().length === 1)
    controller.abort()
    await expect(pending).rejects.toThrow()
    await until(() => emulator.attempts()[0]?.outcome === 'abandoned')
    expect((await openStream(emulator)).status).toBe(200)
  })

  it('refuse or reset TCP connections, while open streams go on', async () => {
    const reader = await openStream(emulator)
    const port = Number(new URL(emulator.origin).port)
    const knock = async () => {
      const socket = connect(port, '127.0.0.1')
      const outcome = await Promise.race([
        once(socket, 'error').then(([error]) => (error as NodeJS.ErrnoException).code),
        once(socket, 'connect').then(() => new Promise<string>(resolve => {
          socket.on('error', error => resolve((error as NodeJS.ErrnoException).code ?? ''))
          setTimeout(() => resolve('connected'), 50)
        })),
      ])
      socket.destroy()
      return outcome
    }
    emulator.fault({ kind: 'refuse' })
    expect(await knock()).toBe('ECONNREFUSED')
    emulator.inject(TEXT)
    await until(() => reader.frames().length === 1)
    emulator.clearFaults('refuse')
    await until(() => emulator.faults().length === 0)
    expect(await knock()).toBe('connected')
    emulator.fault({ kind: 'refuse', count: 1 })
    expect(await knock()).toBe('ECONNRESET')
    expect(await knock()).toBe('connected')
    emulator.fault({ kind: 'refuse', seconds: 0.5 })
    expect(await knock()).toBe('ECONNREFUSED')
    await vi.waitFor(async () => expect(await knock()).toBe('connected'), { timeout: 10_000 })
  })

  it('hold a phantom slot until it is killed', async () => {
    emulator.fault({ kind: 'phantom', hold: 'after-close', forSeconds: 600, count: 1 })
    const reader = await openStream(emulator)
    reader.close()
    await until(() => emulator.openStreams().length === 0)
    expect((await call(emulator, 'GET', '/2/tweets/search/stream')).body['connection_issue']).toBe('TooManyConnections')
    expect((await call(emulator, 'DELETE', '/2/connections/all')).body.data).toMatchObject({ successful_kills: 1 })
    expect((await openStream(emulator)).status).toBe(200)
  })

  it('leave no phantom of a stream that the app killed itself', async () => {
    emulator.fault({ kind: 'phantom', hold: 'after-close', forSeconds: 600, count: 1 })
    const reader = await openStream(emulator)
    await call(emulator, 'DELETE', '/2/connections/all')
    await until(() => reader.isClosed())
    expect((await openStream(emulator)).status).toBe(200)
  })

  it.each([[true], [false]])('send the control frame, with close: %s', async close => {
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'op-disconnect', close })
    await until(() => reader.body().includes('UpstreamOperationalDisconnect'))
    if (close) await until(() => reader.isClosed())
    else {
      emulator.inject(TEXT)
      await until(() => reader.frames().length === 2)
    }
  })
})

describe('errors instead of answers', () => {
  it.each([
    [{ status: 401 }, { title: 'Unauthorized' }],
    [{ status: 402 }, { title: 'CreditsDepleted' }],
    [{ status: 403 }, { reason: 'client-not-enrolled' }],
    [{ status: 409 }, { connection_issue: 'RuleConfigurationIssue' }],
    [{ status: 429 }, { title: 'Too Many Requests' }],
    [{ status: 429, variant: 'too-many-connections' }, { connection_issue: 'TooManyConnections' }],
    [{ status: 429, variant: 'legacy-rate-limit' }, { errors: [{ code: 88, message: 'Rate limit exceeded' }] }],
    [{ status: 429, variant: 'usage-cap' }, { title: 'UsageCapExceeded' }],
    [{ status: 500 }, { title: 'Internal Server Error' }],
    [{ status: 503 }, { title: 'Service Unavailable' }],
  ] as const)('%j', async (fault, body) => {
    emulator.fault({ kind: 'http', on: 'stream', count: 1, ...fault })
    const refused = await call(emulator, 'GET', '/2/tweets/search/stream')
    expect(refused.status).toBe(fault.status)
    expect(refused.body).toMatchObject(body)
    expect(emulator.attempts()[0]).toMatchObject({ outcome: 'refused', status: fault.status })
    expect((await openStream(emulator)).status).toBe(200)
  })

  it('come as HTML too', async () => {
    emulator.fault({ kind: 'http', status: 503, variant: 'html', count: 1 })
    const { headers, body } = await call(emulator, 'GET', '/2/users/me', { user: true })
    expect(headers.get('content-type')).toMatch(/html/)
    expect(body['text']).toMatch(/^<!DOCTYPE html>/)
  })

  it('tell apart an exhausted window from a taken slot by what remains', async () => {
    emulator.fault({ kind: 'http', status: 429, resetInSeconds: 30, count: 1 })
    const window = await call(emulator, 'GET', '/2/tweets/search/stream')
    expect(window.headers.get('x-rate-limit-remaining')).toBe('0')
    expect(Number(window.headers.get('x-rate-limit-reset')) * 1000 - emulator.now()).toBeGreaterThan(28_000)
    emulator.fault({ kind: 'http', status: 429, variant: 'too-many-connections', count: 1 })
    const slot = await call(emulator, 'GET', '/2/tweets/search/stream')
    expect(Number(slot.headers.get('x-rate-limit-remaining'))).toBeGreaterThan(0)
  })

  it('strike only the endpoint and the page they name', async () => {
    emulator.configure({ searchLagMs: 0 })
    for (let post = 0; post < 25; post++) emulator.inject({ text: `@PrahariUP ${post}`, createdAt: emulator.now() - 1000 })
    emulator.fault({ kind: 'http', on: 'search', status: 503, page: 2, count: 1 })
    const path = '/2/tweets/search/recent?query=@PrahariUP'
    const first = await call(emulator, 'GET', path)
    const next = `${path}&next_token=${String(first.body.meta?.['next_token'])}`
    expect([first.status, (await call(emulator, 'GET', next)).status, (await call(emulator, 'GET', next)).status]).toEqual([200, 503, 200])
  })
})

describe('faults of the frames', () => {
  it('drop exactly as many posts as told, which search still finds', async () => {
    emulator.configure({ searchLagMs: 0 })
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'drop', count: 2 })
    const ids = ['a', 'b', 'c'].map(letter => emulator.inject({ text: `@PrahariUP ${letter}`, createdAt: emulator.now() - 1 }).id)
    await until(() => reader.frames().length > 0)
    expect(reader.frames().map(frame => frame.data.id)).toEqual(ids.slice(2))
    const { body } = await call(emulator, 'GET', '/2/tweets/search/recent?query=@PrahariUP')
    expect(body.meta?.['result_count']).toBe(3)
  })

  it('split a frame at every byte without changing it', async () => {
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'split', count: 1 })
    const { id } = emulator.inject(TEXT)
    emulator.inject('@PrahariUP doosra')
    await until(() => reader.frames().length === 2)
    expect(reader.frames()[0]?.data).toMatchObject({ id, text: TEXT })
    expect(reader.chunks.length).toBeGreaterThan(50)
  })

  it('split a frame in two at a byte', async () => {
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'split', at: 45, count: 1 })
    emulator.inject(TEXT)
    await until(() => reader.frames().length === 1)
    expect(reader.chunks[0]).toHaveLength(45)
    expect(reader.frames()[0]?.data.text).toBe(TEXT)
  })

  it('glue frames, and heartbeats around them, into one chunk', async () => {
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'glue', frames: 3, count: 1 })
    emulator.fault({ kind: 'heartbeat', mode: 'glued', count: 1 })
    for (const letter of ['a', 'b', 'c']) emulator.inject(`@PrahariUP ${letter}`)
    await until(() => reader.frames().length === 3)
    expect(reader.chunks).toHaveLength(1)
    expect(reader.body().startsWith('\r\n{')).toBe(true)
    expect(reader.body().endsWith('}\r\n\r\n')).toBe(true)
  })

  it('repeat, reorder and delay', async () => {
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'duplicate', count: 1 })
    const first = emulator.inject('@PrahariUP ek')
    emulator.fault({ kind: 'reorder', window: 3, count: 1 })
    const rest = ['do', 'teen', 'chaar'].map(word => emulator.inject(`@PrahariUP ${word}`))
    emulator.fault({ kind: 'delay', ms: 30, count: 1 })
    const late = emulator.inject('@PrahariUP der se')
    const last = emulator.inject('@PrahariUP antim')
    await until(() => reader.frames().length === 7)
    expect(reader.frames().map(frame => frame.data.id)).toEqual([first, first, ...rest.toReversed(), last, late].map(({ id }) => id))
  })

  it('shuffle the same way for the same seed', async () => {
    const orders: string[] = []
    for (let run = 0; run < 2; run++) {
      const reader = await openStream(emulator)
      emulator.fault({ kind: 'reorder', window: 6, shuffle: true, seed: 5, count: 1 })
      for (const letter of 'abcdef') emulator.inject(`@PrahariUP ${letter}`)
      await until(() => reader.frames().length === 6)
      orders.push(reader.frames().map(frame => frame.data.text).join())
      reader.close()
      await until(() => emulator.openStreams().length === 0)
    }
    expect(orders[0]).toBe(orders[1])
    expect(orders[0]).not.toBe([...'abcdef'].map(letter => `@PrahariUP ${letter}`).join())
  })

  it.each([['truncated'], ['garbage'], ['not-object']] as const)('spoil one frame (%s) and spare the next', async how => {
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'malformed', how, count: 1 })
    emulator.inject(TEXT)
    emulator.inject('@PrahariUP sahi')
    const lines = () => reader.body().split('\r\n')
    await until(() => lines().length === 3)
    const parsed: unknown[] = lines().slice(0, 2).map(line => {
      try {
        return JSON.parse(line) as unknown
      } catch {
        return undefined
      }
    })
    expect(parsed[0]).toSatisfy(value => typeof value !== 'object')
    expect(parsed[1]).toMatchObject({ data: { text: '@PrahariUP sahi' } })
  })

  it('tear a letter, or end a frame with a bare newline', async () => {
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'malformed', how: 'bad-utf8', count: 1 })
    emulator.inject(TEXT)
    await until(() => reader.frames().length === 1)
    expect(reader.frames()[0]?.data.text).toContain('\uFFFD')
    emulator.fault({ kind: 'malformed', how: 'bare-newline', count: 1 })
    emulator.inject('@PrahariUP do')
    await until(() => reader.body().endsWith('}\n'))
    expect(reader.body().endsWith('}\r\n')).toBe(false)
  })

  it('blow a post up to a note of 25,000 code points', async () => {
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'oversized', count: 1 })
    emulator.inject(TEXT)
    await until(() => reader.frames().length === 1)
    const note = reader.frames()[0]?.data['note_tweet'] as { text: string }
    expect([...note.text]).toHaveLength(25_000)
    expect(note.text.startsWith(TEXT)).toBe(true)
  })

  it('send messages of unknown types, errors beside data, and no includes', async () => {
    const reader = await openStream(emulator, '?expansions=author_id')
    emulator.fault({ kind: 'unknown-message', count: 1 })
    emulator.fault({ kind: 'partial-errors', count: 1 })
    emulator.fault({ kind: 'missing-includes', count: 1 })
    emulator.inject(TEXT)
    await until(() => reader.frames().length === 2)
    const [unknown, frame] = reader.frames()
    expect(unknown).toHaveProperty('notice')
    expect(frame).not.toHaveProperty('includes')
    expect(frame?.errors).toHaveLength(1)
  })

  it('stop or slow the heartbeat', async () => {
    emulator.configure({ heartbeatMs: 10 })
    const reader = await openStream(emulator)
    emulator.fault({ kind: 'heartbeat', mode: 'off' })
    const before = reader.heartbeats()
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(reader.heartbeats() - before).toBeLessThanOrEqual(1)
    emulator.clearFaults('heartbeat')
    emulator.fault({ kind: 'heartbeat', mode: 'slow', everyMs: 100 })
    const times: number[] = []
    reader.response.on('data', () => times.push(performance.now()))
    await until(() => times.length >= 3)
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThan(80)
  })

  it('write any bytes', async () => {
    const reader = await openStream(emulator)
    emulator.raw(Buffer.from([0x7b, 0x00, 0xff, 0x0d, 0x0a]))
    await until(() => reader.chunks.length === 1)
    expect([...(reader.chunks[0] ?? [])]).toEqual([0x7b, 0x00, 0xff, 0x0d, 0x0a])
  })
})

describe('the box of faults', () => {
  it('counts uses down and forgets what is used up', () => {
    const box = new FaultBox()
    box.arm(faultSchema.parse({ kind: 'drop', count: 2 }))
    expect([box.take('drop'), box.take('duplicate'), box.take('drop'), box.take('drop')].map(Boolean)).toEqual([true, false, true, false])
    expect(box.isEmpty).toBe(true)
  })

  it('strikes by chance in the same pattern for the same seed', () => {
    const pattern = (seed: number) => {
      const box = new FaultBox()
      box.arm(faultSchema.parse({ kind: 'drop', probability: 0.3, seed }))
      return Array.from({ length: 200 }, () => (box.take('drop') ? 'x' : '.')).join('')
    }
    expect(pattern(1)).toBe(pattern(1))
    expect(pattern(1)).not.toBe(pattern(2))
    const struck = pattern(1).replaceAll('.', '').length
    expect(struck).toBeGreaterThan(40)
    expect(struck).toBeLessThan(80)
  })

  it('clears by id, by kind, or all', () => {
    const box = new FaultBox()
    const id = box.arm(faultSchema.parse({ kind: 'drop' }))
    box.arm(faultSchema.parse({ kind: 'delay' }))
    box.arm(faultSchema.parse({ kind: 'delay' }))
    expect([box.clear(id), box.clear('delay'), box.clear()]).toEqual([1, 2, 0])
  })
})
