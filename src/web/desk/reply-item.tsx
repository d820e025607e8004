import { useState } from 'preact/hooks'
import type { ReplyView } from '../../contract/replying.ts'
import { useLink } from '../shared/context.ts'
import { langOf } from '../shared/highlight.ts'
import { calendarDay, clockTime } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { useMayAct } from '../shared/parts/act-button.tsx'
import { Phrase } from '../shared/parts/phrase.tsx'
import type { Opened } from './docket-state.ts'
import { decideReply } from './server.ts'
import type { Refusal } from './server.ts'
import { Span } from './span.tsx'

/** What the server says of every answer that waits: the state says it already. */
const BARE_WAIT = 'waits for a second officer'

/** One answer of ours: what it says, what became of it, what happens next, and what this person can do about it. */
export function ReplyItem({ reply, opened }: { reply: ReplyView; opened: Opened }) {
  const t = texts.value
  const d = t.desk
  const { state, findings } = reply
  return (
    <li class="d-reply" data-state={state}>
      <p class="d-said-head">
        <time class="digits" title={calendarDay(reply.postedAt ?? reply.at, t)}>{clockTime(reply.postedAt ?? reply.at)}</time> <b>{d.replyKind[reply.kind]}</b> <small><bdi>{reply.by === 'system' ? t.system : reply.by}</bdi>{reply.approvedBy && <> · {d.approvedBy(reply.approvedBy)}</>}</small>
      </p>
      <p class="d-text" lang={langOf(reply.text)} dir="auto">{reply.text}</p>
      <p class="d-reply-state" role="status">
        <b>{d.replyState[state]}</b>{reply.because && !(state === 'waiting' && reply.because === BARE_WAIT) && <> · <Phrase text={reply.because} /></>}
        {reply.nextAt !== null && <> · {d.nextTry} <Span until={reply.nextAt} /></>}
        {reply.attempts > 1 && <> · {d.tries(reply.attempts)}</>}
        {reply.url && <> · <a href={reply.url} target="_blank" rel="noopener noreferrer">{d.onX}</a></>}
      </p>
      {(state === 'waiting' || state === 'refused') && findings.length > 0 && <p class="d-reply-findings">{[...new Set(findings.map(({ code }) => d.finding[code]))].join(' · ')}</p>}
      {state === 'waiting' && reply.reason && <p class="d-reply-why"><small>{d.secondSaid}</small> <bdi>{reply.reason}</bdi></p>}
      <Decide reply={reply} opened={opened} />
    </li>
  )
}

function Decide({ reply, opened }: { reply: ReplyView; opened: Opened }) {
  const t = texts.value.desk
  const may = useMayAct()
  const { viewer } = useLink()
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { state } = reply
  if (!may || viewer.value === null) return null
  const decide = async (what: 'approve' | 'withdraw' | 'retry'): Promise<void> => {
    setSending(true)
    const { refusal: why } = await decideReply(reply, what, null)
    setSending(false)
    setRefusal(why)
    opened.reread()
  }
  const mayWithdraw = state === 'waiting' || state === 'queued' || state === 'refused'
  if (!mayWithdraw && !reply.mayApprove) return null
  return (
    <p class="d-reply-acts">
      {state === 'waiting' && reply.mayApprove && <button type="button" class="act-small" data-tone="step" disabled={isSending} onClick={() => void decide('approve')}>{t.approve}</button>}
      {state === 'waiting' && !reply.mayApprove && <small>{t.waitsForSecond}</small>}
      {state === 'refused' && <button type="button" class="act-small" disabled={isSending} onClick={() => void decide('retry')}>{t.retry}</button>}
      {mayWithdraw && <button type="button" class="act-small" disabled={isSending} onClick={() => void decide('withdraw')}>{t.withdraw}</button>}
      {refusal && <small class="d-failed" role="alert"><Phrase text={refusal.message} /></small>}
    </p>
  )
}
