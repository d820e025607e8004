import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import webPush from 'web-push'

export interface VapidKeys {
  publicKey: string
  privateKey: string
}

/**
 * Our keys for web push (RFC 8292): browsers subscribe to the public one, so it must stay the same for ever. Those of the
 * configuration; else those of the data folder, made at the first start, for the owner's eyes only. Of processes that
 * start at once the first one's file holds: a file appears whole, by a link.
 */
export function vapidKeys(dataFolder: string, given: Partial<VapidKeys>): VapidKeys {
  if (given.publicKey !== undefined && given.privateKey !== undefined) return { publicKey: given.publicKey, privateKey: given.privateKey }
  const path = join(dataFolder, 'vapid.json')
  const found = read(path)
  if (found) return found
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, `${JSON.stringify(webPush.generateVAPIDKeys())}\n`, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  const kept = read(path)
  if (!kept) throw new Error(`${path} holds no VAPID keys: remove it, and every browser must subscribe again`)
  return kept
}

function read(path: string): VapidKeys | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const { publicKey, privateKey } = JSON.parse(text) as Partial<VapidKeys>
  return typeof publicKey === 'string' && typeof privateKey === 'string' ? { publicKey, privateKey } : null
}
