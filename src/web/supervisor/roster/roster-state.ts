import { useCallback, useEffect, useState } from 'preact/hooks'
import type { RosterView } from '../../../contract/duty.ts'
import type { ErrorBody } from '../../../contract/http.ts'
import { DUTY_POSTS } from '../../../domain/ladder.ts'
import type { DutyPost } from '../../../domain/ladder.ts'
import { ask, getJson } from '../../shared/requests.ts'

/** One duty post of one node: what has a roster. */
export interface RosterKey {
  post: DutyPost
  nodeId: string
}

/** The address of the page of a roster. */
export function rosterAddress({ post, nodeId }: RosterKey): string {
  return `/supervisor/roster?${new URLSearchParams({ post, node: nodeId }).toString()}`
}

/** The roster that the page's address names, or null. */
export function rosterInAddress(): RosterKey | null {
  const wanted = new URLSearchParams(location.search)
  const post = DUTY_POSTS.find((one) => one === wanted.get('post'))
  const nodeId = wanted.get('node')
  return post && nodeId ? { post, nodeId } : null
}

export type Refused = ErrorBody['error'] | null
/** Sends a change and, when it was taken, reads the roster again; answers why it was refused. */
export type Send = (path: string, body?: unknown) => Promise<Refused>

const UNANSWERED: NonNullable<Refused> = { kind: 'unavailable', message: '', field: null, requestId: '' }

/** The roster as it stands, and the way to change it. */
export function useRoster({ post, nodeId }: RosterKey): { view: RosterView | 'reading' | 'failed'; read: () => Promise<void>; send: Send } {
  const [view, setView] = useState<RosterView | 'reading' | 'failed'>('reading')
  const read = useCallback(async () => {
    setView(await getJson<RosterView>(`/api/rosters?${new URLSearchParams({ post, nodeId }).toString()}`).catch(() => 'failed' as const))
  }, [post, nodeId])
  const send = useCallback<Send>(async (path, body) => {
    const answer = await ask<{ did: string }>(path, body, body === undefined ? 'DELETE' : 'POST')
    if (!answer) return UNANSWERED
    if ('error' in answer) return answer.error
    await read()
    return null
  }, [read])
  useEffect(() => {
    setView('reading')
    void read()
  }, [read])
  return { view, read, send }
}
