import type { Severity } from '../../domain/verdict.ts'

/** What a page has to say aloud: an alert of a severity that nobody has, or that the page has gone blind. */
export type Cause = Extract<Severity, 'critical' | 'high'> | 'blind'

/** A rhythm: tone starts in seconds from the burst's beginning, length and height of a tone, and when the burst comes again. */
export interface Rhythm {
  startsS: readonly number[]
  toneS: number
  hertz: number
  everyS: number
}

/** One rhythm per cause, told apart by beat and not only by height: quick triplets, slow pairs, one long tone twice. */
export const RHYTHMS: Readonly<Record<Cause, Rhythm>> = {
  critical: { startsS: [0, 0.18, 0.36, 0.9, 1.08, 1.26, 1.8, 1.98, 2.16], toneS: 0.12, hertz: 880, everyS: 6 },
  high: { startsS: [0, 0.6], toneS: 0.35, hertz: 587, everyS: 15 },
  blind: { startsS: [0, 1.5], toneS: 1, hertz: 330, everyS: 10 },
}

/** An alert that waits for somebody, as far as sound goes. */
export interface Waiting {
  id: string
  severity: Severity
}

/** The horn stopped by a hand: for what was there then, and not for long. Milliseconds of the page's monotonic clock. */
export interface Silence {
  until: number
  ids: ReadonlySet<string>
  /** Whether the page was blind then. */
  isBlind: boolean
}

export const LONGEST_SILENCE_MS = 120_000

/** Silences what is there now, for two minutes. Acknowledging is another thing, and not done by this. */
export function silenceOf(state: { isStale: boolean; waiting: readonly Waiting[] }, now: number): Silence {
  return { until: now + LONGEST_SILENCE_MS, ids: new Set(state.waiting.map(({ id }) => id)), isBlind: state.isStale }
}

/** Whether the silence still holds: in time, and nothing came that it was not meant for. */
export function holds(silence: Silence | null, state: { isStale: boolean; waiting: readonly Waiting[] }, now: number): boolean {
  if (!silence || now >= silence.until) return false
  const sounds = state.waiting.filter(({ severity }) => severity === 'critical' || severity === 'high')
  return (!state.isStale || silence.isBlind) && sounds.every(({ id }) => silence.ids.has(id))
}

/** What to sound now: the blindness first, because it hides everything else, then the worst severity that waits. Off duty: nothing. */
export function causeOf(state: { isStale: boolean; isOnDuty: boolean; waiting: readonly Waiting[] }): Cause | null {
  if (!state.isOnDuty) return null
  if (state.isStale) return 'blind'
  if (state.waiting.some(({ severity }) => severity === 'critical')) return 'critical'
  return state.waiting.some(({ severity }) => severity === 'high') ? 'high' : null
}

/** Whether a burst is due: a new cause sounds at once, the same one again after its distance. Times in milliseconds. */
export function isBurstDue(cause: Cause, last: { cause: Cause; at: number } | null, now: number): boolean {
  return !last || last.cause !== cause || now - last.at >= RHYTHMS[cause].everyS * 1000
}

/** Plays one burst. */
export function play(context: AudioContext, { startsS, toneS, hertz }: Rhythm): void {
  const gain = context.createGain()
  gain.gain.value = 0
  gain.connect(context.destination)
  const tone = context.createOscillator()
  tone.type = 'triangle'
  tone.frequency.value = hertz
  tone.connect(gain)
  const begin = context.currentTime + 0.02
  for (const start of startsS) {
    gain.gain.setTargetAtTime(0.6, begin + start, 0.008)
    gain.gain.setTargetAtTime(0, begin + start + toneS, 0.02)
  }
  tone.start(begin)
  tone.stop(begin + (startsS.at(-1) ?? 0) + toneS + 0.3)
}
