import { useEffect, useState } from 'preact/hooks'
import type { ErrorBody } from '../../contract/http.ts'
import { ask, getJson } from '../shared/requests.ts'
import { words } from './words.ts'

/** Something read from the server, once and whenever its address changes or it is asked for again. */
export interface Loaded<Answer> {
  answer: Answer | null
  hasFailed: boolean
  again: () => void
}

export function useLoaded<Answer>(path: string): Loaded<Answer> {
  const [state, setState] = useState<{ answer: Answer | null; hasFailed: boolean }>({ answer: null, hasFailed: false })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isOver = false
    getJson<Answer>(path).then(
      (answer) => { if (!isOver) setState({ answer, hasFailed: false }) },
      () => { if (!isOver) setState((before) => ({ ...before, hasFailed: true })) },
    )
    return () => { isOver = true }
  }, [path, tries])
  return { ...state, again: () => setTries((n) => n + 1) }
}

export type Outcome<Answer> = { answer: Answer; refusal: null } | { answer: null; refusal: { words: string; detail: string; field: string | null } }

/** Sends a change once; what the server says against it, in the page's language, with its own words as the detail. */
export async function send<Answer>(path: string, body: unknown, method: 'POST' | 'DELETE' = 'POST'): Promise<Outcome<Answer>> {
  const answer = await ask<Answer>(path, body, method)
  if (answer === null) return { answer: null, refusal: { words: words.peek().noAnswer, detail: '', field: null } }
  if (!isRefusal(answer)) return { answer, refusal: null }
  const { kind, message, field } = answer.error
  return { answer: null, refusal: { words: words.peek().refused[kind], detail: message, field: field?.replace(/^body\./, '') ?? null } }
}

function isRefusal(answer: unknown): answer is ErrorBody {
  return typeof answer === 'object' && answer !== null && 'error' in answer
}
