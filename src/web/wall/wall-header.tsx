import { useLink } from '../shared/context.ts'
import { texts } from './words.ts'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { LinkBadge } from '../shared/parts/link-badge.tsx'
import { SoundBadge } from '../shared/parts/sound-badge.tsx'
import { Today, WallClock } from '../shared/parts/timers.tsx'
import { FloodBadge } from './flood-badge.tsx'
import { isKiosk } from './kiosk.ts'
import { RoomSheet } from './room-sheet.tsx'

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
      <FloodBadge />
      <LinkBadge />
      <div class="wall-tools">
        <SoundBadge silenceKey="m" />
        <div class="wall-buttons" data-kiosk={isKiosk}><RoomSheet /><FullScreen /><LanguageSwitch /></div>
      </div>
      <div class="wall-clock"><WallClock /><p><Today /> {t.clockName}</p></div>
    </header>
  )
}

/** Browsers ask for a gesture before a page may fill the screen; in kiosk mode it does already. */
function FullScreen() {
  if (isKiosk || !document.fullscreenEnabled) return null
  const toggle = (): void => { void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()) }
  return <button type="button" class="quiet-button" onClick={toggle}>{texts.value.walls.fullScreen}</button>
}
