import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { DocketList, DocketRow } from '../../contract/docket-row.ts'
import { useLink } from '../shared/context.ts'
import { filter } from './address.ts'
import { PAGE_ROWS, writeFilter } from './filter.ts'
import { withRows } from './news.ts'

/** Every row that the page has heard of, newest version each. */
export const rows = signal<ReadonlyMap<string, DocketRow>>(new Map())
/** The last list that was read, and for which query. */
export const list = signal<{ query: string; ids: readonly string[]; total: number; counts: DocketList['counts']; isComplete: boolean } | null>(null)
export const hasFailed = signal(false)

/** News come in swarms: the list is read again this long after the first of them, milliseconds. */
const GATHER_MS = 900
const RETRY_MS = 3_000
const INCOMPLETE_MS = 2_000

export function heardOf(news: readonly DocketRow[]): void {
  rows.value = withRows(rows.value, news)
}

/** Reads the list whenever the filter changes or news came, and keeps what was read while it cannot. */
export function useQueue(): void {
  const { docketNews, isConnected } = useLink()
  const query = writeFilter(filter.value)
  const latest = useRef(query)
  latest.current = query
  const reread = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const abort = useRef<AbortController | null>(null)

  const read = async (): Promise<void> => {
    clearTimeout(reread.current)
    reread.current = undefined
    abort.current?.abort()
    const mine = abort.current = new AbortController()
    const asked = latest.current
    try {
      const response = await fetch(`/api/dockets?${[asked, `limit=${PAGE_ROWS}`].filter(Boolean).join('&')}`, { headers: { accept: 'application/json' }, cache: 'no-store', signal: mine.signal })
      if (!response.ok) throw new Error(String(response.status))
      const answer = await response.json() as DocketList
      heardOf(answer.dockets)
      list.value = { query: asked, ids: answer.dockets.map(({ id }) => id), total: answer.total, counts: answer.counts, isComplete: answer.isComplete }
      hasFailed.value = false
      if (!answer.isComplete) later(INCOMPLETE_MS)
    } catch {
      if (mine.signal.aborted) return
      hasFailed.value = true
      later(RETRY_MS)
    }
  }
  const later = (ms: number): void => { reread.current ??= setTimeout(() => void read(), ms) }

  useEffect(() => void read(), [query])
  useEffect(() => docketNews.subscribe((news) => {
    if (!news) return
    heardOf(news.dockets)
    if (news.gone.length > 0) rows.value = new Map([...rows.value].filter(([id]) => !news.gone.includes(id)))
    later(GATHER_MS)
  }), [docketNews])
  // What was said while there was no connection was not heard.
  useEffect(() => isConnected.subscribe((isThere) => { if (isThere && list.value) later(0) }), [isConnected])
  useEffect(() => () => {
    clearTimeout(reread.current)
    abort.current?.abort()
  }, [])
}
