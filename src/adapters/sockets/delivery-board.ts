import type { DutyStore } from '../../actions/find-on-duty.ts'
import type { Store } from '../../actions/ports.ts'
import { summariseDeliveries } from '../../actions/summarise-deliveries.ts'
import type { Summary } from '../../actions/summarise-deliveries.ts'
import { viewId } from '../../contract/alert-view.ts'
import type { Rendition } from '../../contract/alert-view.ts'
import type { DeliverySummary } from '../../contract/delivering.ts'
import type { Docket } from '../../domain/docket.ts'
import { isWithin } from '../../domain/area.ts'

/** A change may become visible so long after the time it carries. */
const OVERLAP_MS = 3_000
const MAX_KEYS = 20_000
/** Summaries made in one refresh, at most. */
const MAX_DIRTY = 200
/** Of them read side by side. */
const AT_ONCE = 50

interface Known extends Summary {
  at: number
}

/**
 * What became of telling people of each open alert, as the consoles of one web process are shown it: read from the ledger
 * for alerts that changed and for those whose deliveries changed.
 */
export class DeliveryBoard {
  readonly #known = new Map<string, Known>()
  readonly #dirty = new Set<string>()
  /** Versions of rows in the overlap that were looked at. */
  readonly #seen = new Map<string, number>()
  #doneUntil: number | null = null

  /** These alerts changed: who is next may be another. */
  mark(dockets: readonly Docket[]): void {
    for (const docket of dockets) if (docket.alert) this.#dirty.add(docket.id)
  }

  /** Reads what changed; answers the alerts whose summary is another now. @throws PrahariError unavailable. */
  async refresh(store: Pick<Store, 'deliveries'> & DutyStore, open: ReadonlyMap<string, Docket>): Promise<Docket[]> {
    await this.#markChanged(store)
    for (const id of open.keys()) if (!this.#known.has(id)) this.#dirty.add(id)
    for (const id of this.#known.keys()) if (!open.has(id)) this.#known.delete(id)
    const news: Docket[] = []
    const dirty = [...this.#dirty].slice(0, MAX_DIRTY)
    // Many at once: what is asked of the store in one turn travels together.
    for (let from = 0; from < dirty.length; from += AT_ONCE) {
      const ids = dirty.slice(from, from + AT_ONCE)
      for (const { docket, summary } of await this.#summarise(store, ids, open)) {
        if (isSame(this.#known.get(docket.id), summary)) continue
        this.#known.set(docket.id, { ...summary, at: store.now() })
        news.push(docket)
      }
    }
    return news
  }

  /** The summaries of these alerts as a console may see them. */
  views(dockets: Iterable<Docket>, scopePath: string, rendition: Rendition): DeliverySummary[] {
    const views: DeliverySummary[] = []
    for (const docket of dockets) {
      const known = isWithin(scopePath, docket.path) ? this.#known.get(docket.id) : undefined
      if (known) views.push({ alertId: viewId(docket, rendition), ...known })
    }
    return views
  }

  /** Reads these; what is marked meanwhile, and all where the store fails, is read again. */
  async #summarise(store: Pick<Store, 'deliveries'> & DutyStore, ids: readonly string[], open: ReadonlyMap<string, Docket>): Promise<{ docket: Docket; summary: Summary }[]> {
    for (const id of ids) this.#dirty.delete(id)
    const dockets = ids.flatMap((id) => open.get(id) ?? [])
    try {
      const summaries = await Promise.all(dockets.map(async (docket) => ({ docket, summary: await summariseDeliveries(store, docket) })))
      return summaries.flatMap(({ docket, summary }) => (summary ? [{ docket, summary }] : []))
    } catch (error) {
      for (const id of ids) this.#dirty.add(id)
      throw error
    }
  }

  async #markChanged(store: Pick<Store, 'deliveries' | 'now'>): Promise<void> {
    const now = store.now()
    // What changed before we began is read with each open alert that is not known yet.
    const from = (this.#doneUntil ?? now) - OVERLAP_MS
    const keys = await store.deliveries.keys({ index: 'byChange', range: { gte: from }, order: 'asc', limit: MAX_KEYS })
    for (const { id, version } of keys) if ((this.#seen.get(id) ?? 0) < version) this.#dirty.add(id.slice(0, id.indexOf('.')))
    this.#seen.clear()
    for (const { id, version } of keys) this.#seen.set(id, version)
    this.#doneUntil = now
  }
}

function isSame(known: Summary | undefined, summary: Summary): boolean {
  return known !== undefined && JSON.stringify([known.rungs, known.next]) === JSON.stringify([summary.rungs, summary.next])
}
