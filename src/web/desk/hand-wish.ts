import { CATEGORIES, SEVERITIES } from '../../domain/verdict.ts'
import type { HandWish } from './server.ts'

/** How a complaint comes that the stream does not bring. */
export const ORIGINS = ['x', 'phone', 'walk-in'] as const
export interface HandDraft {
  origin: (typeof ORIGINS)[number]
  link: string
  text: string
  name: string
  phone: string
  nodeId?: string
  severity: string
  category: string
}
export const BLANK: HandDraft = { origin: 'phone', link: '', text: '', name: '', phone: '', severity: '', category: '' }

/** What is sent: only what belongs to the way it came, and what was filled in. */
export function handWish({ origin, link, text, name, phone, nodeId, severity, category }: HandDraft): HandWish | null {
  const said = origin === 'x' ? { link: link.trim() } : { text: text.trim(), ...(name.trim() ? { name: name.trim() } : {}), ...(phone.trim() ? { phone: phone.trim() } : {}) }
  if (origin === 'x' ? link.trim() === '' : text.trim().length < 3) return null
  const isSeverity = SEVERITIES.find((one) => one === severity)
  const isCategory = CATEGORIES.find((one) => one === category)
  return { origin, ...said, ...(nodeId === undefined ? {} : { nodeId }), ...(isSeverity ? { severity: isSeverity } : {}), ...(isCategory ? { category: isCategory } : {}) }
}
