import { afterEach, describe, expect, it } from 'vitest'
import { openDockets } from '../../src/actions/open-dockets.ts'
import { openDeps } from '../../src/app.ts'
import type { Drill } from '../../src/domain/drill.ts'
import { DRILL_PATH, DRILL_STEPS, LEG_LIMITS_MS } from '../../src/domain/drill.ts'
import { createEmulator } from '../../scripts/x-emulator/server.ts'
import { startApp, X_TOKEN } from '../app.ts'
import type { App, Console } from '../app.ts'
import { makeJob } from '../posts.ts'

const EVERY_MS = 1_000
let app: App
afterEach(() => app.stop())

const paints = (one: Console): Console => {
  // The console may be closed before its last word was answered.
  one.socket.on('drill', ({ id }) => void one.send('drill:painted', { id }).catch(() => undefined))
  return one
}

async function ended(least = 1, withinMs = 20_000): Promise<Drill[]> {
  for (const until = performance.now() + withinMs; ;) {
    const drills = (await app.store.drills.find({ index: 'byStart', order: 'asc', limit: 100 })).filter(({ state }) => state !== 'running')
    if (drills.length >= least) return drills
    if (performance.now() > until) throw new Error(`only ${drills.length} drills ended`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('a drill through the whole chain', () => {
  it('begins in the inbox without a feed, is painted by a wall, and is seen by nobody as an alert', async () => {
    app = await startApp({ env: { PRAHARI_DRILL_EVERY_MS: String(EVERY_MS) } })
    const wall = paints(await app.signIn('wall', 'up'))
    await openDockets(openDeps(app.world, 4), [makeJob('critical')])
    const [drill] = await ended()
    expect(drill).toMatchObject({ state: 'passed', because: 'whole chain', entry: 'inbox', paintedBy: 'wall' })
    const times = DRILL_STEPS.map((step) => drill?.at[step] ?? NaN)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    const [docket] = await app.store.dockets.getMany([drill?.docketId ?? ''])
    expect(docket).toMatchObject({ path: DRILL_PATH, number: `DRILL-${drill?.postId}`, alert: { told: [] } })
    await wall.send('snapshot:get', {})
    expect([...wall.alerts.values()].map((alert) => alert.isDrill)).toEqual([false])
    expect(await app.store.deliveries.keys({ index: 'byDocket', equals: { docketId: docket?.id ?? '' }, limit: 9 })).toEqual([])
    // The one real alert has the first number of the day, however many drills ran.
    expect([...wall.alerts.values()][0]?.number).toMatch(/-00000\d$/)
    const beat = await new Promise<unknown>((resolve) => wall.socket.once('heartbeat', ({ drill: state }) => resolve(state)))
    expect(beat).toMatchObject({ isOk: true, because: 'whole chain' })
    const metrics = await (await fetch(`${app.url}/metrics`)).text()
    expect(metrics).toMatch(/prahari_drill_ok 1\n/)
    expect(metrics).toMatch(/prahari_open_alerts 1\n/)
    expect(metrics).toMatch(/prahari_alerts_raised_total 0\n/)
    expect((await fetch(`${app.url}/health/drill`)).status).toBe(200)
  })

  it('comes with the stream where X is emulated; a post that only pretends to be one rings', async () => {
    const emulator = await createEmulator({ port: 0, adminPort: 0, token: X_TOKEN, settings: { searchLagMs: 0 } })
    app = await startApp({
      roles: 'web,intake-sos,intake-routine,escalate,listen',
      env: { PRAHARI_FEED: 'demo', PRAHARI_X_BASE_URL: emulator.origin, PRAHARI_X_BEARER_TOKEN: X_TOKEN, PRAHARI_DRILL_EVERY_MS: String(EVERY_MS), PRAHARI_DRILL_URL: `${emulator.adminOrigin}/posts` },
    })
    const wall = paints(await app.signIn('wall', 'up'))
    const pretender = emulator.inject({ text: '@PrahariUP बचाओ, लाठी से मार रहे हैं, खून निकल रहा है, अभी तुरंत पुलिस भेजिए, लखनऊ ref:1.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' })
    expect(await wall.see(({ postId }) => postId === pretender.id)).toMatchObject({ isDrill: false })
    const [drill] = await ended()
    expect(drill).toMatchObject({ state: 'passed', entry: 'stream' })
    expect(Object.keys(drill?.at ?? {}).sort()).toEqual([...DRILL_STEPS].sort())
    await app.stop()
    await emulator.stop()
    // Whoever runs next finds nothing to stop.
    app = { ...app, stop: () => Promise.resolve() }
  })

  it('fails when no screen paints it, which the heartbeat says to everybody', async () => {
    app = await startApp({ env: { PRAHARI_DRILL_EVERY_MS: String(EVERY_MS) } })
    const desk = await app.signIn('supervisor', 'up')
    await expect.poll(async () => (await app.store.drills.find({ index: 'byStart', order: 'asc', limit: 1 }))[0]?.at.emitted, { timeout: 20_000 }).toBeDefined()
    app.advance(LEG_LIMITS_MS.painted + 1)
    const [drill] = await ended()
    expect(drill).toMatchObject({ state: 'failed', because: 'sent, but no screen painted it' })
    const beat = await new Promise<unknown>((resolve) => desk.socket.on('heartbeat', ({ drill: state }) => { if (state) resolve(state) }))
    expect(beat).toMatchObject({ isOk: false, because: 'sent, but no screen painted it' })
    expect((await fetch(`${app.url}/health/drill`)).status).toBe(503)
  })

})
