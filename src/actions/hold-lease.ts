import type { Lease } from './collections.ts'
import type { Done, Store } from './ports.ts'

export interface LeaseTerms {
  /** What is held, e.g. `x-listener`. */
  id: string
  /** Who asks; unique per process, since the same name counts as the same holder. */
  holder: string
  /** How long the right lasts without a renewal, milliseconds. */
  ttlMs: number
}

export interface LeaseAnswer extends Done {
  isHeld: boolean
  /** End of the lease as it stands, by the store's clock; of the other holder when it is not ours. */
  expiresAt: number
}

/**
 * Claims or renews a right that one process holds at a time. Free, expired (by the store's clock, so that hosts with wrong
 * clocks agree) and already ours are granted by one guarded write; whoever loses that race does not hold it.
 * @throws PrahariError unavailable: the caller must then let go before `ttlMs` have passed since its last success.
 */
export async function holdLease(store: Pick<Store, 'leases' | 'now'>, terms: LeaseTerms): Promise<LeaseAnswer> {
  const current = await store.leases.get(terms.id)
  const now = store.now()
  const wanted: Lease = { id: terms.id, version: (current?.version ?? 0) + 1, holder: terms.holder, expiresAt: now + terms.ttlMs }
  if (!current) {
    const [outcome] = await store.leases.insertMany([wanted])
    return outcome === 'inserted' ? granted('claimed', 'nobody held it', wanted) : refused('somebody was faster', wanted.expiresAt)
  }
  const isOurs = current.holder === terms.holder
  if (!isOurs && current.expiresAt > now) return refused('held by another', current.expiresAt)
  if ((await store.leases.replace(wanted, current.version)) === 'conflict') return refused('somebody was faster', wanted.expiresAt)
  return isOurs ? granted('renewed', 'it was ours', wanted) : granted('claimed', 'the holder let it expire', wanted)
}

/** Gives the right back at a clean stop, so that a standby need not wait for the end of the lease. */
export async function releaseLease(store: Pick<Store, 'leases' | 'now'>, terms: Pick<LeaseTerms, 'id' | 'holder'>): Promise<Done> {
  const current = await store.leases.get(terms.id)
  if (current?.holder !== terms.holder) return { did: 'nothing', because: 'it was not ours' }
  const outcome = await store.leases.replace({ ...current, version: current.version + 1, expiresAt: 0 }, current.version)
  return outcome === 'replaced' ? { did: 'released', because: 'clean stop' } : { did: 'nothing', because: 'it changed hands' }
}

function granted(did: string, because: string, lease: Lease): LeaseAnswer {
  return { did, because, isHeld: true, expiresAt: lease.expiresAt }
}

function refused(because: string, expiresAt: number): LeaseAnswer {
  return { did: 'refused', because, isHeld: false, expiresAt }
}
