import { computed, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { en } from './texts/en.ts'
import type { Texts } from './texts/en.ts'
import { hi } from './texts/hi.ts'
import { recall, remember } from './memory.ts'

const CATALOGUES = { en, hi } satisfies Record<string, Texts>
export type LanguageCode = keyof typeof CATALOGUES

const MEMORY = 'prahari.language'

function first(): LanguageCode {
  // At the desk `lang` is the language of complaints, by which its queue is filtered.
  const named = location.pathname === '/desk' ? null : new URLSearchParams(location.search).get('lang')
  const wished = named ?? recall(MEMORY) ?? ''
  return wished === 'hi' ? 'hi' : 'en'
}

/** The language of the page; changed by `speak`. */
export const language = signal<LanguageCode>(first())

/** The words of the page's language. */
export const texts = computed<Texts>(() => CATALOGUES[language.value])

/** The words of one page in the page's language: what only that page says is not carried by the others. */
export function textsOf<PageTexts>(english: PageTexts, inHindi: PageTexts): ReadonlySignal<PageTexts> {
  return computed(() => (language.value === 'hi' ? inHindi : english))
}

/** The shared words with those of one page beside them: for a page whose parts need both. */
export function textsWith<Own>(own: Record<LanguageCode, Own>): ReadonlySignal<Texts & Own> {
  return computed(() => ({ ...CATALOGUES[language.value], ...own[language.value] }))
}

/** Changes the language at once, without a reload, and remembers it. */
export function speak(code: LanguageCode): void {
  language.value = code
  document.documentElement.lang = code
  remember(MEMORY, code)
}
