import { useEffect } from 'preact/hooks'
import type { DrillState } from '../../../contract/drill-state.ts'
import { useLink } from '../context.ts'
import { clockTime } from '../indian-time.ts'
import { textsOf } from '../language.ts'
import { drillEn, drillHi } from '../texts/drill.ts'

const drillWords = textsOf(drillEn, drillHi)

/** The newest drill, as the heartbeat has it. Whoever draws it proves to the server that this screen paints. */
export function useDrill(): DrillState | null {
  const { drill, confirmDrill, heartbeat } = useLink()
  const id = drill.value
  useEffect(() => {
    if (id === null) return
    // Two frames later it is on the screen; a hidden page has no frames, and says nothing.
    let frame = requestAnimationFrame(() => { frame = requestAnimationFrame(() => confirmDrill(id)) })
    return () => cancelAnimationFrame(frame)
  }, [id, confirmDrill])
  return heartbeat.value?.drill ?? null
}

/** Seconds of the whole chain with one digit behind the point. */
export function wholeSeconds({ legs }: DrillState): string {
  const ms = legs.find(({ leg }) => leg === 'whole')?.ms
  return ms === null || ms === undefined ? '–' : (ms / 1000).toFixed(1)
}

export function drillReason({ because }: DrillState): string {
  return drillWords.value.reasons[because] ?? because
}

/** One line: when the last drill ran and how long the whole chain took; red when it did not come through. */
export function DrillPulse() {
  const state = useDrill()
  const t = drillWords.value
  if (!state) return null
  return (
    <p class="drill-pulse" data-bad={!state.isOk}>
      <span class="drill-name">{state.isOk ? t.title : t.failed} <time class="digits">{clockTime(state.at)}</time></span>
      <span class="digits">{state.isOk ? `${t.passed} ${t.seconds(wholeSeconds(state))}` : drillReason(state)}</span>
    </p>
  )
}
