import { texts } from '../../shared/language.ts'
import { ALARMS, addressOf, openedId } from '../route.ts'
import { pushState } from './push-state.ts'

/** Whoever cannot be woken must see it, always. Nothing is shown while all is well. */
export function PushBar() {
  const t = texts.value.field.push
  const { kind } = pushState.value
  // The page of alarms says it itself.
  if (kind === 'on' || kind === 'looking' || openedId.value === ALARMS) return null
  return (
    <div class="push-bar" role="status">
      <strong>{t.off}</strong>
      <a class="quiet-button" href={addressOf(ALARMS)}>{t.turnOn}</a>
    </div>
  )
}

/** The way to the settings, where push is on. */
export function AlarmsButton() {
  return pushState.value.kind === 'on' ? <a class="quiet-button" href={addressOf(ALARMS)}>{texts.value.field.push.settings}</a> : null
}
