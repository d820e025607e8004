import { useState } from 'preact/hooks'
import type { DocketView } from '../../contract/desk.ts'
import { langOf } from '../shared/highlight.ts'
import { calendarDay, clockTime } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { useMayAct } from '../shared/parts/act-button.tsx'
import { NoteItem } from '../shared/parts/note-item.tsx'
import { Phrase } from '../shared/parts/phrase.tsx'
import { WholePost } from '../shared/parts/post-text.tsx'
import type { Opened } from './docket-state.ts'
import { conversation } from './news.ts'
import { ReplyItem } from './reply-item.tsx'
import { unmask } from './server.ts'

type PostOf = DocketView['posts'][number]

/** What the complainant wrote and what we answered, in the order in which it was said; then the remarks of colleagues. */
export function Conversation({ docket, opened }: { docket: DocketView; opened: Opened }) {
  const t = texts.value
  const said = conversation(docket)
  return (
    <section class="d-conversation" aria-label={t.desk.conversation}>
      <Author docket={docket} />
      {docket.isMasked && <Unmask docket={docket} opened={opened} />}
      <ol class="d-said">
        {said.map((one) => (one.kind === 'post' ? <Post key={one.post.id} post={one.post} docket={docket} /> : <ReplyItem key={one.reply.id} reply={one.reply} opened={opened} />))}
      </ol>
      {docket.notes.length > 0 && <><h3>{t.field.notes}</h3>{docket.notes.map((note) => <NoteItem key={note.id} alertId={docket.row.id} note={note} />)}</>}
    </section>
  )
}

function Author({ docket: { author, postUrl, row, summoned } }: { docket: DocketView }) {
  const t = texts.value.desk
  return (
    <p class="d-author">
      {author && <><b><bdi>{author.name}</bdi></b> {author.handle && <bdi dir="ltr">@{author.handle}</bdi>}</>}
      <small>{t.origin[row.origin]} · {t.lang[row.lang]}{row.origin === 'x' && ` · ${summoned ? t.summoned : t.notSummoned}`}</small>
      {postUrl && <a href={postUrl} target="_blank" rel="noopener noreferrer">{t.onX}</a>}
    </p>
  )
}

function Post({ post, docket }: { post: PostOf; docket: DocketView }) {
  const t = texts.value
  const isLead = post.text !== null && post.text === docket.text
  return (
    <li class="d-post" data-kind={post.kind} data-deleted={post.isDeleted}>
      <p class="d-said-head">
        <time class="digits" title={calendarDay(post.at, t)}>{clockTime(post.at)}</time> <b>{(t.threads.kind as Partial<Record<string, string>>)[post.kind] ?? t.desk.postKind[post.kind] ?? post.kind}</b>
        {!post.isAuthor && <small>{t.threads.byOthers}</small>}{post.isDeleted && <small class="d-deleted">{t.desk.deleted}</small>}
      </p>
      {isLead ? <WholePost alert={{ text: post.text, reasons: docket.reasons, number: docket.row.number }} /> : post.text === null ? <p class="post-withheld">{t.desk.masked}</p> : <p class="d-text" lang={langOf(post.text)} dir="auto">{post.text}</p>}
      {post.media.length > 0 && <ul class="d-media">{post.media.map((one) => <li key={one.key}><Medium docketId={docket.row.id} medium={one} /></li>)}</ul>}
    </li>
  )
}

function Medium({ docketId, medium: { key, type, alt, isKept } }: { docketId: string; medium: PostOf['media'][number] }) {
  const t = texts.value.desk
  const [isLarge, setLarge] = useState(false)
  const words = alt ?? t.mediumOf(type)
  if (!isKept) return <span class="d-no-medium">{t.notKept(words)}</span>
  return (
    <button type="button" class="note-photo" aria-expanded={isLarge} onClick={() => setLarge(!isLarge)}>
      <img src={`/api/dockets/${encodeURIComponent(docketId)}/media/${encodeURIComponent(key)}/small`} alt={words} loading="lazy" decoding="async" />
    </button>
  )
}

const SHOWN_MS = 60_000
const LEAST_REASON = 5

/** A protected identity is shown for a minute to whoever says why; both are on record. */
function Unmask({ docket, opened }: { docket: DocketView; opened: Opened }) {
  const t = texts.value.desk
  const may = useMayAct()
  const [reason, setReason] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const show = async (): Promise<void> => {
    const { answer, refusal: why } = await unmask(docket.row.id, (reason ?? '').trim())
    if (answer) opened.unmaskFor(answer, SHOWN_MS)
    else setRefusal(why.message)
  }
  return (
    <div class="d-banner d-masked">
      <span>{t.masked}</span>
      {may && reason === null && <button type="button" class="act-small" onClick={() => setReason('')}>{t.unmask}</button>}
      {reason !== null && (
        <form class="d-why" onSubmit={(event) => { event.preventDefault(); if (reason.trim().length >= LEAST_REASON) void show() }}>
          <label><span>{t.unmaskWhy}</span><input type="text" maxLength={300} value={reason} onInput={(event) => setReason(event.currentTarget.value)} /></label>
          <button type="submit" class="act-small" disabled={reason.trim().length < LEAST_REASON}>{t.unmask}</button>
        </form>
      )}
      {refusal && <small class="d-failed" role="alert"><Phrase text={refusal} /></small>}
    </div>
  )
}
