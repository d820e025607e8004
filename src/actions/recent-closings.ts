import { rememberedClosings } from '../domain/gaming.ts'
import type { Checkpoint } from './collections.ts'
import { evolveRow } from './evolve-row.ts'
import type { Store } from './ports.ts'

/** When this person closed dockets lately, epoch milliseconds. @throws PrahariError unavailable. */
export async function recentClosings(store: Pick<Store, 'checkpoints'>, personId: string): Promise<number[]> {
  return timesOf((await store.checkpoints.get(idOf(personId)))?.facts.times)
}

/** Remembers one more closing of this person, now. */
export async function keepClosing(store: Pick<Store, 'checkpoints' | 'now'>, personId: string): Promise<void> {
  await evolveRow(store.checkpoints, idOf(personId), 'the list of closings', (known?: Checkpoint): Checkpoint => {
    const now = store.now()
    const times = rememberedClosings(timesOf(known?.facts.times), now).map((at) => at.toString(36)).join(' ')
    return { id: idOf(personId), version: (known?.version ?? 0) + 1, at: now, facts: { times } }
  })
}

function idOf(personId: string): string {
  return `closings.${personId}`
}

function timesOf(kept: string | number | null | undefined): number[] {
  return typeof kept === 'string' ? kept.split(' ').map((one) => Number.parseInt(one, 36)).filter(Number.isFinite) : []
}
