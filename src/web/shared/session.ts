import type { SessionBody } from '../../contract/http.ts'

/** Who is signed in: the session, or why there is none. */
export type Found = { kind: 'in'; home: string } | { kind: 'nobody' } | { kind: 'unreachable' }

async function found(request: Promise<Response>): Promise<Found> {
  try {
    const response = await request
    if (response.ok) return { kind: 'in', home: (await response.json() as SessionBody).home }
    return { kind: response.status >= 500 || response.status === 429 ? 'unreachable' : 'nobody' }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** The session that the browser's cookie names. */
export function findSession(): Promise<Found> {
  return found(fetch('/api/session', { headers: { accept: 'application/json' }, cache: 'no-store' }))
}

/** Trades a one-time token for a session cookie. */
export function startSession(token: string): Promise<Found> {
  return found(fetch('/api/session', {
    method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ token }),
  }))
}

/** Ends the session and shows the start page. */
export async function endSession(): Promise<void> {
  await fetch('/api/session', { method: 'DELETE' }).catch(() => undefined)
  location.assign('/')
}

/** Opens the role's page. Only a path of this server counts: an answer must not send a browser elsewhere. */
export function goHome(home: string): void {
  const { pathname } = new URL(home, location.origin)
  if (pathname !== location.pathname) location.replace(pathname)
}
