import { z } from 'zod'

/** Whether somebody looks after the engine, and what they found. */
export const auditState = z.object({
  at: z.number().nullable().describe('The newest audit; null when none was heard of'),
  isOn: z.boolean().describe('False when no audit was heard of for 25 s: then nothing else here can be believed'),
  isClean: z.boolean(),
  alerts: z.int().describe('Open alerts whose deadline passed more than 10 s ago and that nobody moved'),
  posts: z.int().describe('SoS posts without a decision after 10 s'),
  deliveries: z.int().describe('Messages that were due 30 s ago and that nobody took'),
  replies: z.int().describe('Answers to citizens that were due five minutes ago and that nobody took; what X makes wait does not count'),
  because: z.string(),
  outside: z.string().nullable().describe('What became of the last word to the address outside; null where none is set up'),
})
