import { progress } from '../domain/alert.ts'
import { docketIdFor, withAlert } from '../domain/docket.ts'
import { drillPostId, drillText, judge, KEEP_MS, newDrill, reach } from '../domain/drill.ts'
import type { Drill } from '../domain/drill.ts'
import type { Post } from '../domain/post.ts'
import { changeDrill } from './change-drill.ts'
import type { Announcer, Crypto, Store } from './ports.ts'

export interface DrillDeps {
  store: Pick<Store, 'drills' | 'inbox' | 'dockets' | 'now'>
  announcer: Announcer
  crypto: Crypto
  everyMs: number
  handle: string
  /** Puts a text into the emulated X; null where there is none, and the drill enters as an inbox row. */
  post: ((text: string) => Promise<{ id: string }>) | null
  /** The way of every received post: judged, recorded, queued. */
  receive: (post: Post) => Promise<{ recordedAt: number }>
  /** Milliseconds until the drill's device was handed a message; null where there is no such device. */
  push: () => Promise<number | null>
}

export interface DrillMemory {
  /** The slot that was looked at last: its drill was begun, here or elsewhere. */
  slot: number | null
  pushed: Set<string>
}

const MAX_RUNNING = 20

/**
 * One look at the drills: begins the one of this time slot unless somebody has, follows those under way, and judges them.
 * Any number of processes may call it every few hundred milliseconds; what a killed one left is judged by the others.
 * @returns the drills that ended by this call. @throws PrahariError unavailable.
 */
export async function runDrill(deps: DrillDeps, memory: DrillMemory): Promise<Drill[]> {
  const running = await deps.store.drills.find({ index: 'byState', equals: { state: 'running' }, order: 'asc', limit: MAX_RUNNING })
  const ended: Drill[] = []
  for (const drill of running) {
    const after = await follow(deps, drill, memory)
    if (after && after.state !== 'running') ended.push(after)
  }
  const slot = Math.floor(deps.store.now() / deps.everyMs)
  if (ended.length === running.length && memory.slot !== slot) {
    memory.slot = slot
    await begin(deps, slot)
  }
  return ended
}

async function begin(deps: DrillDeps, slot: number): Promise<void> {
  const now = deps.store.now()
  const drill = newDrill(slot, deps.post ? 'stream' : 'inbox', deps.crypto.newToken(), now)
  const [outcome] = await deps.store.drills.insertMany([drill])
  if (outcome !== 'inserted') return
  const text = drillText(drill, deps.handle)
  await changeDrill(deps.store, drill.id, (one) => reach(one, 'posted', deps.store.now()))
  if (deps.post) {
    await deps.post(text)
    return
  }
  const post = drillPost(drill, text, deps.handle)
  const { recordedAt } = await deps.receive(post)
  const row = await deps.store.inbox.get(post.id)
  await changeDrill(deps.store, drill.id, (one) => reach(reach(one, 'received', row?.receivedAt ?? recordedAt, { postId: post.id }), 'recorded', recordedAt))
}

/** What an inbox row of a drill holds: nobody wrote it, so nothing of it names anybody. */
function drillPost(drill: Drill, text: string, handle: string): Post {
  const id = drillPostId(drill)
  return {
    id, caseId: id, kind: 'post', text, lang: 'hi', createdAt: drill.startedAt, author: { id: '0', handle: '', name: '', location: null, followers: null },
    conversationId: null, inReplyToId: null, quotedId: null, mentions: [handle.toLowerCase()], hashtags: [], place: null, point: null, mediaTypes: [], summoned: true,
    rules: [], source: 'drill', missing: [],
  }
}

async function follow(deps: DrillDeps, drill: Drill, memory: DrillMemory): Promise<Drill | undefined> {
  const docket = drill.postId === null ? undefined : await deps.store.dockets.get(docketIdFor(drill.postId))
  const pushMs = docket && !memory.pushed.has(drill.id) ? await pushOnce(deps, drill.id, memory) : null
  const after = await changeDrill(deps.store, drill.id, (one) => {
    const opened = docket?.alert ? reach(one, 'opened', docket.openedAt, { docketId: docket.id }) : one
    const pushed = pushMs === null || opened.pushMs !== null ? opened : { ...opened, pushMs }
    return judge(pushed, deps.store.now())
  })
  if (after && after.state !== 'running') await close(deps, after)
  return after
}

async function pushOnce(deps: DrillDeps, id: string, memory: DrillMemory): Promise<number | null> {
  memory.pushed = new Set([id])
  return deps.push()
}

/** The drill is over: its alert leaves the screens' processes. Losing a race leaves it to the next look of the cleaning. */
async function close({ store, announcer, crypto }: DrillDeps, { docketId }: Drill): Promise<void> {
  const docket = docketId === null ? undefined : await store.dockets.get(docketId)
  if (!docket?.alert || docket.alert.closedAt !== null) return
  const now = store.now()
  const { alert, events } = progress(docket.alert, { id: 'system', name: 'drill' }, 'resolved', null, 'drill-ends', now)
  const next = withAlert(docket, alert, events, { who: 'system', now, sha256: crypto.sha256 })
  if ((await store.dockets.replace(next, docket.version)) === 'replaced') announcer.announce([next])
}

/** Removes drills that ended more than a day ago, with their inbox rows and dockets. @returns how many. @throws PrahariError unavailable. */
export async function removeOldDrills(store: DrillDeps['store']): Promise<number> {
  const old = await store.drills.find({ index: 'byStart', range: { lt: store.now() - KEEP_MS }, order: 'asc', limit: 1_000 })
  await store.dockets.remove(old.flatMap(({ postId }) => (postId === null ? [] : [docketIdFor(postId)])))
  await store.inbox.remove(old.flatMap(({ postId }) => postId ?? []))
  await store.drills.remove(old.map(({ id }) => id))
  return old.length
}
