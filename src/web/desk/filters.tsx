import { useEffect, useRef, useState } from 'preact/hooks'
import { ORIGINS } from '../../domain/brief.ts'
import { DOCKET_STATUSES } from '../../domain/docket.ts'
import { CATEGORIES, LANGUAGES, SEVERITIES } from '../../domain/verdict.ts'
import { texts } from './catalogue.ts'
import { Mark } from '../shared/parts/mark.tsx'
import { StatusMark } from '../shared/parts/status-mark.tsx'
import { filter, show } from './address.ts'
import { dayOf, endOfDay, startOfDay } from './days.ts'
import { SORTS, toggled, without } from './filter.ts'
import type { Filter, Mark as DocketMark } from './filter.ts'
import { OwnerField, ownerWords, useOwnerName } from './owner-field.tsx'
import { Choices, Menu } from './menu.tsx'
import { NodeField } from '../shared/parts/node-field.tsx'
import { nodeName, nodes, useNodes } from '../shared/nodes.ts'

const MARKS = ['sos', 'unread', 'overdue', 'forwarded', 'moved-up', 'reopened', 'unacknowledged', 'unreplied', 'protected', 'flagged', 'closed-today'] as const satisfies readonly DocketMark[]

/** What the queue shows: words, then one chip for each way to narrow it down. */
export function Filters() {
  const t = texts.value
  const d = t.desk
  const now = filter.value
  useNodes()
  useOwnerName(now.owner)
  const toggle = <Name extends 'status' | 'severity' | 'category' | 'lang' | 'origin' | 'is'>(name: Name) => (value: NonNullable<Filter[Name]>[number]): void => show(toggled(filter.value, name, value))
  const node = nodes.value?.find(({ id }) => id === now.node)
  return (
    <div class="d-filters" role="search" aria-label={d.filters}>
      <Search />
      <div class="d-chips">
        <div class="filter-group" role="group" aria-label={d.statusFilter}>
          {DOCKET_STATUSES.map((status) => (
            <button key={status} type="button" class="filter d-status-chip" data-status={status} aria-pressed={now.status?.includes(status) ?? false} onClick={() => toggle('status')(status)}><StatusMark status={status} /> {d.status[status]}</button>
          ))}
        </div>
        <Menu name={d.severityFilter} isSet={now.severity !== undefined}><Choices label={d.severityFilter} values={SEVERITIES} chosen={now.severity} words={(one) => <><Mark severity={one} isHollow /> {t.severity[one]}</>} toggle={toggle('severity')} /></Menu>
        <Menu name={d.categoryFilter} isSet={now.category !== undefined}><Choices label={d.categoryFilter} values={CATEGORIES} chosen={now.category} words={(one) => t.category[one]} toggle={toggle('category')} /></Menu>
        <Menu name={node ? nodeName(node, t) : d.placeFilter} isSet={now.node !== undefined}><NodeField label={d.placeFilter} isLookingBack chosen={now.node} choose={(id) => show(id === undefined ? without(now, 'node') : { ...now, node: id, offset: 0 })} /></Menu>
        <Menu name={now.owner === undefined ? d.ownerFilter : `${d.ownerFilter}: ${ownerWords(now.owner, d)}`} isSet={now.owner !== undefined}><OwnerField chosen={now.owner} choose={(owner) => show(owner === undefined ? without(now, 'owner') : { ...now, owner, offset: 0 })} /></Menu>
        <Menu name={d.langFilter} isSet={now.lang !== undefined}><Choices label={d.langFilter} values={LANGUAGES} chosen={now.lang} words={(one) => d.lang[one]} toggle={toggle('lang')} /></Menu>
        <Menu name={d.datesFilter} isSet={now.from !== undefined || now.to !== undefined}><Dates /></Menu>
        <Menu name={d.moreFilter} isSet={now.is !== undefined || now.origin !== undefined}>
          <Choices label={d.moreFilter} values={MARKS} chosen={now.is} words={(one) => d.mark[one] ?? one} toggle={toggle('is')} />
          <Choices label={d.originFilter} values={ORIGINS} chosen={now.origin} words={(one) => d.origin[one]} toggle={toggle('origin')} />
        </Menu>
        <label class="d-sort"><span>{d.sort}</span>
          <select value={now.sort} onChange={(event) => show({ ...now, sort: SORTS.find((sort) => sort === event.currentTarget.value) ?? 'urgency', offset: 0 })}>{SORTS.map((sort) => <option key={sort} value={sort}>{d.sorts[sort]}</option>)}</select>
        </label>
      </div>
      <Set />
    </div>
  )
}

/** What is chosen in the panels, each with a way to take it out. */
function Set() {
  const t = texts.value
  const d = t.desk
  const now = filter.value
  const chips = [
    ...(now.severity ?? []).map((one) => ({ key: `s-${one}`, words: t.severity[one], drop: toggled(now, 'severity', one) })),
    ...(now.category ?? []).map((one) => ({ key: `c-${one}`, words: t.category[one], drop: toggled(now, 'category', one) })),
    ...(now.lang ?? []).map((one) => ({ key: `l-${one}`, words: d.lang[one], drop: toggled(now, 'lang', one) })),
    ...(now.origin ?? []).map((one) => ({ key: `o-${one}`, words: d.origin[one], drop: toggled(now, 'origin', one) })),
    ...(now.is ?? []).map((one) => ({ key: `i-${one}`, words: d.mark[one] ?? one, drop: toggled(now, 'is', one) })),
    ...(now.node === undefined ? [] : [{ key: 'node', words: nodeWordsOf(now.node), drop: without(now, 'node') }]),
    ...(now.owner === undefined ? [] : [{ key: 'owner', words: `${d.ownerFilter}: ${ownerWords(now.owner, d)}`, drop: without(now, 'owner') }]),
    ...(now.from === undefined && now.to === undefined ? [] : [{ key: 'dates', words: [now.from === undefined ? '' : dayOf(now.from), now.to === undefined ? '' : dayOf(now.to - 1)].join(' – '), drop: without(now, 'from', 'to') }]),
    ...(['hour', 'flag', 'followers'] as const).flatMap((name) => (now[name] === undefined ? [] : [{ key: name, words: `${d.rest[name]} ${now[name]}`, drop: without(now, name) }])),
  ]
  if (chips.length === 0) return null
  return (
    <ul class="d-set" aria-label={d.filters}>
      {chips.map(({ key, words, drop }) => <li key={key}><button type="button" class="d-chip" aria-label={d.dropFilter(words)} onClick={() => show(drop)}>{words} <span aria-hidden="true">×</span></button></li>)}
    </ul>
  )
}

function nodeWordsOf(id: string): string {
  const node = nodes.value?.find((one) => one.id === id)
  return node ? nodeName(node, texts.value) : id
}

const TYPING_MS = 250

/** Number, text, author or place, in both scripts; `/` leads here. */
function Search() {
  const t = texts.value.desk
  const [typed, setTyped] = useState(filter.value.q ?? '')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const asked = filter.value.q ?? ''
  // Another view or the back button changes the words; one's own typing is not overwritten by its echo.
  useEffect(() => { if (typed.trim() !== asked && timer.current === undefined) setTyped(asked) }, [asked])
  const send = (words: string, isTyping: boolean): void => {
    clearTimeout(timer.current)
    timer.current = undefined
    const now = filter.value
    show(words.trim() ? { ...now, q: words.trim(), offset: 0 } : without(now, 'q'), isTyping)
  }
  return (
    <input
      id="desk-search" class="d-search" type="search" maxLength={200} value={typed} placeholder={t.search} aria-label={t.search} autocomplete="off" aria-keyshortcuts="/"
      onInput={(event) => {
        const words = event.currentTarget.value
        setTyped(words)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => send(words, true), TYPING_MS)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') send(typed, false)
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}

function Dates() {
  const t = texts.value.desk
  const now = filter.value
  const set = (name: 'from' | 'to', at: number | null): void => show(at === null ? without(now, name) : { ...now, [name]: at, offset: 0 })
  return (
    <div class="d-dates">
      <label><span>{t.from}</span><input type="date" value={now.from === undefined ? '' : dayOf(now.from)} onChange={(event) => set('from', startOfDay(event.currentTarget.value))} /></label>
      <label><span>{t.to}</span><input type="date" value={now.to === undefined ? '' : dayOf(now.to - 1)} onChange={(event) => set('to', endOfDay(event.currentTarget.value))} /></label>
    </div>
  )
}
