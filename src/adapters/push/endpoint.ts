import { PrahariError } from '../../domain/errors.ts'
import { isLoopbackAddress } from './public-address.ts'

/** Push services of the browsers: Chrome and its kin, Firefox, Edge on Windows, Safari. A leading dot takes every name below. */
export const KNOWN_SERVICES = ['fcm.googleapis.com', 'jmt17.google.com', '.push.services.mozilla.com', '.notify.windows.com', '.push.apple.com'] as const

const MAX_LENGTH = 2_048
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

export interface EndpointRules {
  /** Hosts; a leading dot takes every name below it. */
  services: readonly string[]
  /** For tests: http and any port on the loopback. */
  allowLoopback: boolean
}

/** The endpoint as a URL that may be called, as far as its text tells. @throws PrahariError invalid. */
export function checkedEndpoint(endpoint: string, { services, allowLoopback }: EndpointRules): URL {
  const refuse = (because: string): PrahariError => new PrahariError('invalid', because, { field: 'endpoint' })
  if (endpoint.length > MAX_LENGTH || !URL.canParse(endpoint)) throw refuse('this is no endpoint of a push service')
  const url = new URL(endpoint)
  if (url.username !== '' || url.password !== '') throw refuse('an endpoint carries no credentials')
  if (allowLoopback && LOOPBACK_NAMES.includes(url.hostname) && /^https?:$/.test(url.protocol)) return url
  if (url.protocol !== 'https:' || url.port !== '') throw refuse('an endpoint is https on the usual port')
  if (!services.some((service) => (service.startsWith('.') ? url.hostname.endsWith(service) : url.hostname === service))) throw refuse('this push service is not on the list')
  return url
}

/** Loopback addresses only where the text of the endpoint says so, and tests allow it. */
export function mayReachLoopback(url: URL, rules: EndpointRules): (address: string) => boolean {
  return rules.allowLoopback && LOOPBACK_NAMES.includes(url.hostname) ? isLoopbackAddress : () => false
}
