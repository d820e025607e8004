import { createHash } from 'node:crypto'
import type { Store } from '../../src/actions/ports.ts'
import { sendReply } from '../../src/actions/send-reply.ts'
import { createXWriter } from '../../src/adapters/x/writer.ts'
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts'
import { overriding } from '../faults/overriding.ts'

/** A sender in a process of its own, that is killed by itself around the moment at which X takes the answer. The gate lets everything go. */
const [, , folder = '', origin = '', token = '', ahead = '0', when = '', replyId = ''] = process.argv
const real: Store = await openSqliteStore({ folder })
const store = overriding(real, { now: () => real.now() + Number(ahead) })
const writer = createXWriter({ baseUrl: origin, credentials: { appKey: 'test-app', appSecret: 'test-app-secret', accessToken: token, accessSecret: 'test-access-secret' }, now: () => store.now() })
const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => undefined)
}
const reply = await store.replies.get(replyId)
if (!reply) throw new Error('there is no such answer')
await sendReply({
  store, crypto: { sha256: (text) => createHash('sha256').update(text).digest('hex') }, announcer: { announce: () => undefined }, claimant: 'child',
  settings: { prices: { replyCents: 1, linkFactor: 13, messageCents: 1.5, limitCents: 10_000 }, ownHandle: 'prahariup', ownHost: 'prahari.example', isDry: false, mayAnswerAnyone: false }, handles: { ownHandles: ['prahariup'], districtHandles: {} },
  loadGate: () => Promise.resolve(() => ({ findings: [], length: 1, maxLength: 280, verdict: 'goes', costCents: 1 })),
  writer: {
    ...writer,
    async post(text, inReplyToId) {
      if (when === 'before') return die()
      await writer.post(text, inReplyToId)
      return die()
    },
  },
}, reply)
