import { useEffect } from 'preact/hooks'
import { useLink } from '../context.ts'
import type { Freshness, Trouble } from '../freshness.ts'
import { clockTime } from '../indian-time.ts'
import { texts } from '../language.ts'
import type { Texts } from '../texts/en.ts'

/** `Stale since 21:04:09`, for the bar that has room for it. */
function staleWords(freshness: Extract<Freshness, { kind: 'stale' }>, t: Texts): string {
  return freshness.since === null ? t.link.neverHeard : t.link.staleSince(clockTime(freshness.since))
}

/** Whether the page can be believed, in a shape, a word and the age of the data. Always on screen. */
export function LinkBadge() {
  const freshness = useLink().freshness.value
  const t = texts.value
  return (
    <div class="link-badge" data-link={freshness.kind} role="status">
      <svg class="link-sign" viewBox="0 0 20 20" aria-hidden="true">
        {freshness.kind === 'live' ? <circle cx="10" cy="10" r="6" /> : freshness.kind === 'stale' ? <path d="M4 4 16 16M16 4 4 16" /> : <path d="M10 3a7 7 0 1 1-6.3 4" />}
      </svg>
      <strong class="link-word">{t.link[freshness.kind]}</strong>
      {/* The age ticks: spoken aloud every second it would drown everything else. */}
      {freshness.kind !== 'connecting' && <span class="link-age digits" aria-hidden="true">{t.link.age(freshness.ageS)}</span>}
    </div>
  )
}

function troubleWords(trouble: Trouble, t: Texts): string {
  if ('count' in trouble) return t.overdue[trouble.kind](trouble.count)
  return trouble.since === null ? t.trouble[trouble.kind] : `${t.trouble[trouble.kind]} ${t.trouble_since(clockTime(trouble.since))}`
}

/** With these, alerts may stand unanswered and nobody be told. */
const GRAVE: ReadonlySet<Trouble['kind']> = new Set(['engine', 'audit', 'alerts', 'posts', 'deliveries'])

/** A bar that says what cannot be believed or does not work. Nothing is shown while all is well. */
export function NoticeBar() {
  const link = useLink()
  const t = texts.value
  const freshness = link.freshness.value
  if (freshness.kind === 'stale') {
    return (
      <div class="notice-bar" data-kind="stale" role="alert">
        <strong>{staleWords(freshness, t)}</strong>
        <span>{freshness.since === null ? t.link.neverLong : t.link.staleLong(clockTime(freshness.since))}</span>
      </div>
    )
  }
  const troubles = link.troubles.value
  if (troubles.length === 0) return null
  return (
    <div class="notice-bar" data-kind={troubles.some(({ kind }) => GRAVE.has(kind)) ? 'alarm' : 'trouble'} role="alert">
      {troubles.map((trouble) => <strong key={trouble.kind}>{troubleWords(trouble, t)}</strong>)}
    </div>
  )
}

/** Puts the state of the link on the page's root, where the frame and the greyed board take it from. */
export function useLinkOnPage(): void {
  const link = useLink()
  const kind = link.ending.value === null ? link.freshness.value.kind : 'ended'
  useEffect(() => { document.documentElement.dataset.link = kind }, [kind])
}
