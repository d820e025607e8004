import { createHmac, timingSafeEqual } from 'node:crypto'

/** `v1=<hex>`: HMAC-SHA256 over `<timestamp>.<body>` with the shared secret. */
export function signature(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}

export function isSignature(secret: string, timestamp: string, body: string, given: string): boolean {
  const [wanted, got] = [Buffer.from(signature(secret, timestamp, body)), Buffer.from(given)]
  return wanted.length === got.length && timingSafeEqual(wanted, got)
}
