import type { Gateway, HandOver } from '../../actions/ports.ts'
import { isSignature, signature } from './signature.ts'

const TIMEOUT_MS = 5_000
/** How old a signed report may be: long enough for a slow clock, short enough against replay. */
const MAX_AGE_MS = 300_000

export interface GatewaySettings {
  url: string
  secret: string
  now: () => number
  timeoutMs?: number
}

/** The gateway for SMS and voice: signed JSON by POST (docs/webhook.md). */
export function createGateway({ url, secret, now, timeoutMs = TIMEOUT_MS }: GatewaySettings): Gateway {
  return {
    async send(message, key) {
      const body = JSON.stringify(message)
      const timestamp = String(now())
      try {
        const response = await fetch(url, {
          method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(timeoutMs),
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'Prahari-Timestamp': timestamp, 'Prahari-Signature': signature(secret, timestamp, body) },
        })
        await response.body?.cancel()
        return judge(response, now())
      } catch (error) {
        return { did: 'retry', because: error instanceof Error && error.name === 'TimeoutError' ? 'the gateway did not answer in time' : 'no connection to the gateway' }
      }
    },
    isGenuine: ({ timestamp, signature: given, body }, at) =>
      Math.abs(at - Number(timestamp)) <= MAX_AGE_MS && isSignature(secret, timestamp, body, given),
  }
}

function judge({ ok, status, headers }: Response, now: number): HandOver {
  if (ok) return { did: 'taken', because: 'the gateway took it' }
  if (status !== 408 && status !== 425 && status !== 429 && status < 500) return { did: 'failed', because: `the gateway refused (${status})` }
  const header = headers.get('retry-after')
  const afterMs = header === null ? NaN : /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return { did: 'retry', because: `the gateway failed (${status})`, ...(Number.isFinite(afterMs) ? { afterMs: Math.max(0, afterMs) } : {}) }
}
