import { useMemo } from 'preact/hooks'
import { computed } from '@preact/signals'
import type { RouteAnswer } from '../../../contract/http.ts'
import { useLink } from '../context.ts'
import { digits } from '../countdown.ts'
import { stretches } from '../gaps.ts'
import { clockTime } from '../indian-time.ts'
import { texts } from '../language.ts'
import { polled } from '../poll.ts'

const HOUR_MS = 3_600_000
const STEP_MS = 5_000
const STRIP = 600

/** Blind times of the stream, newest first. */
export const useGaps = polled<RouteAnswer<'gaps'>>('/api/gaps?limit=100', 15_000)

/** The last hour as a strip with its blind times, and the last of them in words. */
export function BlindStrip() {
  const { now } = useLink().clock
  const t = texts.value.stream
  const gaps = useGaps().value.answer?.gaps ?? []
  const at = useMemo(() => computed(() => (now.value === null ? null : Math.floor(now.value / STEP_MS) * STEP_MS)), [now]).value
  const blind = at === null ? [] : stretches(gaps, at, HOUR_MS)
  const last = gaps.find(({ id }) => blind.some((stretch) => stretch.id === id))
  return (
    <div class="blind-strip">
      <svg viewBox={`0 0 ${STRIP} 20`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="strip-seen" x="0" y="0" width={STRIP} height="20" />
        {blind.map(({ id, from, to, isOpen }) => <rect key={id} class="strip-blind" data-open={isOpen} x={from * STRIP} y="0" width={Math.max(4, (to - from) * STRIP)} height="20" />)}
      </svg>
      <p class="strip-words">
        {!last ? t.noGaps : (
          <>
            {t.blindTime} <span class="digits">{clockTime(last.startedAt)}–{last.endedAt === null ? t.ongoing : clockTime(last.endedAt)}</span>
            {last.endedAt !== null && <span class="digits"> ({digits((last.endedAt - last.startedAt) / 1000)})</span>}
            {' · '}{t.gapState[last.state]}
          </>
        )}
      </p>
    </div>
  )
}
