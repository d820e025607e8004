import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { ErrorBody } from '../../contract/http.ts'
import { PrahariError } from '../../domain/errors.ts'
import type { ErrorKind } from '../../domain/errors.ts'

const STATUS: Record<ErrorKind, number> = { invalid: 400, forbidden: 403, 'not-found': 404, conflict: 409, unavailable: 503 }

/** The one translation from an error to an HTTP answer. Unclassified errors show nothing but the request's id. */
export function refusals(onUnexpected: (error: unknown, requestId: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const known = error instanceof PrahariError ? error : bodyError(error)
    if (known) {
      send(response, STATUS[known.kind], known.kind, known.message, known.field)
      return
    }
    onUnexpected(error, requestIdOf(response))
    send(response, 500, 'unavailable', 'something failed on our side, try again')
  }
}

/** What Express' own parsers throw: a body that is no JSON, too large, or in the wrong charset; a URL that is malformed. */
function bodyError(error: unknown): PrahariError | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number' || error.status >= 500) return null
  const message = error.status === 413 ? 'the body is too large' : 'the request is not understood'
  return new PrahariError('invalid', message, { field: error instanceof URIError ? 'path' : 'body' })
}

export const notFound: RequestHandler = (_request, _response, next) => next(new PrahariError('not-found', 'nothing is here'))

/** 401 is the one status beside the kinds: it says that signing in would help. */
export function askToSignIn(response: Response): void {
  send(response, 401, 'forbidden', 'sign in first')
}

/** 429, for who has no session and asks too often; the headers say when to come again. */
export function tooMany(response: Response): void {
  send(response, 429, 'unavailable', 'too many requests from your address: try again in some minutes')
}

export function requestIdOf(response: Response): string {
  return String(response.getHeader('X-Request-Id') ?? '')
}

function send(response: Response, status: number, kind: ErrorKind, message: string, field?: string): void {
  const body: ErrorBody = { error: { kind, message, field: field ?? null, requestId: requestIdOf(response) } }
  response.status(status).json(body)
}
