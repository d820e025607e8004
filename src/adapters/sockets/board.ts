import type { Store } from '../../actions/ports.ts'
import { byUrgency, toAlertView, viewId } from '../../contract/alert-view.ts'
import type { AlertView, Rendition } from '../../contract/alert-view.ts'
import { digestOf } from '../../contract/digest.ts'
import type { Digest } from '../../contract/digest.ts'
import type { Docket } from '../../domain/docket.ts'
import { DRILL_PATH } from '../../domain/drill.ts'
import { isWithin } from '../../domain/area.ts'

/** Most alerts in one snapshot; beyond it the console shows how many more there are. */
export const MAX_SNAPSHOT = 1_000
const READ_CHUNK = 500
const MAX_OPEN = 100_000

/**
 * What one web process knows of the open alerts: fed by announcements, and compared with the ledger every heartbeat, so
 * that a message lost on the way (or a Redis that is away) shows within two seconds.
 */
export class Board {
  readonly #open = new Map<string, Docket>()

  /** The open alerts by docket id. */
  get open(): ReadonlyMap<string, Docket> {
    return this.#open
  }

  /** Without drills, which are no alerts. */
  get size(): number {
    return [...this.#open.values()].filter(({ path }) => path !== DRILL_PATH).length
  }

  /** Takes over what is newer than what is known; answers the dockets that were news. */
  apply(dockets: readonly Docket[]): Docket[] {
    return dockets.filter((docket) => {
      const known = this.#open.get(docket.id)
      if (known && known.version >= docket.version) return false
      if (docket.alertOpen) this.#open.set(docket.id, docket)
      else this.#open.delete(docket.id)
      return docket.alertOpen === 1 || known !== undefined
    })
  }

  /** Compares with the ledger; answers what had been missed. @throws PrahariError unavailable. */
  async reconcile(store: Pick<Store, 'dockets'>): Promise<Docket[]> {
    const keys = await store.dockets.keys({ index: 'byAlert', equals: { alertOpen: 1 }, limit: MAX_OPEN })
    const stored = new Set(keys.map((key) => key.id))
    const missed = keys.filter((key) => (this.#open.get(key.id)?.version ?? 0) < key.version).map((key) => key.id)
    const gone = [...this.#open.keys()].filter((id) => !stored.has(id))
    const ids = [...missed, ...gone]
    const news: Docket[] = []
    for (let from = 0; from < ids.length; from += READ_CHUNK) {
      news.push(...this.apply(await store.dockets.getMany(ids.slice(from, from + READ_CHUNK))))
    }
    return news
  }

  /** The open alerts under a scope, most urgent first, at most MAX_SNAPSHOT. */
  snapshot(scopePath: string, rendition: Rendition): { alerts: AlertView[]; overflow: number } {
    const views = this.#within(scopePath).flatMap((docket) => toAlertView(docket, rendition) ?? []).sort(byUrgency)
    return { alerts: views.slice(0, MAX_SNAPSHOT), overflow: Math.max(0, views.length - MAX_SNAPSHOT) }
  }

  digest(scopePath: string, rendition: Rendition): Digest {
    return digestOf(this.#within(scopePath).map((docket) => ({ id: viewId(docket, rendition), version: docket.version })))
  }

  #within(scopePath: string): Docket[] {
    return [...this.#open.values()].filter((docket) => isWithin(scopePath, docket.path))
  }
}
