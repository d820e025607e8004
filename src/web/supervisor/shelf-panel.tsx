import { useLink } from '../shared/context.ts'
import { grouped, shortTime } from '../shared/indian-time.ts'
import { texts } from './words.ts'
import { Countdown } from '../shared/parts/timers.tsx'
import { placeWords } from '../shared/words.ts'
import { openedId } from './view.ts'

/** What was put aside, by whom and why, and when it returns. */
export function ShelfPanel() {
  const t = texts.value
  const shelved = useLink().alerts.value.flatMap((alert) => (alert.shelf ? [{ alert, shelf: alert.shelf }] : [])).sort((a, b) => a.shelf.until - b.shelf.until)
  return (
    <section class="ledger shelf-panel" aria-label={t.stepIn.shelvedTitle}>
      <h2>{t.stepIn.shelvedTitle} <span class="digits">{grouped(shelved.length)}</span></h2>
      {shelved.length === 0 && <p class="ledger-empty">{t.stepIn.noShelved}</p>}
      <ul>
        {shelved.map(({ alert, shelf }) => (
          <li key={alert.id} class="shelf-line">
            <button type="button" class="row-button" onClick={() => { openedId.value = alert.id }}>{placeWords(alert, t).main} · {t.category[alert.category]}</button>
            <span class="shelf-end"><time class="digits">{shortTime(shelf.until)}</time> <Countdown dueAt={shelf.until} /></span>
            <small><bdi>{t.stepIn.shelvedBy(shelf.by)}</bdi>: <bdi>{shelf.reason}</bdi></small>
          </li>
        ))}
      </ul>
    </section>
  )
}
