import { DISTRICTS } from '../../domain/state/districts.ts'
import type { District } from '../../domain/state/districts.ts'

/** Names that people still write: district id → former names, towns known better than their district, other spellings. */
const ALSO: Readonly<Record<string, string>> = {
  prayagraj: 'allahabad ilahabad इलाहाबाद', ayodhya: 'faizabad फैजाबाद', 'gautam-buddha-nagar': 'noida greater-noida gbn नोएडा', bhadohi: 'sant-ravidas-nagar',
  chandauli: 'mughalsarai मुगलसराय', amroha: 'jyotiba-phule-nagar', kasganj: 'kanshiram-nagar', hathras: 'mahamaya-nagar', shamli: 'prabuddh-nagar', hapur: 'panchsheel-nagar',
  sambhal: 'bhim-nagar', amethi: 'csm-nagar', varanasi: 'banaras kashi बनारस काशी', 'rae-bareli': 'raebareli rai-bareilly', 'lakhimpur-kheri': 'kheri', kushinagar: 'padrauna पडरौना',
  jalaun: 'orai उरई', sonbhadra: 'robertsganj', budaun: 'badaun', barabanki: 'bara-banki', 'kanpur-nagar': 'cawnpore', maharajganj: 'mahrajganj', bulandshahr: 'bulandshahar',
}
const INDEX = DISTRICTS.map((district) => named(district, [district.name, district.nameHi, ...otherNames(district.id)]))

/** Former names and other spellings of a district; none for what is no district. */
export function otherNames(id: string): string[] {
  return (ALSO[id] ?? '').split(' ')
}

/** Something with its names, ready to be found by any of them. */
export interface Named<What> {
  what: What
  names: string[]
}

export function named<What>(what: What, names: readonly string[]): Named<What> {
  return { what, names: names.map(plain).filter(Boolean) }
}

/** Both scripts without what people leave out: capitals, spaces, hyphens, nukta, chandrabindu for anusvara. */
function plain(name: string): string {
  return name.normalize('NFD').toLowerCase().replaceAll('़', '').replaceAll('ँ', 'ं').replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

/** What the typed letters may mean, names that begin with them first; nothing for nothing. */
export function findNamed<What>(index: readonly Named<What>[], typed: string, most: number): What[] {
  const wanted = plain(typed)
  if (wanted === '') return []
  const begins = index.filter(({ names }) => names.some((name) => name.startsWith(wanted)))
  const has = index.filter((one) => !begins.includes(one) && one.names.some((name) => name.includes(wanted)))
  return [...begins, ...has].slice(0, most).map(({ what }) => what)
}

/** The districts that what was typed may mean. */
export function findDistricts(typed: string, most: number): District[] {
  return findNamed(INDEX, typed, most)
}
