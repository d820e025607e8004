import { useEffect, useRef, useState } from 'preact/hooks'
import type { DocketView } from '../../contract/desk.ts'
import { useLink } from '../shared/context.ts'
import type { Opened } from './docket-state.ts'
import { act } from './server.ts'
import type { DeskWish, Refusal } from './server.ts'

/** What this person is doing to the docket: the claim while they write, the act on its way, and why the last one was refused. */
export interface Editing {
  /** Somebody else is writing in it. */
  other: DocketView['claim']
  /** Said at each keystroke; claims the docket at most once a minute, and never takes it away from somebody. */
  touch(): void
  takeOver(): void
  /** Nothing is half-written any more. */
  release(): void
  isSending: boolean
  refusal: Refusal | null
  dismiss(): void
  /** Does it; true once the server has taken it. */
  send(wish: DeskWish): Promise<boolean>
}

const CLAIM_EVERY_MS = 60_000

export function useEditing(docket: DocketView, opened: Opened): Editing {
  const { viewer, clock } = useLink()
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const claimedAt = useRef<number | null>(null)
  const { id } = docket.row
  const me = viewer.value?.personId
  const now = clock.now.peek() ?? 0
  const isTaken = docket.claim !== null && docket.claim.personId !== me && docket.claim.until > now
  const claim = (): void => {
    claimedAt.current = performance.now()
    void act(id, { act: 'claim' }).then(({ answer }) => { if (answer) opened.take(answer.docket) })
  }
  const release = (): void => {
    if (claimedAt.current === null) return
    claimedAt.current = null
    void act(id, { act: 'unclaim' })
  }
  useEffect(() => release, [id])
  return {
    other: isTaken ? docket.claim : null, isSending, refusal, release,
    touch() { if (!isTaken && (claimedAt.current === null || performance.now() - claimedAt.current > CLAIM_EVERY_MS)) claim() },
    takeOver: claim,
    dismiss: () => setRefusal(null),
    async send(wish) {
      setSending(true)
      setRefusal(null)
      const { answer, refusal: why } = await act(id, wish)
      setSending(false)
      if (answer) {
        opened.take(answer.docket)
        return true
      }
      setRefusal(why)
      // Somebody was faster: what they did is read and shown beside what was typed.
      if (why.kind === 'conflict' || why.kind === 'not-found') opened.reread()
      return false
    },
  }
}
