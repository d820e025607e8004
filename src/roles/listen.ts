import { beat } from '../actions/beat.ts'
import { markDrills } from '../actions/mark-drills.ts'
import { receivePosts } from '../actions/receive-posts.ts'
import { runListener } from '../adapters/x/listener.ts'
import type { World } from '../app.ts'
import { repeat } from '../ops/repeat.ts'
import { triage } from '../triage/triage.ts'

const PULSE_MS = 2_000
const MAX_RAW = 65_536

/** As many of our accounts as a query of search has room for, which is shorter than a rule of the stream. */
const MOST_OWN = 24

/** By default everything that mentions one of our accounts or carries its name as a hashtag (which summons nobody, but may be a cry all the same). */
function rulesOf({ config, triagePolicy }: Pick<World, 'config' | 'triagePolicy'>): { tag: string; value: string }[] {
  const text = config.PRAHARI_X_RULES
  const handle = config.PRAHARI_X_HANDLE
  const own = [handle, ...triagePolicy.ownHandles.filter((one) => one !== handle.toLowerCase())].slice(0, MOST_OWN)
  if (!text) return [['mentions', '@'], ['hashtag', '#']].map(([tag = '', sign = '']) => ({ tag, value: own.map((one) => sign + one).join(' OR ') }))
  return text.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
    const at = line.indexOf('=')
    return { tag: line.slice(0, at), value: line.slice(at + 1) }
  })
}

/** Listens to X: what arrives is judged, recorded, and queued. Without a feed it only says so. */
export function startListening(world: World): void {
  const { config, store, queues, log, metrics, lifecycle, processId, crypto, triagePolicy } = world
  if (config.PRAHARI_FEED === 'none') {
    log.info({}, 'no feed is configured')
    return
  }
  // Only there a post can be a drill's: on the real X nothing that somebody writes makes it one.
  const isEmulated = config.PRAHARI_FEED === 'demo'
  const listener = runListener({
    config: {
      baseUrl: config.PRAHARI_X_BASE_URL, bearerToken: config.PRAHARI_X_BEARER_TOKEN ?? '', handle: config.PRAHARI_X_HANDLE,
      rules: () => rulesOf(world), timings: { recoveryDelayMs: config.PRAHARI_X_RECOVERY_DELAY_MS },
    },
    store, log, random: Math.random, holder: processId,
    receive: async (posts) => {
      const marked = isEmulated ? await markDrills(store, posts) : { posts, recorded: () => Promise.resolve() }
      const received = await receivePosts({ store, queues, judge: (post) => triage(post, triagePolicy) }, marked.posts)
      await marked.recorded(received.recordedAt)
      for (const outcome of ['inserted', 'duplicates', 'quarantined'] as const) metrics.postsReceived.inc({ outcome }, received[outcome])
      return received
    },
    quarantine: async (raw, reason) => {
      metrics.quarantined.inc()
      const text = raw.slice(0, MAX_RAW).toWellFormed().replaceAll('\u0000', '\ufffd')
      await store.quarantine.insertMany([{ id: crypto.sha256(raw), version: 1, receivedAt: store.now(), reason, raw: text }])
    },
    onEvent: (event, count = 1) => metrics.xEvents.inc({ event }, count),
  })
  lifecycle.onStop('listener', () => listener.stop())
  const pulse = repeat('pulse listen', PULSE_MS, () => beat(store, `listen:${processId}`, 'listen', { ...listener.state() }), log)
  lifecycle.onStop('pulse listen', () => pulse.stop())
}
