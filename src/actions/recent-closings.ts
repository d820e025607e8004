import { rememberedClosings } from '../domain/gaming.ts'
import type { Store } from './ports.ts'

const MAX_TRIES = 5

/** When this person closed dockets lately, epoch milliseconds. @throws PrahariError unavailable. */
export async function recentClosings(store: Pick<Store, 'checkpoints'>, personId: string): Promise<number[]> {
  return timesOf((await store.checkpoints.get(idOf(personId)))?.facts.times)
}

/** Remembers one more closing of this person, now; of two at the same moment one may be lost, of many not. */
export async function keepClosing(store: Pick<Store, 'checkpoints' | 'now'>, personId: string): Promise<void> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const now = store.now()
    const known = await store.checkpoints.get(idOf(personId))
    const times = rememberedClosings(timesOf(known?.facts.times), now).map((at) => at.toString(36)).join(' ')
    const next = { id: idOf(personId), version: (known?.version ?? 0) + 1, at: now, facts: { times } }
    const isKept = known ? (await store.checkpoints.replace(next, known.version)) === 'replaced' : (await store.checkpoints.insertMany([next]))[0] === 'inserted'
    if (isKept) return
  }
}

function idOf(personId: string): string {
  return `closings.${personId}`
}

function timesOf(kept: string | number | null | undefined): number[] {
  return typeof kept === 'string' ? kept.split(' ').map((one) => Number.parseInt(one, 36)).filter(Number.isFinite) : []
}
