import type { Docket } from '../../domain/docket.ts'
import { producerConnection, workerConnection } from './connection.ts'

const CHANNEL = 'prahari:dockets'
/** A message is the id of its sender, this sign, and the dockets as JSON. */
const END_OF_SENDER = '\n'

/**
 * Carries what was just written from the process that wrote it to every web process. At most once and without memory:
 * each web process compares its board with the ledger every two seconds, so that a lost message is only a late one.
 */
export interface DocketBus {
  /** Fails silently while Redis is away. */
  publish(dockets: readonly Docket[]): void
  close(): Promise<void>
}

export function createBus(url: string, origin: string, onError: (error: Error) => void, onDockets?: (dockets: Docket[]) => void): DocketBus {
  const out = producerConnection(url, onError)
  const sender = `${origin}${END_OF_SENDER}`
  const inward = onDockets ? workerConnection(url, onError) : null
  if (inward && onDockets) {
    inward.on('ready', () => void inward.subscribe(CHANNEL).catch(onError))
    inward.on('message', (_, message) => {
      // Redis sends our own messages back as well: on one machine those are all there are, so they are not even parsed.
      if (!message.startsWith(sender)) onDockets(JSON.parse(message.slice(message.indexOf(END_OF_SENDER) + 1)) as Docket[])
    })
  }
  return {
    publish(dockets) {
      if (out.status === 'ready' && dockets.length > 0) out.publish(CHANNEL, `${sender}${JSON.stringify(dockets)}`).catch(onError)
    },
    async close() {
      out.disconnect()
      inward?.disconnect()
      await Promise.resolve()
    },
  }
}
