import { useEffect, useState } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { useLink } from '../shared/context.ts'
import { clockTime } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { Phrase } from '../shared/parts/phrase.tsx'
import { postWords } from '../shared/words.ts'
import { getJson } from '../shared/requests.ts'

type Row = RouteAnswer<'deliveries'>['deliveries'][number]
type Reach = RouteAnswer<'deliveries'>['summary']['rungs'][number]

/** Worst first: what did not get through is read before what did. */
const COUNTS = ['failed', 'held', 'acknowledged', 'seen', 'onDevice', 'sent', 'expired'] as const
const MAX_ROWS = 100

/** How far each rung got; every message with its way, its state and its because, on demand. */
export function Deliveries({ alert }: { alert: AlertView }) {
  const t = texts.value
  const summary = useLink().deliveries.value.get(alert.id)
  const [isOpen, setOpen] = useState(false)
  return (
    <div class="told-rungs">
      <ol>
        {summary?.rungs.map((reach) => <RungLine key={reach.rung} reach={reach} alert={alert} />)}
      </ol>
      {summary?.rungs.length === 0 && !alert.assignment && alert.calls.length === 0 && <p class="ledger-empty">{t.stepIn.noRows}</p>}
      <button type="button" class="quiet-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t.stepIn.rows}</button>
      {isOpen && <Rows id={alert.id} at={summary?.at ?? 0} version={alert.version} />}
    </div>
  )
}

function RungLine({ reach, alert }: { reach: Reach; alert: AlertView }) {
  const t = texts.value
  const told = alert.told.filter(({ rung }) => rung === reach.rung)
  return (
    <li class="rung-line" data-failed={reach.failed > 0 && reach.failed === reach.told}>
      <span class="digits">{reach.rung}</span>
      <span>{postWords(told.map(({ post }) => post), t)}</span>
      <span class="rung-counts">
        <b class="digits">{reach.told}</b> {t.stepIn.counts.told}
        {COUNTS.filter((name) => reach[name] > 0).map((name) => <span key={name} data-count={name}><b class="digits">{reach[name]}</b> {t.stepIn.counts[name]}</span>)}
      </span>
    </li>
  )
}

/** Read again whenever the summary or the alert has moved on. */
function Rows({ id, at, version }: { id: string; at: number; version: number }) {
  const t = texts.value.stepIn
  const [rows, setRows] = useState<Row[] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    let isCurrent = true
    getJson<RouteAnswer<'deliveries'>>(`/api/alerts/${encodeURIComponent(id)}/deliveries`)
      .then(({ deliveries }) => { if (isCurrent) { setRows(deliveries); setFailed(false) } }, () => { if (isCurrent) setFailed(true) })
    return () => { isCurrent = false }
  }, [id, at, version])
  if (!rows) return <p class="ledger-empty">{hasFailed ? t.notLoaded : t.loading}</p>
  return <ol class="message-rows">{rows.slice(-MAX_ROWS).reverse().map((row) => <MessageRow key={row.id} row={row} />)}</ol>
}

function MessageRow({ row }: { row: Row }) {
  const t = texts.value
  const at = row.acknowledgedAt ?? row.seenAt ?? row.onDeviceAt ?? row.endedAt ?? row.sentAt ?? row.queuedAt
  return (
    <li data-state={row.state}>
      <span class="message-who"><bdi>{row.name}</bdi> <small>{postWords([row.post], t)} · {t.supervisor.rung(row.rung)} · {t.duty.channels[row.channel]}</small></span>
      <span class="message-state">{t.stepIn.deliveryState[row.state]} <time class="digits">{clockTime(at)}</time></span>
      <small class="message-why"><Phrase text={row.reason} />{row.attempts > 1 && ` · ${t.stepIn.tries(row.attempts)}`} · <Phrase text={row.because} /></small>
    </li>
  )
}
