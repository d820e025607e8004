import { describe, expect, it } from 'vitest'
import { createSeal, isSealed, makeSealKey } from '../../../src/adapters/seal/seal.ts'

describe('the seal', () => {
  const seal = createSeal(makeSealKey())
  const signature = seal.sign('{"a":1}')

  it('tells whether a text is ours and whole', () => {
    expect(isSealed('{"a":1}', signature, seal.publicKey)).toBe(true)
    expect(isSealed('{"a":2}', signature, seal.publicKey)).toBe(false)
    expect(isSealed('{"a":1}', signature, createSeal(makeSealKey()).publicKey)).toBe(false)
  })

  it.each([['', ''], ['AAAA', 'AAAA'], ['not base64!', 'not base64!']])('takes nothing malformed: %j', (given, key) => {
    expect(isSealed('{"a":1}', given, seal.publicKey)).toBe(false)
    expect(isSealed('{"a":1}', signature, key)).toBe(false)
  })

  it('is made of an Ed25519 key and nothing else', () => {
    expect(() => createSeal('no key')).toThrow()
  })
})
