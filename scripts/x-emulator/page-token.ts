/** Where a paginated read goes on: the page's number (from 1) and the id below which it continues. */
export interface PageToken {
  page: number
  below: string
}

/** An opaque token, as X hands them out. */
export function writePageToken(token: PageToken): string {
  return Buffer.from(`p${token.page}.${token.below}`).toString('base64url')
}

/** Reads a token back; undefined for anything this emulator did not write. */
export function readPageToken(text: string): PageToken | undefined {
  const match = /^p(\d{1,9})\.(\d{1,19})$/.exec(Buffer.from(text, 'base64url').toString('latin1'))
  return match?.[1] && match[2] ? { page: Number(match[1]), below: match[2] } : undefined
}

/** The token that a request carries, under either of its names. */
export function tokenOf(query: Readonly<Record<string, unknown>>): string | undefined {
  const token = query['next_token'] ?? query['pagination_token']
  return typeof token === 'string' && token !== '' ? token : undefined
}

/** Which page a request asks for. */
export function pageOf(query: Readonly<Record<string, unknown>>): number {
  const token = tokenOf(query)
  return token === undefined ? 1 : (readPageToken(token)?.page ?? 1)
}
