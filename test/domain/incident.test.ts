import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCrowd, raisedByCrowd } from '../../src/domain/crowd.ts'
import { isMilestone, shareOf, startIncident, withDockets, witnessesOf } from '../../src/domain/incident.ts'
import type { Contribution, Incident } from '../../src/domain/incident.ts'
import { familyOf, matterKey, mayBeSameMatter } from '../../src/domain/matter.ts'
import { countEcho } from '../../src/domain/spread.ts'
import { CATEGORIES } from '../../src/domain/verdict.ts'

const contribution = fc.record({
  docketId: fc.nat(8).map((n) => `case-${n}`),
  witness: fc.option(fc.record({ authorId: fc.nat(5).map(String), matter: fc.constantFrom('lucknow/alambagh/harm', 'lucknow/chowk/harm') })),
})

describe('an incident', () => {
  it('is a set: order and repetition do not matter, and doing it again changes nothing', () => {
    fc.assert(fc.property(fc.array(fc.array(contribution, { maxLength: 4 }), { maxLength: 8 }), (rounds) => {
      const play = (all: Contribution[][]): Incident => all.reduce((incident, some) => withDockets(incident, some, 5), startIncident('inc-1', 1))
      const once = play(rounds)
      expect(play([...rounds, ...rounds])).toEqual(once)
      expect(withDockets(once, rounds.flat(), 9)).toBe(once)
      expect(once.size).toBe(new Set(rounds.flat().map(({ docketId }) => docketId)).size)
      const turned = play([...rounds].reverse())
      expect([...turned.dockets].sort()).toEqual([...once.dockets].sort())
      expect(shareOf(turned)).toEqual(shareOf(once))
    }))
  })

  it('counts witnesses by matter, each person once', () => {
    const told = [['1', 'a'], ['1', 'a'], ['2', 'a'], ['2', 'b']].map(([authorId = '', matter = '']) => ({ docketId: `case-${authorId}${matter}`, witness: { authorId, matter } }))
    const incident = withDockets(startIncident('inc-1', 1), told, 2)
    expect([witnessesOf(incident.witnesses, 'a'), witnessesOf(incident.witnesses, 'b'), witnessesOf(incident.witnesses, 'c')]).toEqual([2, 1, 0])
    expect(shareOf(incident)).toEqual({ id: 'inc-1', dockets: 3, authors: 2 })
  })

  it('of three and more makes a danger graver, and a jam never', () => {
    expect([isCrowd('lucknow/alambagh/harm', 2), isCrowd('lucknow/alambagh/harm', 3), isCrowd('lucknow/alambagh/order', 50), isCrowd('nonsense', 9)]).toEqual([false, true, false, false])
    expect(['critical', 'high', 'normal', 'low', 'none'].map((one) => raisedByCrowd(one as 'high'))).toEqual(['critical', 'critical', 'high', 'low', 'none'])
  })

  it('is told to all at first and then at every doubling', () => {
    expect(Array.from({ length: 70 }, (_, n) => n + 1).filter(isMilestone)).toEqual([1, 2, 3, 4, 5, 8, 16, 32, 64])
  })
})

describe('a matter', () => {
  it('needs a spot and a family', () => {
    const place = { districtId: 'lucknow', stationId: null, locality: 'Alambagh' }
    expect(matterKey(place, 'assault')).toBe('lucknow/alambagh/harm')
    expect(matterKey({ ...place, locality: null, stationId: 'ps-lucknow-x' }, 'fire')).toBe('lucknow/x/hazard')
    for (const same of ['Alam Bagh', 'Alambagh Lucknow', 'alambagh']) expect(matterKey({ ...place, locality: same }, 'assault')).toBe('lucknow/alambagh/harm')
    expect(matterKey({ ...place, locality: null, stationId: 'ps-lucknow-alambagh' }, 'assault')).toBe('lucknow/alambagh/harm')
    expect(matterKey({ ...place, locality: 'Lucknow' }, 'fire')).toBeNull()
    for (const none of [matterKey({ ...place, locality: null }, 'fire'), matterKey({ ...place, districtId: null }, 'fire'), matterKey(place, 'gratitude')]) expect(none).toBeNull()
  })

  it('may be the same in one family, and whatever tells none', () => {
    for (const category of CATEGORIES) expect(mayBeSameMatter(category, 'spam_other')).toBe(true)
    expect(mayBeSameMatter('accident', 'medical')).toBe(true)
    expect(mayBeSameMatter('assault', 'missing_person')).toBe(false)
    expect(familyOf('news_politics')).toBeNull()
  })
})

describe('a spread', () => {
  it('counts every post once, every known author once, and keeps its first and last time', () => {
    const echoes = fc.array(fc.record({ postId: fc.nat(30).map(String), authorId: fc.option(fc.nat(6).map(String)), isRetweet: fc.boolean(), at: fc.nat(1000) }), { minLength: 1, maxLength: 60 })
    fc.assert(fc.property(echoes, (all) => {
      const spread = all.reduce<ReturnType<typeof countEcho> | undefined>(countEcho, undefined)
      const first = [...new Map([...all].reverse().map((one) => [one.postId, one])).values()]
      expect(spread).toMatchObject({
        posts: first.length, retweets: first.filter(({ isRetweet }) => isRetweet).length, authors: new Set(first.flatMap(({ authorId }) => authorId ?? [])).size,
        firstAt: Math.min(...first.map(({ at }) => at)), lastAt: Math.max(...first.map(({ at }) => at)),
      })
    }))
  })
})
