import type { ReplyDeps } from './actions/draft-reply.ts'
import type { GateDeps, ReplySettings } from './actions/gate-reply.ts'
import type { XWriter } from './actions/ports.ts'
import type { Config } from './config.ts'
import type { Handles } from './triage/policy.ts'

type ReplyConfig = Pick<Config, 'PRAHARI_X_HANDLE' | 'PRAHARI_X_BASE_URL' | 'publicUrl' | `PRAHARI_X_APP_${'KEY' | 'SECRET'}` | `PRAHARI_X_ACCESS_${'TOKEN' | 'SECRET'}`
  | `PRAHARI_X_${'REPLY_CENTS' | 'LINK_FACTOR' | 'MESSAGE_CENTS' | 'BUDGET_CENTS' | 'ANSWER_ANYONE'}`>

/** What the configuration says of answers on X. */
function replySettings(config: ReplyConfig): ReplySettings {
  return {
    prices: { replyCents: config.PRAHARI_X_REPLY_CENTS, linkFactor: config.PRAHARI_X_LINK_FACTOR, messageCents: config.PRAHARI_X_MESSAGE_CENTS, limitCents: config.PRAHARI_X_BUDGET_CENTS },
    ownHandle: config.PRAHARI_X_HANDLE.toLowerCase(), ownHost: new URL(config.publicUrl).hostname,
    isDry: config.PRAHARI_X_ACCESS_SECRET === undefined, mayAnswerAnyone: config.PRAHARI_X_ANSWER_ANYONE,
  }
}

/** The gate, loaded where it is first used: the lists of places behind it are large. */
const loadGate: GateDeps['loadGate'] = async () => (await import('./triage/gate/check-reply.ts')).checkReply

/** What drafting answers needs, whichever process does it. */
export function replyDeps(config: ReplyConfig, ports: Pick<ReplyDeps, 'store' | 'announcer' | 'crypto'> & { triagePolicy: Handles }): ReplyDeps {
  return { store: ports.store, announcer: ports.announcer, crypto: ports.crypto, handles: ports.triagePolicy, settings: replySettings(config), loadGate }
}

/** Writes at X in the name of our account; null without credentials. @throws PrahariError invalid, where the credentials may not go to that address. */
export async function openWriter(config: ReplyConfig, now: () => number): Promise<(XWriter & { close(): void }) | null> {
  const { PRAHARI_X_APP_KEY: appKey, PRAHARI_X_APP_SECRET: appSecret, PRAHARI_X_ACCESS_TOKEN: accessToken, PRAHARI_X_ACCESS_SECRET: accessSecret } = config
  if (!appKey || !appSecret || !accessToken || !accessSecret) return null
  const { createXWriter } = await import('./adapters/x/writer.ts')
  return createXWriter({ baseUrl: config.PRAHARI_X_BASE_URL, credentials: { appKey, appSecret, accessToken, accessSecret }, now })
}
