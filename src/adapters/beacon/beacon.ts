import type { Beacon, HandOver } from '../../actions/ports.ts'

const TIMEOUT_MS = 5_000

export interface BeaconSettings {
  /** Asked after a clean audit. */
  url: string
  /** Asked after any other; without it an unclean audit is silence, which is what the far end waits for. */
  failUrl?: string | undefined
  timeoutMs?: number
}

/** A dead-man's service outside: a GET without any data, no redirects, the body of the answer unread. */
export function createBeacon({ url, failUrl, timeoutMs = TIMEOUT_MS }: BeaconSettings): Beacon {
  async function ask(address: string): Promise<HandOver> {
    try {
      const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs), headers: { 'User-Agent': 'prahari' } })
      await response.body?.cancel()
      return response.ok ? { did: 'taken', because: 'the outside address took it' } : { did: 'failed', because: `the outside address answered ${response.status}` }
    } catch (error) {
      return { did: 'failed', because: error instanceof Error && error.name === 'TimeoutError' ? 'the outside address did not answer in time' : 'no connection to the outside address' }
    }
  }
  return {
    async tell(isClean) {
      const address = isClean ? url : failUrl
      return address === undefined ? null : ask(address)
    },
  }
}
