import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { findNamed, named, otherNames } from './find-districts.ts'
import type { Named } from './find-districts.ts'
import type { Texts } from './texts/en.ts'
import { getJson } from './requests.ts'

export type Node = RouteAnswer<'nodes'>['nodes'][number]

/** Every node of the tree: two thousand stations are no part of the page's scripts. Null until they came. */
export const nodes = signal<readonly Node[] | null>(null)
/** How long a forwarding usually waits to be accepted, milliseconds. */
export const acceptWithinMs = signal(4 * 3_600_000)
let index: readonly Named<Node>[] = []
let reading: Promise<void> | null = null
let readAt = -Infinity
/** What an administrator changed reaches whoever opens a picker after this. */
const FRESH_MS = 60_000

/** Reads the tree again; on failure what was known stays, and the next who needs it tries. */
export async function readNodes(): Promise<void> {
  await (reading ??= getJson<RouteAnswer<'nodes'>>('/api/nodes').then((answer) => {
    index = indexOf(answer.nodes)
    nodes.value = answer.nodes
    acceptWithinMs.value = answer.acceptWithinMs
    readAt = performance.now()
  }).catch(() => undefined).finally(() => { reading = null }))
}

export function useNodes(): readonly Node[] | null {
  useEffect(() => { if (performance.now() - readAt > FRESH_MS) void readNodes() }, [])
  return nodes.value
}

/** Districts before what lies above them, stations last: a name that several have means the district most often. */
const ORDER = ['district', 'commissionerate', 'range', 'zone', 'state', 'station']

export function indexOf(all: readonly Node[]): Named<Node>[] {
  return [...all].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)).map((node) => named(node, [node.name, node.nameHi, ...otherNames(node.id)]))
}

/** What may be meant by the typed letters; what is retired only for whoever looks back. */
export function findNodes(typed: string, most: number, isLookingBack = false): Node[] {
  return findNamed(isLookingBack ? index : index.filter(({ what }) => !what.isRetired), typed, most)
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
