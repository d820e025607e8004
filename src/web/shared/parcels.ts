import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { Depot } from './depot.ts'
import type { Parcel, Sent } from './parcel.ts'

export interface ParcelsWorld {
  send(parcel: Parcel): Promise<Sent>
  whenConnected(): Promise<void>
  whenKnown(): Promise<string>
  wait(ms: number): Promise<void>
  newKey(): string
  now(): number
  shelf: Depot<Parcel>
  onShelved(): void
}

export interface Parcels {
  /** What waits or was refused, oldest first. */
  waiting: ReadonlySignal<readonly Parcel[]>
  /** How many the server took while this page watched: a reason to read an alert again. */
  taken: ReadonlySignal<number>
  add(alertId: string, what: { text: string } | { photo: Blob }): Promise<void>
  dismiss(key: string): void
  recheck(): Promise<void>
}

const RETRY_MS = 4_000

/** Remarks and photos of this device: written down first, sent one after the other in a lane of their own, so that a large photo holds up no act. */
export function createParcels(world: ParcelsWorld): Parcels {
  const waiting = signal<readonly Parcel[]>([])
  const taken = signal(0)
  let pumping: Promise<void> | null = null

  const pump = async (): Promise<void> => {
    const me = await world.whenKnown()
    for (let next = first(me); next; next = first(me)) {
      await world.whenConnected()
      const sent = await world.send(next)
      if (sent.did === 'later') await world.wait(RETRY_MS)
      else if (sent.did === 'taken') {
        remove(next.key)
        taken.value++
      } else {
        const refused = { ...next, refusal: sent.because }
        waiting.value = waiting.value.map((one) => (one.key === refused.key ? refused : one))
        await world.shelf.put(refused)
      }
    }
  }
  const first = (me: string): Parcel | undefined => waiting.value.find(({ refusal, personId }) => !refusal && personId === me)
  const remove = (key: string): void => {
    waiting.value = waiting.value.filter((one) => one.key !== key)
    void world.shelf.remove(key)
  }
  const start = (): void => { pumping ??= pump().finally(() => { pumping = null }) }

  return {
    waiting, taken,
    async add(alertId, what) {
      const parcel: Parcel = { key: world.newKey(), alertId, personId: await world.whenKnown(), madeAt: world.now(), text: null, photo: null, ...what }
      waiting.value = [...waiting.value, parcel]
      await world.shelf.put(parcel)
      world.onShelved()
      start()
    },
    dismiss: remove,
    async recheck() {
      const shelved = await world.shelf.all()
      const gone = waiting.value.filter(({ key }) => !shelved.some((one) => one.key === key)).length
      waiting.value = shelved
      taken.value += gone
      start()
    },
  }
}
