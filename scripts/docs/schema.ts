import { z } from 'zod'
import { alertView } from '../../src/contract/alert-view.ts'
import { errorBody, session } from '../../src/contract/http.ts'
import { failure } from '../../src/contract/sockets.ts'

type Target = 'draft-2020-12' | 'draft-7'

/** Schemas that get a name of their own in a document; wherever one occurs, it is referred to. */
const NAMED = { AlertView: alertView, Session: session, ErrorBody: errorBody, Failure: failure } satisfies Record<string, z.ZodType>

/** Turns zod schemas into JSON Schema with references to `#/components/schemas/…`. */
export interface SchemaWriter {
  write(schema: z.ZodType): unknown
  /** The named schemas that were referred to, by name. */
  components(): Record<string, unknown>
}

export function schemaWriter(target: Target): SchemaWriter {
  const used = new Map<string, unknown>()
  const bare = (schema: z.ZodType): unknown => {
    // As input: what a sender must write, and what a reader may count on; a reader has to bear further fields.
    const { $schema: _, ...json } = z.toJSONSchema(schema, { target, io: 'input', reused: 'inline' })
    return json
  }
  const names = new Map(Object.entries(NAMED).map(([name, schema]) => [JSON.stringify(bare(schema)), name]))

  /** @param isWhole the value is the named schema's own body, which must not refer to itself. */
  function refer(value: unknown, isWhole = false): unknown {
    if (Array.isArray(value)) return value.map((one) => refer(one))
    if (typeof value !== 'object' || value === null) return value
    const name = isWhole ? undefined : names.get(JSON.stringify(value))
    if (name === undefined) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, refer(one)]))
    if (!used.has(name)) {
      used.set(name, null)
      used.set(name, refer(value, true))
    }
    return { $ref: `#/components/schemas/${name}` }
  }

  return {
    write: (schema) => refer(bare(schema)),
    components: () => Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
