import type { SessionBody } from '../../contract/http.ts'
import type { Failure } from '../../contract/sockets.ts'
import { depot } from '../shared/depot.ts'
import type { Act } from '../shared/outbox.ts'
import { sendParcel } from '../shared/parcel.ts'
import type { Parcel } from '../shared/parcel.ts'

/**
 * Sends what waits, in order, without a page and without a socket, and tells the pages that are there. Only what belongs to
 * the person who is signed in now.
 * @throws Error when something could not be sent, so that the browser tries again later.
 */
export async function flush(worker: ServiceWorkerGlobalScope): Promise<void> {
  const [acts, parcels] = [depot<Act>('acts'), depot<Parcel>('parcels')]
  const isMine = await whoseIsIt()
  try {
    for (const act of (await acts.all()).filter((one) => !one.refusal && isMine(one))) {
      const refusal = await sendAct(act)
      await (refusal ? acts.put({ ...act, refusal }) : acts.remove(act.key))
    }
    for (const parcel of (await parcels.all()).filter((one) => !one.refusal && isMine(one))) {
      const sent = await sendParcel(parcel)
      if (sent.did === 'later') throw new Error('not sent yet')
      await (sent.did === 'refused' ? parcels.put({ ...parcel, refusal: sent.because }) : parcels.remove(parcel.key))
    }
  } finally {
    for (const client of await worker.clients.matchAll({ type: 'window' })) client.postMessage({ kind: 'sent' })
  }
}

async function whoseIsIt(): Promise<(one: { personId: string }) => boolean> {
  const response = await fetch('/api/session', { cache: 'no-store' })
  if (!response.ok) throw new Error('nobody is signed in')
  const { personId } = await response.json() as SessionBody
  return (one) => one.personId === personId
}

/** The refusal, or null when the server has taken it. @throws Error when it must be tried again. */
async function sendAct(act: Act): Promise<Failure | null> {
  const { path, body } = requestFor(act)
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (response.ok) return null
  if (response.status >= 500 || response.status === 401) throw new Error('not sent yet')
  const { error } = await response.json() as { error: Failure['error'] }
  return { ok: false, error: { kind: error.kind, message: error.message, field: error.field }, alert: null }
}

function requestFor({ alertId, kind, key, reason, to = null, correction, madeAt }: Act): { path: string; body: object } {
  const path = `/api/alerts/${encodeURIComponent(alertId)}/acts`
  const act = { key, madeAt: Math.round(madeAt) }
  switch (kind) {
    case 'correct': return { path: '/api/corrections', body: { note: null, ...correction, docketId: alertId, key } }
    case 'acknowledge': return { path, body: { ...act, act: 'acknowledge' } }
    case 'hand-over': return { path, body: { ...act, act: 'handOver', to, reason } }
    case 'cannot-reach': return { path, body: { ...act, act: 'cannotReach', reason: reason ?? '' } }
    default: return { path, body: { ...act, act: 'progress', step: kind, reason } }
  }
}
