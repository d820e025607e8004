import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keyOf } from '../src/triage/lexicon/compile.ts'
import { VOCABULARY } from '../src/triage/lexicon/lexicon.ts'
import { ENGLISH_COMMON, HINGLISH_COMMON } from '../src/triage/lexicon/words/frequent.ts'
import { normalise } from '../src/triage/normalise.ts'

/**
 * Builds src/triage/place/gazetteer.json from a folder with districts.json, tehsils_towns.csv and pincodes_up.csv:
 * names of districts, towns, blocks, localities, post offices and villages with their aliases, and PIN codes.
 * Villages (branch post offices) are taken only if the name occurs in one district and has six letters or more.
 *
 *   npm run build:gazetteer -- FACTS_FOLDER
 */
const OUT = fileURLToPath(new URL('../src/triage/place/gazetteer.json', import.meta.url))
const ATTRIBUTION = [
  'Local Government Directory (LGD), Government of India; GODL-India',
  'All India Pincode Directory, Department of Posts, Government of India via data.gov.in; GODL-India',
  'GeoNames (geonames.org), CC BY 4.0',
]
/** Kind of row → letter in the file; the district names themselves come from districts.json. */
const KINDS: Readonly<Record<string, string>> = {
  tehsil: 't', urban_local_body: 't', city: 't', district_hq: 't', block: 'b', locality: 'l', sector: 'l', sub_post_office: 'p', head_post_office: 'p', branch_post_office: 'v',
}

/** Words, first names and brands that are also names of small places. */
const MORE_WORDS = ['jawan', 'pathan', 'leader', 'sona', 'moti', 'raja', 'rani', 'munna', 'kalan', 'khurd', 'buzurg', 'khas', 'sarai', 'garhi', 'nagla', 'purwa', 'tola', 'patti', 'chak', 'tanda', 'bagh', 'taj', 'ganga', 'yamuna', 'salman', 'rahul', 'amit', 'ravi', 'mohan', 'sohan', 'sita', 'gita', 'rampur', 'shahi', 'mall', 'sultan', 'jamal', 'akbar', 'babu', 'lala', 'guru', 'swami', 'mandir', 'masjid', 'bazar', 'chauraha', 'college', 'colony', 'hospital', 'vidyalaya', 'bhawan', 'market']

type Row = Record<string, string>
interface DistrictFact { id: string; name: string; name_hi: string; aliases: string[]; aliases_hi: string[] }

function readCsv(path: string): Row[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])))
}

/** Keys of ordinary words: a place of that name needs a second cue, and gets a `!`. */
function ordinaryKeys(): Set<string> {
  const words = [...MORE_WORDS, ...HINGLISH_COMMON, ...ENGLISH_COMMON, ...VOCABULARY.english.keys(), ...VOCABULARY.hindi.keys()]
  return new Set([...words.map((word) => keyOf(word, false)), ...VOCABULARY.folded.keys()])
}

function keyOfName(name: string): string {
  return normalise(name).map((token) => (token.kind === 'number' ? token.text : keyOf(token.text, token.script === 'devanagari'))).join(' ')
}

/** Spellings that the tokeniser makes alike are one; a second script or spelling is kept, since an exact one counts more. */
function textOf(name: string): string {
  return normalise(name).map((token) => token.text).join(' ')
}

/** "Tanda(Rampur)": the list says whose namesake it is, and has it under the other district. */
const NAMESAKE = /\(\s*([A-Za-z ]+?)\s*\)$/u

function entry(row: Row, ordinary: ReadonlySet<string>): string | null {
  const name = row['name'] ?? ''
  const kind = row['kind'] ?? ''
  const key = keyOfName(name)
  const namesake = NAMESAKE.exec(name)?.[1]
  if (namesake !== undefined && namesake !== row['district']) return null
  if (kind === 'branch_post_office' && (row['same_name_districts'] !== '1' || name.length < 6 || ordinary.has(key))) return null
  if (key.length < 3 || /^\d/u.test(key)) return null
  const isRisky = row['word_risk'] === '1' || ordinary.has(key) || key.length < 4
  const spellings = [name, row['name_hi'] ?? '', ...(row['aliases'] ?? '').split(';')].filter(Boolean)
  const isUseful = (spelling: string, at: number): boolean => at === 0 || (!ordinary.has(keyOfName(spelling)) && keyOfName(spelling).length >= 4)
  const distinct = spellings.filter((spelling, at) => isUseful(spelling, at) && spellings.findIndex((other) => textOf(other) === textOf(spelling)) === at)
  return (isRisky ? '!' : '') + distinct.join('|')
}

function buildPlaces(folder: string, ordinary: ReadonlySet<string>): Record<string, Record<string, string>> {
  const places: Record<string, Record<string, string[]>> = {}
  const facts = JSON.parse(readFileSync(join(folder, 'districts.json'), 'utf8')) as { districts: DistrictFact[] }
  for (const district of facts.districts) {
    places[district.id] = { d: [district.name, district.name_hi, ...district.aliases, ...district.aliases_hi] }
  }
  for (const row of readCsv(join(folder, 'tehsils_towns.csv'))) {
    const kind = KINDS[row['kind'] ?? '']
    const line = kind ? entry(row, ordinary) : null
    const district = places[row['district_id'] ?? '']
    if (kind && line && district) (district[kind] ??= []).push(line)
  }
  return Object.fromEntries(Object.entries(places).map(([id, kinds]) => [id, Object.fromEntries(Object.entries(kinds).map(([kind, lines]) => [kind, lines.join(';')]))]))
}

/** PIN codes by district: `226010` or `226010:0.6` where a part of it lies elsewhere. */
function buildPins(folder: string): Record<string, string> {
  const pins: Record<string, string[]> = {}
  for (const row of readCsv(join(folder, 'pincodes_up.csv'))) {
    const share = Number(row['share'])
    ;(pins[row['district_id'] ?? ''] ??= []).push(share >= 0.95 ? (row['pin'] ?? '') : `${row['pin'] ?? ''}:${share.toFixed(2)}`)
  }
  return Object.fromEntries(Object.entries(pins).map(([id, list]) => [id, list.join(' ')]))
}

const folder = process.argv[2]
if (!folder) {
  console.error('Say where the facts are: npm run build:gazetteer -- FACTS_FOLDER')
  process.exit(2)
}
const file = { attribution: ATTRIBUTION, places: buildPlaces(folder, ordinaryKeys()), pins: buildPins(folder) }
const text = JSON.stringify(file, null, 1)
writeFileSync(OUT, `${text}\n`)
console.log(`${OUT}: ${Math.round(text.length / 1024)} KiB`)
