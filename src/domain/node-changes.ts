import { PrahariError } from './errors.ts'
import { slug } from './jurisdiction.ts'
import type { JurisdictionNode, NodeKind, Tree } from './jurisdiction.ts'
import { stationNames, typedNames } from './station-names.ts'
import type { Names } from './station-names.ts'

/** One change of an administrator against the tree that comes with Prahari. Names of a station are those of its place, without "Police Station". */
export type NodeChange =
  | ({ did: 'added'; id: string; parentId: string } & Names)
  | ({ did: 'renamed'; id: string } & Names)
  | { did: 'retired' | 'restored'; id: string }

/** What an administrator wants; the id of a new station is made of its name. */
export type NodeWish = ({ did: 'added'; parentId: string } & Names) | Exclude<NodeChange, { did: 'added' }>

/** A district is a tile of the map and a name of the Local Government Directory, as the state is: these are not renamed here. */
const RENAMED: readonly NodeKind[] = ['zone', 'range', 'commissionerate', 'station']
const MOST_LETTERS = 60
const LONGEST_SLUG = 40
const ENGLISH = /^[A-Za-z0-9][A-Za-z0-9 .,'()&/-]*$/
const HINDI = /^[\p{Script=Devanagari}0-9][\p{Script=Devanagari}0-9 .,'()&/-]*$/u
const POLICE_STATION = /^(?:thana|p\.? ?s\.?) | (?:police station|p\.? ?s\.?)$/i
const POLICE_STATION_HI = /^थाना | थाना$/

/**
 * The change that a wish makes of this tree, with its names in their plain form. Nothing moves and no id is given twice, so a
 * path means the same node for ever. @throws PrahariError invalid, conflict, each naming the field.
 */
export function nodeChange(tree: Tree, wish: NodeWish): NodeChange {
  const change = 'name' in wish ? { ...wish, ...plainNames(wish, kindOf(tree, wish)) } : wish
  const made: NodeChange = change.did === 'added' ? { ...change, id: freeId(tree, change.parentId, change.name) } : change
  const problem = problemWith(tree, made)
  if (problem) throw problem
  return made
}

/** The tree with these changes, oldest first. What fits no longer is passed over: a later release may have that station itself. */
export function withNodeChanges(tree: Tree, changes: readonly NodeChange[]): Tree {
  const nodes = new Map(tree)
  for (const change of changes) {
    const node = change.did === 'added' && nodes.has(change.id) ? undefined : changed(nodes, change)
    if (node) nodes.set(node.id, node)
  }
  return nodes
}

function kindOf(tree: Tree, wish: NodeWish): NodeKind | undefined {
  return wish.did === 'added' ? 'station' : tree.get(wish.id)?.kind
}

function plainNames({ name, nameHi }: Names, kind: NodeKind | undefined): Names {
  const tidy = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  if (kind !== 'station') return { name: tidy(name), nameHi: tidy(nameHi) }
  return { name: tidy(tidy(name).replace(POLICE_STATION, '')), nameHi: tidy(tidy(nameHi).replace(POLICE_STATION_HI, '')) }
}

/** An id is for ever: the second station of a name gets a number. */
function freeId(tree: Tree, parentId: string, name: string): string {
  const base = `ps-${parentId}-${slug(name).slice(0, LONGEST_SLUG)}`
  for (let nth = 1; ; nth++) {
    const id = nth === 1 ? base : `${base}-${nth}`
    if (!tree.has(id)) return id
  }
}

function changed(tree: Tree, change: NodeChange): JurisdictionNode | undefined {
  if (change.did === 'added') {
    const parent = tree.get(change.parentId)
    return parent?.kind === 'district' ? { id: change.id, kind: 'station', ...stationNames(change.name, change.nameHi), path: `${parent.path}${change.id}/`, isRetired: false } : undefined
  }
  const node = tree.get(change.id)
  if (!node || change.did !== 'renamed') return node && { ...node, isRetired: change.did === 'retired' }
  return { ...node, ...(node.kind === 'station' ? stationNames(change.name, change.nameHi) : { name: change.name, nameHi: change.nameHi }) }
}

function problemWith(tree: Tree, change: NodeChange): PrahariError | null {
  if (change.did === 'added') {
    if (tree.get(change.parentId)?.kind !== 'district') return invalid('parentId', 'a police station stands in a district')
    return namesProblem(change) ?? (tree.has(change.id) ? invalid('name', 'there is a node of this id already') : null) ?? twin(tree, change, `/${change.parentId}/`)
  }
  const node = tree.get(change.id)
  if (!node) return invalid('id', 'there is no such node')
  if (change.did !== 'renamed') {
    if (node.kind !== 'station') return invalid('id', 'only a police station is retired: the rest of the tree hangs on what stands above it')
    if (node.isRetired === (change.did === 'retired')) return new PrahariError('conflict', node.isRetired ? 'it is retired already' : 'it is not retired', { field: 'id' })
    return change.did === 'restored' ? twin(tree, { ...typedNames(node), id: node.id }, parentSuffix(node)) : null
  }
  if (!RENAMED.includes(node.kind)) return invalid('id', 'the state and its districts keep the names of the Local Government Directory')
  if (node.isRetired) return new PrahariError('conflict', 'it is retired: bring it back first', { field: 'id' })
  return namesProblem(change) ?? twin(tree, change, parentSuffix(node))
}

function parentSuffix({ path, id }: JurisdictionNode): string {
  return path.slice(0, -id.length - 1).replace(/^.*(\/[^/]+\/)$/, '$1')
}

function namesProblem({ name, nameHi }: Names): PrahariError | null {
  if (name.length > MOST_LETTERS || !ENGLISH.test(name) || !/[A-Za-z]/.test(name)) return invalid('name', 'the English name is written in Roman letters, 60 at most')
  if (nameHi.length > MOST_LETTERS || !HINDI.test(nameHi) || !/\p{Script=Devanagari}/u.test(nameHi)) return invalid('nameHi', 'the Hindi name is written in Devanagari, 60 letters at most')
  return null
}

/** Two of one name side by side cannot be told apart by whoever forwards to them. */
function twin(tree: Tree, { id, name, nameHi }: Names & { id: string }, under: string): PrahariError | null {
  for (const other of tree.values()) {
    if (other.id === id || other.isRetired || !other.path.endsWith(`${under}${other.id}/`)) continue
    const typed = typedNames(other)
    if (typed.name.toLowerCase() === name.toLowerCase()) return new PrahariError('conflict', 'there is one of this name already', { field: 'name' })
    if (typed.nameHi === nameHi) return new PrahariError('conflict', 'there is one of this name already', { field: 'nameHi' })
  }
  return null
}

function invalid(field: string, because: string): PrahariError {
  return new PrahariError('invalid', because, { field })
}
