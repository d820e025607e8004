import { texts } from '../language.ts'
import { Phrase } from './phrase.tsx'

/** A page that is only words: a heading, a sentence, at most one way on. */
export function Words({ title, text, because = '', link, button }: {
  title: string; text: string; because?: string; link?: { href: string; text: string }; button?: { text: string; onClick: () => void }
}) {
  return (
    <main class="words-page">
      <p class="wordmark">{texts.value.product}</p>
      <h1>{title}</h1>
      <p>{text}</p>
      {because && <p class="words-because"><Phrase text={because} /></p>}
      {link && <a class="words-link" href={link.href}>{link.text}</a>}
      {button && <button type="button" class="words-link" onClick={button.onClick}>{button.text}</button>}
    </main>
  )
}
