import { useState } from 'preact/hooks'
import type { TemplateAnswer, TemplateRow } from '../../contract/administering.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { REPLY_KINDS } from '../../domain/reply.ts'
import { texts } from './catalogue.ts'
import { Said, useSending, Waiting } from './sending.tsx'
import { send, useLoaded } from './server.ts'
import { words } from './words.ts'

type TemplatesView = RouteAnswer<'allTemplates'>

/** What we answer with: one text for each purpose, category and language. */
export function Templates() {
  const t = words.value
  const { answer, hasFailed, again } = useLoaded<TemplatesView>('/api/admin/templates')
  const [q, setQ] = useState('')
  const [kind, setKind] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  if (!answer) return <Waiting hasFailed={hasFailed} again={again} />
  const wanted = q.trim().toLowerCase()
  const found = answer.templates.filter((one) => (kind === '' || one.kind === kind) && (wanted === '' || one.text.toLowerCase().includes(wanted) || categoryOf(one).toLowerCase().includes(wanted)))
    .sort((a, b) => REPLY_KINDS.indexOf(a.kind) - REPLY_KINDS.indexOf(b.kind) || (a.category ?? '').localeCompare(b.category ?? '') || a.lang.localeCompare(b.lang))
  const row = answer.templates.find(({ id }) => id === chosen)
  return (
    <div class="a-columns">
      <section class="a-panel" aria-label={t.tabs.templates}>
        <form class="a-bar" role="search" onSubmit={(event) => event.preventDefault()}>
          <label>{t.templates.find}<input type="search" maxLength={60} value={q} onInput={(event) => setQ(event.currentTarget.value)} /></label>
          <label>{t.templates.kind}<select value={kind} onChange={(event) => setKind(event.currentTarget.value)}><option value="">{t.templates.any}</option>{REPLY_KINDS.map((one) => <option key={one} value={one}>{texts.value.desk.replyKind[one]}</option>)}</select></label>
        </form>
        <table class="a-table">
          <thead><tr><th scope="col">{t.templates.kind}</th><th scope="col">{t.templates.category}</th><th scope="col">{t.templates.language}</th><th scope="col">{t.templates.text}</th></tr></thead>
          <tbody>{found.map((one) => (
            <tr key={one.id} data-chosen={one.id === chosen} data-off={one.text === ''}>
              <th scope="row"><button type="button" class="row-button" aria-pressed={one.id === chosen} onClick={() => setChosen(one.id)}>{texts.value.desk.replyKind[one.kind]}</button></th>
              <td>{categoryOf(one)}</td><td>{t.templates.languages[one.lang] ?? one.lang}</td>
              <td class="a-excerpt">{one.version > 0 && <span class="chip">{t.templates.changed(one.version)}</span>} {one.text === '' ? t.templates.off : one.text}</td>
            </tr>
          ))}</tbody>
        </table>
      </section>
      <div class="a-side">{row ? <Editor key={`${row.id} ${row.version}`} row={row} view={answer} again={again} /> : <p class="a-hint">{t.templates.choose}</p>}</div>
    </div>
  )
}

function categoryOf({ category }: TemplateRow): string {
  return category === null ? words.value.templates.every : texts.value.category[category]
}

function Editor({ row, view: { placeholders, mayChange }, again }: { row: TemplateRow; view: TemplatesView; again: () => void }) {
  const t = words.value
  const sending = useSending()
  const [text, setText] = useState(row.text)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState<TemplateAnswer | null>(null)
  const write = (isTrial: boolean): ReturnType<typeof send<TemplateAnswer>> => send('/api/admin/templates', { kind: row.kind, lang: row.lang, category: row.category, text, expectedVersion: row.version, isTrial, ...(isTrial ? {} : { reason }) })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    sending.go(write(false), () => { again(); return t.saved })
  }
  const change = (next: string): void => { setText(next); setTried(null) }
  return (
    <form class="a-panel a-form" onSubmit={submit}>
      <h2>{texts.value.desk.replyKind[row.kind]} <small>{categoryOf(row)} · {t.templates.languages[row.lang] ?? row.lang}</small></h2>
      <label>{t.templates.text}<textarea rows={7} maxLength={1_000} value={text} readOnly={!mayChange} lang={row.lang === 'hi' ? 'hi' : 'en'} onInput={(event) => change(event.currentTarget.value)} aria-describedby="off-hint" /><small id="off-hint">{t.templates.offHint}</small></label>
      <p><small>{t.templates.placeholders}: {placeholders.map((one) => <code key={one}>{`{${one}}`} </code>)}</small></p>
      <p class="a-buttons">
        <button type="button" class="quiet-button" disabled={sending.isSending} onClick={() => sending.go(write(true), (answer) => { setTried(answer); return '' })}>{t.templates.try}</button>
        {row.comesAs !== null && row.comesAs !== text && mayChange && <button type="button" class="quiet-button" onClick={() => change(row.comesAs ?? '')}>{t.templates.asItComes}</button>}
      </p>
      {tried && <Tried tried={tried} />}
      {mayChange ? <><label>{t.why}<input required minLength={3} maxLength={300} value={reason} onInput={(event) => setReason(event.currentTarget.value)} /></label><p class="a-buttons"><button type="submit" class="act-button" data-tone="step" disabled={sending.isSending || text === row.text}>{t.save}</button></p></> : <p>{t.onlyState}</p>}
      <Said sending={sending} />
    </form>
  )
}

/** The filled sample, and what the gate says of it. */
function Tried({ tried: { sample, findings, length, maxLength } }: { tried: TemplateAnswer }) {
  const t = words.value.templates
  const { desk } = texts.value
  return (
    <div class="a-preview" role="status">
      <p><b>{t.sample}</b> <small class="digits">{t.used(length, maxLength)}</small></p>
      <blockquote class="post-whole">{sample}</blockquote>
      <p><b>{t.findings}</b></p>
      {findings.length === 0 ? <p>{t.clean}</p> : <ul>{findings.map(({ code, level }, at) => <li key={at} data-level={level}><b>{desk.level[level]}</b>: {desk.finding[code]}</li>)}</ul>}
    </div>
  )
}
