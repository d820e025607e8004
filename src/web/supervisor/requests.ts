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
