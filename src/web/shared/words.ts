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
export function stateWord(alert: Pick<AlertView, 'state' | 'firstAcknowledgedAt'> & Partial<Pick<AlertView, 'acknowledgements' | 'isOpen'>>, t: Texts): string {
  if (alert.acknowledgements && alert.isOpen !== false && alert.acknowledgements.have > 0 && wantsMore(alert)) return t.who.ofNeeded(alert.acknowledgements.have, alert.acknowledgements.needed)
  return isGivenBack(alert) ? t.returned : t.state[alert.state]
}

/** Whether more people must acknowledge it. */
export function wantsMore({ acknowledgements }: Partial<Pick<AlertView, 'acknowledgements'>>): boolean {
  return acknowledgements !== undefined && acknowledgements.have < acknowledgements.needed
}

/** Whether the person has it, alone or with others. */
export function isTheirs({ holder, acknowledgements }: Pick<AlertView, 'holder' | 'acknowledgements'>, personId: string | undefined): boolean {
  return holder?.personId === personId || acknowledgements.others.some((one) => one.personId === personId)
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

/** What a correction in the history changed: "Critical → High, Suicide risk → Fire, lucknow → agra"; empty for other entries. */
export function correctionWords(facts: Readonly<Record<string, string | number | boolean | null>>, t: Texts): string {
  const pair = (name: 'severity' | 'category' | 'place', word: (id: string) => string): string[] => {
    const [was, is] = [facts[`${name}Was`], facts[`${name}Is`]]
    return typeof was === 'string' && typeof is === 'string' ? [`${word(was)} → ${word(is)}`] : []
  }
  const from = (names: Readonly<Record<string, string>>) => (id: string): string => names[id] ?? id
  return [...pair('severity', from(t.severity)), ...pair('category', from(t.category)), ...pair('place', (id) => (id === 'unknown' ? t.place.unknown : id))].join(', ')
}

/** Whether the person may take the alert over by acknowledging it. */
export function isOfferedTo({ offer }: Pick<AlertView, 'offer'>, personId: string | undefined): boolean {
  return offer !== null && personId !== undefined && offer.from !== personId && (offer.to === null || offer.to.personId === personId)
}

/** Where a map app shall go: the point of the post, else its place in words; null where neither is known. */
export function mapLink(alert: Pick<AlertView, 'point' | 'where' | 'locality' | 'elsewhere'>, t: Texts): string | null {
  if (alert.point) return `https://www.google.com/maps/dir/?api=1&destination=${alert.point.lat},${alert.point.lon}`
  const { main, detail, isKnown } = placeWords({ ...alert, elsewhere: null }, t)
  if (!isKnown) return null
  return `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent([...detail.split(' · ').filter(Boolean), main, 'Uttar Pradesh'].join(', '))}`
}
