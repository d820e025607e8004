import { describe, expect, it } from 'vitest'
import type { AlertView } from '../../../src/contract/alert-view.ts'
import type { Answer, Failure } from '../../../src/contract/sockets.ts'
import { createOutbox } from '../../../src/web/shared/outbox.ts'
import type { Act, Outbox } from '../../../src/web/shared/outbox.ts'
import { HOLDER, anAlert } from '../alerts.ts'

type Reply = Answer<'alert:acknowledge'> | null
const taken: Reply = { ok: true, did: 'acknowledged', because: 'first', alert: anAlert({ version: 2, holder: HOLDER }) }
const failure = (kind: Failure['error']['kind'], alert: AlertView | null = null): Failure => ({ ok: false, error: { kind, message: 'no', field: null }, alert })

/** An outbox over a server that gives the replies one by one, each when the test lets it. */
function outboxOver(replies: Reply[]): { outbox: Outbox; sent: Act[]; alerts: AlertView[]; seen: () => string } {
  const sent: Act[] = []
  const alerts: AlertView[] = []
  let keys = 0
  const outbox = createOutbox({
    send: async (act) => {
      sent.push(act)
      return replies.shift() ?? null
    },
    whenConnected: async () => undefined, wait: async () => undefined, newKey: () => `key-${++keys}-abcdefgh`, onAlert: (alert) => alerts.push(alert),
  })
  const seen = (): string => {
    const act = outbox.pending.value.get('a')
    return !act ? 'nothing' : act.refusal ? `refused ${act.refusal.error.kind}` : `sending ${act.tries}`
  }
  return { outbox, sent, alerts, seen }
}

describe('outbox', () => {
  it('shows sending until the server answers, then leaves it to the alert that came with the answer', async () => {
    const { outbox, alerts, seen } = outboxOver([taken])
    const done = outbox.act('a', 'acknowledge')
    expect(seen()).toBe('sending 1')
    await done
    expect(seen()).toBe('nothing')
    expect(alerts.map(({ version }) => version)).toEqual([2])
  })

  it('retries with the same key when no answer comes or the server is unavailable', async () => {
    const { outbox, sent } = outboxOver([null, failure('unavailable'), null, taken])
    await outbox.act('a', 'acknowledge')
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
  })

  it('says why it was refused, takes over the alert as it stands, and lets the person dismiss it', async () => {
    const standing = anAlert({ holder: HOLDER, version: 5 })
    const { outbox, alerts, seen } = outboxOver([failure('conflict', standing)])
    await outbox.act('a', 'acknowledge')
    expect(seen()).toBe('refused conflict')
    expect(alerts).toEqual([standing])
    outbox.dismiss('a')
    expect(seen()).toBe('nothing')
  })

  it('lets only one act of an alert be on its way, and a new one after a refusal has a key of its own', async () => {
    const { outbox, sent } = outboxOver([failure('invalid'), taken])
    const first = outbox.act('a', 'false-alarm', '')
    await outbox.act('a', 'resolved')
    await first
    await outbox.act('a', 'responding')
    expect(sent.map(({ kind }) => kind)).toEqual(['false-alarm', 'responding'])
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2)
  })
})
