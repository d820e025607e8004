import type { Store } from '../../src/actions/ports.ts'
import type { Rewire } from '../../src/app.ts'
import type { LadderPolicy } from '../../src/domain/ladder.ts'
import { killPoints } from './kill-points.ts'
import { overriding } from './overriding.ts'
import { SABOTAGES } from './sabotages.ts'
import { watched } from './watch.ts'

/** What a process of a fault run is told by its environment. Only test/faults/role.ts reads it: the product knows none of it. */
export interface FaultOrders {
  /** `K4@2`: die by SIGKILL at the second time that this process comes to kill point K4. */
  kill?: string
  /** The safeguard to take away: a name in sabotages.ts. */
  sabotage?: string
  /** Tell the parent what was accepted and announced. */
  watch?: boolean
  /** Leases last at most so long, so that a killed holder is replaced in a test's time. */
  leaseMs?: number
  /** Each process has leases of its own: as if the lease that keeps listeners apart had failed. */
  ownLeases?: boolean
  /** Seconds between the rungs of critical and high alerts, instead of the default policy. */
  rungS?: number
}

/** The orders as the environment variable that role.ts reads. */
export function ordersEnv(orders: FaultOrders): Record<string, string> {
  return { FAULT_ORDERS: JSON.stringify(orders) }
}

/** The rewiring that carries out the orders: sabotage next to the world, kill points around it, the watcher outermost. */
export function rewireFor(orders: FaultOrders, redisUrl: string): Rewire {
  return (ports) => {
    let world: Pick<typeof ports, 'store' | 'announcer'> = { store: withLeases(ports.store, orders), announcer: ports.announcer }
    if (orders.sabotage) world = { ...world, ...sabotageNamed(orders.sabotage)(world, redisUrl) }
    const killing = orders.kill ? killPoints(orders.kill, world) : null
    if (killing) world = { store: killing.store, announcer: killing.announcer }
    if (orders.watch) world = watched(world, (news) => process.send?.(news))
    return { ...world, ...(killing ? { push: killing.push } : {}), ...(orders.rungS === undefined ? {} : { policy: withRungs(ports.policy, orders.rungS) }) }
  }
}

function sabotageNamed(name: string): (typeof SABOTAGES)[string] {
  const found = SABOTAGES[name]
  if (!found) throw new Error(`no sabotage is called ${name}`)
  return found
}

function withLeases(store: Store, { leaseMs, ownLeases }: FaultOrders): Store {
  const { leases } = store
  const ours = (id: string): string => (ownLeases ? `${id}-${process.pid}` : id)
  const scaled = <Lease extends { id: string; expiresAt: number }>(lease: Lease): Lease => ({
    ...lease, id: ours(lease.id), expiresAt: leaseMs === undefined ? lease.expiresAt : Math.min(lease.expiresAt, store.now() + leaseMs),
  })
  return overriding(store, {
    leases: overriding(leases, {
      get: (id) => leases.get(ours(id)),
      insertMany: (rows) => leases.insertMany(rows.map(scaled)),
      replace: (lease, version) => leases.replace(scaled(lease), version),
    }),
  })
}

/** The same policy with all rungs so many seconds apart. */
export function withRungs(policy: LadderPolicy, seconds: number): LadderPolicy {
  const squeezed = (one: LadderPolicy['critical']): LadderPolicy['critical'] => ({ ...one, rungs: one.rungs.map((rung, at) => ({ ...rung, afterS: at * seconds })) })
  return { ...policy, critical: squeezed(policy.critical), high: squeezed(policy.high) }
}

