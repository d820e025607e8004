import * as http from 'node:http'
import * as https from 'node:https'
import { TwitterApi } from 'twitter-api-v2'
import type { ITwitterApiClientPlugin, TwitterApiTokens } from 'twitter-api-v2'
import { PrahariError } from '../../domain/errors.ts'

/** Where the X API is and as whom we speak to it. */
export interface XAccess {
  origin: URL
  bearerToken: string
}

/** The REST side of X. `destroy` cuts what is under way, so that a stop need not wait for X. */
export interface XClient {
  api: TwitterApi
  destroy(): void
}

const LIBRARY_ORIGINS = /^https:\/\/(?:api\.x\.com|api\.twitter\.com|upload\.x\.com)(?=\/)/
const X_HOSTS: ReadonlySet<string> = new Set(['api.x.com', 'api.twitter.com'])
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])
/** X's app-only tokens begin with a run of A, user tokens with the account's number; nothing that we make up is so long. */
const PRODUCTION_TOKEN = /^A{8,}|^\d{6,}-|^.{60,}$/s
const REQUEST_TIMEOUT_MS = 20_000

/**
 * Checks where a token may go: plain http only to this machine, and a token that looks real only to X itself (or to this
 * machine, where a proxy may stand).
 * @throws PrahariError invalid, naming what is wrong but never the token.
 */
export function checkAccess(baseUrl: string, bearerToken: string): XAccess {
  if (!URL.canParse(baseUrl)) throw refusal('baseUrl', 'is not a URL')
  const url = new URL(baseUrl)
  const isLoopback = LOOPBACK.has(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) throw refusal('baseUrl', 'must be https unless the host is loopback')
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    throw refusal('baseUrl', 'must be an origin only: the library stops recognising JSON under a path prefix')
  }
  if (bearerToken.length === 0 || /[^\x21-\x7e]/.test(bearerToken)) throw refusal('bearerToken', 'must be printable and not empty')
  if (!isLoopback && !X_HOSTS.has(url.hostname) && PRODUCTION_TOKEN.test(bearerToken)) {
    throw refusal('baseUrl', `a token that looks real is not sent to ${url.hostname}: it is not a host of X`)
  }
  return { origin: url, bearerToken }
}

/** A client of twitter-api-v2 that speaks to our origin instead of the one that the library has built in. */
export function createXClient(access: XAccess): XClient {
  return clientAt(access.origin, access.bearerToken)
}

/** What signs requests in the name of our account: OAuth 1.0a. */
export type UserCredentials = Required<Pick<TwitterApiTokens, 'appKey' | 'appSecret' | 'accessToken' | 'accessSecret'>>

/** The same in the name of our account, for what an app alone may not do. @throws PrahariError invalid, as checkAccess. */
export function createUserClient(baseUrl: string, credentials: UserCredentials): XClient {
  const origins = Object.values(credentials).map((secret) => checkAccess(baseUrl, secret).origin)
  return clientAt(origins[0] ?? new URL(baseUrl), credentials)
}

function clientAt(origin: URL, credentials: string | UserCredentials): XClient {
  const agent = newAgent(origin)
  const toOrigin = ({ params }: { params: { url: string; timeout?: number } }): void => {
    // The library parses `params.url` again after the hooks, and signs only then: replacing the string is the one way that works.
    params.url = params.url.replace(LIBRARY_ORIGINS, origin.origin)
    params.timeout ??= REQUEST_TIMEOUT_MS
  }
  const plugin: ITwitterApiClientPlugin = {
    onBeforeRequestConfig: ({ params }) => toOrigin({ params }),
    onBeforeStreamRequestConfig: ({ params }) => toOrigin({ params }),
  }
  const settings = { plugins: [plugin], httpAgent: agent, compression: false }
  // The library tells the two kinds of credentials apart by overload only.
  const api = typeof credentials === 'string' ? new TwitterApi(credentials, settings) : new TwitterApi(credentials, settings)
  return { api, destroy: () => agent.destroy() }
}

/**
 * An agent for the protocol of `origin`: the library always calls `https.request`, which Node lets an http agent turn into
 * plain http. No keep-alive: requests are rare, and a socket that X closed meanwhile would fail the next one.
 */
export function newAgent(origin: URL): http.Agent {
  return origin.protocol === 'http:' ? new http.Agent({ keepAlive: false }) : new https.Agent({ keepAlive: false })
}

function refusal(field: string, what: string): PrahariError {
  return new PrahariError('invalid', `${field} ${what}`, { field })
}
