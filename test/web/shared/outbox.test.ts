import { describe, expect, it } from 'vitest'
import type { AlertView } from '../../../src/contract/alert-view.ts'
import type { Answer, Failure } from '../../../src/contract/sockets.ts'
import { createOutbox } from '../../../src/web/shared/outbox.ts'
import type { Depot } from '../../../src/web/shared/depot.ts'
import type { Act, OutboxWorld } from '../../../src/web/shared/outbox.ts'
import { HOLDER, anAlert } from '../alerts.ts'

type Reply = Answer<'alert:acknowledge' | 'verdict:correct'> | null
const taken: Reply = { ok: true, did: 'acknowledged', because: 'first', alert: anAlert({ version: 2, holder: HOLDER }) }
const failure = (kind: Failure['error']['kind'], alert: AlertView | null = null): Failure => ({ ok: false, error: { kind, message: 'no', field: null }, alert })

const A = { id: 'a', number: 'UPP-20261124-000001' }

/** A shelf that outlives the page: hand it to the next outbox. */
function shelf(): Depot<Act> & { rows: Map<string, Act> } {
  const rows = new Map<string, Act>()
  return {
    rows, all: async () => [...rows.values()].sort((a, b) => a.madeAt - b.madeAt), put: async (act) => void rows.set(act.key, structuredClone(act)), remove: async (key) => void rows.delete(key),
  }
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

/** An outbox over a server that gives the replies one by one, each when the test lets it. */
function outboxOver(replies: Reply[], world: Partial<OutboxWorld> = {}) {
  const sent: Act[] = []
  const alerts: AlertView[] = []
  const gone: string[] = []
  let keys = 0
  const outbox = createOutbox({
    send: async (act) => {
      sent.push(act)
      return replies.shift() ?? null
    },
    whenConnected: async () => undefined, whenKnown: async () => 'me', wait: async () => undefined, newKey: () => `key-${++keys}-abcdefgh`, now: () => 1_000 + keys,
    onAlert: (alert) => alerts.push(alert), onGone: (id) => gone.push(id), shelf: shelf(), onShelved: () => undefined, ...world,
  })
  const seen = (id = 'a'): string => {
    const act = outbox.pending.value.get(id)
    return !act ? 'nothing' : act.refusal ? `refused ${act.refusal.error.kind}` : `sending ${act.tries}`
  }
  return { outbox, sent, alerts, gone, seen }
}

describe('outbox', () => {
  it('shows sending until the server answers, then leaves it to the alert that came with the answer', async () => {
    const { outbox, alerts, seen } = outboxOver([taken])
    const done = outbox.act(A, 'acknowledge')
    expect(seen()).toBe('sending 1')
    await done
    expect(seen()).toBe('nothing')
    expect(alerts.map(({ version }) => version)).toEqual([2])
  })

  it('retries with the same key when no answer comes or the server is unavailable', async () => {
    const { outbox, sent } = outboxOver([null, failure('unavailable'), null, taken])
    await outbox.act(A, 'acknowledge')
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  })

  it('says why it was refused, takes over the alert as it stands, and lets the person dismiss it', async () => {
    const standing = anAlert({ holder: HOLDER, version: 5 })
    const { outbox, alerts, seen } = outboxOver([failure('conflict', standing)])
    await outbox.act(A, 'acknowledge')
    expect(seen()).toBe('refused conflict')
    expect(alerts).toEqual([standing])
    outbox.dismiss('a')
    expect(seen()).toBe('nothing')
  })

  it('lets only one act of an alert be on its way, and a new one after a refusal has a key of its own', async () => {
    const { outbox, sent } = outboxOver([failure('invalid'), taken])
    const first = outbox.act(A, 'false-alarm', { reason: '' })
    expect(await outbox.act(A, 'resolved')).toBe(false)
    await first
    await outbox.act(A, 'responding')
    expect(sent.map(({ kind }) => kind)).toEqual(['false-alarm', 'responding'])
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2)
  })

  it('carries a correction with every retry, and lets go of an alert that it took out of the area', async () => {
    const { outbox, sent, gone, seen } = outboxOver([failure('unavailable'), { ok: true, did: 'corrected', because: 'by officer', docketId: 'a', alert: null }])
    expect(await outbox.act(A, 'correct', { correction: { place: 'agra' } })).toBe(true)
    expect(sent.map(({ kind, correction }) => [kind, correction])).toEqual([['correct', { place: 'agra' }], ['correct', { place: 'agra' }]])
    expect([seen(), gone]).toEqual(['nothing', ['a']])
    const refused = outboxOver([failure('invalid')])
    expect(await refused.outbox.act(A, 'correct', { correction: { severity: 'low' } })).toBe(false)
    expect(refused.gone).toEqual([])
  })
})

describe('what waits on the shelf', () => {
  const dead = { whenConnected: () => new Promise<void>(() => undefined) }

  it('outlives the page: the next one sends it in order, with the same keys and times, once', async () => {
    const kept = shelf()
    const before = outboxOver([], { shelf: kept, ...dead })
    void before.outbox.act(A, 'acknowledge')
    void before.outbox.act({ id: 'b', number: 'UPP-20261124-000002' }, 'hand-over', { to: 'asha', reason: null })
    await settled()
    expect([...kept.rows.values()].map(({ kind, to, personId, refusal }) => [kind, to, personId, refusal])).toEqual([['acknowledge', undefined, 'me', undefined], ['hand-over', 'asha', 'me', undefined]])

    const after = outboxOver([taken, taken], { shelf: kept })
    await after.outbox.recheck()
    await settled()
    expect(after.sent.map(({ key, madeAt }) => [key, madeAt])).toEqual([...before.outbox.pending.value.values()].map(({ key, madeAt }) => [key, madeAt]))
    expect([kept.rows.size, after.seen('a'), after.seen('b')]).toEqual([0, 'nothing', 'nothing'])
  })

  it('is never sent by somebody else who signed in on this device, and waits for its own person', async () => {
    const kept = shelf()
    void outboxOver([], { shelf: kept, ...dead }).outbox.act(A, 'acknowledge')
    await settled()
    const other = outboxOver([taken], { shelf: kept, whenKnown: async () => 'somebody-else' })
    await other.outbox.recheck()
    await settled()
    expect([other.sent.length, other.seen(), kept.rows.size]).toEqual([0, 'nothing', 1])
  })

  it('a refusal stays until it is dismissed, also over a reload', async () => {
    const kept = shelf()
    await outboxOver([failure('conflict')], { shelf: kept }).outbox.act(A, 'acknowledge')
    const after = outboxOver([taken], { shelf: kept })
    await after.outbox.recheck()
    await settled()
    expect([after.seen(), after.sent.length]).toEqual(['refused conflict', 0])
    after.outbox.dismiss('a')
    await settled()
    expect(kept.rows.size).toBe(0)
  })

  it('what the service worker has sent or was refused is not sent again', async () => {
    const kept = shelf()
    let connect: (() => void) | undefined
    const page = outboxOver([taken, taken, taken], { shelf: kept, whenConnected: () => new Promise((resolve) => { connect = resolve }) })
    const [first, second] = [page.outbox.act(A, 'acknowledge'), page.outbox.act({ id: 'b', number: 'UPP-2' }, 'acknowledge')]
    await settled()
    const [one, two] = [...kept.rows.values()]
    kept.rows.delete(one?.key ?? '')
    if (two) kept.rows.set(two.key, { ...two, refusal: failure('conflict') })
    await page.outbox.recheck()
    connect?.()
    await settled()
    expect([await first, await second, page.sent.length, page.seen('a'), page.seen('b')]).toEqual([true, false, 0, 'nothing', 'refused conflict'])
  })

  it('that hangs keeps nothing from being sent', async () => {
    const { outbox, sent } = outboxOver([taken], { shelf: { ...shelf(), put: () => new Promise(() => undefined) } })
    expect(await outbox.act(A, 'acknowledge')).toBe(true)
    expect(sent).toHaveLength(1)
  })
})
