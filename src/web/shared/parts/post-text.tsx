import type { AlertView } from '../../../contract/alert-view.ts'
import { highlight, langOf, snippet } from '../highlight.ts'
import { texts } from '../language.ts'
import { Phrase } from './phrase.tsx'

const SNIPPET_UNITS = 320

/** The start of the post, clamped by the stylesheet; a withheld one says so. */
export function Snippet({ alert }: { alert: Pick<AlertView, 'text' | 'isProtected'> }) {
  if (alert.text === null) return <p class="post-snippet post-withheld">{texts.value.protectedPost}</p>
  const start = snippet(alert.text, SNIPPET_UNITS).replace(/\s+/g, ' ')
  return <p class="post-snippet" lang={langOf(start)} dir="auto">{start}</p>
}

/** The whole post with the words that speak for and against urgency marked. */
export function WholePost({ alert }: { alert: Pick<AlertView, 'text' | 'reasons' | 'number'> }) {
  const t = texts.value
  if (alert.text === null) return <p class="post-whole post-withheld">{t.protectedPost}<small>{t.protectedHow} <a class="digits" href={`/desk#${alert.number}`}>{alert.number}</a></small></p>
  return (
    <blockquote class="post-whole" lang={langOf(alert.text)} dir="auto">
      {highlight(alert.text, alert.reasons).map(({ text, speaks }, i) => (
        speaks === null ? <span key={i}>{text}</span> : <mark key={i} class={`speaks-${speaks}`}>{text}</mark>
      ))}
    </blockquote>
  )
}

/** What triage found, heaviest first, with its points. */
export function Reasons({ alert }: { alert: Pick<AlertView, 'reasons'> }) {
  const t = texts.value
  const sorted = [...alert.reasons].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 12)
  return (
    <ul class="reasons">
      {sorted.map((reason, i) => (
        <li key={i} data-speaks={reason.weight < 0 ? 'against' : 'for'}>
          <span class="digits reason-weight">{reason.weight > 0 ? '+' : '−'}{Math.abs(Math.round(reason.weight))}</span>
          <Phrase text={reason.because} />
          <span class="for-ears">{reason.weight < 0 ? t.officer.speaksAgainst : t.officer.speaksFor}</span>
        </li>
      ))}
    </ul>
  )
}
