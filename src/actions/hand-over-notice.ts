import { gatewayNoticeFor, noticeWords, pushMessageFor } from '../contract/notice.ts'
import type { Channel } from '../domain/delivery.ts'
import { together } from './hand-over.ts'
import type { HandOverDeps } from './hand-over.ts'
import { issueReceiptToken } from './issue-receipt-token.ts'
import { pushToDevices } from './push-to-devices.ts'
import { readPresence } from './read-presence.ts'
import type { NoticeHandOverBy } from './send-notice.ts'

/** A push that a phone gets later than this tells of what may be long over. */
const TTL_S = 600
const LONGEST_TOPIC = 32

/** How each channel hands over that a condition stands, or is over. */
export function handOverNotice(deps: HandOverDeps): Record<Channel, NoticeHandOverBy> {
  const { store, crypto, signer, outside } = deps
  return {
    // The supervisor's page shows walls, desks and engine, and says what it shows (record-notice.ts).
    console: async ({ personId }) => {
      const present = await readPresence(store)
      return present.has(personId) ? { did: 'taken', because: 'a console is connected' } : { did: 'failed', because: 'not connected' }
    },
    push: async ({ personId, receiptKey }, notice) => {
      const receipt = issueReceiptToken(signer, receiptKey, store.now())
      const topic = crypto.sha256('id' in notice ? `topic ${notice.kind} ${notice.id}` : `topic ${notice.kind}`).slice(0, LONGEST_TOPIC)
      return together(await pushToDevices({ store, push: outside.push }, personId, pushMessageFor(notice, receipt), { ttlS: TTL_S, topic }))
    },
    webhook: async ({ personId, receiptKey }, notice, { phone = null }) => {
      if (!outside.gateway) return { did: 'failed', because: 'no gateway is configured' }
      return outside.gateway.send(gatewayNoticeFor(notice, receiptKey, { personId, phone }, `${deps.publicUrl}/api/gateway/receipts`), receiptKey)
    },
    email: async ({ receiptKey }, notice, { email }) => {
      if (!outside.mail) return { did: 'failed', because: 'no mail server is configured' }
      if (!email) return { did: 'failed', because: 'no e-mail address of this person is known' }
      const { en, hi } = noticeWords(notice)
      const link = `${deps.publicUrl}/supervisor`
      return outside.mail.send({ to: email, subject: en, text: `${en}\n${hi}\n\n${link}\n`, html: `<p>${escaped(en)}</p><p lang="hi">${escaped(hi)}</p><p><a href="${link}">${link}</a></p>` }, receiptKey)
    },
  }
}

/** A wall's name was typed by somebody. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
