import { useEffect, useState } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { clockTime } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import { ActBar } from '../shared/parts/act-bar.tsx'
import { Mark } from '../shared/parts/mark.tsx'
import { Reasons, WholePost } from '../shared/parts/post-text.tsx'
import { Elapsed } from '../shared/parts/timers.tsx'
import { ToldList } from '../shared/parts/told-list.tsx'
import { placeWords, stateWord } from '../shared/words.ts'
import { openedId } from './view.ts'

type Chronicle = Pick<RouteAnswer<'alert'>, 'history' | 'isHistoryWhole'>

/** One alert beside the table: its post, why it rings, its ladder, its history, and the acts of a supervisor. */
export function DetailPane({ alert }: { alert: AlertView }) {
  const t = texts.value
  const place = placeWords(alert, t)
  const isUnanswered = alert.isOpen && alert.holder === null
  return (
    <section class="pane" aria-label={alert.number} data-severity={alert.severity} data-unanswered={isUnanswered}>
      <div class="pane-scroll">
        <div class="pane-bar">
          <span class="sev"><Mark severity={alert.severity} isHollow={!isUnanswered} /> {t.severity[alert.severity]} · {alert.isOpen ? stateWord(alert, t) : t.officer.closedAs(t.state[alert.state])}</span>
          <button type="button" class="quiet-button" onClick={() => { openedId.value = null }}>{t.supervisor.close}</button>
        </div>
        <h2>{place.main}</h2>
        <p class="pane-under">{[t.category[alert.category], place.detail].filter(Boolean).join(' · ')}</p>
        <p class="pane-times">
          <span class="digits">{alert.number}</span> · {t.officer.raised} <span class="digits">{clockTime(alert.raisedAt)}</span> (<Elapsed at={alert.raisedAt} />) · {t.officer.posted} <span class="digits">{clockTime(alert.postedAt)}</span>
        </p>
        <WholePost alert={alert} />
        {alert.author && <p class="author"><bdi>{alert.author.name}</bdi> <bdi dir="ltr">@{alert.author.handle}</bdi></p>}
        <h3>{t.officer.why} <small>{t.officer.score(Math.round(alert.score))}</small></h3>
        <Reasons alert={alert} />
        <h3>{t.officer.told}</h3>
        <ToldList alert={alert} />
        <History alert={alert} />
      </div>
      <ActBar alert={alert} />
    </section>
  )
}

function History({ alert: { id, version } }: { alert: AlertView }) {
  const t = texts.value
  const chronicle = useChronicle(id, version)
  return (
    <>
      <h3>
        {t.supervisor.history}
        {chronicle && <small data-broken={!chronicle.isHistoryWhole}>{chronicle.isHistoryWhole ? t.supervisor.historyWhole : t.supervisor.historyBroken}</small>}
      </h3>
      {!chronicle && <p class="ledger-empty">{t.supervisor.loading}</p>}
      <ol class="history">
        {chronicle?.history.map(({ seq, at, what, who, facts }) => (
          <li key={seq}>
            <time class="digits">{clockTime(at)}</time>
            <span>{t.historyOf[what] ?? what}{typeof facts.rung === 'number' && ` · ${t.supervisor.rung(facts.rung)}`}{typeof facts.reason === 'string' && <> · <bdi>{facts.reason}</bdi></>}</span>
            <span class="history-who">{who === 'system' ? t.system : who}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The history of an alert, read again whenever its version moves on. Null until the first answer. */
function useChronicle(id: string, version: number): Chronicle | null {
  const [chronicle, setChronicle] = useState<Chronicle | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    fetch(`/api/alerts/${encodeURIComponent(id)}`, { headers: { accept: 'application/json' }, cache: 'no-store', signal: abort.signal })
      .then(async (response) => { if (response.ok) setChronicle(await response.json() as Chronicle) })
      .catch(() => undefined)
    return () => abort.abort()
  }, [id, version])
  return chronicle
}
