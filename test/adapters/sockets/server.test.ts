import fc from 'fast-check'
import { io } from 'socket.io-client'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDockets } from '../../../src/actions/open-dockets.ts'
import { openDeps } from '../../../src/app.ts'
import { alertView } from '../../../src/contract/alert-view.ts'
import { ANSWERS, CLIENT_EVENTS, failure, SERVER_EVENTS } from '../../../src/contract/sockets.ts'
import type { ClientEventName } from '../../../src/contract/sockets.ts'
import { openConsole, startApp } from '../../app.ts'
import type { App, Console } from '../../app.ts'
import { makeJob } from '../../posts.ts'

let app: App
let officer: Console

beforeAll(async () => {
  app = await startApp()
  officer = await app.signIn('officer', 'lucknow')
})
afterAll(() => app.stop())

async function raiseOne(changes: Parameters<typeof makeJob>[2] = {}, text = 'help'): Promise<string> {
  const job = makeJob('critical', { text }, changes, app.store.now())
  await openDockets(openDeps(app.world, 4), [job])
  return `case-${job.postId}`
}

function handshake(headers: Record<string, string>, transports: ('polling' | 'websocket')[]): Promise<string> {
  const socket = io(app.url, { transports, extraHeaders: headers, reconnection: false, forceNew: true })
  return new Promise((resolve) => {
    socket.once('snapshot', () => resolve('admitted'))
    socket.once('connect_error', (error) => resolve(`refused: ${error.message}`))
  }).then((outcome) => {
    socket.close()
    return String(outcome)
  })
}

describe('the handshake', () => {
  it('refuses a foreign or missing Origin on both transports, and a session that is none', async () => {
    for (const transport of ['polling', 'websocket'] as const) {
      expect(await handshake({ Cookie: officer.cookie, Origin: 'https://evil.example' }, [transport])).toContain('refused')
      expect(await handshake({ Cookie: officer.cookie }, [transport])).toContain('refused')
      expect(await handshake({ Cookie: 'prahari=made-up', Origin: app.url }, [transport])).toBe('refused: forbidden: sign in first')
      expect(await handshake({ Origin: app.url }, [transport])).toBe('refused: forbidden: sign in first')
      expect(await handshake({ Cookie: officer.cookie, Origin: app.url }, [transport])).toBe('admitted')
    }
  })
})

describe('events', () => {
  it('are refused with the field when their shape is wrong, and the server goes on', async () => {
    const console = await app.signIn('officer', 'up')
    const send = (name: ClientEventName, value: unknown) => console.send(name, value as never)
    for (const wrong of [null, 1, 'x', [], {}, { alertId: 'case-1' }, { alertId: 1, key: 'abcdefgh' }, { alertId: 'case-1', key: 'short' }, { alertId: 'case-1', key: 'abcdefgh', role: 'admin' }, { alertId: 'x'.repeat(81), key: 'abcdefgh' }, { alertId: { $ne: '' }, key: 'abcdefgh' }]) {
      expect(await send('alert:acknowledge', wrong), JSON.stringify(wrong)).toMatchObject({ ok: false, error: { kind: 'invalid', field: expect.any(String) as string } })
    }
    expect(await send('alert:progress', { alertId: 'case-1', key: 'abcdefgh', step: 'deleted' })).toMatchObject({ ok: false, error: { field: 'step' } })
    expect(await console.send('clock:ping', { sentAt: 1 })).toMatchObject({ ok: true })
    const untyped = console.socket as unknown as { emit: (name: string, ...args: unknown[]) => void }
    untyped.emit('alert:acknowledge', 'no callback')
    untyped.emit('no:such:event', {})
    expect(await console.send('snapshot:get', {})).toEqual({ ok: true })
  })

  it('survive anything a client can say', async () => {
    const console = await app.signIn('officer', 'up')
    await fc.assert(fc.asyncProperty(fc.constantFrom(...(Object.keys(CLIENT_EVENTS) as ClientEventName[])), fc.jsonValue(), async (name, value) => {
      const answer = await console.send(name, value as never)
      expect(answer.ok ? ANSWERS[name].safeParse(answer).success : failure.safeParse(answer).success).toBe(true)
    }), { numRuns: 60 })
  })

  it('are limited per minute', async () => {
    const console = await app.signIn('officer', 'up')
    const answers = await Promise.all(Array.from({ length: 150 }, () => console.send('clock:ping', { sentAt: 1 })))
    expect(answers.filter((one) => !one.ok).length).toBe(30)
  })

  it('match the written contract', async () => {
    const console = await openConsole(app.url, await app.cookieFor('supervisor', 'up'))
    const seen = new Map<string, unknown>()
    console.socket.onAny((name: string, event: unknown) => seen.set(name, event))
    await console.send('snapshot:get', {})
    await raiseOne()
    const names = ['snapshot', 'alerts:upsert', 'heartbeat', 'deliveries:upsert'] as const
    for (let tries = 0; tries < 100 && !names.every((name) => seen.has(name)); tries++) await sleep(50)
    console.close()
    for (const name of names) {
      const parsed = SERVER_EVENTS[name].strict().safeParse(seen.get(name))
      expect(parsed.error?.issues ?? [], name).toEqual([])
    }
  })
})

describe('what a console is sent', () => {
  it('P10 stays inside its scope, and a protected identity reaches no wall and no console of who does not have the alert', async () => {
    const wall = await app.signIn('wall', 'up')
    const frames: string[] = []
    wall.socket.onAny((...args: unknown[]) => frames.push(JSON.stringify(args)))
    const agra = await app.signIn('officer', 'agra')
    const id = await raiseOne({ isProtected: true, reasons: [{ signal: 'cue', weight: 9, span: { start: 0, end: 5 }, because: 'assault' }] }, 'Seeta of Gomti Nagar was attacked')
    const seen: string[] = []
    officer.socket.onAny((...args: unknown[]) => seen.push(JSON.stringify(args)))
    const { number, text } = await officer.see((alert) => alert.id === id)
    expect(text).toBeNull()
    expect(seen.join('')).not.toContain('Seeta')
    const masked = await wall.see((alert) => alert.number === number)
    await wall.send('snapshot:get', {})
    expect(masked).toMatchObject({ text: null, author: null, postId: '', locality: null, where: [{ id: 'lucknow' }] })
    for (const secret of ['Seeta', id.replace('case-', '')]) expect(frames.join('')).not.toContain(secret)
    for (let tries = 0; tries < 60 && !(wall.heartbeats.length > 1 && wall.isConverged()); tries++) await sleep(100)
    expect(wall.isConverged()).toBe(true)
    expect(alertView.safeParse(masked).success).toBe(true)
    expect(agra.alerts.size).toBe(0)
  })

  it('P8 heals from the ledger when an announcement is lost', async () => {
    const job = makeJob('critical', {}, {}, app.store.now())
    await openDockets({ ...openDeps(app.world, 1), announcer: { announce: () => undefined } }, [job])
    await officer.see((alert) => alert.id === `case-${job.postId}`, 6_000)
    for (let tries = 0; tries < 60 && !officer.isConverged(); tries++) await sleep(100)
    expect(officer.isConverged()).toBe(true)
  })

  it('ends with the session: signed out elsewhere, disabled, or moved to another area', async () => {
    const leaver = await app.signIn('officer', 'lucknow')
    const mover = await app.signIn('officer', 'lucknow')
    const reasons: string[] = []
    const gone = [leaver, mover].map((one) => new Promise((resolve) => {
      one.socket.on('signed-out', ({ because }) => reasons.push(because))
      one.socket.once('disconnect', resolve)
    }))
    await fetch(`${app.url}/api/session`, { method: 'DELETE', headers: { Cookie: leaver.cookie, Origin: app.url } })
    const viewer = (await (await fetch(`${app.url}/api/session`, { headers: { Cookie: mover.cookie } })).json()) as { personId: string }
    const person = await app.store.people.get(viewer.personId)
    if (!person) throw new Error('no person')
    await app.store.people.replace({ ...person, version: person.version + 1, scopePath: '/up/z-agra/' }, person.version)
    await Promise.all(gone)
    expect(reasons.sort()).toEqual(['the session has ended', 'your role or area changed'])
  })
})
