import type { ComponentChildren } from 'preact'
import { computed } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { afterPaint } from '../shared/after-paint.ts'
import { useLink } from '../shared/context.ts'
import { digits } from '../shared/countdown.ts'
import { blindMs } from '../shared/gaps.ts'
import { clockTime, grouped } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { useGaps } from '../shared/parts/blind-strip.tsx'
import { drillReason, useDrill, wholeSeconds } from '../shared/parts/drill-pulse.tsx'
import { Elapsed } from '../shared/parts/timers.tsx'
import { useFailedJobs, useQuarantine } from './inspections.ts'

const DAY_MS = 86_400_000
const STEP_MS = 5_000
const NOTICED_MS = 5_000

/** How stream, ladder, store and queue do, from the heartbeat; what was left behind, from the ledger. */
export function PulseTiles() {
  const { heartbeat } = useLink()
  const t = texts.value
  const s = t.supervisor
  const beat = heartbeat.value
  const failed = useFailedJobs().value.answer?.jobs.length
  const quarantined = useQuarantine().value.answer?.items.length
  return (
    <dl class="pulse-tiles">
      <Tile name={t.stream.title} isBad={beat?.stream.isSeeing === false} word={!beat ? '–' : beat.stream.isSeeing ? t.stream.sees : t.stream.blind}>
        {t.stream.lastPost} <Ago at={beat?.stream.lastPostAt} /> · {t.stream.alive} <Ago at={beat?.stream.lastByteAt} />
      </Tile>
      <EngineTile />
      <Tile name={s.store} isBad={beat?.engine.isStoreUp === false} word={!beat ? '–' : beat.engine.isStoreUp ? s.up : s.down}>{beat?.engine.isStoreUp === false ? s.notReachable : s.answersReads}</Tile>
      <Tile name={s.queue} isBad={beat?.engine.isQueueUp === false} word={!beat ? '–' : beat.engine.isQueueUp ? s.up : s.down}>{beat?.engine.isQueueUp === false ? s.notReachable : s.takesJobs}</Tile>
      <BlindTile />
      <DrillTile />
      <Tile name={s.failed} isBad={false} isNote={(failed ?? 0) > 0} word={<Count n={failed} />}>{failed ? s.seeBelow : s.nothing}</Tile>
      <Tile name={s.quarantine} isBad={false} isNote={(quarantined ?? 0) > 0} word={<Count n={quarantined} />}>{quarantined ? s.seeBelow : s.nothing}</Tile>
    </dl>
  )
}

/** Tells the server now and then that this page shows what the audit found: who reads it here needs no other message. */
function useNoticed(kind: 'engine' | 'audit' | null, beat: number): void {
  const { say } = useLink()
  useEffect(() => (kind === null ? undefined : afterPaint(() => void say('condition:noticed', { kind }))), [kind, beat, say])
}

/** The engine, and what its auditor says of it: it is only as good as that. */
function EngineTile() {
  const beat = useLink().heartbeat.value
  const t = texts.value
  const s = t.supervisor
  const audit = beat?.audit
  const late = audit ? audit.alerts + audit.posts + audit.deliveries + audit.replies : 0
  const isBad = beat !== null && (!beat.engine.isSweeping || !beat.audit.isOn || late > 0)
  useNoticed(beat ? (!beat.audit.isOn ? 'audit' : beat.audit.at !== null && !beat.audit.isClean ? 'engine' : null) : null, Math.floor((beat?.serverNow ?? 0) / NOTICED_MS))
  const word = !beat ? '–' : !beat.engine.isSweeping ? s.stopped : !beat.audit.isOn ? t.audit.off : late > 0 ? t.audit.late(late) : s.sweeping
  return (
    <Tile name={s.engine} isBad={isBad} word={word}>
      {s.lastSweep} <Ago at={beat?.engine.lastSweepAt} /> · {t.audit.last} <Ago at={audit?.at} />
    </Tile>
  )
}

function BlindTile() {
  const { now } = useLink().clock
  const t = texts.value
  const gaps = useGaps().value.answer?.gaps
  const at = useMemo(() => computed(() => (now.value === null ? null : Math.floor(now.value / STEP_MS) * STEP_MS)), [now]).value
  const blind = gaps && at !== null ? blindMs(gaps, at, DAY_MS) : null
  return (
    <Tile name={t.supervisor.blind} isBad={false} isNote={(blind ?? 0) > 0} word={<span class="digits">{blind === null ? '–' : digits(blind / 1000)}</span>}>
      {blind === 0 ? t.supervisor.nothing : t.supervisor.seeBelow}
    </Tile>
  )
}

function DrillTile() {
  const state = useDrill()
  const t = texts.value.drillTile
  return (
    <Tile name={state ? <>{t.title} <time class="digits">{clockTime(state.at)}</time></> : t.title} isBad={state?.isOk === false} word={!state ? '–' : state.isOk ? <span class="digits">{t.seconds(wholeSeconds(state))}</span> : t.failed}>
      {!state ? t.none : state.isOk ? t.passed : drillReason(state)}
    </Tile>
  )
}

function Tile({ name, word, isBad, isNote = false, children }: { name: ComponentChildren; word: ComponentChildren; isBad: boolean; isNote?: boolean; children: ComponentChildren }) {
  return (
    <div class="pulse-tile" data-bad={isBad} data-note={isNote}>
      <dt>{name}</dt>
      <dd><strong>{word}</strong> <small>{children}</small></dd>
    </div>
  )
}

function Ago({ at }: { at: number | null | undefined }) {
  return at === null || at === undefined ? <span>{texts.value.stream.never}</span> : <Elapsed at={at} />
}

function Count({ n }: { n: number | undefined }) {
  return <span class="digits">{n === undefined ? '–' : `${grouped(n)}${n >= 100 ? '+' : ''}`}</span>
}
