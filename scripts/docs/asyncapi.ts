import type { z } from 'zod'
import { ANSWERS, CLIENT_EVENTS, failure, SERVER_EVENTS } from '../../src/contract/sockets.ts'
import type { ClientEventName } from '../../src/contract/sockets.ts'
import { schemaWriter } from './schema.ts'

const CHANNEL = '#/channels/console'

/** The AsyncAPI 3.0 document of the live interface, seen from the server, made from the schemas that validate. */
export function asyncApiDocument(version: string): object {
  const schemas = schemaWriter('draft-7')
  const messages: Record<string, object> = {}
  const operations: Record<string, object> = {}

  for (const [event, schema] of Object.entries<z.ZodType>(SERVER_EVENTS)) {
    messages[event] = { name: event, summary: schema.description ?? event, payload: schemas.write(schema) }
    operations[operationId('send', event)] = { action: 'send', channel: { $ref: CHANNEL }, summary: schema.description ?? event, messages: [{ $ref: reference(event) }] }
  }
  for (const [event, schema] of Object.entries(CLIENT_EVENTS) as [ClientEventName, z.ZodType][]) {
    const answer = `${event}:answer`
    messages[event] = { name: event, summary: schema.description ?? event, payload: schemas.write(schema) }
    messages[answer] = { name: answer, summary: `What the acknowledgement callback of ${event} gets`, payload: { oneOf: [schemas.write(ANSWERS[event]), schemas.write(failure)] } }
    operations[operationId('receive', event)] = {
      action: 'receive', channel: { $ref: CHANNEL }, summary: schema.description ?? event, messages: [{ $ref: reference(event) }],
      reply: { channel: { $ref: CHANNEL }, messages: [{ $ref: reference(answer) }] },
    }
  }
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Prahari live', version, license: { name: 'MIT' },
      description: 'Socket.IO 4 on the default path /socket.io and namespace /. Each message is one event: its name is the event\'s name, its payload the event\'s single argument. Answers come through the acknowledgement callback of the event. The handshake needs the session cookie and an Origin header that names the public address. How to write a client: docs/api.md.',
    },
    defaultContentType: 'application/json',
    servers: { local: { host: 'localhost:3000', protocol: 'ws', description: 'npm start on one machine', security: [{ $ref: '#/components/securitySchemes/session' }] } },
    channels: {
      console: {
        address: '/', description: 'One connection of one console',
        messages: Object.fromEntries(Object.keys(messages).map((name) => [pointerSafe(name), { $ref: `#/components/messages/${pointerSafe(name)}` }])),
      },
    },
    operations,
    components: {
      messages: Object.fromEntries(Object.entries(messages).map(([name, message]) => [pointerSafe(name), message])),
      schemas: schemas.components(),
      securitySchemes: { session: { type: 'httpApiKey', in: 'cookie', name: '__Host-prahari', description: 'Named `prahari` where the public address is http (loopback only)' } },
    },
  }
}

/** Names of components may hold no colon. */
function pointerSafe(event: string): string {
  return event.replaceAll(':', '.')
}

function reference(event: string): string {
  return `${CHANNEL}/messages/${pointerSafe(event)}`
}

/** `alert:acknowledge` received is `receiveAlertAcknowledge`. */
function operationId(action: string, event: string): string {
  return action + event.split(/[:-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}
