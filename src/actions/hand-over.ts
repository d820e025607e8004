import { gatewayMessageFor, noticeFacts, noticeText } from '../contract/notice.ts'
import type { Channel, Delivery } from '../domain/delivery.ts'
import type { Docket } from '../domain/docket.ts'
import { issueReceiptToken } from './issue-receipt-token.ts'
import type { Crypto, HandOver, Outside, Signer, Store } from './ports.ts'
import { pushToDevices } from './push-to-devices.ts'
import type { DeviceOutcome } from './push-to-devices.ts'
import { readPresence } from './read-presence.ts'
import type { HandOverBy } from './send-delivery.ts'

export interface HandOverDeps {
  store: Pick<Store, 'subscriptions' | 'presence' | 'receipts' | 'now'>
  crypto: Pick<Crypto, 'sha256'>
  signer: Signer
  outside: Outside
  /** Address that browsers and gateways use. */
  publicUrl: string
}

const MIN_TTL_S = 30
const LONGEST_TOPIC = 32

/** How each channel hands a delivery over. */
export function handOver(deps: HandOverDeps): Record<Channel, HandOverBy> {
  return {
    console: (delivery) => toConsole(deps, delivery),
    push: (delivery, docket) => toDevices(deps, delivery, docket),
    webhook: async (delivery, docket, person) => {
      if (!deps.outside.gateway) return { did: 'failed', because: 'no gateway is configured' }
      const message = gatewayMessageFor(docket, delivery, person.phone ?? null, `${deps.publicUrl}/api/gateway/receipts`)
      return deps.outside.gateway.send(message, delivery.receiptKey)
    },
    email: async (delivery, docket, person) => {
      if (!deps.outside.mail) return { did: 'failed', because: 'no mail server is configured' }
      if (!person.email) return { did: 'failed', because: 'no e-mail address of this person is known' }
      return deps.outside.mail.send({ to: person.email, ...letter(docket, deps.publicUrl) }, delivery.receiptKey)
    },
  }
}

/** Every web process shows every alert to whoever is connected: handed over is what it shows, proved what it said it showed. */
async function toConsole(deps: HandOverDeps, { docketId, personId, docketVersion }: Delivery): Promise<HandOver> {
  const receipt = await deps.store.receipts.get(`${docketId}.${personId}`)
  if (receipt && receipt.seenVersion >= docketVersion) return { did: 'taken', because: 'a console showed it', proof: 'seen' }
  if (receipt && receipt.shownVersion >= docketVersion) return { did: 'taken', because: 'a console showed it', proof: 'on-device' }
  const present = await readPresence(deps.store)
  return present.has(personId) ? { did: 'taken', because: 'a console is connected' } : { did: 'failed', because: 'not connected' }
}

async function toDevices(deps: HandOverDeps, delivery: Delivery, docket: Docket): Promise<HandOver> {
  const now = deps.store.now()
  const facts = noticeFacts(docket)
  const ttlS = Math.max(MIN_TTL_S, Math.ceil(((facts.deadlineAt ?? now) - now) / 1000))
  const receipt = issueReceiptToken(deps.signer, delivery.receiptKey, now)
  const topic = deps.crypto.sha256(`topic ${docket.id}`).slice(0, LONGEST_TOPIC)
  const outcomes = await pushToDevices({ store: deps.store, push: deps.outside.push }, delivery.personId, { v: 1, kind: 'alert', ...facts, receipt }, { ttlS, topic })
  return together(outcomes)
}

/** One device that took it is enough; while one may still take it, it is tried again. */
export function together(outcomes: readonly DeviceOutcome[]): HandOver {
  const [first] = outcomes
  if (!first) return { did: 'failed', because: 'no device of this person takes push' }
  const taken = outcomes.filter(({ did }) => did === 'taken').length
  if (taken > 0) return { did: 'taken', because: `${taken} of ${outcomes.length} devices took it` }
  const again = outcomes.filter(({ did }) => did === 'retry').sort((a, b) => (a.afterMs ?? 0) - (b.afterMs ?? 0))[0]
  return again ? { did: 'retry', because: again.because, ...(again.afterMs === undefined ? {} : { afterMs: again.afterMs }) } : { did: 'failed', because: first.because }
}

function letter(docket: Docket, publicUrl: string): { subject: string; text: string; html: string } {
  const facts = noticeFacts(docket)
  const { en, hi } = noticeText(facts)
  const link = `${publicUrl}/officer#${facts.number}`
  const subject = `[${facts.severity}] ${facts.category.replaceAll('_', ' ')}, ${facts.district}, ${facts.number}`
  // Every part is ours or from a closed list: nothing in it was written by a stranger.
  return { subject, text: `${en}\n${hi}\n\n${link}\n`, html: `<p>${en}</p><p lang="hi">${hi}</p><p><a href="${link}">${facts.number}</a></p>` }
}
