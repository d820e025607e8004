import type { AlertView } from '../../contract/alert-view.ts'

/** More alerts than this in ten minutes are a flood; it ends when there are fewer than five (EEMUA 191, ISA-18.2). */
export const FLOOD_OVER = 10
export const FLOOD_UNDER = 5
export const FLOOD_WINDOW_MS = 600_000

export interface Flood {
  isFlood: boolean
  /** Alerts raised in the last ten minutes. */
  count: number
}

/**
 * Whether there is a flood, from the times of the raises alone: the past is played through, so that a page that was just
 * opened comes to the same as one that watched.
 */
export function floodOf(raisedAts: readonly number[], now: number): Flood {
  const changes = raisedAts.filter((at) => at <= now).flatMap((at) => [{ at, by: 1 }, { at: at + FLOOD_WINDOW_MS, by: -1 }]).filter(({ at }) => at <= now)
  // What leaves the window at the moment that another comes has left it before.
  changes.sort((a, b) => a.at - b.at || a.by - b.by)
  let count = 0
  let isFlood = false
  for (const { by } of changes) {
    count += by
    if (count > FLOOD_OVER) isFlood = true
    else if (count < FLOOD_UNDER) isFlood = false
  }
  return { isFlood, count }
}

/** What takes one place on the board: an alert, or in a flood several of one kind and district. */
export type Item = { kind: 'alert'; id: string; alert: AlertView } | { kind: 'group'; id: string; alerts: [AlertView, ...AlertView[]] }

/**
 * The alerts as the board draws them, in their order. In a flood those of one district and category that nobody has (or that
 * somebody has) stand together at the place of the first; a critical one always stands alone, and so does one that closed.
 */
export function itemsOf(alerts: readonly AlertView[], isFlood: boolean): Item[] {
  const items: Item[] = []
  const groups = new Map<string, AlertView[]>()
  for (const alert of alerts) {
    if (!isFlood || alert.severity === 'critical' || !alert.isOpen) {
      items.push({ kind: 'alert', id: alert.id, alert })
      continue
    }
    const district = alert.where.find((node) => node.kind === 'district')?.id ?? ''
    const key = [district, alert.category, alert.holder === null, Boolean(alert.shelf)].join(' ')
    const group = groups.get(key)
    if (group) {
      group.push(alert)
      continue
    }
    const fresh: [AlertView, ...AlertView[]] = [alert]
    groups.set(key, fresh)
    items.push({ kind: 'group', id: key, alerts: fresh })
  }
  return items.map((item) => (item.kind === 'group' && item.alerts.length === 1 ? { kind: 'alert', id: item.alerts[0].id, alert: item.alerts[0] } : item))
}

/** Every alert that an item stands for. */
export function alertsIn(item: Item): readonly AlertView[] {
  return item.kind === 'alert' ? [item.alert] : item.alerts
}
