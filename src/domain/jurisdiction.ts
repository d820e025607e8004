import { STATE_ID, STATE_PATH } from './area.ts'
import { DISTRICTS } from './state/districts.ts'
import { STATIONS } from './state/stations.ts'
import { stationNames } from './station-names.ts'

export type NodeKind = 'state' | 'zone' | 'range' | 'commissionerate' | 'district' | 'station'

/** One node of the jurisdiction tree. */
export interface JurisdictionNode {
  id: string
  kind: NodeKind
  name: string
  nameHi: string
  /**
   * The ids from the state down to this node, each followed by a slash: `/up/z-lucknow/c-lucknow/lucknow/`.
   * A node lies under another exactly when its path starts with the other's path, which a store can index.
   */
  path: string
  /** A station that is no more: it keeps its name and its history, and nothing new goes there. */
  isRetired: boolean
}

/** Nodes by id. */
export type Tree = ReadonlyMap<string, JurisdictionNode>

const ZONE_NAMES_HI: Readonly<Record<string, string>> = {
  Agra: 'आगरा', Bareilly: 'बरेली', Gorakhpur: 'गोरखपुर', Kanpur: 'कानपुर', Lucknow: 'लखनऊ', Meerut: 'मेरठ',
  Prayagraj: 'प्रयागराज', Varanasi: 'वाराणसी',
}
const RANGE_NAMES_HI: Readonly<Record<string, string>> = {
  ...ZONE_NAMES_HI, Aligarh: 'अलीगढ़', Ayodhya: 'अयोध्या', Azamgarh: 'आज़मगढ़', Basti: 'बस्ती', 'Chitrakoot Dham': 'चित्रकूट धाम',
  Devipatan: 'देवीपाटन', Jhansi: 'झाँसी', Mirzapur: 'मिर्ज़ापुर', Moradabad: 'मुरादाबाद', Saharanpur: 'सहारनपुर',
}

/** A name as part of an id: `Gomti Nagar` is `gomti-nagar`. */
export function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
}

function buildTree(): Tree {
  const nodes = new Map<string, JurisdictionNode>()
  const add = (id: string, kind: NodeKind, name: string, nameHi: string, parentPath: string): string => {
    const path = `${parentPath}${id}/`
    nodes.set(id, { id, kind, name, nameHi, path, isRetired: false })
    return path
  }
  add(STATE_ID, 'state', 'Uttar Pradesh', 'उत्तर प्रदेश', '/')
  for (const district of DISTRICTS) {
    const zonePath = add(`z-${slug(district.zone)}`, 'zone', `${district.zone} Zone`, `${ZONE_NAMES_HI[district.zone] ?? district.zone} ज़ोन`, STATE_PATH)
    const upper = district.isCommissionerate
      ? add(`c-${district.id}`, 'commissionerate', `${district.name} Commissionerate`, `${district.nameHi} कमिश्नरेट`, zonePath)
      : add(`r-${slug(district.range)}`, 'range', `${district.range} Range`, `${RANGE_NAMES_HI[district.range] ?? district.range} रेंज`, zonePath)
    const districtPath = add(district.id, 'district', district.name, district.nameHi, upper)
    for (const [stationSlug, plain, plainHi] of STATIONS[district.id] ?? []) {
      const { name, nameHi } = stationNames(plain, plainHi)
      add(`ps-${district.id}-${stationSlug}`, 'station', name, nameHi, districtPath)
    }
  }
  return nodes
}

/** The tree as it comes with Prahari. */
export const BUILT_IN: Tree = buildTree()

/** A tree with the number of the administrator's last change in it; 0 as it comes with Prahari. */
export interface NumberedTree {
  seq: number
  nodes: Tree
}

/**
 * The one tree of this process. No argument, unlike time and policy: ids, kinds and paths never change (domain/node-changes.ts), so
 * what was decided under one version means the same node under the next. Replaced whole by actions/take-places.ts.
 */
let inForce: NumberedTree = { seq: 0, nodes: BUILT_IN }

export function treeInForce(): NumberedTree {
  return inForce
}

export function putTreeInForce(tree: NumberedTree): void {
  inForce = tree
}

/** The node with this id, a retired one too, or undefined where there is none. */
export function findNode(id: string): JurisdictionNode | undefined {
  return inForce.nodes.get(id)
}

/** The node with this id that something may be sent to, or somebody may be put in charge of. */
export function findNodeInForce(id: string): JurisdictionNode | undefined {
  const node = inForce.nodes.get(id)
  return node?.isRetired === true ? undefined : node
}

/** Every node of the tree, retired ones too. */
export function allNodes(): Iterable<JurisdictionNode> {
  return inForce.nodes.values()
}

/** The paths from the state down to and including `path`: `/up/`, `/up/z-agra/`, … */
export function pathsDownTo(path: string): string[] {
  const ids = path.split('/').filter(Boolean)
  return ids.map((_, depth) => `/${ids.slice(0, depth + 1).join('/')}/`)
}

/** The last node of a path; the nearest one above it where another process added the last one a moment ago; the state where the path names none. */
export function nodeAt(path: string): JurisdictionNode {
  const { nodes } = inForce
  const id = path.split('/').findLast((one) => nodes.has(one)) ?? STATE_ID
  const node = nodes.get(id)
  if (!node) throw new Error('the jurisdiction tree is empty')
  return node
}

/** The path itself, or the nearest one above it that is not retired. */
export function pathInForce(path: string): string {
  return pathsDownTo(path).findLast((one) => !nodeAt(one).isRetired) ?? path
}

/** Where a docket belongs: the station if it is known and not retired, else the district, else the state control room. */
export function pathForPlace(place: { districtId: string | null; stationId: string | null }): string {
  const node = (place.stationId && findNodeInForce(place.stationId)) || (place.districtId && inForce.nodes.get(place.districtId))
  return node ? node.path : STATE_PATH
}
