import type { z } from 'zod'
import { PHOTO_KINDS } from '../../src/domain/note.ts'
import { errorBody, ROUTES } from '../../src/contract/http.ts'
import type { Route } from '../../src/contract/http.ts'
import { schemaWriter } from './schema.ts'
import type { SchemaWriter } from './schema.ts'

/** Who may call a route, in words. */
const ACCESS: Record<Route['access'], string> = {
  open: 'Needs no session.',
  'signed-in': 'Needs a session of any role.',
  'may-inspect': 'Needs a session of a supervisor, admin or auditor.',
  'not-wall': 'Needs a session of any role but a wall.',
  'may-act': 'Needs a session of an officer, desk, supervisor or admin.',
  'may-review': 'Needs a session of a desk, supervisor or admin.',
  'may-replay': 'Needs a session of a supervisor or admin.',
  'may-roster': 'Needs a session of a supervisor or admin, in whose area the node lies.',
  'may-keep-walls': 'Needs a session of a supervisor or admin, in whose area the wall hangs.',
  'may-supervise': 'Needs a session of a supervisor or admin.',
  'may-report': 'Needs a session of a desk, supervisor, admin or auditor.',
  'may-administer': 'Needs a session of an admin; what is set for the whole state, of one whose area it is.',
  'may-audit': 'Needs a session of an admin or auditor whose area is the whole state.',
}

/** The OpenAPI 3.1 document of the HTTP interface, made from the schemas that validate. */
export function openApiDocument(version: string): object {
  const schemas = schemaWriter('draft-2020-12')
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, route] of Object.entries<Route>(ROUTES)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(name, route, schemas) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Prahari', version, license: { name: 'MIT', identifier: 'MIT' },
      description: 'HTTP interface of the consoles. Times are epoch milliseconds of the server\'s clock. Live events come by Socket.IO: see asyncapi.json. How to write a client: docs/api.md.',
    },
    servers: [{ url: 'http://localhost:3000', description: 'npm start on one machine' }],
    paths,
    components: {
      schemas: schemas.components(),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-prahari', description: 'Named `prahari` where the public address is http (loopback only). Set by POST /api/session.' } },
    },
  }
}

function operation(name: string, route: Route, schemas: SchemaWriter): object {
  const parameters = [...parametersIn('path', route.params, schemas), ...parametersIn('query', route.query, schemas), ...(route.method === 'get' ? [] : [ORIGIN])]
  return {
    operationId: name, summary: route.summary, description: ACCESS[route.access],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body ? { requestBody: { required: true, content: json(schemas.write(route.body)) } } : {}),
    ...(route.takes ? { requestBody: { required: true, content: Object.fromEntries(PHOTO_KINDS.map((kind) => [kind, {}])) } } : {}),
    responses: {
      200: { description: 'Done', content: route.gives ? { [route.gives === 'csv' ? 'text/csv' : 'image/jpeg']: {} } : json(schemas.write(route.answer)) },
      ...Object.fromEntries(refusals(route).map(([status, description]) => [status, { description, content: json(schemas.write(errorBody)) }])),
    },
    security: route.access === 'open' ? [] : [{ session: [] }],
  }
}

const ORIGIN = { name: 'Origin', in: 'header', required: true, description: 'The public address of the server: every request that changes something must name it', schema: { type: 'string' } }

function refusals(route: Route): [status: number, description: string][] {
  const list: [number, string | false][] = [
    [400, (Boolean(route.params ?? route.query ?? route.body)) && 'invalid: `field` names what is wrong'],
    [401, route.access !== 'open' && 'forbidden: sign in first'],
    [403, (route.method !== 'get' || ['may-inspect', 'not-wall'].includes(route.access)) && 'forbidden: not for this role, or not from our own pages'],
    [404, route.params !== undefined && 'not-found, or not in the area of this session'],
    [503, 'unavailable: try again'],
  ]
  return list.filter((one): one is [number, string] => one[1] !== false)
}

function parametersIn(place: 'path' | 'query', schema: z.ZodType | undefined, schemas: SchemaWriter): object[] {
  if (!schema) return []
  const { properties, required = [] } = schemas.write(schema) as { properties: Record<string, unknown>; required?: string[] }
  return Object.entries(properties).map(([name, one]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: one }))
}

function json(schema: unknown): object {
  return { 'application/json': { schema } }
}
