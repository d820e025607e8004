import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { useLink } from '../shared/context.ts'
import { texts } from './catalogue.ts'
import { span } from './clocks.ts'

/** How long ago, or how long until; what is overdue says so in words and colour. Changes a node only when its words change. */
export function Span({ since, until }: { since: number; until?: undefined } | { until: number; since?: undefined }) {
  const { now } = useLink().clock
  const view = useMemo(() => {
    const state = computed(() => {
      if (now.value === null) return '…'
      const { units, overdueBy, dueIn } = texts.value.desk
      if (since !== undefined) return span(now.value - since, units)
      return until > now.value ? dueIn(span(until - now.value, units)) : overdueBy(span(now.value - until, units))
    })
    return { words: state, isOverdue: computed(() => until !== undefined && now.value !== null && now.value >= until) }
  }, [now, since, until])
  return <span class="digits d-span" data-overdue={view.isOverdue.value}>{view.words}</span>
}
