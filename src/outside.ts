import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Outside, Push, Seal, Signer } from './actions/ports.ts'
import { keptSecret } from './adapters/files/kept-secret.ts'
import { createSeal, makeSealKey } from './adapters/seal/seal.ts'
import type { Config } from './config.ts'
import type { Channel } from './domain/delivery.ts'

/** The ways to people that are not our own consoles, with what signs their receipts. */
export interface OutsideWorld extends Outside {
  signer: Signer
  close(): void
}

type OutsideConfig = Pick<Config, 'dataFolder' | 'publicUrl' | `PRAHARI_VAPID_${'PUBLIC' | 'PRIVATE' | 'SUBJECT'}` | `PRAHARI_PUSH_${'SERVICES' | 'LOOPBACK'}` | `PRAHARI_GATEWAY_${'URL' | 'SECRET'}` | 'PRAHARI_SMTP_URL' | 'PRAHARI_MAIL_FROM'>

/** Which channels this installation has. */
export function channelExists(config: Pick<Config, 'PRAHARI_GATEWAY_URL' | 'PRAHARI_SMTP_URL'>): (channel: Channel) => boolean {
  const isThere: Record<Channel, boolean> = {
    console: true, push: true, webhook: config.PRAHARI_GATEWAY_URL !== undefined, email: config.PRAHARI_SMTP_URL !== undefined,
  }
  return (channel) => isThere[channel]
}

/**
 * Builds what the configuration names; loads only that. @param wrap for fault tests.
 * @throws when the keys for web push can neither be read nor written.
 */
export async function openOutside(config: OutsideConfig, now: () => number, wrap: (push: Push) => Push = (push) => push): Promise<OutsideWorld> {
  const [{ createPush }, { vapidKeys }, { KNOWN_SERVICES }] = await Promise.all([import('./adapters/push/push.ts'), import('./adapters/push/vapid-keys.ts'), import('./adapters/push/endpoint.ts')])
  const { PRAHARI_VAPID_PUBLIC, PRAHARI_VAPID_PRIVATE, PRAHARI_PUSH_SERVICES, PRAHARI_GATEWAY_URL, PRAHARI_GATEWAY_SECRET, PRAHARI_SMTP_URL } = config
  const keys = vapidKeys(PRAHARI_VAPID_PUBLIC && PRAHARI_VAPID_PRIVATE ? { publicKey: PRAHARI_VAPID_PUBLIC, privateKey: PRAHARI_VAPID_PRIVATE } : {}, (name, make) => keptSecret(config.dataFolder, name, make))
  const push = createPush({
    keys, allowLoopback: config.PRAHARI_PUSH_LOOPBACK,
    subject: config.PRAHARI_VAPID_SUBJECT ?? (config.publicUrl.startsWith('https:') ? config.publicUrl : 'mailto:operator@prahari.invalid'),
    services: PRAHARI_PUSH_SERVICES?.split(',').map((host) => host.trim()).filter(Boolean) ?? KNOWN_SERVICES,
  })
  const mail = PRAHARI_SMTP_URL === undefined ? null : (await import('./adapters/email/mail.ts')).createMail({ url: PRAHARI_SMTP_URL, from: config.PRAHARI_MAIL_FROM })
  const gateway = PRAHARI_GATEWAY_URL === undefined || PRAHARI_GATEWAY_SECRET === undefined
    ? null : (await import('./adapters/webhook/gateway.ts')).createGateway({ url: PRAHARI_GATEWAY_URL, secret: PRAHARI_GATEWAY_SECRET, now })
  return {
    push: wrap(push), gateway, mail, signer: createSigner(keys.privateKey),
    close() {
      push.close()
      mail?.close()
    },
  }
}

/** The seal of this installation: the key of the configuration, else one made at the first use. @throws when there is no key and none can be kept. */
export function openSeal(config: Pick<Config, 'dataFolder' | 'PRAHARI_SEAL_KEY'>): Seal {
  return createSeal(config.PRAHARI_SEAL_KEY ?? keptSecret(config.dataFolder, 'seal.pem', makeSealKey))
}

/** Signs receipts with a key of its own, derived from the one secret that every process of an installation shares. */
export function createSigner(secret: string): Signer {
  const key = createHmac('sha256', secret).update('prahari receipts').digest()
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url')
  return {
    sign,
    isSigned(text, signature) {
      const [wanted, given] = [Buffer.from(sign(text)), Buffer.from(signature)]
      return wanted.length === given.length && timingSafeEqual(wanted, given)
    },
  }
}
