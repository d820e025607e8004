import type { ErrorBody } from '../../contract/http.ts'

/** The answer of a GET. @throws Error when the server refused or cannot be reached. */
export async function getJson<Answer>(path: string): Promise<Answer> {
  return answerOf(await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' }))
}

/** The answer of a POST. @throws Error when the server refused or cannot be reached. */
export async function postJson<Answer>(path: string, body: unknown): Promise<Answer> {
  return answerOf(await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))
}

/** The answer of a DELETE. @throws Error when the server refused or cannot be reached. */
export async function deleteJson<Answer>(path: string): Promise<Answer> {
  return answerOf(await fetch(path, { method: 'DELETE', headers: { accept: 'application/json' } }))
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  return await response.json() as Answer
}

/** How long to wait before an act is sent again by the same key, milliseconds. */
export const RETRY_MS = 800
const ANSWER_LIMIT_MS = 5_000

/** The answer of a POST (or DELETE) or the refusal; null when none came, or the server cannot serve now. */
export async function ask<Answer>(path: string, body: unknown, method: 'POST' | 'DELETE' = 'POST'): Promise<Answer | ErrorBody | null> {
  try {
    const response = await fetch(path, { method, headers: { 'content-type': 'application/json' }, ...(method === 'POST' && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(ANSWER_LIMIT_MS) })
    const answer = await response.json() as Answer | ErrorBody
    return response.status >= 502 ? null : answer
  } catch {
    return null
  }
}

/** The same, again and again until the server has answered. The body needs a key by which it is one act. */
export async function askUntilAnswered<Answer>(path: string, body: unknown, onRetry: (tries: number) => void = () => undefined): Promise<Answer | ErrorBody> {
  for (let tries = 1; ; tries++) {
    const answer = await ask<Answer>(path, body)
    if (answer) return answer
    onRetry(tries + 1)
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}
