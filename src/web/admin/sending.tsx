import { useState } from 'preact/hooks'
import { Phrase } from '../shared/parts/phrase.tsx'
import type { Outcome } from './server.ts'
import { words } from './words.ts'

/** What became of the last thing that was sent from one form. */
export interface Sending {
  isSending: boolean
  said: { isGood: boolean; text: string; detail: string; field: string | null } | null
  /** Sends, says what came of it, and hands the answer on where it was taken. */
  go: <Answer>(sent: Promise<Outcome<Answer>>, done: (answer: Answer) => string) => void
}

export function useSending(): Sending {
  const [isSending, setSending] = useState(false)
  const [said, setSaid] = useState<Sending['said']>(null)
  return {
    isSending, said,
    go(sent, done) {
      setSending(true)
      setSaid(null)
      void sent.then(({ answer, refusal }) => {
        setSaid(refusal ? { isGood: false, text: refusal.words, detail: refusal.detail, field: refusal.field } : { isGood: true, text: done(answer), detail: '', field: null })
      }).finally(() => setSending(false))
    },
  }
}

/** One line under a form: what was said last. */
export function Said({ sending: { isSending, said } }: { sending: Sending }) {
  const t = words.value
  return <p class="a-said" role="status" data-good={said?.isGood ?? true}>{isSending ? t.sending : said && <><b>{said.text}</b>{said.detail && <small><Phrase text={said.detail} />{said.field && ` (${said.field})`}</small>}</>}</p>
}

/** What stands in place of something that is being read, or could not be. */
export function Waiting({ hasFailed, again }: { hasFailed: boolean; again: () => void }) {
  const t = words.value
  return <p class="a-wait" role="status">{hasFailed ? <>{t.failed} <button type="button" class="quiet-button" onClick={again}>{t.again}</button></> : t.loading}</p>
}
