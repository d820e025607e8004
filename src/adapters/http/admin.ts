import { addAccount, linkAccount } from '../../actions/add-account.ts'
import type { AccountLink } from '../../actions/add-account.ts'
import { changeAccount } from '../../actions/change-account.ts'
import { changeHandle, meaningOf, readHandleChanges } from '../../actions/change-handle.ts'
import { changePlace } from '../../actions/change-place.ts'
import { changePolicy } from '../../actions/change-policy.ts'
import { allTemplates, changeTemplate } from '../../actions/change-template.ts'
import type { DocketBook } from '../../actions/docket-book.ts'
import { endSessions } from '../../actions/end-sessions.ts'
import type { Crypto, Store } from '../../actions/ports.ts'
import { previewPolicy } from '../../actions/preview-policy.ts'
import { countAccounts, readAccounts } from '../../actions/read-accounts.ts'
import type { Account } from '../../actions/read-accounts.ts'
import { readAudit } from '../../actions/read-audit.ts'
import { policyVersions, readPolicy } from '../../actions/read-policy.ts'
import type { ADMIN_ROUTES } from '../../contract/admin-routes.ts'
import type { AccountView, LadderBody } from '../../contract/administering.ts'
import type { RouteAnswer } from '../../contract/http.ts'
import { findNode, nodeAt } from '../../domain/jurisdiction.ts'
import { DEFAULT_DESK, DEFAULT_NORMAL } from '../../domain/ladder.ts'
import { isStateWide } from '../../domain/person.ts'
import { PLACEHOLDERS, TEMPLATE_LANGUAGES } from '../../domain/templates.ts'
import { withHandles } from '../../triage/handle-changes.ts'
import type { Handles } from '../../triage/policy.ts'
import type { Handlers } from './handlers.ts'
import type { ReplyingDeps } from './replying.ts'

export interface AdminDeps extends Pick<ReplyingDeps, 'replying'> {
  store: Store
  crypto: Crypto
  book: DocketBook
  /** The accounts on X as they come with Prahari and its configuration. */
  baseHandles: Handles
}

const MOST_VERSIONS = 20

/** Accounts, policies, handles, templates and the audit trail. Who may do what is decided in the actions. */
export function adminHandlers({ store, crypto, book, baseHandles, replying }: AdminDeps): Pick<Handlers, keyof typeof ADMIN_ROUTES> {
  const deps = { store, crypto }
  const templates = { ...deps, settings: replying.settings, handles: replying.handles, loadGate: replying.loadGate }
  return {
    async people({ query }, viewer) {
      const { accounts, matched } = await readAccounts(store, viewer, query)
      return { serverNow: store.now(), matched, people: accounts.map(accountView) }
    },
    addPerson: async ({ body }, viewer) => linkOf(await addAccount(deps, viewer, body)),
    async changePerson({ params, body }, viewer) {
      const { did, because, person } = await changeAccount(deps, viewer, params.id, body)
      return { did, because, version: person.version }
    },
    linkPerson: async ({ params }, viewer) => linkOf(await linkAccount(deps, viewer, params.id)),
    endSessions: ({ params }, viewer) => endSessions(deps, viewer, params.id),
    jurisdiction: async (_, viewer) => ({ counts: await countAccounts(store, viewer), mayChange: isStateWide(viewer), ...await placeChanges(store) }),
    async changePlace({ body: { expectedSeq, reason, ...wish } }, viewer) {
      const { did, because, seq, node: { id, path, name, nameHi, isRetired } } = await changePlace(deps, viewer, { wish, expectedSeq, reason })
      return { did, because, seq, id, path, name, nameHi, isRetired, stillOpen: did === 'retired' ? await countOpen(book, path) : 0 }
    },
    async policy(_, viewer) {
      const [{ ladder: { version, critical, high, normal = DEFAULT_NORMAL, desk = DEFAULT_DESK } }, rows] = await Promise.all([readPolicy(store), policyVersions(store, 'ladder', MOST_VERSIONS)])
      const ladder: LadderBody = { critical, high, normal, desk }
      const people = new Map((await store.people.getMany([...new Set(rows.map(({ by }) => by))])).map(({ id, name }) => [id, name]))
      return { serverNow: store.now(), version, ladder, mayChange: isStateWide(viewer), versions: rows.map(({ seq, at, by, reason }) => ({ version: seq, at, by, name: people.get(by) ?? null, reason })) }
    },
    previewPolicy: ({ body }, viewer) => previewPolicy({ store, book }, viewer, ladderOf(body.ladder)),
    async changePolicy({ body }, viewer) {
      const { did, because, ladder } = await changePolicy(deps, viewer, { ...body, ladder: ladderOf(body.ladder) })
      return { did, because, version: ladder.version }
    },
    handles: (_, viewer) => handlesOf(store, baseHandles, isStateWide(viewer)),
    changeHandle: ({ body: { is, districtId, ...rest } }, viewer) => changeHandle(deps, viewer, baseHandles, { ...rest, meaning: is === 'district' ? { is, districtId: districtId ?? '' } : { is } }),
    allTemplates: async (_, viewer) => ({
      mayChange: isStateWide(viewer), placeholders: [...PLACEHOLDERS],
      templates: (await allTemplates(store)).filter(({ lang }) => TEMPLATE_LANGUAGES.some((one) => one === lang)).map(({ id, version, kind, category, lang, name, text, comesAs }) => ({ id, version, kind, category, lang, name, text, comesAs })),
    }),
    async changeTemplate({ body }, viewer) {
      const { findings, ...answer } = await changeTemplate(templates, viewer, body)
      return { ...answer, findings: findings.map(({ code, level, message }) => ({ code, level, message })) }
    },
    async audit({ query }, viewer) {
      const { entries, brokenAt, next } = await readAudit(deps, viewer, query)
      return { serverNow: store.now(), isWhole: brokenAt === null, brokenAt, next, entries: entries.map(({ seq, at, who, name, what, object, facts: { object: _, ...facts }, hash }) => ({ seq, at, who, name, what, object, facts, hash })) }
    },
  }
}

function linkOf({ person, token, expiresAt }: AccountLink): RouteAnswer<'linkPerson'> {
  // In the fragment, which no server and no proxy ever sees.
  return { id: person.id, version: person.version, link: `/sign-in#${token}`, expiresAt }
}

function accountView({ person: { id, version, name, role, scopePath, isDisabled, createdAt, channels, email, phone }, sessions, lastSeenAt }: Account): AccountView {
  const node = nodeAt(scopePath)
  return { id, version, name, role, scopeId: node.id, scopePath, scopeName: node.name, scopeNameHi: node.nameHi, isDisabled, createdAt, channels: channels ?? null, email: email ?? null, phone: phone ?? null, sessions, lastSeenAt }
}

/** What was not named is not there, instead of undefined. */
function ladderOf({ critical, high, normal, desk }: LadderBody): { critical: Policy; high: Policy; normal: LadderBody['normal']; desk: LadderBody['desk'] } {
  const one = ({ acknowledgementsNeeded, ...policy }: LadderBody['critical']): Policy => ({ ...policy, ...(acknowledgementsNeeded === undefined ? {} : { acknowledgementsNeeded }) })
  return { critical: one(critical), high: one(high), normal, desk }
}
type Policy = Omit<LadderBody['critical'], 'acknowledgementsNeeded'> & { acknowledgementsNeeded?: number }

/** Every handle that is known or was changed, by name. */
async function handlesOf(store: Store, base: Handles, mayChange: boolean): Promise<RouteAnswer<'handles'>> {
  const { seq, changes } = await readHandleChanges(store)
  const now = withHandles(base, changes)
  const names = new Set([...base.ownHandles, ...Object.keys(base.districtHandles), ...changes.map(({ handle }) => handle)])
  const handles = [...names].sort().map((handle) => {
    const is = meaningOf(now, handle)
    const node = findNode(is)
    return { handle, is, comesAs: meaningOf(base, handle), name: node?.name ?? null, nameHi: node?.nameHi ?? null }
  })
  return { seq, mayChange, handles }
}

/** Who changed the tree last, and the number of the last change. */
async function placeChanges(store: Store): Promise<Pick<RouteAnswer<'jurisdiction'>, 'seq' | 'changes'>> {
  const rows = await policyVersions(store, 'places', MOST_VERSIONS)
  const people = new Map((await store.people.getMany([...new Set(rows.map(({ by }) => by))])).map(({ id, name }) => [id, name]))
  const changes = rows.flatMap(({ seq, at, by, reason, place }) => {
    if (!place) return []
    const node = findNode(place.id)
    return [{ seq, at, by, name: people.get(by) ?? null, did: place.did, nodeId: place.id, nodeName: node?.name ?? place.id, nodeNameHi: node?.nameHi ?? place.id, reason }]
  })
  return { seq: rows[0]?.seq ?? 0, changes }
}

async function countOpen(book: DocketBook, path: string): Promise<number> {
  let open = 0
  await book.each(path, null, ({ status }) => { open += Number(status !== 'closed') })
  return open
}
