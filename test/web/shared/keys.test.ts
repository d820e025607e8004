import { describe, expect, it } from 'vitest'
import { stepFrom } from '../../../src/web/shared/keys.ts'

describe('stepFrom', () => {
  it('walks and stops at the ends; from nowhere it starts at the first', () => {
    expect(stepFrom(['a', 'b', 'c'], 'a', 1)).toBe('b')
    expect(stepFrom(['a', 'b', 'c'], 'c', 1)).toBe('c')
    expect(stepFrom(['a', 'b', 'c'], 'a', -1)).toBe('a')
    expect(stepFrom(['a', 'b', 'c'], 'gone', 1)).toBe('a')
    expect(stepFrom([], null, 1)).toBeNull()
  })
})
