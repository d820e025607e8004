import { describe, expect, it } from 'vitest'
import { passes } from '../../../src/web/supervisor/view.ts'
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
