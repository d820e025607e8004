/** 128 random bits as hex. `randomUUID` would need HTTPS, which a trial in a local network may not have. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
