import { corrected } from '../domain/correction.ts'
import { evolve } from '../domain/docket.ts'
import type { Docket } from '../domain/docket.ts'
import { PrahariError } from '../domain/errors.ts'
import { findNode } from '../domain/jurisdiction.ts'
import { mayAct } from '../domain/person.ts'
import type { Viewer } from '../domain/person.ts'
import type { Post } from '../domain/post.ts'
import { isActionable } from '../domain/verdict.ts'
import type { Category, Severity, Verdict } from '../domain/verdict.ts'
import { laneOf } from '../triage/threads/lane.ts'
import { addNote } from './add-note.ts'
import type { Acted } from './change-alert.ts'
import { wasDone } from './change-desk.ts'
import type { InboxRow } from './collections.ts'
import { evolveDocket } from './evolve-docket.ts'
import { evolveRow } from './evolve-row.ts'
import { openDockets } from './open-dockets.ts'
import type { OpenDeps } from './open-dockets.ts'
import type { PostLookup, Store } from './ports.ts'
import { toJob } from './sweep-inbox.ts'

export interface OpenByHandDeps extends OpenDeps {
  store: OpenDeps['store'] & Pick<Store, 'notes'>
  judge: (post: Post) => Promise<Verdict>
  /** Null where there is no access to X. */
  lookup: PostLookup | null
}

export interface HandOpened {
  key: string
  origin: 'x' | 'phone' | 'walk-in'
  link?: string | undefined
  text?: string | undefined
  name?: string | undefined
  phone?: string | undefined
  nodeId?: string | undefined
  severity?: Severity | undefined
  category?: Category | undefined
}

const STATUS_LINK = /^(?:https?:\/\/)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com\/[A-Za-z0-9_]{1,15}\/status(?:es)?\/(\d{1,19})(?:[/?#].*)?$/i

/**
 * A complaint that did not come from the stream gets its docket: judged like any other, with what the person knows better, and
 * rings when it is SoS. It goes through the inbox, so that a process killed on the way leaves it to the sweep. A post that has
 * a docket already answers that one; the same key of the same person again answers the same docket.
 * @throws PrahariError forbidden, invalid, not-found (no such post), unavailable.
 */
export async function openByHand(deps: OpenByHandDeps, viewer: Viewer, input: HandOpened): Promise<Acted> {
  if (!mayAct(viewer.role)) throw new PrahariError('forbidden', `the role ${viewer.role} only looks`)
  const post = input.origin === 'x' ? await postOf(deps, input.link) : await writtenDown(deps, viewer, input)
  const row = await received(deps, post, input)
  if (row.state === 'pending') await openDockets(deps, [toJob(row)])
  const docketId = (await deps.store.inbox.get(post.id))?.docketId ?? null
  if (docketId === null) throw new PrahariError('unavailable', 'its docket is being opened, try again')
  const docket = await signed(deps, viewer, docketId, input)
  const contact = [input.name?.trim(), input.phone?.trim()].filter(Boolean).join(', ')
  if (contact === '' || docket.history.some(({ what, who }) => what === 'note-added' && who === viewer.personId)) return { did: 'opened', because: `by ${viewer.role}`, docket }
  await addNote(deps, { ...viewer, scopePath: docket.path }, { id: docket.id, key: `${input.key}.contact`.slice(-64), text: `Complainant: ${contact}` })
  return { did: 'opened', because: `by ${viewer.role}`, docket: (await deps.store.dockets.get(docketId)) ?? docket }
}

/** The post behind a pasted address. @throws PrahariError invalid, not-found, unavailable. */
async function postOf({ store, lookup }: OpenByHandDeps, link: string | undefined): Promise<Post> {
  const id = STATUS_LINK.exec(link?.trim() ?? '')?.[1]
  if (id === undefined) throw new PrahariError('invalid', 'paste the address of a post, like https://x.com/name/status/123', { field: 'link' })
  const known = await store.inbox.get(id)
  if (known) return known.post
  if (!lookup) throw new PrahariError('unavailable', 'there is no access to X', { field: 'link' })
  const post = (await lookup.lookup([id])).find((one) => one.id === id)
  if (!post) throw new PrahariError('not-found', 'X has no such post, or does not show it to us', { field: 'link' })
  return post
}

/** What somebody said, as a post of its own: its id follows from who wrote it down and the key of the act. */
function writtenDown({ store, crypto }: OpenByHandDeps, viewer: Viewer, { key, origin, text, name }: HandOpened): Promise<Post> {
  const said = text?.trim() ?? ''
  if (said.length < 3) throw new PrahariError('invalid', 'write down what the person said', { field: 'text' })
  const id = `hand-${crypto.sha256(`${viewer.personId} ${key}`).slice(0, 24)}`
  return Promise.resolve({
    id, caseId: id, kind: 'post', text: said, lang: null, createdAt: store.now(), author: { id: '0', handle: '', name: name?.trim() ?? '', location: null, followers: null },
    conversationId: null, inReplyToId: null, quotedId: null, mentions: [], hashtags: [], place: null, point: null, mediaTypes: [], summoned: false, rules: [],
    source: origin === 'walk-in' ? 'walk-in' : 'phone', missing: [],
  })
}

/** The row of the inbox, to be opened; one that was put down as nothing to act on is taken up again. */
async function received(deps: OpenByHandDeps, post: Post, input: HandOpened): Promise<InboxRow> {
  const { row } = await evolveRow(deps.store.inbox, post.id, 'the post', async (known?: InboxRow): Promise<InboxRow> => {
    if (known?.docketId || known?.state === 'pending') return known
    const verdict = withWish(known?.verdict ?? (await deps.judge(post)), input)
    return {
      id: post.id, version: (known?.version ?? 0) + 1, receivedAt: known?.receivedAt ?? deps.store.now(), post: known?.post ?? post, docketId: null,
      state: 'pending', decision: null, lane: laneOf(post, verdict) === 'sos' ? 'sos' : 'routine', verdict, reason: null, ...(known?.verdict ? { machine: known.machine ?? known.verdict } : {}), ...(known?.corrections ? { corrections: known.corrections } : {}),
    }
  })
  return row
}

/** The verdict with what the person knows better; whatever a desk opens must be acted on. @throws PrahariError invalid. */
function withWish(judged: Verdict, { severity, category, nodeId, key }: HandOpened): Verdict {
  const kind = nodeId === undefined ? null : findNode(nodeId)?.kind
  const place = nodeId === undefined || (kind !== null && kind !== undefined && kind !== 'district' && kind !== 'station') ? undefined : nodeId
  if (kind === undefined) throw new PrahariError('invalid', 'there is no such node', { field: 'nodeId' })
  const least = severity ?? (isActionable(judged.severity) ? judged.severity : 'normal')
  return corrected(judged, { key, severity: isActionable(least) ? least : 'normal', category, place, note: null })
}

/** Its history says who opened it, and how; saying it again adds nothing. */
async function signed(deps: OpenByHandDeps, viewer: Viewer, docketId: string, { key, origin, nodeId, severity, category }: HandOpened): Promise<Docket> {
  const event = { what: 'opened-by-hand', facts: { key, origin, node: nodeId ?? null, severity: severity ?? null, category: category ?? null } }
  const { docket } = await evolveDocket(deps, docketId, (one) => (wasDone(one, viewer, key) ? one : evolve(one, {}, [event], { who: viewer.personId, now: deps.store.now(), sha256: deps.crypto.sha256 })))
  return docket
}
