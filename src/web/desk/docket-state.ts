import { useEffect, useRef, useState } from 'preact/hooks'
import type { DocketView } from '../../contract/desk.ts'
import { useLink } from '../shared/context.ts'
import { lastSeq } from './news.ts'
import { heardOf, rows } from './queue-state.ts'
import { readDocket } from './server.ts'

export type Reading = 'reading' | 'gone' | 'unreachable'

/** The opened docket and what this person has seen of it. */
export interface Opened {
  docket: DocketView | null
  reading: Reading
  /** History beyond this entry is news to this person. */
  seenSeq: number
  /** Takes over what an act answered. What others did meanwhile stays news. */
  take(docket: DocketView): void
  /** Shows what was read with a reason, for as long as `forMs`; then it is read anew, masked. */
  unmaskFor(docket: DocketView, forMs: number): void
  /** The person has read what others did. */
  seen(): void
  reread(): void
}

const RETRY_MS = 2_500

/** Reads a docket by number or id, again whenever its row says that it has changed, and keeps what was read while it cannot be read. */
export function useDocket(id: string): Opened {
  const { isConnected } = useLink()
  const [docket, setDocket] = useState<DocketView | null>(null)
  const [reading, setReading] = useState<Reading>('reading')
  const [seenSeq, setSeen] = useState(-1)
  const [attempt, setAttempt] = useState(0)
  const handled = useRef(0)
  const unmasked = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const version = docket ? rows.value.get(docket.row.id)?.version ?? 0 : 0
  const isBehind = docket === null || version > docket.row.version
  const reread = (): void => setAttempt((n) => n + 1)

  useEffect(() => {
    // While it is unmasked it stays as it is: reading it again would mask it under the reader's eyes.
    if (unmasked.current !== undefined || (!isBehind && handled.current === attempt)) return
    handled.current = attempt
    const abort = new AbortController()
    let retry: ReturnType<typeof setTimeout> | undefined
    readDocket(id, abort.signal).then((answer) => {
      if (abort.signal.aborted) return
      if (typeof answer === 'number') {
        setReading(answer === 404 ? 'gone' : 'unreachable')
        if (answer !== 404) retry = setTimeout(reread, RETRY_MS)
        return
      }
      if (docket === null) setSeen(lastSeq(answer))
      setReading('reading')
      setDocket((held) => (held && held.row.version > answer.row.version ? held : answer))
      heardOf([answer.row])
    }, () => {
      if (abort.signal.aborted) return
      setReading('unreachable')
      retry = setTimeout(reread, RETRY_MS)
    })
    return () => {
      abort.abort()
      clearTimeout(retry)
    }
  }, [id, version, attempt])
  useEffect(() => isConnected.subscribe((isThere) => { if (isThere) reread() }), [id, isConnected])
  useEffect(() => () => clearTimeout(unmasked.current), [])

  return {
    docket, reading, seenSeq, reread,
    take(next) {
      setDocket((held) => (held && held.row.version > next.row.version ? held : next))
      heardOf([next.row])
    },
    unmaskFor(next, forMs) {
      setDocket(next)
      clearTimeout(unmasked.current)
      unmasked.current = setTimeout(() => {
        unmasked.current = undefined
        setDocket((held) => held && { ...held, isMasked: true, text: null, author: null, postUrl: null, reasons: [], posts: held.posts.map((one) => ({ ...one, text: null, media: [] })) })
        reread()
      }, forMs)
    },
    seen: () => { if (docket) setSeen(lastSeq(docket)) },
  }
}
