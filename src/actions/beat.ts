import type { Pulse } from '../domain/stream.ts'
import type { Store } from './ports.ts'

/** Writes a role's sign of progress: what it achieved, by the store's clock. A role that cannot write is not alive. */
export async function beat(store: Pick<Store, 'pulses' | 'now'>, id: string, role: string, facts: Pulse['facts']): Promise<void> {
  const now = store.now()
  await store.pulses.put({ id, version: now, role, at: now, facts })
}
