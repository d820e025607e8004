import { describe, expect, it } from 'vitest'
import { isWithin } from '../../src/domain/area.ts'
import { allNodes, findNode, nodeAt, pathForPlace, pathsDownTo } from '../../src/domain/jurisdiction.ts'
import { reachedBy } from '../../src/domain/ladder.ts'

describe('the jurisdiction tree', () => {
  it('has the force\'s shape: 8 zones, 17 ranges with districts outside commissionerates, 7 commissionerates, 75 districts', () => {
    const count = (kind: string): number => [...allNodes()].filter((node) => node.kind === kind).length
    expect({ zones: count('zone'), commissionerates: count('commissionerate'), districts: count('district') }).toEqual({ zones: 8, commissionerates: 7, districts: 75 })
    expect(count('range')).toBeLessThanOrEqual(18)
    expect(count('station')).toBe(1543)
  })

  it('puts every node under the state, with a path that ends in its id', () => {
    for (const node of allNodes()) {
      expect(isWithin('/up/', node.path)).toBe(true)
      expect(nodeAt(node.path)).toBe(node)
    }
  })

  it('does not take a district whose id begins like another for a part of it', () => {
    const [kanpur, dehat] = [findNode('kanpur-nagar'), findNode('kanpur-dehat')]
    expect(isWithin(kanpur?.path ?? '', dehat?.path ?? '')).toBe(false)
  })

  it('routes by station, district, or to the state when the place is unknown', () => {
    expect(pathForPlace({ districtId: 'lucknow', stationId: null })).toBe('/up/z-lucknow/c-lucknow/lucknow/')
    expect(pathForPlace({ districtId: null, stationId: null })).toBe('/up/')
    expect(pathForPlace({ districtId: 'no-such', stationId: null })).toBe('/up/')
    expect(pathsDownTo('/up/z-agra/')).toEqual(['/up/', '/up/z-agra/'])
  })

  it('has no dead end in any rung at any node', () => {
    for (const node of allNodes()) {
      for (const post of ['station-duty', 'district-duty', 'circle-officer', 'district-head', 'range-control', 'state-control'] as const) {
        expect(reachedBy([post], node.path).length).toBeGreaterThan(0)
      }
    }
  })
})
