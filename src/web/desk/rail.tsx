import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { grouped } from '../shared/indian-time.ts'
import { texts } from './catalogue.ts'
import { ask, deleteJson, getJson } from '../shared/requests.ts'
import { filter, show } from './address.ts'
import { BUILT_IN, BUILT_IN_NAMES, filterOfView, queryOfView } from './built-in-views.ts'
import { isSameQuestion } from './filter.ts'
import { list } from './queue-state.ts'

type SavedView = RouteAnswer<'views'>['views'][number]

const saved = signal<readonly SavedView[]>([])
const hasFailed = signal(false)

async function readSaved(): Promise<void> {
  try {
    saved.value = (await getJson<RouteAnswer<'views'>>('/api/views')).views
    hasFailed.value = false
  } catch {
    hasFailed.value = true
  }
}

/** The lists that everybody has with how many dockets are in each, and one's own. */
export function Rail() {
  const t = texts.value.desk
  const counts = list.value?.counts
  useEffect(() => void readSaved(), [])
  return (
    <nav class="d-rail" aria-label={t.views}>
      <ul>
        {BUILT_IN_NAMES.map((name) => {
          const view = BUILT_IN[name]
          const count = counts ? view.count(counts) : null
          return <li key={name}><ViewButton name={t.view[name]} of={view.filter} count={count} isUrgent={(name === 'sos' || name === 'unread' || name === 'overdue') && (count ?? 0) > 0} /></li>
        })}
      </ul>
      <h2>{t.ownViews}</h2>
      <ul>
        {saved.value.map((view) => (
          <li key={view.id} class="d-own-view">
            <ViewButton name={view.name} of={filterOfView(view.query)} count={null} isUrgent={false} />
            <button type="button" class="d-cross" aria-label={t.deleteView(view.name)} title={t.deleteView(view.name)} onClick={() => void deleteJson(`/api/views/${encodeURIComponent(view.id)}`).then(readSaved, () => { hasFailed.value = true })}>×</button>
          </li>
        ))}
      </ul>
      {hasFailed.value && <p class="d-failed" role="status">{t.viewsFailed}</p>}
      <SaveView />
    </nav>
  )
}

function ViewButton({ name, of, count, isUrgent }: { name: string; of: Parameters<typeof isSameQuestion>[0]; count: number | null; isUrgent: boolean }) {
  const isCurrent = isSameQuestion(of, filter.value)
  return (
    <button type="button" class="d-view" aria-current={isCurrent ? 'page' : undefined} data-urgent={isUrgent} onClick={() => show(of)}>
      <span class="d-view-name">{name}</span>{count !== null && <span class="digits">{grouped(count)}</span>}
    </button>
  )
}

/** Keeps the filter that is on the screen under a name. */
function SaveView() {
  const t = texts.value.desk
  const [name, setName] = useState<string | null>(null)
  if (name === null) return <button type="button" class="quiet-button d-save" onClick={() => setName('')}>{t.saveView}</button>
  const save = async (): Promise<void> => {
    const answer = await ask<unknown>('/api/views', { name: name.trim(), query: queryOfView(filter.value) })
    if (answer === null || (typeof answer === 'object' && 'error' in answer)) { hasFailed.value = true; return }
    setName(null)
    await readSaved()
  }
  return (
    <form class="d-save-form" onSubmit={(event) => { event.preventDefault(); if (name.trim()) void save() }}>
      <label><span>{t.viewName}</span><input type="text" maxLength={60} value={name} ref={(input) => { if (input && document.activeElement !== input && name === '') input.focus() }} onInput={(event) => setName(event.currentTarget.value)} /></label>
      <div class="d-save-buttons">
        <button type="submit" class="quiet-button" disabled={name.trim() === ''}>{t.save}</button>
        <button type="button" class="quiet-button" onClick={() => setName(null)}>{texts.value.officer.cancel}</button>
      </div>
    </form>
  )
}
