import { historyOf } from '../shared/history-of.ts'
import type { ComponentChildren } from 'preact'
import type { Evidence } from '../../contract/evidence.ts'
import { calendarDay, clockTime } from '../shared/indian-time.ts'
import { texts } from '../shared/language.ts'
import type { Texts } from '../shared/texts/en.ts'
import { Phrase } from '../shared/parts/phrase.tsx'
import { words } from './words.ts'


/** `Tue 24 Nov 2026 21:04:09`, in India. */
function fullTime(at: number, t: Texts): string {
  return `${calendarDay(at, t)} ${clockTime(at)}`
}

/** One docket with everything that is known of it, as it is printed. Texts of others are shown as they came, never as markup. */
export function Record({ evidence: { content, proof } }: { evidence: Evidence }) {
  const t = texts.value
  const sheet = words.value
  const { docket } = content
  const at = (time: number | null): string => (time === null ? '' : fullTime(time, t))
  const facts: [string, string][] = [
    [sheet.facts.number, docket.number], [sheet.facts.status, t.desk.status[docket.status as keyof typeof t.desk.status]],
    [sheet.facts.severity, t.severity[docket.severity as keyof typeof t.severity]], [sheet.facts.category, t.category[docket.category as keyof typeof t.category]],
    [sheet.facts.where, docket.where.join(' › ')], [sheet.facts.postedAt, at(docket.postedAt)], [sheet.facts.receivedAt, at(docket.receivedAt)], [sheet.facts.openedAt, at(docket.openedAt)],
    ...(docket.closing ? [[sheet.facts.closing, `${at(docket.closing.at)} · ${docket.closing.name} · ${docket.closing.action} ${docket.closing.reference ?? ''} · ${docket.closing.summary}`] as [string, string]] : []),
  ]
  return (
    <>
      <h1>{sheet.title}: <span class="digits">{docket.number}</span></h1>
      <p class="sheet-whole" data-bad={!content.isHistoryWhole}>{content.isHistoryWhole ? sheet.whole : sheet.broken}</p>
      <dl class="sheet-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>

      <Part title={sheet.posts} count={content.posts.length}>
        {content.posts.map((post) => <li key={post.id}><b class="digits">{at(post.at)}</b> · <bdi>{post.name}</bdi> @<bdi>{post.handle}</bdi> · <span class="digits">{post.id}</span><blockquote class="post-whole" dir="auto">{post.text}</blockquote><code class="sheet-hash digits">SHA-256 {post.textSha256}</code></li>)}
      </Part>
      <Part title={sheet.media} count={content.media.length}>
        {content.media.map((one) => <li key={one.key}>{one.type} · <span class="sheet-hash">{one.url}</span>{one.keptSha256 === null ? ` · ${sheet.notKept}` : <><code class="sheet-hash digits">{sheet.sentHash} {one.sentSha256}</code><code class="sheet-hash digits">{sheet.keptHash} {one.keptSha256}</code></>}</li>)}
      </Part>
      <Part title={sheet.replies} count={content.replies.length}>
        {content.replies.map((reply) => <li key={reply.id}><b class="digits">{at(reply.postedAt ?? reply.at)}</b> · {reply.kind} · {reply.state} · {reply.name}{reply.approvedName && ` / ${reply.approvedName}`}<blockquote dir="auto">{reply.text}</blockquote></li>)}
      </Part>
      <Part title={sheet.notes} count={content.notes.length}>
        {content.notes.map((note) => <li key={note.id}><b class="digits">{at(note.at)}</b> · {note.name}: <bdi>{note.text ?? (note.isPhoto ? sheet.photo : '')}</bdi></li>)}
      </Part>
      <Part title={sheet.told} count={content.told.length}>
        {content.told.map((one, index) => <li key={index}><b class="digits">{at(one.queuedAt)}</b> · {one.name} · {t.post[one.post as keyof typeof t.post]} · {one.channel} · {one.state}{one.seenAt !== null && ` · ${sheet.seenAt} ${clockTime(one.seenAt)}`}{one.acknowledgedAt !== null && ` · ${sheet.acknowledged} ${clockTime(one.acknowledgedAt)}`}</li>)}
      </Part>
      <Part title={sheet.shown} count={content.shown.length}>
        {content.shown.map((one) => <li key={one.personId}>{one.name} · <span class="digits">{at(one.shownAt)}</span>{one.seenAt !== null && ` · ${sheet.seenAt} ${clockTime(one.seenAt)}`}</li>)}
      </Part>
      <Part title={sheet.reads} count={content.reads.length}>
        {content.reads.map((one) => <li key={one.seq}><b class="digits">{at(one.at)}</b> · {one.name ?? one.who} · {historyOf.value[one.what] ?? one.what} · <bdi>{String(one.facts.reason ?? '')}</bdi></li>)}
      </Part>
      <Part title={sheet.history} count={content.history.length}>
        {content.history.map((entry) => <li key={entry.seq}><b class="digits">{entry.seq} · {at(entry.at)}</b> · {entry.who === 'system' ? t.system : entry.who === 'citizen' ? <Phrase text={entry.name ?? entry.who} /> : entry.name ?? entry.who} · {historyOf.value[entry.what] ?? entry.what}<code class="sheet-hash digits">{entry.hash}</code></li>)}
      </Part>

      <section class="sheet-certificate">
        <h2>{sheet.certificate}</h2>
        <p>{sheet.partA(`${content.exportedBy.name} (${content.exportedBy.role})`, fullTime(content.exportedAt, t))}</p>
        <dl class="sheet-facts">
          <div><dt>{sheet.hashOf}</dt><dd class="sheet-hash digits">{proof.sha256}</dd></div>
          <div><dt>{sheet.publicKey}</dt><dd class="sheet-hash digits">{proof.publicKey}</dd></div>
          <div><dt>{sheet.device}</dt><dd class="sheet-line" /></div>
          <div><dt>{sheet.person}</dt><dd class="sheet-line" /></div>
        </dl>
        <p class="sheet-small">{sheet.explain} · {sheet.pages(content.history.length)}</p>
      </section>
    </>
  )
}

function Part({ title, count, children }: { title: string; count: number; children: ComponentChildren }) {
  return <section><h2>{title}</h2>{count === 0 ? <p class="sheet-small">{words.value.none}</p> : <ol>{children}</ol>}</section>
}
