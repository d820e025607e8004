import { checkReply } from '../../src/triage/gate/check-reply.ts'
import { addPerson } from '../../src/actions/add-person.ts'
import type { ReplySettings } from '../../src/actions/gate-reply.ts'
import type { Store, XWriter } from '../../src/actions/ports.ts'
import { readBudget } from '../../src/actions/read-budget.ts'
import { newReplyMemory, sweepReplies } from '../../src/actions/sweep-replies.ts'
import type { SendReplyDeps } from '../../src/actions/send-reply.ts'
import { nodeCrypto as crypto } from '../../src/app.ts'
import { createXWriter } from '../../src/adapters/x/writer.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import type { Viewer } from '../../src/domain/person.ts'
import type { Severity, Verdict } from '../../src/domain/verdict.ts'
import { DEFAULT_TRIAGE_POLICY } from '../../src/triage/policy.ts'
import { createEmulator } from '../../scripts/x-emulator/server.ts'
import type { InjectPost } from '../../scripts/x-emulator/inject.ts'
import { overriding } from '../faults/overriding.ts'
import { makePost, makeVerdict } from '../posts.ts'
import { openTestStore } from '../store.ts'

export const SETTINGS: ReplySettings = {
  prices: { replyCents: 1, linkFactor: 13, messageCents: 1.5, limitCents: 10_000 }, ownHandle: 'prahariup', ownHost: 'prahari.example', isDry: false, mayAnswerAnyone: false,
}
export const DESK: Viewer = { personId: 'desk-1', name: 'Desk One', role: 'desk', scopePath: '/up/' }
export const SECOND: Viewer = { personId: 'desk-2', name: 'Desk Two', role: 'desk', scopePath: '/up/' }

/** Credentials that the emulator takes: it looks at the access token only. */
export const credentialsFor = (token: string) => ({ appKey: 'test-app', appSecret: 'test-app-secret', accessToken: token, accessSecret: 'test-access-secret' })

/** The real store, the emulator of X over real HTTP and the real writer, with a clock that can be moved. */
export async function openReplying(wrap: (writer: XWriter) => XWriter = (writer) => writer) {
  const { store: real, folder, close } = await openTestStore()
  const emulator = await createEmulator({ port: 0, adminPort: 0 })
  let offset = 0
  const store: Store = overriding(real as Store, { now: () => real.now() + offset })
  await addPerson(store, { id: DESK.personId, name: DESK.name, role: 'desk', scopeId: 'up' })
  const writer = createXWriter({ baseUrl: emulator.origin, credentials: credentialsFor(emulator.tokens.user), now: () => store.now() })
  const deps: SendReplyDeps = {
    store, crypto, announcer: { announce: () => undefined }, settings: SETTINGS, handles: DEFAULT_TRIAGE_POLICY, loadGate: () => Promise.resolve(checkReply), writer: wrap(writer), claimant: 'test',
  }
  let memory = newReplyMemory()
  return {
    store, emulator, deps, writer, folder,
    advance(ms: number) {
      offset += ms
      emulator.configure({ clockOffsetMs: offset })
    },
    sweep: (more: Partial<SendReplyDeps> = {}) => sweepReplies({ ...deps, ...more }, memory),
    get memory() { return memory },
    /** How far the clock is ahead, milliseconds. */
    get ahead() { return offset },
    /** Nothing was answered, at X or here; the clock goes on. */
    async clear() {
      emulator.clearFaults()
      emulator.reset()
      memory = newReplyMemory()
      const rows = await store.replies.find({ index: 'byTime', limit: 1_000 })
      await store.replies.remove(rows.map(({ id }) => id))
      const spent = await readBudget(store, store.now(), 0)
      await store.checkpoints.remove(['x-writer', `reply-spend-${spent.month}`])
    },
    restart() { memory = newReplyMemory() },
    /** A docket of a post that is at X, too. */
    async docket(post: Partial<InjectPost> = {}, severity: Severity = 'normal', verdict: Partial<Verdict> = {}, isSummoned = true): Promise<Docket> {
      const text = post.text ?? '@PrahariUP my phone was stolen near the station'
      const injected = emulator.inject({ author: 'asha_demo', ...post, text })
      const made = makePost({ id: injected.id, caseId: injected.id, text, summoned: isSummoned, createdAt: store.now(), author: { id: '0', handle: 'asha_demo', name: 'Asha Demo', location: null, followers: 4 } })
      made.author.id = await authorAt(emulator.origin, emulator.tokens.app, injected.id)
      const docket = newDocket(
        { post: made, verdict: makeVerdict(severity, { category: 'robbery_theft', ...verdict }), receivedAt: store.now(), number: `UPP-20261124-${String(count++).padStart(6, '0')}`, authorId: made.author.id, matter: null, incident: null },
        { policy: DEFAULT_LADDER_POLICY, now: store.now(), sha256: crypto.sha256 },
      )
      await store.dockets.insertMany([docket])
      return docket
    },
    async stop() {
      writer.close()
      await emulator.stop()
      await close()
    },
  }
}

let count = 1

async function authorAt(origin: string, token: string, id: string): Promise<string> {
  const response = await fetch(`${origin}/2/tweets?ids=${id}&tweet.fields=author_id`, { headers: { Authorization: `Bearer ${token}` } })
  return ((await response.json()) as { data: { author_id: string }[] }).data[0]?.author_id ?? ''
}
