import type { DeskCommand } from '../domain/desk-acts.ts'
import { isRetryable, PrahariError } from '../domain/errors.ts'
import type { Viewer } from '../domain/person.ts'
import { changeDesk } from './change-desk.ts'
import type { DeskDeps } from './change-desk.ts'

export interface ManyDesk {
  dockets: readonly { id: string; version: number }[]
  act: Extract<DeskCommand, { act: 'accept' | 'release' | 'forward' | 'close' }>
  key: string
}

export interface ManyDone {
  /** Docket ids, in the order of the list. */
  done: string[]
  /** Those left alone, each with the reason. */
  left: { id: string; why: string }[]
}

/**
 * The same act on many dockets, each in the version that was shown and judged by itself; one after the other, since mass
 * closing is counted. The same key again gets the same answer.
 * @throws PrahariError forbidden, unavailable.
 */
export async function actOnMany(deps: DeskDeps, viewer: Viewer, { dockets, act, key }: ManyDesk): Promise<ManyDone> {
  const many: ManyDone = { done: [], left: [] }
  for (const { id, version } of new Map(dockets.map((one) => [one.id, one])).values()) {
    try {
      await changeDesk(deps, viewer, { docketId: id, key, version }, act)
      many.done.push(id)
    } catch (error) {
      if (isRetryable(error) || (error instanceof PrahariError && error.kind === 'forbidden' && error.message.startsWith('the role'))) throw error
      many.left.push({ id, why: error instanceof Error ? error.message : String(error) })
    }
  }
  return many
}
