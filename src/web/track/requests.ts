import type { TrackActInput, TrackView } from '../../contract/track.ts'

export interface Key {
  number: string
  code: string
}

export type Found = { kind: 'docket'; view: TrackView } | { kind: 'unknown' | 'limited' | 'unreachable' | 'refused' }

const address = ({ number, code }: Key): string => `/api/track/${encodeURIComponent(number)}/${encodeURIComponent(code)}`

export function readDocket(key: Key): Promise<Found> {
  return ask(address(key), {})
}

export function act(key: Key, body: TrackActInput): Promise<Found> {
  return ask(address(key), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

async function ask(url: string, options: RequestInit): Promise<Found> {
  try {
    const answer = await fetch(url, { cache: 'no-store', ...options })
    if (answer.ok) return { kind: 'docket', view: await answer.json() as TrackView }
    if (answer.status === 429) return { kind: 'limited' }
    if (answer.status >= 500) return { kind: 'unreachable' }
    return { kind: answer.status === 409 ? 'refused' : 'unknown' }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** The key that the address holds: /track/UPP-20261124-000042-7KQ2M9PX, or parts of it. */
export function keyOf(pathname: string): Key {
  const typed = decodeURIComponent(pathname.replace(/^\/track\/?/, '')).toUpperCase()
  const [, number, code] = /^([A-Z]{2,5}-\d{8}-\d{6,})(?:[-/](.*))?$/.exec(typed) ?? []
  return { number: number ?? '', code: code ?? '' }
}

/** A number and a code as people type them: any case, spaces, the whole of it in one field. */
export function cleaned({ number, code }: Key): Key {
  const whole = keyOf(`/track/${encodeURIComponent(number.replaceAll(/\s/g, ''))}`)
  return { number: whole.number || number.trim().toUpperCase(), code: (code.trim() || whole.code).replaceAll(/[\s-]/g, '').toUpperCase() }
}
