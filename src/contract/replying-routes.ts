import { z } from 'zod'
import { replyActed, replyBody, replyCheck, replyDecision, replyDraft, templateList, templateQuery } from './replying.ts'
import type { Route } from './route.ts'

const docketKey = z.strictObject({ id: z.string().min(1).max(80).describe('The docket, by id or number') })
const replyKey = z.strictObject({ id: z.string().min(1).max(200) })

/** What the desk does about answers on X. */
export const REPLYING_ROUTES = {
  checkReply: { method: 'post', path: '/api/dockets/:id/replies/check', access: 'may-act', summary: 'What the safety gate says of an answer, as it is being written; nothing is kept', params: docketKey, body: replyDraft, answer: replyCheck },
  draftReply: {
    method: 'post', path: '/api/dockets/:id/replies', access: 'may-act', summary: 'Answer the complainant on X, or by DM. What the gate stops is refused (field text); what needs a second officer waits for one; the rest is sent at once, or runs dry without write credentials',
    params: docketKey, body: replyBody, answer: replyActed,
  },
  approveReply: { method: 'post', path: '/api/replies/:id/approve', access: 'may-act', summary: 'A second officer agrees: never the one who wrote it', params: replyKey, body: replyDecision, answer: replyActed },
  withdrawReply: { method: 'post', path: '/api/replies/:id/withdraw', access: 'may-act', summary: 'Take an answer back before X has it', params: replyKey, body: replyDecision, answer: replyActed },
  retryReply: { method: 'post', path: '/api/replies/:id/retry', access: 'may-act', summary: 'Try again what was refused; it goes through the gate anew', params: replyKey, body: replyDecision, answer: replyActed },
  templates: { method: 'get', path: '/api/templates', access: 'may-act', summary: 'Templates of answers; with a docket those that suit it come first, filled', query: templateQuery, answer: templateList },
} as const satisfies Record<string, Route>
