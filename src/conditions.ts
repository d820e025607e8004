import { checkCondition } from './actions/check-condition.ts'
import { handOverNotice } from './actions/hand-over-notice.ts'
import { sendNotice } from './actions/send-notice.ts'
import type { OnDelivery } from './actions/change-delivery.ts'
import type { Crypto, Store } from './actions/ports.ts'
import type { Config } from './config.ts'
import { stretchSubject } from './domain/condition.ts'
import type { Condition, ConditionFinding, ConditionLimits, SystemKind } from './domain/condition.ts'
import type { Log } from './ops/log.ts'
import { channelExists } from './outside.ts'
import type { OutsideWorld } from './outside.ts'

/** Hand-overs of one turn; a push service that hangs holds each for five seconds at most. */
const MAX_AT_ONCE = 32
const MAX_ROWS = 2_000
/** So long after its end what is left of a stretch is still looked for. */
const AFTER_MS = 600_000

/** What a teller needs of its process. */
export interface TellerDeps {
  store: Store
  crypto: Crypto
  config: Config
  processId: string
  log: Pick<Log, 'warn'>
  outside: () => Promise<OutsideWorld>
}

/** Tells duty supervisors of one condition of Prahari itself. */
export interface Teller {
  /** Takes a finding, plans what follows from it and hands over what is due of it. @throws PrahariError unavailable. */
  follow(finding: ConditionFinding): Promise<void>
}

/**
 * A direct way to duty supervisors, which needs no other process: the notices are deliveries like all others, planned in the
 * ledger, and the process that found the condition hands them over itself. Where the delivering role is alive it does so too;
 * the claim of a row lets one of them win.
 */
export async function createTeller(deps: TellerDeps, onDelivery: OnDelivery, kind: SystemKind, limits?: ConditionLimits): Promise<Teller> {
  const { store, crypto, config, processId, log } = deps
  // Opened now: on the day that it is needed nothing may be left to load.
  const outside = await deps.outside()
  const plan = { store, crypto, onDelivery, exists: channelExists(config) }
  const send = { store, crypto, onDelivery, claimant: `${processId}:${kind}`, by: handOverNotice({ store, crypto, signer: outside.signer, outside, publicUrl: config.publicUrl }) }

  async function sendDue(subject: string): Promise<void> {
    const now = store.now()
    const rows = await store.deliveries.find({ index: 'byDocket', equals: { docketId: subject }, limit: MAX_ROWS })
    const due = rows.filter(({ dueAt }) => dueAt !== null && dueAt <= now).sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0)).slice(0, MAX_AT_ONCE)
    const ways = await Promise.all(due.map((row) => sendNotice(send, row)))
    // What did not get through goes on by the person's next way at once.
    if (ways.some(({ next }) => next !== null)) await sendDue(subject)
  }
  return {
    async follow(finding) {
      const { condition, told } = await checkCondition(plan, kind, finding, limits)
      if (told > 0) log.warn({ kind, told, because: finding.because }, 'duty supervisors are told of a condition')
      for (const since of stretchesOf(condition, store.now())) await sendDue(stretchSubject(kind, since))
    },
  }
}

/** The stretches of which something may be left to hand over. */
function stretchesOf({ standing, ended }: Condition, now: number): number[] {
  return [...(standing && standing.told > 0 ? [standing.since] : []), ...(ended && now - ended.endedAt < AFTER_MS ? [ended.since] : [])]
}
