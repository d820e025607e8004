import type { DeskActInput, DeskBulkInput, DocketView, HandOpenedInput } from '../../contract/desk.ts'
import type { RouteAnswer, ErrorBody } from '../../contract/http.ts'
import type { ReplyView } from '../../contract/replying.ts'
import { newKey } from '../shared/new-key.ts'
import { askUntilAnswered } from '../shared/requests.ts'

/** Leaves the keys to whoever sends: one act, one key, whatever the number of tries. */
type WithoutKey<Body> = Body extends unknown ? Omit<Body, 'key'> : never
export type DeskWish = WithoutKey<DeskActInput>
export type Refusal = ErrorBody['error']
export type Outcome<Answer> = { answer: Answer; refusal: null } | { answer: null; refusal: Refusal }

const path = (docketId: string, rest = ''): string => `/api/dockets/${encodeURIComponent(docketId)}${rest}`

async function post<Answer>(address: string, body: unknown): Promise<Outcome<Answer>> {
  const answer = await askUntilAnswered<Answer>(address, body)
  return isRefusal(answer) ? { answer: null, refusal: answer.error } : { answer, refusal: null }
}

function isRefusal(answer: unknown): answer is ErrorBody {
  return typeof answer === 'object' && answer !== null && 'error' in answer
}

/** Everything of one docket. Answers the status code where there is none. */
export async function readDocket(id: string, signal: AbortSignal): Promise<DocketView | number> {
  const response = await fetch(path(id), { headers: { accept: 'application/json' }, cache: 'no-store', signal })
  return response.ok ? await response.json() as DocketView : response.status
}

export function act(docketId: string, wish: DeskWish): Promise<Outcome<RouteAnswer<'actOnDocket'>>> {
  return post(path(docketId, '/acts'), { ...wish, key: newKey() })
}

/** The same act on many dockets, each in the version that was shown. */
export type BulkWish = Pick<DeskBulkInput, 'dockets' | 'act'>
export function actOnMany(wish: BulkWish): Promise<Outcome<RouteAnswer<'actOnMany'>>> {
  return post('/api/dockets/bulk', { ...wish, key: newKey() })
}

export function unmask(docketId: string, reason: string): Promise<Outcome<DocketView>> {
  return post(path(docketId, '/unmask'), { reason })
}

export type HandWish = WithoutKey<HandOpenedInput>
export function openByHand(body: HandWish): Promise<Outcome<RouteAnswer<'openByHand'>>> {
  return post('/api/dockets', { ...body, key: newKey() })
}

export function sendReply(docketId: string, body: { kind: string; text: string; reason: string | null }): Promise<Outcome<RouteAnswer<'draftReply'>>> {
  return post(path(docketId, '/replies'), { ...body, key: newKey() })
}

export function decideReply({ id, version }: Pick<ReplyView, 'id' | 'version'>, what: 'approve' | 'withdraw' | 'retry', reason: string | null): Promise<Outcome<RouteAnswer<'approveReply'>>> {
  return post(`/api/replies/${encodeURIComponent(id)}/${what}`, { key: newKey(), version, reason })
}

/** What the gate says of a text; null where it cannot be asked now. */
export async function checkReply(docketId: string, body: { kind: string; text: string }, signal: AbortSignal): Promise<RouteAnswer<'checkReply'> | null> {
  try {
    const response = await fetch(path(docketId, '/replies/check'), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal })
    return response.ok ? await response.json() as RouteAnswer<'checkReply'> : null
  } catch {
    return null
  }
}
