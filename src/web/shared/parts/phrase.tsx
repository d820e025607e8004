import { texts } from '../language.ts'
import { phrase } from '../phrase.ts'

/** A phrase of the server in the page's language; what stays English says so to who has it read aloud. */
export function Phrase({ text }: { text: string }) {
  const said = phrase(text, texts.value)
  return <span lang={said === text ? 'en' : undefined}>{said}</span>
}
