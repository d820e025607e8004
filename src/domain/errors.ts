/** The closed list of ways in which Prahari refuses; each door translates them once (HTTP status, socket answer, job outcome). */
export type ErrorKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'unavailable'

/** The one error class of the domain. `field` names the input that was wrong, where there is one. */
export class PrahariError extends Error {
  readonly kind: ErrorKind
  readonly field: string | undefined

  constructor(kind: ErrorKind, message: string, options: { field?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'PrahariError'
    this.kind = kind
    this.field = options.field
  }
}

/** Whether trying the same thing again can help: only an unavailable dependency (or an error nobody classified) gets better by waiting. */
export function isRetryable(error: unknown): boolean {
  return !(error instanceof PrahariError) || error.kind === 'unavailable'
}
