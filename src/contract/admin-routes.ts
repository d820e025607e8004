import { z } from 'zod'
import * as admin from './administering.ts'
import type { Route } from './route.ts'

/** Administration: accounts of the area; policies, handles and templates of the state; what was changed by whom. */
export const ADMIN_ROUTES = {
  people: { method: 'get', path: '/api/admin/people', access: 'may-administer', summary: 'The accounts of the area, without walls', query: admin.peopleQuery, answer: admin.peopleView },
  addPerson: { method: 'post', path: '/api/admin/people', access: 'may-administer', summary: 'Make an account in the area; the answer has its first one-time link', body: admin.newAccount, answer: admin.accountLink },
  changePerson: {
    method: 'post', path: '/api/admin/people/:id', access: 'may-administer', summary: 'Change name, role, area, ways to reach somebody; shut an account, or open it again. Never the own one, never beyond the own area, never the last administrator of the state',
    params: admin.personKey, body: admin.accountBody, answer: z.object({ did: z.string(), because: z.string(), version: z.int() }),
  },
  linkPerson: { method: 'post', path: '/api/admin/people/:id/link', access: 'may-administer', summary: 'A fresh one-time sign-in link; those from before no longer work', params: admin.personKey, answer: admin.accountLink },
  endSessions: { method: 'delete', path: '/api/admin/people/:id/sessions', access: 'may-administer', summary: 'Sign somebody out everywhere, within two seconds', params: admin.personKey, answer: z.object({ did: z.string(), because: z.string(), ended: z.int() }) },
  jurisdiction: { method: 'get', path: '/api/admin/jurisdiction', access: 'may-administer', summary: 'How many accounts each node of the area has, and who changed the tree; the nodes themselves are /api/nodes', answer: admin.jurisdictionView },
  changePlace: { method: 'post', path: '/api/admin/jurisdiction', access: 'may-administer', summary: 'Add, rename, retire or bring back a police station; rename a range, zone or commissionerate. Every process takes it within ten seconds; ids and paths never change', body: admin.placeBody, answer: admin.placeAnswer },
  policy: { method: 'get', path: '/api/admin/policy', access: 'may-administer', summary: 'The ladder and the times in force, and who set them before', answer: admin.policyView },
  previewPolicy: { method: 'post', path: '/api/admin/policy/preview', access: 'may-administer', summary: 'Try a ladder on the last seven days; nothing is written', body: z.strictObject({ ladder: admin.ladderBody }), answer: admin.policyPreview },
  changePolicy: { method: 'post', path: '/api/admin/policy', access: 'may-administer', summary: 'Set the ladder and the times of the state. Every process takes them within ten seconds; open alerts keep theirs', body: admin.policyBody, answer: z.object({ did: z.string(), because: z.string(), version: z.int() }) },
  handles: { method: 'get', path: '/api/admin/handles', access: 'may-administer', summary: 'Accounts on X that are ours or a district\'s', answer: admin.handlesView },
  changeHandle: { method: 'post', path: '/api/admin/handles', access: 'may-administer', summary: 'Say whose account on X a handle is; every process takes it within ten seconds', body: admin.handleBody, answer: z.object({ did: z.string(), because: z.string(), seq: z.int() }) },
  allTemplates: { method: 'get', path: '/api/admin/templates', access: 'may-administer', summary: 'Every template, also those that are switched off', answer: admin.templatesAdmin },
  changeTemplate: { method: 'post', path: '/api/admin/templates', access: 'may-administer', summary: 'Write a template, or try it out: its placeholders are checked, and the safety gate reads a filled sample of it', body: admin.templateBody, answer: admin.templateAnswer },
  audit: { method: 'get', path: '/api/audit', access: 'may-audit', summary: 'The audit trail, newest first, with the chain of what is shown verified; for the whole state', query: admin.auditQuery, answer: admin.auditView },
} as const satisfies Record<string, Route>
