import { texts } from '../shared/language.ts'
import { areKeysOn, turnKeys } from './keys.ts'

/** Says which keys there are and turns them off and on. */
export function KeysSwitch() {
  const t = texts.value.supervisor
  const isOn = areKeysOn.value
  return (
    <div class="keys">
      {isOn && <span class="key-help">{t.keyHelp}</span>}
      <button type="button" class="quiet-button" aria-pressed={isOn} onClick={() => turnKeys(!isOn)}>{isOn ? t.keysOn : t.keysOff}</button>
    </div>
  )
}
