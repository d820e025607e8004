/** A remark or a photo on its way. */
export interface Parcel {
  key: string
  alertId: string
  personId: string
  /** When it was written or taken, by the server's clock as the page knew it. */
  madeAt: number
  text: string | null
  photo: Blob | null
  /** Why the server refused it, by kind of refusal: kept until it is taken off the screen. */
  refusal?: string | null
}

/** Longer than the server waits for a body. */
const UPLOAD_LIMIT_MS = 70_000

/** What became of one try: `later` when the server could not be reached or could not save it. */
export type Sent = { did: 'taken' } | { did: 'later' } | { did: 'refused'; because: string }

/** Sends a parcel; the same key is the same note, however often it arrives. */
export async function sendParcel({ alertId, key, madeAt, text, photo }: Parcel): Promise<Sent> {
  const base = `/api/alerts/${encodeURIComponent(alertId)}`
  const request = photo
    ? fetch(`${base}/photos?key=${key}&madeAt=${Math.round(madeAt)}`, { method: 'POST', body: photo, signal: AbortSignal.timeout(UPLOAD_LIMIT_MS), headers: { 'content-type': photo.type || 'application/octet-stream' } })
    : fetch(`${base}/notes`, { method: 'POST', signal: AbortSignal.timeout(UPLOAD_LIMIT_MS), body: JSON.stringify({ key, text, madeAt: Math.round(madeAt) }), headers: { 'content-type': 'application/json' } })
  try {
    const response = await request
    if (response.ok) return { did: 'taken' }
    // A session that is over is begun anew by the same person: then it is sent.
    if (response.status >= 500 || response.status === 401 || response.status === 408) return { did: 'later' }
    return { did: 'refused', because: ((await response.json()) as { error: { kind: string } }).error.kind }
  } catch {
    return { did: 'later' }
  }
}
