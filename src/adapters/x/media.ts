import { request } from 'node:https'
import { request as plainRequest } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { MediaSource } from '../../actions/ports.ts'
import { PrahariError } from '../../domain/errors.ts'
import { MAX_PHOTO_SENT } from '../../domain/note.ts'

/** Where X keeps pictures. No other host is ever asked, whatever a post says. */
const HOST_OF_X = 'pbs.twimg.com'
const TIMEOUT_MS = 15_000

/**
 * Fetches pictures from X's own host: https, no redirects, no cookies, bounded in size and time.
 * @param origin where that host is reached instead, for an emulator of X on the loopback.
 */
export function createMediaSource(origin?: string): MediaSource & { close(): void } {
  const stopping = new AbortController()
  return { fetch: async (url) => read(addressOf(url, origin), stopping.signal), close: () => stopping.abort() }
}

function addressOf(text: string, origin: string | undefined): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'https:' || url.hostname !== HOST_OF_X || url.port !== '' || url.username !== '') throw new PrahariError('invalid', 'this is no address of a picture at X')
  return origin === undefined ? url : new URL(url.pathname, origin)
}

function read(url: URL, signal: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? request : plainRequest
    const limit = setTimeout(() => asked.destroy(new PrahariError('unavailable', `no whole picture within ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS)
    const asked = ask(url, { agent: false, signal, headers: { accept: 'image/jpeg,image/png,image/webp' } }, (response) => {
      collect(response).then(resolve, (error: unknown) => reject(readable(error))).finally(() => {
        clearTimeout(limit)
        asked.destroy()
      })
    })
    asked.on('error', (error) => {
      clearTimeout(limit)
      reject(readable(error))
    })
    asked.end()
  })
}

function readable(error: unknown): PrahariError {
  return error instanceof PrahariError ? error : new PrahariError('unavailable', 'X cannot be reached for the picture', { cause: error })
}

async function collect(response: IncomingMessage): Promise<Uint8Array> {
  const status = response.statusCode ?? 0
  if (status === 429 || status >= 500) throw new PrahariError('unavailable', `X answers ${status} for the picture`)
  if (status !== 200) throw new PrahariError('invalid', `X answers ${status} for the picture`)
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > MAX_PHOTO_SENT) throw new PrahariError('invalid', 'the picture is too large')
    pieces.push(piece)
  }
  if (!response.complete) throw new PrahariError('unavailable', 'the picture came only in part')
  return Buffer.concat(pieces)
}
