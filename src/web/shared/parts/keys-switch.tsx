import { areKeysOn, isHelpOpen, turnKeys } from '../keys.ts'
import { texts } from '../language.ts'

/** Says which keys there are and turns them off and on. @param hint the most used ones, in a few words. */
export function KeysSwitch({ hint }: { hint: string }) {
  const t = texts.value.supervisor
  const isOn = areKeysOn.value
  return (
    <div class="keys">
      {isOn && <button type="button" class="key-help" onClick={() => { isHelpOpen.value = true }}>{hint}</button>}
      <button type="button" class="quiet-button" aria-pressed={isOn} onClick={() => turnKeys(!isOn)}>{isOn ? t.keysOn : t.keysOff}</button>
    </div>
  )
}
