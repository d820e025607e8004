import { connect } from 'node:net'
import type { Config } from '../../src/config.ts'
import { fail, ok, warn } from './finding.ts'
import type { Finding } from './finding.ts'

const LIMIT_MS = 3_000

/** The ways to people that are not our own consoles: keys for push, the gateway, the mail server. */
export async function checkChannels(config: Config): Promise<Finding[]> {
  return [checkPush(config), checkGateway(config), await checkMail(config)]
}

function checkPush({ PRAHARI_VAPID_PUBLIC, PRAHARI_VAPID_SUBJECT, PRAHARI_PUSH_LOOPBACK, MONGODB_URI, publicUrl, PRAHARI_FEED }: Config): Finding {
  if (PRAHARI_VAPID_PUBLIC === undefined && MONGODB_URI !== undefined) return warn('push', 'each data folder has keys of its own', 'where roles run on several machines set PRAHARI_VAPID_PUBLIC and PRAHARI_VAPID_PRIVATE (npx web-push generate-vapid-keys)')
  if (PRAHARI_PUSH_LOOPBACK) return warn('push', 'endpoints on the loopback are taken', 'PRAHARI_PUSH_LOOPBACK is for tests')
  const isHttps = publicUrl.startsWith('https:')
  if (PRAHARI_FEED === 'x' && !isHttps) return warn('push', 'browsers subscribe on https pages only', 'set PRAHARI_PUBLIC_URL to the https address')
  return ok('push', PRAHARI_VAPID_SUBJECT !== undefined || isHttps ? 'keys and subject are there' : 'keys are there; PRAHARI_VAPID_SUBJECT should name whom a push service may write to')
}

function checkGateway({ PRAHARI_GATEWAY_URL }: Config): Finding {
  return ok('gateway', PRAHARI_GATEWAY_URL === undefined ? 'none: nobody is told by SMS or voice' : `messages go to ${new URL(PRAHARI_GATEWAY_URL).host}`)
}

async function checkMail({ PRAHARI_SMTP_URL }: Config): Promise<Finding> {
  if (PRAHARI_SMTP_URL === undefined) return ok('mail', 'none: nobody is told by e-mail')
  if (!URL.canParse(PRAHARI_SMTP_URL)) return fail('mail', 'PRAHARI_SMTP_URL is no URL', 'smtp(s)://user:password@host:port')
  const { hostname, port, protocol } = new URL(PRAHARI_SMTP_URL)
  const isUp = await answers(hostname, Number(port || (protocol === 'smtps:' ? 465 : 587)))
  return isUp ? ok('mail', `${hostname} takes connections`) : fail('mail', `${hostname} takes no connection`, 'look at PRAHARI_SMTP_URL and the network')
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: LIMIT_MS })
    const end = (isUp: boolean) => (): void => {
      socket.destroy()
      resolve(isUp)
    }
    socket.once('connect', end(true)).once('timeout', end(false)).once('error', end(false))
  })
}
