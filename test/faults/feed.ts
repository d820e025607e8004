import { setTimeout as sleep } from 'node:timers/promises'
import { createEmulator } from '../../scripts/x-emulator/server.ts'
import type { Emulator } from '../../scripts/x-emulator/server.ts'
import { X_TOKEN } from '../app.ts'
import type { Chance } from './chance.ts'

/** What a listener waits for before it asks search, and how old a post must be to be found by it: scaled to a test. */
export const RECOVERY_DELAY_MS = 600
const SEARCH_LAG_MS = 300

const PLACES = ['गोमती नगर, लखनऊ', 'हज़रतगंज, लखनऊ', 'इंदिरा नगर, लखनऊ']
const TEXTS = {
  cry: (place: string, serial: number) => `कुछ लोग घर का दरवाज़ा तोड़ रहे हैं, हाथ में चाकू है, बच्चे अंदर हैं, जल्दी पुलिस भेजो! ${place} @PrahariUP (${serial})`,
  complaint: (place: string, serial: number) => `@PrahariUP meri bike chori ho gayi kal raat, FIR nahi likh rahe, ${place} (${serial})`,
  thanks: (_: string, serial: number) => `@PrahariUP धन्यवाद, बहुत अच्छा काम (${serial})`,
  /** Nothing to act on, and no further post of anything: decided by the write that records it. */
  chatter: (_: string, serial: number) => `@PrahariUP kal wali film mast thi, popcorn bhi badhiya (${serial})`,
} as const
export type Kind = keyof typeof TEXTS

/** An X whose search shows posts soon. */
export function openX(): Promise<Emulator> {
  return createEmulator({ port: 0, adminPort: 0, token: X_TOKEN, settings: { searchLagMs: SEARCH_LAG_MS } })
}

/** A post in the emulator's world. */
export interface Sent {
  id: string
  isRetweet: boolean
}

export interface Feed {
  count: number
  perSecond: number
  /** How often each kind comes, as a list to draw from. */
  mix: readonly Kind[]
  /** Share of retweets of earlier posts. */
  retweets?: number
  /** Ends the feed early, asked before each post. */
  until?: (sent: number) => boolean
}

/** Lets citizens post at a steady pace; answers what was posted. */
export async function post(emulator: Emulator, feed: Feed, chance: Chance): Promise<Sent[]> {
  const sent: Sent[] = []
  const began = performance.now()
  for (let serial = 0; serial < feed.count && !feed.until?.(serial); serial++) {
    const earlier = sent[Math.floor(chance.next() * sent.length)]
    if (earlier && !earlier.isRetweet && chance.next() < (feed.retweets ?? 0)) sent.push({ id: emulator.retweet(earlier.id).id, isRetweet: true })
    else sent.push({ id: emulator.inject({ text: TEXTS[chance.pick(feed.mix)](chance.pick(PLACES), serial) }).id, isRetweet: false })
    await sleep(Math.max(0, began + ((serial + 1) * 1_000) / feed.perSecond - performance.now()))
  }
  return sent
}
