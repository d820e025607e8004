import { PrahariError } from '../domain/errors.ts'
import type { ReplyTemplate } from '../domain/reply.ts'
import { PLACEHOLDERS } from '../domain/templates.ts'
import type { Done, Store } from './ports.ts'

export interface TemplateWritten extends Done {
  template: ReplyTemplate
}

const MOST = 1_000

/**
 * Writes a template: one of its own, or in place of one that comes with Prahari (an empty text switches that off). Who may do
 * so, and the audit trail, are the caller's.
 * @param expectedVersion the version that was on the screen; 0 for one that nobody has changed.
 * @throws PrahariError invalid, conflict, unavailable.
 */
export async function writeTemplate(store: Pick<Store, 'templates'>, template: Omit<ReplyTemplate, 'version'>, expectedVersion: number): Promise<TemplateWritten> {
  const problem = templateProblem(template.text)
  if (problem) throw new PrahariError('invalid', problem, { field: 'text' })
  const next = { ...template, version: expectedVersion + 1 }
  const isWritten = expectedVersion === 0 ? (await store.templates.insertMany([next]))[0] === 'inserted' : (await store.templates.replace(next, expectedVersion)) === 'replaced'
  if (!isWritten) throw new PrahariError('conflict', 'somebody changed this template meanwhile', { field: 'version' })
  return { did: 'written', because: expectedVersion === 0 ? 'new' : 'changed', template: next }
}

/** What is wrong with a template before anything is filled in: its length, or a placeholder that there is not. Null where nothing is. */
export function templateProblem(text: string): string | null {
  if (text.length > MOST) return `a template has ${MOST} characters at most`
  const unknown = [...text.matchAll(/\{([^{}\n]{0,40})\}/gu)].map((match) => match[1] ?? '').find((name) => !(PLACEHOLDERS as readonly string[]).includes(name))
  return unknown === undefined ? null : `there is no placeholder {${unknown}}`
}
