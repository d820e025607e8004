import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { PrahariError } from '../../src/domain/errors.ts'
import { BUILT_IN, findNode, findNodeInForce, nodeAt, pathForPlace, pathInForce, putTreeInForce } from '../../src/domain/jurisdiction.ts'
import type { Tree } from '../../src/domain/jurisdiction.ts'
import { reachedBy } from '../../src/domain/ladder.ts'
import { nodeChange, withNodeChanges } from '../../src/domain/node-changes.ts'
import type { NodeChange, NodeWish } from '../../src/domain/node-changes.ts'
import { typedNames } from '../../src/domain/station-names.ts'

afterEach(() => putTreeInForce({ seq: 0, nodes: BUILT_IN }))

const IDS = ['up', 'z-lucknow', 'r-ayodhya', 'c-lucknow', 'lucknow', 'amethi', 'ps-lucknow-alambag', 'ps-amethi-gauriganj', 'ps-lucknow-new-town', 'ps-lucknow-new-town-2', 'atlantis', '__proto__']
const NAMES = ['New Town', 'New Town Police Station', 'Alambag', 'Gauriganj', 'Old Fort', '', '<b>', 'थाना', 'x'.repeat(80)]
const NAMES_HI = ['नया नगर', 'थाना नया नगर', 'आलमबाग', 'गौरीगंज', 'पुराना क़िला', '', 'Hindi', '<थाना>']
const id = fc.constantFrom(...IDS)
const names = { name: fc.constantFrom(...NAMES), nameHi: fc.constantFrom(...NAMES_HI) }
const wishes: fc.Arbitrary<NodeWish> = fc.oneof(
  fc.record({ did: fc.constant('added' as const), parentId: id, ...names }),
  fc.record({ did: fc.constant('renamed' as const), id, ...names }),
  fc.record({ did: fc.constantFrom('retired' as const, 'restored' as const), id }),
)

function take(tree: Tree, wish: NodeWish): { tree: Tree; change: NodeChange | null } {
  try {
    const change = nodeChange(tree, wish)
    return { tree: withNodeChanges(tree, [change]), change }
  } catch (error) {
    expect(error).toBeInstanceOf(PrahariError)
    return { tree, change: null }
  }
}

describe('any sequence of changes', () => {
  it('leaves a tree: every node under its parent, every old id and path as it was, no two alike side by side that were not before', () => {
    fc.assert(fc.property(fc.array(wishes, { maxLength: 30 }), (all) => {
      let tree: Tree = BUILT_IN
      const made: NodeChange[] = []
      for (const wish of all) {
        const next = take(tree, wish)
        if (next.change) made.push(next.change)
        const moved = [...tree].filter(([key, { path, kind }]) => next.tree.get(key)?.path !== path || next.tree.get(key)?.kind !== kind)
        expect(moved).toEqual([])
        tree = next.tree
      }
      const misplaced = [...tree].filter(([key, node]) => {
        const parent = tree.get(node.path.split('/').at(-3) ?? '')
        const isUnder = key === 'up' ? node.path === '/up/' : `${parent?.path}${key}/` === node.path
        return !isUnder || node.id !== key || (node.isRetired && node.kind !== 'station')
      })
      expect(misplaced).toEqual([])
      expect([...BUILT_IN].filter(([key, node]) => (node.kind === 'district' || node.kind === 'state') && tree.get(key) !== node)).toEqual([])
      const touched = new Set(made.map((one) => one.id))
      for (const key of touched) {
        const node = tree.get(key)
        if (!node || node.isRetired) continue
        const under = node.path.slice(0, -key.length - 1)
        const twins = [...tree.values()].filter((other) => !other.isRetired && other.id !== key && other.path === `${under}${other.id}/` && typedNames(other).name.toLowerCase() === typedNames(node).name.toLowerCase())
        expect(twins).toEqual([])
      }
      // Folded from the start, as a process that begins reads them, it is the same tree.
      const again = withNodeChanges(BUILT_IN, made)
      expect(again.size).toBe(tree.size)
      expect([...tree].filter(([key, node]) => JSON.stringify(again.get(key)) !== JSON.stringify(node))).toEqual([])
    }), { numRuns: 60 })
  })

  it('survives whatever a later release or a hand in the store makes of it', () => {
    fc.assert(fc.property(fc.array(fc.oneof(
      fc.record({ did: fc.constant('added' as const), id, parentId: id, name: fc.string(), nameHi: fc.string() }),
      fc.record({ did: fc.constantFrom('retired' as const, 'restored' as const), id }),
    ), { maxLength: 10 }), (changes) => {
      const tree = withNodeChanges(BUILT_IN, changes)
      expect([...BUILT_IN].filter(([key, { path }]) => tree.get(key)?.path !== path)).toEqual([])
    }), { numRuns: 40 })
  })
})

describe('a change', () => {
  const refused = (wish: NodeWish, tree: Tree = BUILT_IN): unknown => {
    try {
      return nodeChange(tree, wish)
    } catch (error) {
      return error instanceof PrahariError ? [error.kind, error.field] : error
    }
  }
  it('takes names as people write them, and gives ids once', () => {
    const one = nodeChange(BUILT_IN, { did: 'added', parentId: 'lucknow', name: '  New  Town Police Station ', nameHi: 'थाना नया नगर' })
    expect(one).toEqual({ did: 'added', parentId: 'lucknow', id: 'ps-lucknow-new-town', name: 'New Town', nameHi: 'नया नगर' })
    const gone = withNodeChanges(BUILT_IN, [one, { did: 'retired', id: one.id }])
    expect(nodeChange(gone, { did: 'added', parentId: 'lucknow', name: 'New Town', nameHi: 'नया नगर' }).id).toBe('ps-lucknow-new-town-2')
    expect(gone.get(one.id)).toMatchObject({ name: 'New Town Police Station', nameHi: 'थाना नया नगर', path: '/up/z-lucknow/c-lucknow/lucknow/ps-lucknow-new-town/', isRetired: true })
  })

  it('is refused by the field', () => {
    const fresh = { name: 'New Town', nameHi: 'नया नगर' }
    expect(refused({ did: 'added', parentId: 'z-lucknow', ...fresh })).toEqual(['invalid', 'parentId'])
    expect(refused({ did: 'added', parentId: 'lucknow', ...fresh, name: 'नया' })).toEqual(['invalid', 'name'])
    expect(refused({ did: 'added', parentId: 'lucknow', ...fresh, nameHi: 'New Town' })).toEqual(['invalid', 'nameHi'])
    expect(refused({ did: 'added', parentId: 'lucknow', ...fresh, name: 'alambag' })).toEqual(['conflict', 'name'])
    expect(refused({ did: 'renamed', id: 'lucknow', ...fresh })).toEqual(['invalid', 'id'])
    expect(refused({ did: 'retired', id: 'z-lucknow' })).toEqual(['invalid', 'id'])
    expect(refused({ did: 'restored', id: 'ps-lucknow-alambag' })).toEqual(['conflict', 'id'])
    expect(refused({ did: 'renamed', id: 'z-lucknow', name: 'Awadh Zone', nameHi: 'अवध ज़ोन' })).toMatchObject({ did: 'renamed' })
  })
})

describe('a retired station', () => {
  it('keeps its name, and is nowhere that anything goes to', () => {
    const station = 'ps-lucknow-alambag'
    putTreeInForce({ seq: 1, nodes: withNodeChanges(BUILT_IN, [{ did: 'retired', id: station }]) })
    const path = BUILT_IN.get(station)?.path ?? ''
    const district = '/up/z-lucknow/c-lucknow/lucknow/'
    expect([findNode(station)?.name, nodeAt(path).id, findNodeInForce(station)]).toEqual(['Alambag Police Station', station, undefined])
    expect([pathForPlace({ districtId: 'lucknow', stationId: station }), pathInForce(path), pathInForce(district)]).toEqual([district, district, district])
    expect(reachedBy(['station-duty', 'district-duty'], path)).toEqual([{ post: 'district-duty', path: district }])
    expect(nodeAt(`${district}ps-lucknow-unheard-of/`).id).toBe('lucknow')
  })
})
