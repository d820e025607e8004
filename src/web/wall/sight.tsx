import { useLink } from '../shared/context.ts'
import { texts } from '../shared/language.ts'
import { BlindStrip } from '../shared/parts/blind-strip.tsx'
import { DrillPulse } from '../shared/parts/drill-pulse.tsx'
import { Elapsed } from '../shared/parts/timers.tsx'

/** Whether Prahari sees: the pulse of the X stream, and the blind times of the last hour. */
export function Sight() {
  const { heartbeat } = useLink()
  const t = texts.value.stream
  const stream = heartbeat.value?.stream
  return (
    <section class="sight" aria-label={t.title}>
      <h2>{t.title} <span class="sight-state" data-blind={stream?.isSeeing === false}>{!stream ? '–' : stream.isSeeing ? t.sees : t.blind}</span></h2>
      <dl>
        <div><dt>{t.lastPost}</dt><dd><Ago at={stream?.lastPostAt ?? null} /></dd></div>
        <div><dt>{t.alive}</dt><dd><Ago at={stream?.lastByteAt ?? null} /></dd></div>
      </dl>
      <BlindStrip />
      <DrillPulse />
    </section>
  )
}

function Ago({ at }: { at: number | null }) {
  return at === null ? <span>{texts.value.stream.never}</span> : <Elapsed at={at} />
}
