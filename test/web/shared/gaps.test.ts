import { expect, it } from 'vitest'
import { blindMs, stretches } from '../../../src/web/shared/gaps.ts'
import type { Gap } from '../../../src/web/shared/gaps.ts'

const gap = (id: string, startedAt: number, endedAt: number | null): Gap => ({ id, state: 'filled', startedAt, endedAt, reason: 'silence', recovered: 0, filledAt: null, note: null })

it('draws the gaps that touch the strip, cut at its ends; an open one reaches to now', () => {
  expect(stretches([gap('before', 0, 90), gap('cut', 50, 150), gap('open', 180, null)], 200, 100)).toEqual([
    { id: 'cut', from: 0, to: 0.5, isOpen: false }, { id: 'open', from: 0.8, to: 1, isOpen: true },
  ])
})

it('adds up blind time once where gaps overlap', () => {
  expect(blindMs([gap('a', 120, 160), gap('b', 140, 170)], 200, 100)).toBe(50)
})
