import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { countdown, elapsed } from '../countdown.ts'
import { useLink } from '../context.ts'
import { calendarDay, clockTime } from '../indian-time.ts'
import { texts } from '../language.ts'

const UNKNOWN = '–:––'

function asItIs(digits: string): string {
  return digits
}

/** Time since `at`, in the words of `say`; ticks by changing one text node. */
export function Elapsed({ at, say = asItIs }: { at: number; say?: (digits: string) => string }) {
  const { now } = useLink().clock
  const text = useMemo(() => computed(() => say(now.value === null ? UNKNOWN : elapsed(at, now.value))), [now, at, say])
  return <span class="digits">{text}</span>
}

/** Time until `dueAt`; after it counts up in red beside the word for overdue. */
export function Countdown({ dueAt }: { dueAt: number }) {
  const { now } = useLink().clock
  const view = useMemo(() => {
    const current = computed(() => (now.value === null ? { isOverdue: false, digits: UNKNOWN } : countdown(dueAt, now.value)))
    return { digits: computed(() => current.value.digits), isOverdue: computed(() => current.value.isOverdue) }
  }, [now, dueAt])
  return (
    <span class="countdown" data-overdue={view.isOverdue.value}>
      {view.isOverdue.value && <span class="overdue-word">{texts.value.time.overdue} </span>}
      <span class="digits">{view.digits}</span>
    </span>
  )
}

/** Whether `at` has passed, re-rendering its reader only when that changes. */
export function useHasPassed(at: number): boolean {
  const { now } = useLink().clock
  return useMemo(() => computed(() => now.value !== null && now.value > at), [now, at]).value
}

/** The server's clock in Indian time. */
export function WallClock() {
  const { now } = useLink().clock
  const text = useMemo(() => computed(() => (now.value === null ? '––:––:––' : clockTime(now.value))), [now])
  return <time class="digits clock-time">{text}</time>
}

/** Today in India, by the server's clock. */
export function Today() {
  const { now } = useLink().clock
  const text = useMemo(() => computed(() => (now.value === null ? '' : calendarDay(now.value, texts.value))), [now])
  return <span class="clock-day">{text}</span>
}
