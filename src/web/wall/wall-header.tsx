import { useLink } from '../shared/context.ts'
import { texts } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { LinkBadge } from '../shared/parts/link-badge.tsx'
import { Today, WallClock } from '../shared/parts/timers.tsx'
import { SoundBadge } from './sound-badge.tsx'

/** Whose wall it is, whether it can be believed, and the time. */
export function WallHeader() {
  const viewer = useLink().viewer.value
  const t = texts.value
  return (
    <header class="wall-header">
      <div class="wall-name">
        <h1>{viewer ? (t.code === 'hi' ? viewer.scopeNameHi : viewer.scopeName) : t.product}</h1>
        <p><span class="wordmark">{t.product}</span> {t.wall.title}</p>
      </div>
      <LinkBadge />
      <div class="wall-tools"><SoundBadge /><LanguageSwitch /></div>
      <div class="wall-clock"><WallClock /><p><Today /> {t.clockName}</p></div>
    </header>
  )
}
