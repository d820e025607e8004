import { z } from 'zod'
import { deskAct, deskActed, deskBulk, deskBulkAnswer, docketView, handOpened, nodesView, savedView, savedViewBody, unmaskBody } from './desk.ts'
import type { Route } from './route.ts'

const docketKey = z.strictObject({ id: z.string().min(1).max(80).describe('Docket id or number') })

/** The life of a docket at the desk. */
export const DESK_ROUTES = {
  docket: { method: 'get', path: '/api/dockets/:id', access: 'not-wall', summary: 'One docket with its thread, clocks, answers and history; a protected identity is masked', params: docketKey, answer: docketView },
  actOnDocket: {
    method: 'post', path: '/api/dockets/:id/acts', access: 'may-act', summary: 'Accept, release, progress, forward, hand over, close with proof, reopen, merge, split, claim, look, mark as rumour. An act on an older version than the stored one answers 409 and says what changed since and by whom',
    params: docketKey, body: deskAct, answer: deskActed,
  },
  actOnMany: { method: 'post', path: '/api/dockets/bulk', access: 'may-act', summary: 'The same act on up to 100 dockets, each judged by itself; what was left alone is named with the reason', body: deskBulk, answer: deskBulkAnswer },
  openByHand: { method: 'post', path: '/api/dockets', access: 'may-act', summary: 'Open a docket from a link to a post on X, a call or a walk-in. The same key again answers the same docket', body: handOpened, answer: deskActed },
  unmask: { method: 'post', path: '/api/dockets/:id/unmask', access: 'may-act', summary: 'The docket with a protected identity, once, for a reason that goes into the audit trail and the history; the page hides it after 60 s', params: docketKey, body: unmaskBody, answer: docketView },
  nodes: { method: 'get', path: '/api/nodes', access: 'not-wall', summary: 'Every node of the tree: a docket may be forwarded to any of them', answer: nodesView },
  views: { method: 'get', path: '/api/views', access: 'not-wall', summary: 'The own saved views of the queue, oldest first', answer: z.object({ views: z.array(savedView) }) },
  saveView: { method: 'post', path: '/api/views', access: 'not-wall', summary: 'Save a view under a name; the same name again replaces it', body: savedViewBody, answer: savedView },
  removeView: { method: 'delete', path: '/api/views/:id', access: 'not-wall', summary: 'Remove an own view', params: z.strictObject({ id: z.string().min(1).max(200) }), answer: z.object({ did: z.string() }) },
} as const satisfies Record<string, Route>
