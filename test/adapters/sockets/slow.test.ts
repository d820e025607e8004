import { describe, expect, it } from 'vitest'
import { isSlow, MOST_WAITING } from '../../../src/adapters/sockets/slow.ts'

const MB = 1024 * 1024
const waiting = (bytes: number, packets = 1) => ({ bytes, packets })

describe('a console that does not read', () => {
  it('is cut off when it takes nothing of what is too much, or when too many packets wait', () => {
    expect(isSlow(waiting(30 * MB), waiting(30 * MB))).toBe(true)
    expect(isSlow(waiting(30 * MB), waiting(20 * MB))).toBe(true)
    expect(isSlow(waiting(0, MOST_WAITING.packets + 1), undefined)).toBe(true)
  })
  it('is left to read a large snapshot for as long as it reads', () => {
    expect(isSlow(waiting(30 * MB), undefined)).toBe(false)
    expect(isSlow(waiting(29 * MB), waiting(30 * MB))).toBe(false)
    expect(isSlow(waiting(MOST_WAITING.bytes), waiting(MOST_WAITING.bytes))).toBe(false)
  })
})
