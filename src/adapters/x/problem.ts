import type { IncomingHttpHeaders } from 'node:http'
import { ApiRequestError, ApiResponseError } from 'twitter-api-v2'
import type { ConnectOutcome } from './reconnect.ts'

/** Why X did not do what we asked, by what can be done about it. `detail` is for logs and screens; it holds no post. */
export type XProblem =
  | { kind: 'network'; detail: string }
  | { kind: 'http'; status: number; detail: string }
  /** `resetInMs` is measured on X's own clock, so that a wrong clock here does not matter; null when X did not say. */
  | { kind: 'rate-limited'; resetInMs: number | null; detail: string }
  | { kind: 'too-many-connections'; detail: string }
  | { kind: 'no-rules'; detail: string }
  /** No retry mends it: credentials, credit, access, or a request that X finds wrong. */
  | { kind: 'refused'; status: number; detail: string }

const MAX_DETAIL = 500

/** Classifies an answer of X that is not a success. `body` is whatever came: problem object, legacy errors, HTML, nothing. */
export function problemOf(status: number, body: unknown, headers: IncomingHttpHeaders, now: number): XProblem {
  const detail = `${status} ${detailOf(body)}`.trim().slice(0, MAX_DETAIL)
  const issue = textOf(body, 'connection_issue')
  const type = textOf(body, 'type')
  if (issue === 'TooManyConnections') return { kind: 'too-many-connections', detail }
  if (status === 409) return { kind: 'no-rules', detail }
  if (type.endsWith('/usage-capped')) return { kind: 'refused', status, detail }
  if (status === 429 || status === 420) return { kind: 'rate-limited', resetInMs: resetIn(headers, now), detail }
  if (status >= 500 || status === 408) return { kind: 'http', status, detail }
  return { kind: 'refused', status, detail }
}

/** Classifies what a call of twitter-api-v2 rejected with. */
export function problemOfError(error: unknown, now: number): XProblem {
  if (error instanceof ApiResponseError) return problemOf(error.code, error.data, error.headers, now)
  if (error instanceof ApiRequestError) return { kind: 'network', detail: error.message.slice(0, MAX_DETAIL) }
  // Broken JSON, a cut body or an answer of another shape, whatever the status was: only another try will tell.
  return { kind: 'http', status: 0, detail: 'the answer was cut or is not what X documents' }
}

/** The same as the ladder takes it. */
export function outcomeOf(problem: XProblem): ConnectOutcome {
  switch (problem.kind) {
    case 'network': return { kind: 'network', reached: false }
    case 'http': return { kind: 'http' }
    case 'rate-limited': return { kind: 'rate-limited', resetInMs: problem.resetInMs }
    case 'too-many-connections': case 'no-rules': case 'refused': return { kind: problem.kind }
  }
}

/** Milliseconds until the window opens again. Without remaining 0 the 429 has another reason than the window. */
export function resetIn(headers: IncomingHttpHeaders, now: number, limit: string = 'x-rate-limit'): number | null {
  const reset = Number(oneHeader(headers[`${limit}-reset`]))
  const remaining = oneHeader(headers[`${limit}-remaining`])
  if (!Number.isFinite(reset) || reset <= 0 || (remaining !== undefined && Number(remaining) > 0)) return null
  const date = Date.parse(headers.date ?? '')
  return Math.max(0, reset * 1000 - (Number.isFinite(date) ? date : now))
}

export function oneHeader(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}

function textOf(body: unknown, key: string): string {
  const value: unknown = typeof body === 'object' && body !== null && key in body ? (body as Record<string, unknown>)[key] : undefined
  return typeof value === 'string' ? value : ''
}

/** What the answer says, in X's words: problem object, legacy errors or nothing. */
export function detailOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return typeof body === 'string' && body.trimStart().startsWith('<') ? 'an HTML page' : ''
  const errors: unknown = 'errors' in body ? body.errors : undefined
  const messages = Array.isArray(errors) ? errors.map((error) => textOf(error, 'message') || textOf(error, 'detail')).filter(Boolean) : []
  return [textOf(body, 'connection_issue') || textOf(body, 'title'), textOf(body, 'detail'), ...messages].filter(Boolean).join(': ')
}
