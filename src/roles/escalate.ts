import { beat } from '../actions/beat.ts'
import { escalateOverdue } from '../actions/escalate-overdue.ts'
import { sweepInbox } from '../actions/sweep-inbox.ts'
import { openDeps } from '../app.ts'
import type { World } from '../app.ts'
import { repeat } from '../ops/repeat.ts'

const INBOX_SWEEP_MS = 1_000
const PULSE_MS = 2_000
const SWEEP_BLOCK = 8

/** Sweeps the ledger: due rungs every half second, forgotten inbox rows every second. Any number may run at once. */
export function startEscalation(world: World): void {
  const { store, queues, announcer, crypto, log, metrics, lifecycle, config, processId } = world
  let lastSweepAt: number | null = null
  let lastInboxSweepAt: number | null = null

  const ladder = repeat('ladder sweep', config.PRAHARI_SWEEP_MS, async () => {
    const began = performance.now()
    const swept = await escalateOverdue({ store, announcer, crypto })
    metrics.sweepDuration.observe((performance.now() - began) / 1000)
    metrics.rungsFired.inc(swept.rungs)
    metrics.ackLapsed.inc(swept.lapsed)
    for (const lateMs of swept.lateMs) metrics.escalationLateness.observe(lateMs / 1000)
    lastSweepAt = store.now()
  }, log)
  const deps = openDeps(world, SWEEP_BLOCK)
  const inbox = repeat('inbox sweep', INBOX_SWEEP_MS, async () => {
    const swept = await sweepInbox(deps, queues.isUp())
    metrics.inboxSwept.inc(swept.opened)
    metrics.docketsOpened.inc(swept.opened)
    metrics.alertsRaised.inc(swept.raised)
    metrics.quarantined.inc(swept.quarantined)
    lastInboxSweepAt = store.now()
  }, log)
  const pulse = repeat('pulse escalate', PULSE_MS, () => beat(store, `escalate:${processId}`, 'escalate', { lastSweepAt, lastInboxSweepAt }), log)
  for (const [name, one] of Object.entries({ ladder, inbox, pulse })) lifecycle.onStop(`sweep ${name}`, () => one.stop())
}
