import { historyOf } from '../shared/history-of.ts'
import type { DocketView } from '../../contract/desk.ts'
import { calendarDay, clockTime } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { factWords } from './history-words.ts'
import { useNodes } from '../shared/nodes.ts'

/** One entry of the history in words: when, what with its facts, who. */
export function HistoryLine({ entry: { at, what, who, name, facts } }: { entry: DocketView['history'][number] }) {
  const t = texts.value
  const details = factWords(what, facts, t, useNodes() ?? [])
  return (
    <li data-what={what}>
      <time class="digits" title={calendarDay(at, t)}>{clockTime(at)}</time>
      <span>{historyOf.value[what] ?? what}{details.map((detail, index) => <span key={index}> · <bdi>{detail}</bdi></span>)}</span>
      <span class="history-who"><bdi>{who === 'system' ? t.system : who === 'citizen' ? t.desk.codeHolder : name ?? who}</bdi></span>
    </li>
  )
}
