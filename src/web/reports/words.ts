import type { ReportTable } from '../../contract/reports.ts'
import type { Texts } from './catalogue.ts'

/** `45 s`, `12 min`, `3.5 h`, `4 d`: two figures, as people compare them. */
export function spanWords(seconds: number | null, t: Texts): string {
  if (seconds === null) return '–'
  if (seconds < 100) return t.reports.seconds(seconds)
  if (seconds < 6_000) return t.reports.minutes(Math.round(seconds / 60))
  if (seconds < 172_800) return t.reports.hours(seconds < 36_000 ? Math.round(seconds / 360) / 10 : Math.round(seconds / 3_600))
  return t.reports.days(seconds < 864_000 ? Math.round(seconds / 8_640) / 10 : Math.round(seconds / 86_400))
}

export function percentWords(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`
}

/** The name of a row of a table in the page's language. */
export function rowWords(table: ReportTable, row: { key: string; name: string; nameHi: string }, t: Texts): string {
  const from = (names: Readonly<Record<string, string>>): string => names[row.key] ?? row.key
  if (table === 'category') return from(t.category)
  if (table === 'severity') return from(t.severity)
  if (table === 'lang') return from(t.desk.lang)
  if (table === 'origin') return from(t.desk.origin)
  if (table === 'followers') return from(t.reports.followers)
  if (table === 'hour') return `${row.key.padStart(2, '0')}–${String((Number(row.key) + 1) % 24).padStart(2, '0')}`
  return t.code === 'hi' ? row.nameHi : row.name
}

/** The page that lists the dockets behind a number. */
export function listLink(query: string, cell?: string): string {
  return `/desk?${[query, cell].filter(Boolean).join('&')}`
}
