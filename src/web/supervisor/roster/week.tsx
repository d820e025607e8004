import type { RosterView } from '../../../contract/duty.ts'
import { useLink } from '../../shared/context.ts'
import { calendarDay, shortTime } from '../../shared/indian-time.ts'
import { texts } from '../words.ts'
import { Phrase } from '../../shared/parts/phrase.tsx'
import { reason } from '../duty-panel.tsx'
import { rosterTexts } from './roster-texts.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const DAY_MINUTES = 1_440
type Stretch = RosterView['week'][number]

/** Who is on duty on each of the next seven days: a strip of the day, and the same in words. */
export function Week({ view }: { view: RosterView }) {
  const first = view.week[0]?.from ?? view.serverNow
  const days = Array.from({ length: 7 }, (_, day) => first + day * DAY_MS)
  return (
    <section class="roster-part roster-week">
      <h2>{rosterTexts.value.week}</h2>
      <table>
        <thead class="for-ears"><tr><th scope="col">{rosterTexts.value.day}</th><th scope="col">{rosterTexts.value.who}</th></tr></thead>
        <tbody>{days.map((from) => <Day key={from} from={from} view={view} isToday={from <= view.serverNow && view.serverNow < from + DAY_MS} />)}</tbody>
      </table>
    </section>
  )
}

function Day({ from, view, isToday }: { from: number; view: RosterView; isToday: boolean }) {
  const t = texts.value
  const to = from + DAY_MS
  const stretches = view.week.filter((one) => one.from < to && one.to > from).map((one) => ({ ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) }))
  return (
    <tr data-today={isToday}>
      <th scope="row">{calendarDay(from, t).replace(/ \d{4}$/, '')}{isToday && <small>{rosterTexts.value.today}</small>}</th>
      <td>
        <DayStrip from={from} stretches={stretches} />
        <ul>{stretches.map((one) => <StretchLine key={one.from} stretch={one} view={view} />)}</ul>
      </td>
    </tr>
  )
}

function DayStrip({ from, stretches }: { from: number; stretches: readonly Stretch[] }) {
  const now = useLink().clock.now.value
  const minute = (at: number): number => (at - from) / MINUTE_MS
  const isNow = now !== null && now >= from && now < from + DAY_MS
  return (
    <svg class="roster-strip" viewBox={`0 0 ${DAY_MINUTES} 10`} preserveAspectRatio="none" aria-hidden="true">
      {stretches.map((one) => <rect key={one.from} data-covered={one.persons.length > 0} x={minute(one.from) + 2} y="0" width={Math.max(2, minute(one.to) - minute(one.from) - 4)} height="10" />)}
      {isNow && <rect class="roster-now" x={Math.floor(minute(now))} y="0" width="5" height="10" />}
    </svg>
  )
}

/** Why somebody is on duty is said where a roster says so; without one it is the same for all of them. */
function StretchLine({ stretch: { from, to, persons, because }, view: { names, version } }: { stretch: Stretch; view: RosterView }) {
  const t = rosterTexts.value
  const until = shortTime(to) === '00:00' ? '24:00' : shortTime(to)
  return (
    <li class="roster-stretch" data-gap={persons.length === 0}>
      <span class="digits">{to - from >= DAY_MS ? t.wholeDay : `${shortTime(from)}–${until}`}</span>
      {persons.length === 0
        ? <span><b>{t.nobody}</b> <small>{reason(because)}</small></span>
        : <span>{persons.map(({ personId, because: why }) => <span key={personId} class="roster-person"><bdi>{names[personId] ?? personId}</bdi>{version > 0 && <> <small><Phrase text={why} /></small></>}</span>)}</span>}
    </li>
  )
}
