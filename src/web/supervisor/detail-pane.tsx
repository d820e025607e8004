import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { AlertView } from '../../contract/alert-view.ts'
import { needsAnswer } from '../../contract/urgency.ts'
import { cleared, useChronicle } from '../shared/chronicle.ts'
import type { Chronicle } from '../shared/chronicle.ts'
import { historyOf } from '../shared/history-of.ts'
import { clockTime } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { ActBar } from '../shared/parts/act-bar.tsx'
import { CorrectVerdict } from '../shared/parts/correct-verdict.tsx'
import { Mark } from '../shared/parts/mark.tsx'
import { NoteItem } from '../shared/parts/note-item.tsx'
import { Reasons, WholePost } from '../shared/parts/post-text.tsx'
import { Around, Ask, News, Thread } from '../shared/parts/thread.tsx'
import { Elapsed } from '../shared/parts/timers.tsx'
import { ToldList } from '../shared/parts/told-list.tsx'
import { correctionWords, placeWords, postWords, stateWord } from '../shared/words.ts'
import { Deliveries } from './deliveries.tsx'
import { PlanLine } from './plan-line.tsx'
import { StepBar } from './step-bar.tsx'
import { asking, isPaneWanted, openedId } from './view.ts'

/** One alert beside the table: its post, why it rings, its ladder, its history, and the acts of a supervisor. */
export function DetailPane({ alert: masked }: { alert: AlertView }) {
  const { chronicle } = useChronicle(masked.id, masked.version)
  const alert = cleared(masked, chronicle)
  const t = texts.value
  const place = placeWords(alert, t)
  const isUnanswered = needsAnswer(alert)
  const pane = useRef<HTMLElement>(null)
  useFocusOfPane(pane)
  return (
    <section ref={pane} tabIndex={-1} class="pane" aria-label={alert.number} data-severity={alert.severity} data-unanswered={isUnanswered}>
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
        <PlanLine alert={alert} />
        <News alert={alert} />
        <WholePost alert={alert} />
        {alert.author && <p class="author"><bdi>{alert.author.name}</bdi> <bdi dir="ltr">@{alert.author.handle}</bdi></p>}
        <Around alert={alert} />
        <Thread alert={alert} />
        <Ask alert={alert} />
        <h3>{t.officer.why} <small>{t.officer.score(Math.round(alert.score))}</small></h3>
        <Reasons alert={alert} />
        <CorrectVerdict alert={alert} />
        <h3>{t.stepIn.deliveries}</h3>
        <Deliveries alert={alert} />
        <h3>{t.officer.told}</h3>
        <ToldList alert={alert} />
        <History alert={alert} chronicle={chronicle} />
      </div>
      <StepBar alert={alert} />
      <ActBar alert={alert} />
    </section>
  )
}

/** Takes the focus when a key opened it, and gives it back to the row when it closes. */
function useFocusOfPane(pane: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (isPaneWanted.value && asking.value === null) pane.current?.focus()
    isPaneWanted.value = false
    return () => {
      if (pane.current?.contains(document.activeElement) !== true) return
      requestAnimationFrame(() => {
        if (document.querySelector('.pane') === null) (document.querySelector<HTMLElement>('tr[data-cursor=true] .row-button') ?? document.querySelector<HTMLElement>('.table-frame'))?.focus()
      })
    }
  }, [pane])
}

function History({ alert: { id }, chronicle }: { alert: AlertView; chronicle: Chronicle | null }) {
  const t = texts.value
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
            <span>{historyOf.value[what] ?? what}{typeof facts.rung === 'number' && ` · ${t.supervisor.rung(facts.rung)}`}{typeof facts.reason === 'string' && <> · <bdi>{facts.reason}</bdi></>}{what === 'reassigned' && typeof facts.name === 'string' && <> → <bdi>{facts.name}</bdi></>}{what === 'called' && typeof facts.post === 'string' && ` · ${postWords([facts.post], t)}`}{what === 'shelved' && typeof facts.until === 'number' && ` → ${clockTime(facts.until)}`}{what === 'corrected' && ` · ${correctionWords(facts, t)}`}{chronicle.notes.filter((note) => note.id === facts.note).map((note) => <NoteItem key={note.id} alertId={id} note={note} />)}</span>
            <span class="history-who">{who === 'system' ? t.system : who}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
