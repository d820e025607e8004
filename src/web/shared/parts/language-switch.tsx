import { language, speak, texts } from '../language.ts'

/** Changes between English and Hindi without a reload. */
export function LanguageSwitch() {
  const other = language.value === 'en' ? 'hi' : 'en'
  return <button type="button" class="quiet-button" lang={other} onClick={() => speak(other)}>{texts.value.otherLanguageName}</button>
}
