import { PrahariError } from '../domain/errors.ts'
import type { Viewer } from '../domain/person.ts'
import type { ReplyKind, ReplyTemplate } from '../domain/reply.ts'
import { REPLY_KINDS } from '../domain/reply.ts'
import { DEFAULT_TEMPLATES, fillTemplate } from '../domain/templates.ts'
import type { Placeholder } from '../domain/templates.ts'
import type { Category } from '../domain/verdict.ts'
import type { Checked } from '../triage/gate/check-reply.ts'
import { forWholeState } from './change-policy.ts'
import type { GateDeps } from './gate-reply.ts'
import type { Store } from './ports.ts'
import { writeAudited } from './write-audited.ts'
import type { AuditedDeps } from './write-audited.ts'
import { templateProblem, writeTemplate } from './write-template.ts'

export interface TemplateDeps extends AuditedDeps {
  store: AuditedDeps['store'] & Pick<Store, 'templates'>
  settings: GateDeps['settings']
  handles: GateDeps['handles']
  loadGate: GateDeps['loadGate']
}

export interface TemplateWish extends Pick<ReplyTemplate, 'kind' | 'category' | 'text'> {
  lang: 'hi' | 'en' | 'hinglish'
  expectedVersion: number
  isTrial: boolean
  reason?: string | undefined
}

export interface TemplateTried extends Pick<Checked, 'findings' | 'length' | 'maxLength'> {
  did: 'tried' | 'written'
  because: string
  version: number
  /** The text with everything filled in, as the gate read it. */
  sample: string
}

const MOST = 500
const NUMBER = 'UPP-20260101-000001'

/** What the placeholders stand for when a template is tried: long names, so that what fits here fits everywhere. */
const SAMPLE: Record<TemplateWish['lang'], Record<Placeholder, string>> = {
  hi: { number: NUMBER, code: 'A1B2C3D4', name: 'नागरिक', district: 'गौतम बुद्ध नगर', station: 'थाना बीटा-2', question: 'यह किस ज़िले की बात है?', reference: 'GD 42' },
  en: { number: NUMBER, code: 'A1B2C3D4', name: 'Citizen', district: 'Gautam Buddha Nagar', station: 'Beta-2 Police Station', question: 'Which district is this about?', reference: 'GD 42' },
  hinglish: { number: NUMBER, code: 'A1B2C3D4', name: 'Nagrik', district: 'Gautam Buddha Nagar', station: 'Beta-2 Police Station', question: 'Yeh kis zile ki baat hai?', reference: 'GD 42' },
}

/**
 * Writes a template of the whole state, or only tries it: unknown placeholders and what the gate stops in a filled sample are
 * refused. @throws PrahariError forbidden, invalid, conflict, unavailable.
 */
export async function changeTemplate(deps: TemplateDeps, viewer: Viewer, wish: TemplateWish): Promise<TemplateTried> {
  forWholeState(viewer)
  const { store } = deps
  const { kind, lang, category, expectedVersion } = wish
  const text = wish.text.trim()
  const problem = templateProblem(text)
  if (problem) throw new PrahariError('invalid', problem, { field: 'body.text' })
  const sample = fillTemplate(text, SAMPLE[lang])
  const { findings, length, maxLength } = text === '' ? { findings: [], length: 0, maxLength: 0 } : await tried(deps, sample, kind, category, lang)
  const answer = { sample, findings, length, maxLength }
  if (wish.isTrial) return { did: 'tried', because: 'nothing was written', version: expectedVersion, ...answer }
  const stops = findings.find(({ level }) => level === 'stops')
  if (stops) throw new PrahariError('invalid', `the gate would stop it: ${stops.message}`, { field: 'body.text' })
  const id = `${kind}.${lang}${category === null ? '' : `.${category}`}`
  const known = (await allTemplates(store)).find((one) => one.id === id)
  const lost = new PrahariError('conflict', 'somebody changed this template meanwhile', { field: 'expectedVersion' })
  if ((known?.version ?? 0) !== expectedVersion) throw lost
  const facts = { textWas: known?.text ?? '', textIs: text, version: expectedVersion + 1, reason: wish.reason ?? '' }
  await writeAudited(deps, { object: `template:${id}`, who: viewer.personId, what: 'template-changed', facts }, async () => {
    try {
      await writeTemplate(store, { id, kind, category, lang, name: known?.name ?? category ?? 'general', text }, expectedVersion)
      return 'replaced'
    } catch (error) {
      if (error instanceof PrahariError && error.kind === 'conflict') return 'conflict'
      throw error
    }
  }, lost)
  return { did: 'written', because: text === '' ? 'switched off' : 'changed', version: expectedVersion + 1, ...answer }
}

/** The gate on a sample, as of a complaint of that category from somebody who called us. */
async function tried({ loadGate, settings, handles }: TemplateDeps, sample: string, kind: ReplyKind, category: Category | null, language: TemplateWish['lang']): Promise<Checked> {
  const check = await loadGate()
  return check(sample, {
    kind, category: category ?? 'nuisance_noise', language, isProtected: false, signals: [], posts: [], author: { handle: 'citizen', name: 'Citizen' }, number: NUMBER,
    ownHandle: settings.ownHandle, ownHost: settings.ownHost, handles, called: [], isAllowedByX: true, isPostGone: false, isInboxClosed: false, sameText: 0, spentCents: 0, prices: settings.prices,
  })
}

/** Every template: stored ones in place of those that come with Prahari, those that are switched off as well. @throws PrahariError unavailable. */
export async function allTemplates(store: Pick<Store, 'templates'>): Promise<(ReplyTemplate & { comesAs: string | null })[]> {
  const stored = (await Promise.all(REPLY_KINDS.map((kind) => store.templates.find({ index: 'byKind', equals: { kind }, limit: MOST })))).flat()
  const byId = new Map<string, ReplyTemplate>([...DEFAULT_TEMPLATES, ...stored].map((one) => [one.id, one]))
  const coming = new Map(DEFAULT_TEMPLATES.map(({ id, text }) => [id, text]))
  return [...byId.values()].map((one) => ({ ...one, comesAs: coming.get(one.id) ?? null }))
}
