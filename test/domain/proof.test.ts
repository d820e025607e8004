import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeCrypto } from '../../src/app.ts'
import { anchorsOf, headsText } from '../../src/domain/anchor.ts'
import { evolve } from '../../src/domain/docket.ts'
import type { Docket } from '../../src/domain/docket.ts'
import { DEFAULT_LADDER_POLICY } from '../../src/domain/ladder.ts'
import { newDocket } from '../../src/domain/new-docket.ts'
import { anchorDiscrepancies, discrepanciesOf } from '../../src/domain/proof.ts'
import { makePost, makeVerdict } from '../posts.ts'

const { sha256 } = nodeCrypto
const NOW = 1_790_000_000_000

function docketWith(events: number): Docket {
  const post = makePost({ text: 'help near the clock tower' })
  let docket = newDocket({ post, verdict: makeVerdict('high'), receivedAt: NOW, number: 'UPP-20261124-000001', authorId: null, matter: null, incident: null }, { policy: DEFAULT_LADDER_POLICY, now: NOW, sha256 })
  for (let at = 0; at < events; at++) docket = evolve(docket, {}, [{ what: 'noted', facts: { at } }], { who: 'asha', now: NOW + at, sha256 })
  return docket
}

describe('a history', () => {
  it('P19 shows every change, and names the place', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), fc.constantFrom('change', 'remove', 'swap', 'repeat', 'cut', 'rewrite'), (events, pick, how) => {
      const docket = docketWith(events)
      const [anchor] = anchorsOf([docket], NOW, sha256)
      if (!anchor) throw new Error('nothing anchored')
      expect(discrepanciesOf(docket, sha256)).toEqual([])
      expect(anchorDiscrepancies(anchor, anchor.sha256, () => docket, sha256)).toEqual([])

      const history = [...docket.history]
      const at = pick % (history.length - 1)
      const [one, next] = [history[at], history[at + 1]]
      if (!one || !next) return
      if (how === 'change') history[at] = { ...one, facts: { ...one.facts, forged: true } }
      if (how === 'remove') history.splice(at, 1)
      if (how === 'swap') [history[at], history[at + 1]] = [next, one]
      if (how === 'repeat') history.splice(at, 0, one)
      if (how === 'cut') history.splice(at + 1)
      // Somebody who can write the store can also make a new chain of it.
      const forged = how === 'rewrite' ? evolve({ ...docket, history: history.slice(0, -1) }, {}, [{ what: 'noted', facts: { at: 'other' } }], { who: 'asha', now: NOW, sha256 }).history : history
      const found = [...discrepanciesOf({ ...docket, history: forged }, sha256), ...anchorDiscrepancies(anchor, anchor.sha256, () => ({ ...docket, history: forged }), sha256)]
      expect(found.length).toBeGreaterThan(0)
      expect(found[0]?.where).toBe('docket UPP-20261124-000001')
      if (how === 'change' || how === 'swap' || how === 'remove') expect(found[0]?.seq).toBe(at)
    }))
  })

  it('knows other words, another number, a docket that is gone and forged anchors', () => {
    const docket = docketWith(2)
    const [anchor] = anchorsOf([docket], NOW, sha256)
    if (!anchor) throw new Error('nothing anchored')
    expect(discrepanciesOf({ ...docket, post: { ...docket.post, text: 'all is well' } }, sha256)[0]).toMatchObject({ seq: 0, because: expect.stringContaining('not those that were received') as string })
    expect(discrepanciesOf({ ...docket, number: 'UPP-20261124-000002' }, sha256)[0]?.because).toBe('it was opened as UPP-20261124-000001')
    expect(anchorDiscrepancies(anchor, anchor.sha256, () => undefined, sha256)[0]?.because).toContain('is gone')
    const forged = { ...anchor, heads: [], sha256: sha256(headsText([])) }
    expect(anchorDiscrepancies(forged, anchor.sha256, () => docket, sha256)[0]?.because).toContain('not those that the audit trail recorded')
  })

  it('is anchored in parts', () => {
    const docket = docketWith(1)
    expect(anchorsOf(Array.from({ length: 4_001 }, () => docket), NOW, sha256).map(({ heads }) => heads.length)).toEqual([2_000, 2_000, 1])
    expect(anchorsOf([], NOW, sha256)).toEqual([])
  })
})
