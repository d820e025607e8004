import { z } from 'zod'
import { evidence, exportBody } from './evidence.ts'
import type { Route } from './route.ts'

const docket = z.strictObject({ id: z.string().min(1).max(80) })

export const EVIDENCE_ROUTES = {
  exportDocket: {
    method: 'post', path: '/api/dockets/:id/export', access: 'may-inspect', params: docket, body: exportBody, answer: evidence,
    summary: 'Everything that is known of one docket, signed, for a court or an auditor; that it was exported and why is recorded. Printed at /sheet#<number>',
  },
  media: {
    method: 'get', path: '/api/dockets/:id/media/:key/:size', access: 'not-wall', gives: 'photo', answer: z.unknown(),
    params: z.strictObject({ id: z.string().min(1).max(80), key: z.string().regex(/^[\w-]{1,60}$/), size: z.enum(['full', 'small']) }),
    summary: 'A photo of the thread, or the still picture of a video, as we keep it, JPEG. Of a protected docket only within a minute of unmasking it',
  },
} as const satisfies Record<string, Route>
