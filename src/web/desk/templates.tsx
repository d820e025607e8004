import { useEffect, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import type { ReplyKind } from '../../domain/reply.ts'
import { langOf, snippet } from '../shared/highlight.ts'
import { texts } from './catalogue.ts'
import { getJson } from '../shared/requests.ts'
import { Menu } from './menu.tsx'

type Template = RouteAnswer<'templates'>['templates'][number]

/** Ready answers, filled for the docket, the best first: those for what is being written before the others. */
export function Templates({ docketId, kind, take }: { docketId: string; kind: ReplyKind; take: (kind: ReplyKind, text: string) => void }) {
  return <Menu name={texts.value.desk.templates} isSet={false}><List docketId={docketId} kind={kind} take={take} /></Menu>
}

function List({ docketId, kind, take }: { docketId: string; kind: ReplyKind; take: (kind: ReplyKind, text: string) => void }) {
  const t = texts.value
  const [found, setFound] = useState<Template[] | 'reading' | 'failed'>('reading')
  const [typed, setTyped] = useState('')
  useEffect(() => {
    let isCurrent = true
    getJson<RouteAnswer<'templates'>>(`/api/templates?docketId=${encodeURIComponent(docketId)}`).then(({ templates }) => { if (isCurrent) setFound(templates) }, () => { if (isCurrent) setFound('failed') })
    return () => { isCurrent = false }
  }, [docketId])
  if (!Array.isArray(found)) return <p role="status">{found === 'reading' ? t.supervisor.loading : t.field.notLoaded}</p>
  const words = typed.trim().toLowerCase()
  const shown = found.filter(({ name, text }) => words === '' || `${name} ${text}`.toLowerCase().includes(words))
  const sorted = [...shown.filter((one) => one.kind === kind), ...shown.filter((one) => one.kind !== kind)]
  return (
    <div class="d-templates">
      <input type="search" value={typed} aria-label={t.desk.findTemplate} placeholder={t.desk.findTemplate} onInput={(event) => setTyped(event.currentTarget.value)} />
      <ul>
        {sorted.map((one) => (
          <li key={one.id}><button type="button" class="reason-button" onClick={() => take(one.kind, one.filled ?? one.text)}><b>{one.name}</b> <small>{t.desk.replyKind[one.kind]} · {t.desk.lang[one.lang]}</small><span class="d-template-text" lang={langOf(one.text)}>{snippet(one.filled ?? one.text, 140)}</span></button></li>
        ))}
      </ul>
      {sorted.length === 0 && <p>{t.desk.noTemplate}</p>}
    </div>
  )
}
