import { effect, signal } from '@preact/signals'
import { language } from './language.ts'
import type { Texts } from './texts/en.ts'

/** The Hindi of the server's phrases: loaded when a page first speaks Hindi, so that who reads English never carries it. */
const translate = signal<((text: string) => string | null) | null>(null)

effect(() => {
  if (language.value !== 'hi' || translate.peek()) return
  import('./in-hindi.ts').then(({ inHindi }) => { translate.value = inHindi }, () => undefined)
})

/** A short phrase that the server says in English, in the page's language; as it is where its Hindi is not known, or not yet here. */
export function phrase(text: string, t: Pick<Texts, 'code'>): string {
  return (t.code === 'hi' ? translate.value?.(text) : null) ?? text
}
