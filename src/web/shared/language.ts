import { computed, signal } from '@preact/signals'
import { en } from './texts/en.ts'
import type { Texts } from './texts/en.ts'
import { hi } from './texts/hi.ts'
import { recall, remember } from './memory.ts'

const CATALOGUES = { en, hi } satisfies Record<string, Texts>
export type LanguageCode = keyof typeof CATALOGUES

const MEMORY = 'prahari.language'

function first(): LanguageCode {
  const wished = new URLSearchParams(location.search).get('lang') ?? recall(MEMORY) ?? ''
  return wished === 'hi' ? 'hi' : 'en'
}

/** The language of the page; changed by `speak`. */
export const language = signal<LanguageCode>(first())

/** The words of the page's language. */
export const texts = computed<Texts>(() => CATALOGUES[language.value])

/** Changes the language at once, without a reload, and remembers it. */
export function speak(code: LanguageCode): void {
  language.value = code
  document.documentElement.lang = code
  remember(MEMORY, code)
}
