import http from 'node:http'
import https from 'node:https'
import webPush from 'web-push'
import type { RequestDetails } from 'web-push'
import type { HandOver, Push } from '../../actions/ports.ts'
import { PrahariError } from '../../domain/errors.ts'
import { checkedEndpoint, mayReachLoopback } from './endpoint.ts'
import type { EndpointRules } from './endpoint.ts'
import { AddressRefused, checkedLookup, isPublicAddress, reachableAddresses, resolveBySystem } from './public-address.ts'
import type { Resolve } from './public-address.ts'
import type { VapidKeys } from './vapid-keys.ts'

export interface PushSettings extends EndpointRules {
  keys: VapidKeys
  /** Whom a push service may write to: a mailto: or https: address. */
  subject: string
  timeoutMs?: number
  resolve?: Resolve
}

const TIMEOUT_MS = 5_000

/** Web push (RFC 8030, 8188, 8291, 8292): encrypts by the library, connects by itself, to checked addresses only. */
export function createPush(settings: PushSettings): Push & { close(): void } {
  const { keys, subject, timeoutMs = TIMEOUT_MS, resolve = resolveBySystem } = settings
  const agent = new https.Agent({ keepAlive: true, maxSockets: 16, timeout: 30_000 })
  const mayReach = (url: URL) => (address: string): boolean => isPublicAddress(address) || mayReachLoopback(url, settings)(address)
  const vapidDetails = { subject, ...keys }
  return {
    publicKey: keys.publicKey,
    async check(endpoint) {
      const url = checkedEndpoint(endpoint, settings)
      await reachableAddresses(url.hostname, resolve, mayReach(url)).catch((cause: unknown) => {
        throw new PrahariError('invalid', 'the endpoint leads to no address of the public internet', { field: 'endpoint', cause })
      })
    },
    async send(to, message, { ttlS, topic }) {
      try {
        const url = checkedEndpoint(to.endpoint, settings)
        // A literal address is never looked up by a socket: it is checked here.
        await reachableAddresses(url.hostname, (host) => Promise.resolve([{ address: host, family: 0 }]), (address) => address === url.hostname || mayReach(url)(address))
        const details = webPush.generateRequestDetails(to, JSON.stringify(message), { vapidDetails, TTL: ttlS, urgency: 'high', topic, contentEncoding: 'aes128gcm' })
        return judge(await post(url, details, { agent, lookup: checkedLookup(resolve, mayReach(url)), timeoutMs }))
      } catch (error) {
        return failureOf(error)
      }
    },
    close: () => agent.destroy(),
  }
}

interface Reply {
  status: number
  retryAfter: string | undefined
}

/** One request, no redirects, the body of the answer unread. */
function post(url: URL, { headers, body }: RequestDetails, { agent, lookup, timeoutMs }: { agent: https.Agent; lookup: ReturnType<typeof checkedLookup>; timeoutMs: number }): Promise<Reply> {
  const options = { method: 'POST', headers, lookup, signal: AbortSignal.timeout(timeoutMs) }
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? https.request(url, { ...options, agent }) : http.request(url, options)
    request.on('error', reject)
    request.on('response', (response) => {
      response.resume()
      response.on('error', () => undefined)
      resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] })
    })
    request.end(body)
  })
}

function judge({ status, retryAfter }: Reply): HandOver {
  if (status >= 200 && status < 300) return { did: 'taken', because: 'the push service took it' }
  if (status === 404 || status === 410) return { did: 'gone', because: `the device unsubscribed (${status})` }
  if (status === 429 || status >= 500) {
    const afterMs = retryAfterMs(retryAfter)
    return { did: 'retry', because: status === 429 ? 'the push service asks for patience (429)' : `the push service failed (${status})`, ...(afterMs === null ? {} : { afterMs }) }
  }
  return { did: 'failed', because: status === 413 ? 'the message is too large (413)' : `the push service refused (${status})` }
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3), as milliseconds from now; null when there is none. */
function retryAfterMs(header: string | undefined): number | null {
  if (header === undefined) return null
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}

function failureOf(error: unknown): HandOver {
  if (error instanceof PrahariError) return { did: 'failed', because: error.message }
  if (error instanceof AddressRefused) return { did: 'failed', because: error.message }
  const { name, code } = error as { name?: string; code?: unknown }
  if (name === 'AbortError' || name === 'TimeoutError') return { did: 'retry', because: 'no answer in time' }
  // Whatever has no code of the network's is the encryption's: it will not get better.
  return typeof code === 'string' ? { did: 'retry', because: `no connection (${code})` } : { did: 'failed', because: 'the keys of the device are not valid' }
}
