import { texts } from '../shared/language.ts'
import { isHelpOpen } from './key-help.tsx'
import { areKeysOn, turnKeys } from './keys.ts'

/** Says which keys there are and turns them off and on. */
export function KeysSwitch() {
  const t = texts.value.supervisor
  const isOn = areKeysOn.value
  return (
    <div class="keys">
      {isOn && <button type="button" class="key-help" onClick={() => { isHelpOpen.value = true }}>{t.keyHelp}</button>}
      <button type="button" class="quiet-button" aria-pressed={isOn} onClick={() => turnKeys(!isOn)}>{isOn ? t.keysOn : t.keysOff}</button>
    </div>
  )
}
