import { pino } from 'pino'
import type { Logger } from 'pino'

export type Log = Logger

/**
 * JSON lines on stdout. Post text, tokens and names never belong in a log: callers log ids, counts and reasons; what
 * slips through by key is censored here.
 */
export function createLog(options: { level: string; roles: readonly string[] }): Log {
  return pino({
    level: options.level,
    base: { app: 'prahari', roles: options.roles.join('+'), pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['text', '*.text', 'token', '*.token', 'authorization', '*.authorization', 'cookie', '*.cookie', 'post', '*.post', 'author', '*.author'], censor: '[removed]' },
    serializers: { err: safeError },
  })
}

/** The error without payloads: libraries hang requests, headers and documents on theirs. */
function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack } = error
  return { name, message: message.slice(0, 500), stack: stack?.split('\n').slice(0, 8).join('\n'), ...('code' in error ? { code: error.code } : {}) }
}
