/** A remark or a photo that somebody added to a docket. Written once, never changed. */
export interface Note {
  /** SHA-256 of docket, person and the key of the act, hex: adding it again is no second note. */
  id: string
  version: number
  docketId: string
  personId: string
  name: string
  /** When the server took it, and when the person wrote it, where that was earlier (no connection). Epoch milliseconds. */
  at: number
  madeAt: number | null
  text: string | null
  photo: PhotoFacts | null
}

/** What is known of a photo beside its bytes; pixels and bytes of the stored picture. */
export interface PhotoFacts {
  width: number
  height: number
  bytes: number
}

export const MAX_NOTE = 2_000
export const MAX_NOTES = 200
export const MAX_PHOTOS = 40
/** Most bytes of a photo as it is sent, and as it is kept. */
export const MAX_PHOTO_SENT = 8 * 1024 * 1024
export const MAX_PHOTO_KEPT = 1_500_000
/** Longest side of what is kept, pixels, and of the small picture of lists. */
export const PHOTO_SIDE = 1_600
export const SMALL_SIDE = 320

export const PHOTO_KINDS = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoKind = (typeof PHOTO_KINDS)[number]

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** What the bytes are by their own first bytes, whatever somebody calls them; null for anything but a JPEG, PNG or WebP. */
export function photoKindOf(bytes: Uint8Array): PhotoKind | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (PNG.every((byte, at) => bytes[at] === byte)) return 'image/png'
  return wordAt(bytes, 0) === 'RIFF' && wordAt(bytes, 8) === 'WEBP' ? 'image/webp' : null
}

function wordAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
