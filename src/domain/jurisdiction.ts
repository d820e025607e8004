import { STATE_ID, STATE_PATH } from './area.ts'
import { DISTRICTS } from './state/districts.ts'
import { STATIONS } from './state/stations.ts'

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
}

const ZONE_NAMES_HI: Readonly<Record<string, string>> = {
  Agra: 'आगरा', Bareilly: 'बरेली', Gorakhpur: 'गोरखपुर', Kanpur: 'कानपुर', Lucknow: 'लखनऊ', Meerut: 'मेरठ',
  Prayagraj: 'प्रयागराज', Varanasi: 'वाराणसी',
}
const RANGE_NAMES_HI: Readonly<Record<string, string>> = {
  ...ZONE_NAMES_HI, Aligarh: 'अलीगढ़', Ayodhya: 'अयोध्या', Azamgarh: 'आज़मगढ़', Basti: 'बस्ती', 'Chitrakoot Dham': 'चित्रकूट धाम',
  Devipatan: 'देवीपाटन', Jhansi: 'झाँसी', Mirzapur: 'मिर्ज़ापुर', Moradabad: 'मुरादाबाद', Saharanpur: 'सहारनपुर',
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}

function buildTree(): ReadonlyMap<string, JurisdictionNode> {
  const nodes = new Map<string, JurisdictionNode>()
  const add = (id: string, kind: NodeKind, name: string, nameHi: string, parentPath: string): string => {
    const path = `${parentPath}${id}/`
    nodes.set(id, { id, kind, name, nameHi, path })
    return path
  }
  add(STATE_ID, 'state', 'Uttar Pradesh', 'उत्तर प्रदेश', '/')
  for (const district of DISTRICTS) {
    const zonePath = add(`z-${slug(district.zone)}`, 'zone', `${district.zone} Zone`, `${ZONE_NAMES_HI[district.zone] ?? district.zone} ज़ोन`, STATE_PATH)
    const upper = district.isCommissionerate
      ? add(`c-${district.id}`, 'commissionerate', `${district.name} Commissionerate`, `${district.nameHi} कमिश्नरेट`, zonePath)
      : add(`r-${slug(district.range)}`, 'range', `${district.range} Range`, `${RANGE_NAMES_HI[district.range] ?? district.range} रेंज`, zonePath)
    const districtPath = add(district.id, 'district', district.name, district.nameHi, upper)
    for (const [stationSlug, name, nameHi] of STATIONS[district.id] ?? []) {
      add(`ps-${district.id}-${stationSlug}`, 'station', `${name} Police Station`, `थाना ${nameHi}`, districtPath)
    }
  }
  return nodes
}

const TREE = buildTree()

/** The node with this id, or undefined where there is none. */
export function findNode(id: string): JurisdictionNode | undefined {
  return TREE.get(id)
}

/** Every node of the tree. */
export function allNodes(): Iterable<JurisdictionNode> {
  return TREE.values()
}

/** The paths from the state down to and including `path`: `/up/`, `/up/z-agra/`, … */
export function pathsDownTo(path: string): string[] {
  const ids = path.split('/').filter(Boolean)
  return ids.map((_, depth) => `/${ids.slice(0, depth + 1).join('/')}/`)
}

/** The last node of a path; the state where the path names none. */
export function nodeAt(path: string): JurisdictionNode {
  const id = path.split('/').filter(Boolean).at(-1) ?? STATE_ID
  const node = TREE.get(id) ?? TREE.get(STATE_ID)
  if (!node) throw new Error('the jurisdiction tree is empty')
  return node
}

/** Where a docket belongs: the station if it is known, else the district, else the state control room. */
export function pathForPlace(place: { districtId: string | null; stationId: string | null }): string {
  const node = (place.stationId && TREE.get(place.stationId)) || (place.districtId && TREE.get(place.districtId))
  return node ? node.path : STATE_PATH
}
