import type { Signer } from './ports.ts'

/** Crockford's Base32: no I, L, O, U, so that nobody misreads one sign for another. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const LENGTH = 8

/**
 * What the citizen types beside the docket number: eight signs (40 bits) that follow from the number under the secret of the
 * installation, so that nobody gets from one docket to another by counting.
 */
export function trackCode(signer: Pick<Signer, 'sign'>, number: string): string {
  const bits = [...signer.sign(`track ${number}`)].slice(0, 7).map((sign) => BASE64URL.indexOf(sign).toString(2).padStart(6, '0')).join('')
  return Array.from({ length: LENGTH }, (_, at) => SIGNS[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('')
}

/** Whether the code is that of the number, as people type it: any case, O for 0, I and L for 1, with spaces or hyphens. Every sign is compared. */
export function isTrackCode(signer: Pick<Signer, 'sign'>, number: string, typed: string): boolean {
  const given = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const wanted = trackCode(signer, number)
  if (given.length !== LENGTH) return false
  return [...wanted].reduce((differs, sign, at) => differs | (sign.charCodeAt(0) ^ given.charCodeAt(at)), 0) === 0
}
