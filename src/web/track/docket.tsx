import { useState } from 'preact/hooks'
import type { TrackActInput, TrackView } from '../../contract/track.ts'
import { calendarDay, shortTime } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import { StatusMark } from '../shared/parts/status-mark.tsx'
import { words } from './words.ts'

const STEPS = ['receivedAt', 'acknowledgedAt', 'progressAt', 'repliedAt', 'closedAt'] as const

/** How a complaint stands: what happened when, who has it, and what its author can do. */
export function Docket({ view, said, isBusy, onAct }: { view: TrackView; said: string | null; isBusy: boolean; onAct: (act: TrackActInput) => void }) {
  const t = texts.value
  const track = words.value
  return (
    <>
      <section class="t-status" data-status={view.status}>
        <p class="t-number digits">{view.number}</p>
        <h2><StatusMark status={view.status} /> {track.status[view.status]}</h2>
        <p>{view.closedAs ? track.closedAs[view.closedAs] : track.means[view.status]}</p>
        {view.status !== 'closed' && <p class="t-with">{track.with}: <b>{track.level[view.ownerLevel]}</b></p>}
      </section>
      <p class="t-said" role="status">{said}</p>
      <ol class="t-steps">
        {STEPS.map((step) => (
          <li key={step} data-done={view[step] !== null}>
            <span>{track.steps[step]}</span>
            {view[step] === null ? <i>{track.notYet}</i> : <time class="digits" dateTime={new Date(view[step]).toISOString()}>{calendarDay(view[step], t)} {shortTime(view[step])}</time>}
          </li>
        ))}
      </ol>
      {(view.mayReopen || view.mayAppeal) && <NotDone view={view} isBusy={isBusy} onAct={onAct} />}
      {view.reopenFrom !== null && <p class="t-said">{track.reopenFrom(`${calendarDay(view.reopenFrom, t)} ${shortTime(view.reopenFrom)}`)}</p>}
      {view.mayRate && <Rate isBusy={isBusy} onAct={onAct} />}
      {view.stars !== null && <p class="t-rated">{track.rated(view.stars)}</p>}
    </>
  )
}

function NotDone({ view, isBusy, onAct }: { view: TrackView; isBusy: boolean; onAct: (act: TrackActInput) => void }) {
  const t = words.value
  const [kind, setKind] = useState<'reopen' | 'appeal' | null>(null)
  const [text, setText] = useState('')
  return (
    <section class="t-box">
      <h3>{t.notDone}</h3>
      {kind === null ? (
        <div class="t-buttons">
          {view.mayReopen && <button type="button" class="t-quiet" onClick={() => setKind('reopen')}>{t.reopen}</button>}
          {view.mayAppeal && <button type="button" class="t-quiet" onClick={() => setKind('appeal')}>{t.appeal}</button>}
        </div>
      ) : (
        <form class="t-form" onSubmit={(event) => { event.preventDefault(); onAct({ act: kind, text }) }}>
          <label><span>{t.what}</span><textarea name="text" rows={3} required minLength={3} maxLength={500} value={text} autofocus onInput={(event) => setText(event.currentTarget.value)} /></label>
          <div class="t-buttons">
            <button type="submit" class="t-main" disabled={isBusy}>{kind === 'reopen' ? t.reopen : t.appeal}</button>
            <button type="button" class="t-quiet" onClick={() => setKind(null)}>{t.cancel}</button>
          </div>
        </form>
      )}
    </section>
  )
}

function Rate({ isBusy, onAct }: { isBusy: boolean; onAct: (act: TrackActInput) => void }) {
  const t = words.value
  const [stars, setStars] = useState(0)
  const [comment, setComment] = useState('')
  return (
    <form class="t-box t-form" onSubmit={(event) => { event.preventDefault(); onAct({ act: 'rate', stars, comment: comment.trim() || null }) }}>
      <fieldset class="t-stars">
        <legend>{t.rate}</legend>
        {[1, 2, 3, 4, 5].map((n) => (
          <label key={n} data-on={n <= stars}>
            <input type="radio" name="stars" value={n} checked={stars === n} onChange={() => setStars(n)} aria-label={t.stars(n)} />
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2.6l2.9 6 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5L2.6 9.5l6.5-.9z" /></svg>
          </label>
        ))}
      </fieldset>
      {stars > 0 && (
        <>
          <label><span>{t.comment}</span><textarea name="comment" rows={2} maxLength={300} value={comment} onInput={(event) => setComment(event.currentTarget.value)} /></label>
          <button type="submit" class="t-main" disabled={isBusy}>{t.send}</button>
        </>
      )}
    </form>
  )
}
