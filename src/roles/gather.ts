import { anchorHistories } from '../actions/anchor-histories.ts'
import { beat } from '../actions/beat.ts'
import { keepMedia } from '../actions/keep-media.ts'
import { lookAtPosts } from '../actions/look-at-posts.ts'
import { receivePosts } from '../actions/receive-posts.ts'
import { tailDockets } from '../actions/tail-dockets.ts'
import { createMediaSource } from '../adapters/x/media.ts'
import type { World } from '../app.ts'
import { repeat } from '../ops/repeat.ts'
import { openLookup } from '../x-reader.ts'

const MEDIA_MS = 2_000
const ANCHOR_MS = 3_600_000
const PULSE_MS = 2_000
const LOOK_MS = 10_000
const DAY_MS = 86_400_000
const POSTS_OF_A_LOOK = 100
/** How far back a new installation goes for photos and anchors. */
const MEDIA_BACK_MS = DAY_MS
const ANCHOR_BACK_MS = 365 * DAY_MS

/** Gathers what belongs to dockets and does not come by the stream: photos, deletions, edits; and anchors their histories. */
export async function startGathering(world: World): Promise<void> {
  const { store, announcer, crypto, queues, triagePolicy, config, log, lifecycle, metrics, processId } = world
  const { createPictures } = await import('../adapters/pictures/redraw.ts')
  let lastAt: number | null = null

  const origin = URL.canParse(config.PRAHARI_X_BASE_URL) && new URL(config.PRAHARI_X_BASE_URL).protocol === 'http:' ? config.PRAHARI_X_BASE_URL : undefined
  const source = createMediaSource(origin)
  const media = { store, source, pictures: createPictures(), crypto }
  const photos = tailDockets(store, 'media', MEDIA_BACK_MS)
  const keeping = repeat('media', MEDIA_MS, async () => {
    const { kept, failed } = await keepMedia(media, photos)
    metrics.media.inc({ outcome: 'kept' }, kept)
    metrics.media.inc({ outcome: 'failed' }, failed)
    lastAt = store.now()
  }, log)

  const tail = tailDockets(store, 'anchors', ANCHOR_BACK_MS)
  const anchoring = repeat('anchors', ANCHOR_MS, async () => {
    const { heads, head } = await anchorHistories({ store, crypto }, tail)
    // The end of the audit trail leaves this machine with the logs: whoever rewrites the store cannot rewrite them as well.
    if (head !== null) log.info({ heads, head }, 'histories anchored')
  }, log)

  const lookup = openLookup(world)
  const receive = async (posts: Parameters<typeof receivePosts>[1]): Promise<unknown> => {
    const { triage } = await import('../triage/triage.ts')
    return receivePosts({ store, queues, judge: (post) => triage(post, triagePolicy) }, posts)
  }
  const everyMs = (DAY_MS * POSTS_OF_A_LOOK) / config.PRAHARI_X_LOOKUPS_PER_DAY
  const looking = lookup === null || config.PRAHARI_X_LOOKUPS_PER_DAY === 0 ? null : repeat('posts at X', LOOK_MS, () => lookAtPosts({ store, announcer, crypto, lookup, receive }, everyMs), log)
  const pulse = repeat('pulse gather', PULSE_MS, () => beat(store, `gather:${processId}`, 'gather', { lastAt }), log)
  for (const [name, one] of Object.entries({ keeping, anchoring, looking, pulse })) if (one) lifecycle.onStop(`gather ${name}`, () => one.stop())
  // Stopped first: a picture that hangs is cut, and fetched again after the next start.
  lifecycle.onStop('pictures of X', () => source.close())
}
