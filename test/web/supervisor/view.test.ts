import { describe, expect, it } from 'vitest'
import { passes, stepFrom } from '../../../src/web/supervisor/view.ts'
import { HOLDER, anAlert } from '../alerts.ts'

describe('passes', () => {
  const open = anAlert({ severity: 'high' })
  const held = anAlert({ severity: 'critical', holder: HOLDER })
  const closed = anAlert({ severity: 'critical', isOpen: false, holder: HOLDER })

  it.each([
    ['all', null, [open, held]], ['unanswered', null, [open]], ['held', null, [held]], ['closed', null, [closed]],
    ['all', 'critical', [held]], ['unanswered', 'critical', []],
  ] as const)('%s and severity %s', (state, severity, expected) => {
    expect([open, held, closed].filter((alert) => passes(alert, { state, severity }))).toEqual(expected)
  })
})

describe('stepFrom', () => {
  it('walks and stops at the ends; from nowhere it starts at the first', () => {
    expect(stepFrom(['a', 'b', 'c'], 'a', 1)).toBe('b')
    expect(stepFrom(['a', 'b', 'c'], 'c', 1)).toBe('c')
    expect(stepFrom(['a', 'b', 'c'], 'a', -1)).toBe('a')
    expect(stepFrom(['a', 'b', 'c'], 'gone', 1)).toBe('a')
    expect(stepFrom([], null, 1)).toBeNull()
  })
})
