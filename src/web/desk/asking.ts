import { signal } from '@preact/signals'
import type { Deed } from './deeds.ts'

/** The form that is open in the opened docket; null where none is. */
export const asking = signal<Deed | null>(null)

/** The deed whose key was pressed last; the opened docket takes it up, once it is there, and says null. */
export const pressedDeed = signal<{ deed: Deed; at: number } | null>(null)

/** Whether a key wants the reply box to take the focus; taken back by the box. */
export const isReplyWanted = signal(false)

export function wantReply(): void {
  asking.value = null
  isReplyWanted.value = true
}
