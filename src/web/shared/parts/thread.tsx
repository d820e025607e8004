import { Fragment } from 'preact'
import type { AlertView } from '../../../contract/alert-view.ts'
import { langOf } from '../highlight.ts'
import { clockTime } from '../indian-time.ts'
import { texts } from '../language.ts'
import { Phrase } from './phrase.tsx'

/** What whoever has the alert must hear at once: it got worse, or nobody came, since they took it. */
export function News({ alert: { news } }: { alert: Pick<AlertView, 'news'> }) {
  const t = texts.value.threads
  return news && <p class="thread-news" role="status">{t.news[news.kind](clockTime(news.at))}</p>
}

/** How often it was repeated and by whom else it is reported, and what speaks for a hoax: facts beside the post, which decide nothing. */
export function Around({ alert: { spread, incident, doubt } }: { alert: Pick<AlertView, 'spread' | 'incident' | 'doubt'> }) {
  const t = texts.value.threads
  if (!spread && !incident && !doubt) return null
  return (
    <ul class="around">
      {spread && <li>{t.spread(spread.posts, spread.retweets)} <time class="digits">{clockTime(spread.firstAt)}–{clockTime(spread.lastAt)}</time></li>}
      {incident && <li>{t.incident(incident.dockets, incident.authors)}</li>}
      {doubt && <li class="doubt" title={t.doubtWhy}>{t.doubt(Math.round(doubt.likelihood * 100))} <small>{doubt.reasons.map((reason, i) => <Fragment key={reason}>{i > 0 && '; '}<Phrase text={reason} /></Fragment>)}</small></li>}
    </ul>
  )
}

/** The question whose answer would send somebody to the right place, in the reader's language and as the citizen may read it. */
export function Ask({ alert: { ask } }: { alert: Pick<AlertView, 'ask'> }) {
  const t = texts.value
  if (!ask) return null
  return (
    <div class="ask">
      <h3>{t.threads.ask}</h3>
      <p>{t.code === 'hi' ? ask.hi : ask.en}</p>
      <p class="ask-other" lang={t.code === 'hi' ? 'hi-Latn' : 'hi'}>{t.code === 'hi' ? ask.roman : ask.hi}</p>
    </div>
  )
}

/** The further posts of the thread with what each of them is, newest last. */
export function Thread({ alert: { thread, followUps } }: { alert: Pick<AlertView, 'thread' | 'followUps'> }) {
  const t = texts.value.threads
  if (thread.length === 0) return null
  return (
    <>
      <h3>{t.title} <small class="digits">{followUps}</small></h3>
      <ol class="thread">
        {thread.map(({ kind, at, text, isAuthor }, i) => (
          <li key={i} data-kind={kind}>
            <time class="digits">{clockTime(at)}</time>
            <strong class="thread-kind">{t.kind[kind]}</strong>
            {!isAuthor && <small>{t.byOthers}</small>}
            <p class="thread-text" lang={text === null ? undefined : langOf(text)} dir="auto">{text ?? texts.value.protectedPost}</p>
          </li>
        ))}
      </ol>
    </>
  )
}

/** How often the cry came, where that was more than once. */
export function SpreadBadge({ alert: { spread } }: { alert: Pick<AlertView, 'spread'> }) {
  const t = texts.value.threads
  return spread && <span class="chip spread-badge" aria-label={t.spread(spread.posts, spread.retweets)} title={t.spread(spread.posts, spread.retweets)}><span class="digits">×{spread.posts + 1}</span></span>
}
