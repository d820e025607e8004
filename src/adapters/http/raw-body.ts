import type { IncomingMessage } from 'node:http'
import { PrahariError } from '../../domain/errors.ts'

const bodies = new WeakMap<IncomingMessage, string>()

/** For the JSON parser: keeps the very bytes of a request whose signature is checked later. */
export function keepRawBody(request: IncomingMessage, _response: unknown, bytes: Buffer): void {
  if (request.headers['prahari-signature'] !== undefined) bodies.set(request, bytes.toString('utf8'))
}

export function rawBodyOf(request: IncomingMessage): string {
  return bodies.get(request) ?? ''
}

/** The whole body as it came, at most `limit` bytes. @throws PrahariError invalid when there is more, or none. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const tooLarge = new PrahariError('invalid', 'the photo is too large', { field: 'photo' })
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw tooLarge
    chunks.push(chunk)
  }
  if (size === 0) throw new PrahariError('invalid', 'there is no photo in this request', { field: 'photo' })
  return Buffer.concat(chunks)
}
