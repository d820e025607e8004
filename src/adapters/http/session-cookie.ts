import { parseCookie, stringifySetCookie } from 'cookie'

export interface SessionCookie {
  /** The token in a Cookie header, or null. */
  read(header: string | undefined): string | null
  set(token: string, maxAgeMs: number): string
  clear(): string
}

/** The session's cookie: `__Host-` and Secure wherever browsers come by https; a plain name only on a loopback address. */
export function sessionCookie(publicUrl: string): SessionCookie {
  const isSecure = publicUrl.startsWith('https:')
  const name = isSecure ? '__Host-prahari' : 'prahari'
  const base = { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure } as const
  return {
    read(header) {
      const token = header ? parseCookie(header)[name] : undefined
      return token && token.length <= 200 ? token : null
    },
    set: (token, maxAgeMs) => stringifySetCookie({ name, value: token, ...base, maxAge: Math.floor(maxAgeMs / 1000) }),
    clear: () => stringifySetCookie({ name, value: '', ...base, maxAge: 0 }),
  }
}
