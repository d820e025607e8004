import type { Signer } from './ports.ts'

/** A receipt may come late: the phone was off. After this it is no news to anybody, milliseconds. */
const LIFE_MS = 6 * 3_600_000

/** Lets whoever holds a message prove that it arrived, and do nothing else: `<receipt key>.<end, base 36>.<signature>`. */
export function issueReceiptToken(signer: Signer, receiptKey: string, now: number): string {
  const body = `${receiptKey}.${(now + LIFE_MS).toString(36)}`
  return `${body}.${signer.sign(`receipt ${body}`)}`
}

/** The receipt key of a token that is ours and not over, else null. */
export function readReceiptToken(signer: Signer, token: string, now: number): string | null {
  const [key = '', end = '', signature = ''] = token.split('.')
  if (!signer.isSigned(`receipt ${key}.${end}`, signature)) return null
  return Number.parseInt(end, 36) > now ? key : null
}
