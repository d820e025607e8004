import type { Response } from 'express'
import type { Attachment } from '../../actions/collections.ts'

/** Sends a picture so that a browser takes it for nothing else, and keeps no copy. @param name of the file, our own characters only. */
export function sendPicture(response: Response, name: string, { type, data }: Attachment): void {
  response.set({
    'Content-Type': type, 'Content-Disposition': `inline; filename="${name}.jpg"`, 'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'", 'Cache-Control': 'private, no-store',
  })
  response.send(Buffer.from(data, 'base64'))
}
