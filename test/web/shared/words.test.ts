import { describe, expect, it } from 'vitest'
import { en } from '../../../src/web/shared/texts/en.ts'
import { hi } from '../../../src/web/shared/texts/hi.ts'
import { isGivenBack, placeWords, postWords, postWordsShort, refusalWords, stateWord } from '../../../src/web/shared/words.ts'
import { HOLDER, anAlert } from '../alerts.ts'

describe('placeWords', () => {
  it('names district, locality and station in either language', () => {
    expect(placeWords(anAlert(), en)).toEqual({ main: 'Lucknow', detail: 'Patrakarpuram · Gomti Nagar PS', isKnown: true })
    expect(placeWords(anAlert(), hi)).toEqual({ main: 'लखनऊ', detail: 'Patrakarpuram · थाना गोमती नगर', isKnown: true })
  })

  it('says of an unknown place who gets it, or what other state is spoken of', () => {
    expect(placeWords({ where: [], locality: null, elsewhere: null }, en)).toEqual({ main: 'Place unknown', detail: '→ state control room', isKnown: false })
    expect(placeWords({ where: [], locality: null, elsewhere: 'Bihar' }, en).detail).toBe('speaks of Bihar')
  })
})

it('names the posts of a rung, each once', () => {
  expect(postWords(['range-control', 'state-control', 'state-control'], en)).toBe('range control and state control')
  expect(postWordsShort(['range-control', 'state-control'], en)).toBe('range control +1')
  expect(postWordsShort(['district-head'], hi)).toBe('ज़िला पुलिस प्रमुख')
})

it('tells an alert that was given back from one that nobody ever had', () => {
  expect(stateWord({ state: 'raised', firstAcknowledgedAt: null }, en)).toBe('Nobody has it')
  expect(stateWord({ state: 'raised', firstAcknowledgedAt: 5 }, en)).toBe('Given back')
  expect(isGivenBack({ state: 'acknowledged', firstAcknowledgedAt: 5 })).toBe(false)
})

it('explains a refusal by the alert as it stands', () => {
  const conflict = { ok: false, error: { kind: 'conflict', message: '', field: null } } as const
  expect(refusalWords({ ...conflict, alert: anAlert({ holder: HOLDER }) }, en)).toBe('SI Farah Naqvi has it')
  expect(refusalWords({ ...conflict, alert: anAlert({ holder: HOLDER, closedAt: 1, state: 'resolved' }) }, hi)).toBe('पहले ही बंद: पूरा हुआ')
  expect(refusalWords({ ok: false, error: { kind: 'forbidden', message: '', field: null }, alert: null }, en)).toBe('You may not do this')
})
