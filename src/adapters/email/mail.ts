import { createTransport } from 'nodemailer'
import type { Mail } from '../../actions/ports.ts'

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  url: string
  from: string
}

const TIMEOUT_MS = 5_000
/** All of it together, from the greeting to the last answer. */
const LIMIT_MS = 5_000

/** Mail by SMTP. One mail per delivery; a repeat carries the same Message-ID, by which mail programs know it again. */
export function createMail({ url, from }: MailSettings): Mail & { close(): void } {
  const transport = createTransport({ url, pool: true, maxConnections: 2, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS, dnsTimeout: TIMEOUT_MS, disableFileAccess: true, disableUrlAccess: true })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'prahari.invalid'
  return {
    async send({ to, subject, text, html }, key) {
      try {
        await within(LIMIT_MS, transport.sendMail({ from, to, subject, text, html, messageId: `<${key}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated', 'X-Priority': '1' } }))
        return { did: 'taken', because: 'the mail server took it' }
      } catch (error) {
        const { responseCode, code } = error as { responseCode?: number; code?: string }
        const isFinal = (responseCode !== undefined && responseCode >= 500) || code === 'EENVELOPE' || code === 'EAUTH'
        return { did: isFinal ? 'failed' : 'retry', because: `the mail server ${isFinal ? 'refused' : 'did not take it'} (${responseCode ?? code ?? 'no answer'})` }
      }
    },
    close: () => transport.close(),
  }
}

async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('too late')), limitMs) })
  try {
    await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
