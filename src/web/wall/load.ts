import type { AlertView } from '../../contract/alert-view.ts'
import { severityRank } from '../../domain/verdict.ts'
import type { Severity } from '../../domain/verdict.ts'

/** What a district has to do. */
export interface Load {
  unanswered: number
  held: number
  worst: Severity | null
}

/** What each district has to do, from the alerts; the key '' is for those without a known place. */
export function loadByDistrict(alerts: readonly AlertView[]): Map<string, Load> {
  const loads = new Map<string, Load>()
  for (const alert of alerts) {
    const id = alert.where.find((node) => node.kind === 'district')?.id ?? ''
    const load = loads.get(id) ?? { unanswered: 0, held: 0, worst: null }
    if (alert.holder || alert.shelf) load.held++
    else {
      load.unanswered++
      if (load.worst === null || severityRank(alert.severity) < severityRank(load.worst)) load.worst = alert.severity
    }
    loads.set(id, load)
  }
  return loads
}
