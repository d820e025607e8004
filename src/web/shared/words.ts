import type { AlertView } from '../../contract/alert-view.ts'
import type { Failure } from '../../contract/sockets.ts'
import type { DutyPost } from '../../domain/ladder.ts'
import type { Texts } from './texts/en.ts'

/** Where an alert is, for a heading and the line under it. */
export interface PlaceWords {
  main: string
  detail: string
  isKnown: boolean
}

/** The district as the heading, station and locality under it; an unknown place says who gets it instead. */
export function placeWords(alert: Pick<AlertView, 'where' | 'locality' | 'elsewhere'>, t: Texts): PlaceWords {
  const name = (node: AlertView['where'][number]): string => (t.code === 'hi' ? node.nameHi : node.name.replace(/ Police Station$/, ' PS'))
  const district = alert.where.find((node) => node.kind === 'district')
  const station = alert.where.find((node) => node.kind === 'station')
  const elsewhere = alert.elsewhere ? t.place.elsewhere(alert.elsewhere) : null
  if (!district) return { main: t.place.unknown, detail: [alert.locality, elsewhere ?? t.place.toState].filter(Boolean).join(' · '), isKnown: false }
  const locality = alert.locality === district.name ? null : alert.locality
  return { main: name(district), detail: [locality, station && name(station), elsewhere].filter(Boolean).join(' · '), isKnown: true }
}

/** The duty posts of a rung in words: "circle officer", "range control room and state control room". */
export function postWords(posts: readonly string[], t: Texts): string {
  const names = [...new Set(posts)].map((post) => (t.post as Partial<Record<string, string>>)[post as DutyPost] ?? post)
  return t.and(names)
}

/** The same where room is short: the first post, and how many more. */
export function postWordsShort(posts: readonly string[], t: Texts): string {
  const unique = [...new Set(posts)]
  return unique.length < 2 ? postWords(unique, t) : `${postWords(unique.slice(0, 1), t)} +${unique.length - 1}`
}

/** The state of an alert in one word; an alert that came back from a lapsed acknowledgement says so. */
export function stateWord(alert: Pick<AlertView, 'state' | 'firstAcknowledgedAt'>, t: Texts): string {
  return isGivenBack(alert) ? t.returned : t.state[alert.state]
}

/** Whether somebody had it and let it lapse. */
export function isGivenBack(alert: Pick<AlertView, 'state' | 'firstAcknowledgedAt'>): boolean {
  return alert.state === 'raised' && alert.firstAcknowledgedAt !== null
}

/** Why the server refused, in the words of the page's language where the alert explains it. */
export function refusalWords({ error, alert }: Failure, t: Texts): string {
  if (error.kind === 'conflict' && alert?.closedAt) return t.refusal.closed(t.state[alert.state])
  if (error.kind === 'conflict' && alert?.holder) return t.refusal.heldBy(alert.holder.name)
  return t.refusal[error.kind]
}
