import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import type { Core } from './core.ts'
import { gate, sendProblem } from './gate.ts'
import { compileRule, InvalidRule, type Matcher } from './match.ts'
import { invalidRequest, problemType } from './problems.ts'
import { listParameter } from './projection.ts'
import type { Rule } from './rule-book.ts'
import { TIERS } from './settings.ts'

const bodySchema = z.union([
  z.strictObject({ add: z.array(z.strictObject({ value: z.string(), tag: z.string().optional() })).min(1) }),
  z.strictObject({ delete: z.union([z.strictObject({ ids: z.array(z.string()).min(1) }), z.strictObject({ values: z.array(z.string()).min(1) })]) }),
])
type Wanted = { value: string; tag?: string | undefined }

/** `/2/tweets/search/stream/rules`: list, add, delete, count. */
export function rulesRouter(core: Core): Router {
  const router = Router()
  const path = '/2/tweets/search/stream/rules'
  router.get(`${path}/counts`, gate(core, { name: 'rules/counts', group: 'rules', limits: { app: 450 } }), (_request, response) => {
    const cap = TIERS[core.settings.tier].rules
    const used = String(core.rules.size)
    response.json({
      data: { client_app_rules_count: { client_app_id: '10000001', rule_count: core.rules.size }, project_rules_count: used, cap_per_client_app: String(cap), cap_per_project: String(cap) },
    })
  })
  router.get(path, gate(core, { name: 'rules', group: 'rules', limits: { app: 450 } }), (request, response) => listRules(core, request, response))
  router.post(path, gate(core, { name: 'rules/change', group: 'rules', limits: { app: 100 } }), (request, response) => changeRules(core, request, response))
  return router
}

function listRules(core: Core, request: Request, response: Response): void {
  const ids = new Set(listParameter(request.query['ids']))
  const size = Math.min(1000, Math.max(1, Number(request.query['max_results'] ?? 1000) || 1000))
  const start = Number(request.query['pagination_token'] ?? 0) || 0
  const all = core.rules.list().filter(rule => ids.size === 0 || ids.has(rule.id))
  const page = all.slice(start, start + size)
  const isLast = start + size >= all.length
  response.json({
    ...(page.length > 0 ? { data: page.map(writeRule) } : {}),
    meta: { sent: new Date(core.clock()).toISOString(), result_count: page.length, ...(isLast ? {} : { next_token: String(start + size) }) },
  })
}

function changeRules(core: Core, request: Request, response: Response): void {
  const isDryRun = request.query['dry_run'] === 'true'
  if (request.query['delete_all'] === 'true') return answerDeleted(core, response, core.rules.list().map(rule => rule.id), 0, isDryRun)
  const parsed = bodySchema.safeParse(request.body)
  if (!parsed.success) return sendProblem(response, invalidRequest({ parameters: {}, message: 'Exactly one of add or delete must be given, with at least one rule.' }))
  if ('add' in parsed.data) return addRules(core, response, parsed.data.add, isDryRun)
  const wanted = parsed.data.delete
  const found = core.rules.list().filter(rule => ('ids' in wanted ? wanted.ids.includes(rule.id) : wanted.values.includes(rule.value)))
  const asked = 'ids' in wanted ? wanted.ids.length : wanted.values.length
  answerDeleted(core, response, found.map(rule => rule.id), asked - found.length, isDryRun)
}

function addRules(core: Core, response: Response, wanted: readonly Wanted[], isDryRun: boolean): void {
  const tier = TIERS[core.settings.tier]
  const created: (Rule & { matches: Matcher })[] = []
  const errors: Record<string, unknown>[] = []
  let invalid = 0
  for (const { value: raw, tag } of wanted) {
    const value = raw.trim()
    const twin = core.rules.byValue(value) ?? created.find(rule => rule.value === value)
    if (twin) {
      errors.push({ value, id: twin.id, title: 'DuplicateRule', type: problemType('duplicate-rules') })
      continue
    }
    const matches = tryCompile(value, tier.ruleLength)
    if (typeof matches === 'string') {
      invalid++
      errors.push({ value, details: [matches], title: 'UnprocessableEntity', type: problemType('invalid-rules') })
    } else if (core.rules.size + created.length >= tier.rules) {
      errors.push({ value, title: 'RulesCapExceeded', detail: `Your app may have at most ${tier.rules} rules.`, type: problemType('rule-cap') })
    } else {
      created.push({ id: core.world.freshId(), value, tag, matches })
    }
  }
  if (!isDryRun) for (const { matches, ...rule } of created) core.rules.add(rule, matches, core.ruleDelay())
  response.status(created.length > 0 ? 201 : 200).json({
    ...(created.length > 0 ? { data: created.map(writeRule) } : {}),
    meta: {
      sent: new Date(core.clock()).toISOString(),
      summary: { created: created.length, not_created: wanted.length - created.length, valid: wanted.length - invalid, invalid },
    },
    ...(errors.length > 0 ? { errors } : {}),
  })
}

function answerDeleted(core: Core, response: Response, ids: readonly string[], notDeleted: number, isDryRun: boolean): void {
  const gone = new Set(ids)
  if (!isDryRun) core.rules.remove(rule => gone.has(rule.id), core.ruleDelay())
  response.json({ meta: { sent: new Date(core.clock()).toISOString(), summary: { deleted: gone.size, not_deleted: notDeleted } } })
}

function tryCompile(value: string, maxLength: number): Matcher | string {
  if (value === '') return 'Rule must not be empty (at position 1)'
  if ([...value].length > maxLength) return `Rule length exceeds the maximum of ${maxLength} characters (at position ${maxLength + 1})`
  try {
    return compileRule(value)
  } catch (error) {
    if (error instanceof InvalidRule) return error.message
    throw error
  }
}

function writeRule({ id, value, tag }: Rule): Record<string, string> {
  return { id, value, ...(tag === undefined ? {} : { tag }) }
}
