import type { z } from 'zod'

/** One JSON route of the server, as requests are validated and as docs/api is made. */
export interface Route {
  method: 'get' | 'post' | 'delete'
  path: string
  summary: string
  /** Who may call it: `open` needs no session. */
  access: 'open' | 'signed-in' | 'may-inspect' | 'not-wall' | 'may-act' | 'may-review' | 'may-replay' | 'may-roster' | 'may-keep-walls' | 'may-supervise' | 'may-report' | 'may-administer' | 'may-audit'
  /** Comes from another server and is signed: no Origin is asked for. */
  isSigned?: true
  /** Without a session: so many requests of one address in ten minutes. */
  isLimited?: true
  /** The body is the bytes of a photo. The answer is no JSON: the bytes of a photo, or a table (CSV). */
  takes?: 'photo'
  gives?: 'photo' | 'csv'
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  answer: z.ZodType
}
