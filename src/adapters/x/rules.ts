import type { TwitterApi } from 'twitter-api-v2'
import { z } from 'zod'
import { PrahariError } from '../../domain/errors.ts'
import { problemsOfRules, TAG_PREFIX, wireTag, whyNotRecoverable } from './rule-check.ts'
import type { StreamRule } from './rule-check.ts'

/** A rule as X has it. Rules belong to the app: others may have put theirs beside ours. */
export interface ExistingRule {
  id: string
  value: string
  tag: string | undefined
}

/** What must change at X so that ours are as desired. */
export interface RulePlan {
  /** Ours that have the right text under another name: X knows a rule by its text alone, so they go before the new come. */
  retagged: ExistingRule[]
  add: StreamRule[]
  /** Ours that nobody wants any more; they go last, so that a changed rule leaves no hole. */
  obsolete: ExistingRule[]
  /** Desired texts that already stand under a foreign name: their posts come anyway, and they are not ours to remove. */
  foreign: StreamRule[]
}

export interface RuleSync {
  added: number
  deleted: number
  /** Refused by X, by name. */
  invalid: { tag: string; detail: string }[]
  /** Rules whose posts search cannot bring back after a gap, with the reason. */
  notRecoverable: { tag: string; reason: string }[]
  isDryRun: boolean
}

const PATH = 'tweets/search/stream/rules'
const PER_REQUEST = 100
const listSchema = z.object({
  data: z.array(z.object({ id: z.string(), value: z.string(), tag: z.string().optional() })).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})
const changeSchema = z.object({
  meta: z.object({ summary: z.object({ created: z.number().optional(), deleted: z.number().optional() }).optional() }).optional(),
  errors: z.array(z.object({ value: z.string().optional(), title: z.string().optional(), detail: z.string().optional(), details: z.array(z.string()).optional(), type: z.string().optional() })).optional(),
})
const countsSchema = z.object({ data: z.object({ cap_per_client_app: z.coerce.number().optional(), cap_per_project: z.coerce.number().optional(), project_rules_count: z.coerce.number().optional() }) })

/** Compares what X has with what we want. Rules without our prefix are nobody's business here. */
export function planRules(existing: readonly ExistingRule[], desired: readonly StreamRule[]): RulePlan {
  const byValue = new Map(existing.map((rule) => [rule.value, rule]))
  const plan: RulePlan = { retagged: [], add: [], obsolete: [], foreign: [] }
  for (const rule of desired) {
    const twin = byValue.get(rule.value.trim())
    if (twin?.tag === wireTag(rule)) continue
    if (twin && !isOurs(twin)) plan.foreign.push(rule)
    else {
      plan.add.push(rule)
      if (twin) plan.retagged.push(twin)
    }
  }
  const wanted = new Set(desired.map((rule) => rule.value.trim()))
  plan.obsolete = existing.filter((rule) => isOurs(rule) && !wanted.has(rule.value))
  return plan
}

/**
 * Brings the rules at X to the desired set; a second run changes nothing. Success is judged by the bodies, since X's
 * documents disagree about the status.
 * @throws PrahariError invalid when the set is wrong or does not fit the app's cap; what the client throws otherwise.
 */
export async function syncRules(api: TwitterApi, desired: readonly StreamRule[], options: { isDryRun?: boolean } = {}): Promise<RuleSync> {
  const problems = problemsOfRules(desired)
  if (problems.length > 0) throw new PrahariError('invalid', `stream rules: ${problems.join('; ')}`, { field: 'rules' })
  const existing = await listRules(api)
  const plan = planRules(existing, desired)
  const isDryRun = options.isDryRun ?? false
  const sync: RuleSync = { added: 0, deleted: 0, invalid: [], notRecoverable: notRecoverable(desired), isDryRun }
  const room = await roomForRules(api, existing.length)
  const goes = plan.retagged.length + plan.obsolete.length
  if (plan.add.length - goes > room) {
    throw new PrahariError('invalid', `stream rules: ${plan.add.length} to add, X has room for ${room + goes} (the app's cap counts foreign rules too)`, { field: 'rules' })
  }
  const isTight = plan.add.length - plan.retagged.length > room
  await remove(api, plan.retagged, sync)
  if (isTight) await remove(api, plan.obsolete, sync)
  await add(api, plan.add, sync)
  if (!isTight) await remove(api, plan.obsolete, sync)
  return sync
}

async function listRules(api: TwitterApi): Promise<ExistingRule[]> {
  const rules: ExistingRule[] = []
  let token: string | undefined
  do {
    const page = listSchema.parse(await api.v2.get<unknown>(PATH, { max_results: 1000, ...(token === undefined ? {} : { pagination_token: token }) }))
    rules.push(...(page.data ?? []).map(({ id, value, tag }) => ({ id, value, tag })))
    token = page.meta?.next_token
  } while (token !== undefined)
  return rules
}

/** How many rules may still be added: the documents say 1,000 an app, some apps get 5. Infinity when X does not tell. */
async function roomForRules(api: TwitterApi, existing: number): Promise<number> {
  const counts = countsSchema.safeParse(await api.v2.get<unknown>(`${PATH}/counts`).catch(() => undefined))
  if (!counts.success) return Infinity
  const { cap_per_client_app: appCap, cap_per_project: projectCap, project_rules_count: inProject } = counts.data.data
  return Math.min((appCap ?? Infinity) - existing, (projectCap ?? Infinity) - (inProject ?? existing))
}

async function add(api: TwitterApi, rules: readonly StreamRule[], sync: RuleSync): Promise<void> {
  for (let start = 0; start < rules.length; start += PER_REQUEST) {
    const batch = rules.slice(start, start + PER_REQUEST)
    const body = { add: batch.map((rule) => ({ value: rule.value.trim(), tag: wireTag(rule) })) }
    const answer = changeSchema.parse(await api.v2.updateStreamRules(body, sync.isDryRun ? { dry_run: true } : {}))
    sync.added += answer.meta?.summary?.created ?? 0
    for (const error of answer.errors ?? []) {
      // A duplicate is what somebody else added meanwhile: its posts come, nothing is wrong. In a dry run nothing was deleted before.
      if (error.type?.endsWith('/duplicate-rules') || error.title === 'DuplicateRule') continue
      const tag = batch.find((rule) => rule.value.trim() === error.value)?.tag ?? 'unknown'
      sync.invalid.push({ tag, detail: error.details?.join('; ') ?? error.detail ?? error.title ?? 'refused' })
    }
  }
}

async function remove(api: TwitterApi, rules: readonly ExistingRule[], sync: RuleSync): Promise<void> {
  for (let start = 0; start < rules.length; start += PER_REQUEST) {
    const ids = rules.slice(start, start + PER_REQUEST).map((rule) => rule.id)
    const answer = changeSchema.parse(await api.v2.updateStreamRules({ delete: { ids } }, sync.isDryRun ? { dry_run: true } : {}))
    sync.deleted += answer.meta?.summary?.deleted ?? 0
  }
}

function notRecoverable(rules: readonly StreamRule[]): RuleSync['notRecoverable'] {
  return rules.flatMap((rule) => {
    const reason = whyNotRecoverable(rule.value)
    return reason === null ? [] : [{ tag: rule.tag, reason }]
  })
}

function isOurs(rule: ExistingRule): boolean {
  return rule.tag?.startsWith(TAG_PREFIX) ?? false
}
