import { useLink } from '../shared/context.ts'
import { texts } from './words.ts'
import { Mark } from '../shared/parts/mark.tsx'
import { STATE_FILTERS, filter, passes } from './view.ts'
import type { StateFilter } from './view.ts'

const SEVERITY_FILTERS = ['critical', 'high'] as const

/** Which alerts the table shows; each choice says how many there are. */
export function Filters() {
  const { alerts, board } = useLink()
  const t = texts.value
  const all = [...alerts.value, ...board.value.closed.values()]
  const { state, severity } = filter.value
  const words: Record<StateFilter, string> = { all: t.supervisor.all, unanswered: t.supervisor.unanswered, held: t.supervisor.held, shelved: t.stepIn.shelved, closed: t.supervisor.closed }
  return (
    <div class="filters">
      <div class="filter-group" role="group" aria-label={t.supervisor.stateFilter}>
        {STATE_FILTERS.map((one) => (
          <button key={one} type="button" class="filter" aria-pressed={state === one} onClick={() => { filter.value = { state: one, severity } }}>
            {words[one]} <span class="digits">{all.filter((alert) => passes(alert, { state: one, severity })).length}</span>
          </button>
        ))}
      </div>
      <div class="filter-group" role="group" aria-label={t.supervisor.severityFilter}>
        {SEVERITY_FILTERS.map((one) => (
          <button key={one} type="button" class="filter" aria-pressed={severity === one} onClick={() => { filter.value = { state, severity: severity === one ? null : one } }}>
            <Mark severity={one} isHollow /> {t.severity[one]} <span class="digits">{all.filter((alert) => passes(alert, { state, severity: one })).length}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
