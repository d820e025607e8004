import type { Announcer, Push, Store } from '../../src/actions/ports.ts'
import { overriding } from './overriding.ts'

/**
 * Where a process can be made to die (design: promises.md).
 * - K1 a post was read from the stream, not yet recorded. K2 it is recorded, not yet queued.
 * - K3 a job was taken, its docket not yet written. K4 the docket is written, nobody knows.
 * - K5 before a written change is announced. K6 after it went out, with everything after it undone.
 * - K7 an escalation is committed, not yet announced. K8 a delivery is planned, nobody sends it yet. K9 a push service took a
 *   message, nobody wrote it down. K10 an acknowledgement is committed, not yet answered.
 */
export const KILL_POINTS = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10'] as const
export type KillPoint = (typeof KILL_POINTS)[number]

const FLUSH_MS = 50

interface Ports {
  store: Store
  announcer: Announcer
}

/** The ports of a process that dies by SIGKILL at `K4@2`: the second hit of K4. */
export function killPoints(order: string, { store, announcer }: Ports): Ports & { push: (push: Push) => Push } {
  const [point, hit] = order.split('@')
  let left = Number(hit ?? 1)
  const isHit = (here: KillPoint): boolean => here === point && --left === 0
  const reach = (here: KillPoint): void => {
    if (isHit(here)) process.kill(process.pid, 'SIGKILL')
  }
  /** After K6 nothing more is written while what was announced leaves the process. */
  let isFrozen = false
  const unlessFrozen = <Value>(work: () => Promise<Value>): Promise<Value> => (isFrozen ? new Promise<never>(() => undefined) : work())
  const { inbox, dockets, deliveries } = store

  return {
    store: overriding(store, {
      inbox: overriding(inbox, {
        async insertMany(rows) {
          reach('K1')
          const outcomes = await inbox.insertMany(rows)
          // Only a post that has yet to be queued can be forgotten here.
          if (rows.some((row, at) => row.state === 'pending' && outcomes[at] === 'inserted')) reach('K2')
          return outcomes
        },
        replaceMany: (changes) => unlessFrozen(() => inbox.replaceMany(changes)),
      }),
      deliveries: overriding(deliveries, {
        async insertMany(rows) {
          const outcomes = await deliveries.insertMany(rows)
          if (outcomes.includes('inserted')) reach('K8')
          return outcomes
        },
      }),
      dockets: overriding(dockets, {
        async insertMany(documents) {
          reach('K3')
          const outcomes = await dockets.insertMany(documents)
          reach('K4')
          return outcomes
        },
        async replaceMany(changes) {
          const outcomes = await unlessFrozen(() => dockets.replaceMany(changes))
          if (outcomes.includes('replaced')) reach('K7')
          return outcomes
        },
        async replace(document, version) {
          const outcome = await unlessFrozen(() => dockets.replace(document, version))
          if (outcome === 'replaced') reach('K10')
          return outcome
        },
      }),
    }),
    push: (push) => overriding(push, {
      async send(...message) {
        const outcome = await push.send(...message)
        if (outcome.did === 'taken') reach('K9')
        return outcome
      },
    }),
    announcer: {
      announce(changed) {
        if (changed.length > 0) reach('K5')
        announcer.announce(changed)
        if (changed.length === 0 || !isHit('K6')) return
        isFrozen = true
        setTimeout(() => process.kill(process.pid, 'SIGKILL'), FLUSH_MS)
      },
    },
  }
}
