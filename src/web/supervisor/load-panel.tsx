import type { RouteAnswer } from '../../contract/http.ts'
import { grouped } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { polled } from '../shared/poll.ts'

const EVERY_MS = 15_000
const MAX_SHOWN = 6
/** Alarms in ten minutes at which a bar is full: the border of a flood. */
const FULL = 10

const useLoad = polled<RouteAnswer<'load'>>('/api/load', EVERY_MS)
type Load = Pick<RouteAnswer<'load'>['area'], 'windows' | 'now' | 'average' | 'peak' | 'band'>

/** How many alarms each position of the area has had, in the bands of ISA-18.2: the colour is never alone, the band is a word too. */
export function LoadPanel() {
  const { answer, hasFailed } = useLoad().value
  const t = texts.value.stepIn
  return (
    <section class="ledger" aria-label={t.load}>
      <h2>{t.load}</h2>
      {hasFailed && <p class="ledger-failed">{t.notLoaded}</p>}
      <p class="ledger-empty">{t.loadWhy}</p>
      {answer && (
        <ul>
          <LoadLine name={t.loadArea} where="" load={answer.area} />
          {answer.positions.slice(0, MAX_SHOWN).map((one) => <LoadLine key={one.personId} name={one.name} where={texts.value.code === 'hi' ? one.scopeNameHi : one.scopeName} load={one} />)}
        </ul>
      )}
      {answer?.positions.length === 0 && <p class="ledger-empty">{t.noLoad}</p>}
      {answer && answer.positions.length > MAX_SHOWN && <p class="ledger-empty">{t.loadMore(answer.positions.length - MAX_SHOWN)}</p>}
    </section>
  )
}

function LoadLine({ name, where, load }: { name: string; where: string; load: Load }) {
  const t = texts.value.stepIn
  return (
    <li class="load-line" data-band={load.band}>
      <span><bdi>{name}</bdi>{where && <small>{where}</small>}</span>
      <svg class="load-bars" viewBox="0 0 60 20" aria-hidden="true">
        {load.windows.map((count, index) => {
          const height = Math.max(count > 0 ? 2 : 0.75, Math.min(1, count / FULL) * 20)
          return <rect key={index} x={index * 10 + 1} y={20 - height} width="8" height={height} />
        })}
      </svg>
      <span class="load-figures"><b class="digits">{grouped(load.now)}</b> <span class="load-band">{t.band[load.band]}</span><small class="digits">{t.perHour(load.average.toFixed(1))} · {t.peak(load.peak)}</small></span>
    </li>
  )
}
