import { checkedClosing } from '../../domain/closing.ts'
import type { ClosingAction } from '../../domain/desk.ts'

/** How somebody is about to close a docket. */
export interface ClosingDraft {
  action: ClosingAction | null
  reference: string
  summary: string
}
export const NO_CLOSING: ClosingDraft = { action: null, reference: '', summary: '' }

/** What is missing before a docket can close: the field, in the order of the form, or null where nothing is. The rule is the server's own. */
export function closingLacks({ action, reference, summary }: ClosingDraft): 'action' | 'reference' | 'summary' | null {
  if (action === null) return 'action'
  const said = { action, reference: reference.trim() || null }
  if (isRefused({ ...said, summary: 'whatever it is' })) return 'reference'
  return isRefused({ ...said, summary }) ? 'summary' : null
}

function isRefused(wish: Parameters<typeof checkedClosing>[0]): boolean {
  try {
    checkedClosing(wish)
    return false
  } catch {
    return true
  }
}
