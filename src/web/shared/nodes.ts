import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { findNamed, named, otherNames } from './find-districts.ts'
import type { Named } from './find-districts.ts'
import type { Texts } from './texts/en.ts'
import { getJson } from './requests.ts'

export type Node = RouteAnswer<'nodes'>['nodes'][number]

/** Every node of the tree, read once: two thousand stations are no part of the page's scripts. Null until they came. */
export const nodes = signal<readonly Node[] | null>(null)
let index: readonly Named<Node>[] = []
let reading: Promise<void> | null = null

export function useNodes(): readonly Node[] | null {
  useEffect(() => {
    reading ??= getJson<RouteAnswer<'nodes'>>('/api/nodes').then((answer) => {
      index = indexOf(answer.nodes)
      nodes.value = answer.nodes
    }).catch(() => { reading = null })
  }, [])
  return nodes.value
}

/** Districts before what lies above them, stations last: a name that several have means the district most often. */
const ORDER = ['district', 'commissionerate', 'range', 'zone', 'state', 'station']

export function indexOf(all: readonly Node[]): Named<Node>[] {
  return [...all].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)).map((node) => named(node, [node.name, node.nameHi, ...otherNames(node.id)]))
}

export function findNodes(typed: string, most: number): Node[] {
  return findNamed(index, typed, most)
}

export function nodeName(node: Pick<Node, 'name' | 'nameHi'>, t: Pick<Texts, 'code'>): string {
  return t.code === 'hi' ? node.nameHi : node.name.replace(/ Police Station$/, ' PS')
}

/** A node with where it lies, so that two stations of one name can be told apart. */
export function nodeWords(node: Node, all: readonly Node[], t: Pick<Texts, 'code'>): { name: string; under: string } {
  const parents = all.filter(({ path, id }) => id !== node.id && node.path.startsWith(path)).sort((a, b) => b.path.length - a.path.length)
  const under = parents.find(({ kind }) => kind === 'district') ?? parents[0]
  return { name: nodeName(node, t), under: under ? nodeName(under, t) : '' }
}
