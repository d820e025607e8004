import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isWithin } from '../../domain/area.ts'
import type { DocketView } from '../../contract/desk.ts'
import type { ReplyCheck } from '../../contract/replying.ts'
import type { ReplyKind } from '../../domain/reply.ts'
import { useLink } from '../shared/context.ts'
import { langOf } from '../shared/highlight.ts'
import { texts } from './catalogue.ts'
import { useMayAct } from '../shared/parts/act-button.tsx'
import { Phrase } from '../shared/parts/phrase.tsx'
import { isReplyWanted } from './asking.ts'
import type { Opened } from './docket-state.ts'
import type { Editing } from './editing.ts'
import { Findings, GateLine } from './gate.tsx'
import { useKept } from './kept.ts'
import { MarkedText } from './marked-text.tsx'
import { checkReply, sendReply } from './server.ts'
import type { Refusal } from './server.ts'
import { Templates } from './templates.tsx'

interface ReplyDraft {
  kind: ReplyKind
  text: string
  reason: string
}
const BLANK: ReplyDraft = { kind: 'answer', text: '', reason: '' }
/** What a person writes by hand; the acknowledgement goes out by itself. */
const KINDS = ['answer', 'question', 'closing', 'dm'] as const satisfies readonly ReplyKind[]

/** Where an answer is written: the gate reads along, nothing typed is ever lost. */
export function ReplyBox({ docket, opened, editing }: { docket: DocketView; opened: Opened; editing: Editing }) {
  const t = texts.value.desk
  const may = useMayAct()
  const scope = useLink().viewer.value?.scopePath ?? '/'
  const { id } = docket.row
  const { value, set, drop, wasKept } = useKept(id, 'reply', BLANK)
  const { check, isChecking } = useCheck(id, value)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isSending, setSending] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const isWanted = isReplyWanted.value
  useLayoutEffect(() => {
    if (!isWanted || !field.current) return
    isReplyWanted.value = false
    field.current.focus()
  }, [isWanted, may])
  // Who sent it on and waits for it to be accepted elsewhere answers nothing more.
  const isHere = isWithin(scope, docket.row.path)
  if (!may || !isHere || (docket.row.origin !== 'x' && docket.author === null)) return null
  const change = (changes: Partial<ReplyDraft>): void => {
    set({ ...value, ...changes })
    editing.touch()
  }
  const fill = (kind: ReplyKind, text: string): void => {
    change({ kind, text })
    field.current?.focus()
  }
  const needsSecond = check?.verdict === 'needs-second'
  const send = async (): Promise<void> => {
    setSending(true)
    setRefusal(null)
    const { refusal: why } = await sendReply(id, { kind: value.kind, text: value.text.trim(), reason: value.reason.trim() || null })
    setSending(false)
    setRefusal(why)
    if (why) return
    drop()
    editing.release()
    opened.reread()
  }
  return (
    <section class="d-reply-box" aria-label={t.reply}>
      <div class="d-reply-tools">
        <fieldset class="d-kinds">
          <legend class="for-ears">{t.replyFor}</legend>
          {KINDS.map((kind) => <label key={kind}><input type="radio" name="reply-kind" checked={value.kind === kind} onChange={() => change({ kind })} /> {t.replyKind[kind]}</label>)}
        </fieldset>
        <Templates docketId={id} kind={value.kind} take={fill} />
        {docket.ask && <button type="button" class="quiet-button" title={question(docket)} onClick={() => fill('question', question(docket))}>{t.askIt}</button>}
      </div>
      {wasKept && value.text !== '' && <p class="d-kept" role="status">{t.kept} <button type="button" class="quiet-button" onClick={drop}>{t.discard}</button></p>}
      <MarkedText text={value.text} findings={check?.findings ?? []}>
        <textarea
          ref={field} rows={3} maxLength={10_000} value={value.text} lang={langOf(value.text)} dir="auto" aria-label={t.replyText} placeholder={value.kind === 'dm' ? t.dmPlaceholder : t.replyPlaceholder} aria-describedby="gate-line gate-findings"
          onInput={(event) => change({ text: event.currentTarget.value })}
          onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && mayGo(check, value, isSending)) { event.preventDefault(); void send() } }}
        />
      </MarkedText>
      <GateLine check={check} isChecking={isChecking} isDm={value.kind === 'dm'} />
      <Findings check={check} text={value.text} />
      {needsSecond && <label class="d-second"><span>{t.secondWhy}</span><input type="text" maxLength={300} value={value.reason} onInput={(event) => change({ reason: event.currentTarget.value })} /></label>}
      {refusal && <p class="refusal" role="alert"><span>{texts.value.refusal[refusal.kind]}: <Phrase text={refusal.message} /></span><button type="button" class="quiet-button" onClick={() => setRefusal(null)}>{texts.value.refusal.dismiss}</button></p>}
      <p class="d-form-buttons">
        <button type="button" class="act-button" data-tone="step" disabled={!mayGo(check, value, isSending)} aria-busy={isSending} onClick={() => void send()}>{isSending ? texts.value.stepIn.sending : needsSecond ? t.sendForApproval : check?.isDry ? t.sendDry : value.kind === 'dm' ? t.sendDm : t.sendReply}</button>
        <small>{t.sendKey}</small>
      </p>
    </section>
  )
}

function mayGo(check: ReplyCheck | null, { text }: ReplyDraft, isSending: boolean): boolean {
  return !isSending && text.trim() !== '' && check?.verdict !== 'stops'
}

/** The best question in the complainant's own script. */
function question({ ask, row }: DocketView): string {
  if (!ask) return ''
  return row.lang === 'hi' ? ask.hi : row.lang === 'en' ? ask.en : ask.roman
}

const TYPING_MS = 350

/** What the gate says of the text, asked when the typing rests. */
function useCheck(docketId: string, { kind, text }: ReplyDraft): { check: ReplyCheck | null; isChecking: boolean } {
  const { isConnected } = useLink()
  const [state, setState] = useState<{ of: string; check: ReplyCheck | null }>({ of: '', check: null })
  const of = `${kind} ${text.trim()}`
  useEffect(() => {
    if (text.trim() === '') { setState({ of, check: null }); return }
    const abort = new AbortController()
    const timer = setTimeout(() => void checkReply(docketId, { kind, text }, abort.signal).then((check) => { if (!abort.signal.aborted) setState({ of, check }) }), TYPING_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [docketId, of, isConnected.value])
  return { check: text.trim() === '' ? null : state.check, isChecking: state.of !== of }
}
