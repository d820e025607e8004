import webPush from 'web-push'

export interface VapidKeys {
  publicKey: string
  privateKey: string
}

/**
 * Our keys for web push (RFC 8292): browsers subscribe to the public one, so it must stay the same for ever. Those of the
 * configuration; else those that this installation made at its first start.
 * @param kept keeps what `make` gives under a name, once. @throws Error when what is kept holds no keys.
 */
export function vapidKeys(given: Partial<VapidKeys>, kept: (name: string, make: () => string) => string): VapidKeys {
  if (given.publicKey !== undefined && given.privateKey !== undefined) return { publicKey: given.publicKey, privateKey: given.privateKey }
  const { publicKey, privateKey } = JSON.parse(kept('vapid.json', () => `${JSON.stringify(webPush.generateVAPIDKeys())}\n`)) as Partial<VapidKeys>
  if (typeof publicKey !== 'string' || typeof privateKey !== 'string') throw new Error('vapid.json of the data folder holds no VAPID keys: remove it, and every browser must subscribe again')
  return { publicKey, privateKey }
}
