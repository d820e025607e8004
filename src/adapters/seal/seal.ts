import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { Seal } from '../../actions/ports.ts'

/** The private key of a new seal, PEM. */
export function makeSealKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** Signs what leaves this installation as evidence: Ed25519 (RFC 8032), signature and public key (SPKI, DER) in base64. @throws Error when the text is no Ed25519 key. */
export function createSeal(pem: string): Seal {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key of the seal is no Ed25519 key (PKCS #8, PEM)')
  return {
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  }
}

/** Whether the text was signed by the owner of the public key. Anything malformed is not. */
export function isSealed(text: string, signature: string, publicKey: string): boolean {
  try {
    return verify(null, Buffer.from(text), createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
