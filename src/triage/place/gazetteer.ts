import { STATIONS } from '../../domain/state/stations.ts'
import { keyOf } from '../lexicon/compile.ts'
import { normalise } from '../normalise.ts'
import { skeleton } from '../script/fold.ts'
import { ELSEWHERE } from './elsewhere.ts'
import { CORRIDORS, LANDMARKS } from './landmarks.ts'
import file from './gazetteer.json' with { type: 'json' }

/** district, town or tehsil, block, locality, post office, village, police station, a road through many districts, outside the state. */
export type PlaceKind = 'district' | 'town' | 'block' | 'locality' | 'office' | 'village' | 'station' | 'corridor' | 'elsewhere'

export interface Place {
  kind: PlaceKind
  /** As the gazetteer writes it. */
  name: string
  /** Empty for a place outside the state. */
  districtId: string
  stationId: string | null
}

/** A place under one of its spellings. */
export interface Spelt {
  place: Place
  /** As the tokeniser gives them, words joined by a space: an exact spelling beats one that only folds alike. */
  spellings: string[]
  /** This name of it is also an ordinary word, or stands in many towns: it needs a second cue. */
  isRisky: boolean
}

export interface PlaceNode {
  /** Null at the end of a name: most of the nodes. */
  next: Map<string, PlaceNode> | null
  places: Spelt[]
  /** Whether one of them is a district, or lies elsewhere. */
  isLarge: boolean
}

const KIND_BY_LETTER: Readonly<Record<string, PlaceKind>> = { d: 'district', t: 'town', b: 'block', l: 'locality', p: 'office', v: 'village' }
/** Names of districts that are also words, fellows, settlements, or abbreviations. */
const WORDLIKE = new Set(['Sambhal', 'संभल', 'सम्भल', 'Sambal', 'Banda', 'Basti', 'Mau', 'Bela', 'Eta', 'Un', 'Hata', 'Kashi', 'Koil', 'Brij', 'Kasia', 'Urai', 'Orai', 'Barely', 'SRN', 'ALD', 'CNB', 'SRE', 'BSR', 'SPN', 'RBL', 'SKN', 'MBD', 'BBK', 'BSB', 'Prayag', 'Laxmi Nagar', 'Akbarabad', 'Sumbhal', 'Manpuri', 'Jansi', 'Kheri', 'Fatehgarh', 'Bhim Nagar', 'JP Nagar', 'SK Nagar', 'Savatthi', 'Belha', 'बस्ती', 'मऊ', 'मउ', 'काशी', 'प्रयाग'])
/** Names that half the towns of the state have, whatever the lists say. */
const EVERYWHERE = new Set([
  'Civil Lines', 'Gandhi Nagar', 'Station Road', 'Sadar Bazar', 'Shastri Nagar', 'Rajendra Nagar', 'Nehru Nagar', 'Nehru Nagar', 'Medical College', 'Police Line', 'Police Lines', 'Civil Court', 'Collectorate', 'University', 'Company Bagh',
  'Ghantaghar', 'MG Road', 'Mall Road', 'Link Road', 'GT Road', 'Model Town', 'Azad Nagar', 'Ashok Nagar', 'Indira Nagar', 'Ram Nagar', 'Ramnagar', 'Krishna Nagar', 'Shivaji Nagar', 'Subhash Nagar', 'Patel Nagar', 'Jawahar Nagar', 'Prem Nagar', 'Avas Vikas Colony',
  'Industrial Area', 'Transport Nagar', 'Sanjay Nagar', 'Tilak Nagar', 'Sadar', 'Cantt', 'Kotwali', 'Kotwali Nagar', 'Mahila Thana', 'Kutchery', 'Lal Bagh', 'Lalbagh', 'Railway Colony', 'Bus Station', 'New Colony', 'Govind Nagar', 'Shyam Nagar', 'Vijay Nagar', 'Satellite', 'Film City', 'Parade', 'Water Works', 'Ganj', 'Industrial Estate', 'Mandi Samiti', 'City', 'Chowk', 'Gandhi Park', 'Mohan Nagar', 'Railway Station', 'Mall', 'Rampur', 'Kalyanpur', 'Cyber Crime', 'Cyber Thana', 'Nagar', 'Dehat',
])

export class Gazetteer {
  readonly heads = new Map<string, PlaceNode>()
  /** PIN code → districts with their share of it. */
  readonly pins = new Map<string, { districtId: string; share: number }[]>()
  /** Districts and towns by the consonants of their name, for misspellings. */
  readonly bySkeleton = new Map<string, { key: string; place: Place }[]>()

  constructor() {
    for (const [districtId, kinds] of Object.entries(file.places)) {
      for (const [letter, lines] of Object.entries(kinds)) this.addLines(districtId, KIND_BY_LETTER[letter] ?? 'village', lines)
    }
    for (const [districtId, stations] of Object.entries(STATIONS)) {
      for (const [slug, name, nameHi] of stations) {
        this.add([name, nameHi], { kind: 'station', name, districtId, stationId: `ps-${districtId}-${slug}` }, false)
      }
    }
    for (const [name, spellings] of ELSEWHERE) this.add(spellings, { kind: 'elsewhere', name, districtId: '', stationId: null }, false)
    for (const [districtId, lines] of Object.entries(LANDMARKS)) this.addLines(districtId, 'locality', lines)
    this.add(CORRIDORS, { kind: 'corridor', name: 'expressway', districtId: '', stationId: null }, false)
    for (const [districtId, list] of Object.entries(file.pins)) this.addPins(districtId, list)
  }

  private addLines(districtId: string, kind: PlaceKind, lines: string): void {
    const [official = ''] = lines.split(';')
    for (const line of lines.split(';')) {
      const [name = '', ...more] = (line.startsWith('!') ? line.slice(1) : line).split('|')
      const place: Place = { kind, name: kind === 'district' ? official : name, districtId, stationId: null }
      this.add([name], place, line.startsWith('!'))
      this.add(more, place, false)
      if (kind === 'district' || kind === 'town') this.addSkeleton(name, place)
    }
  }

  private add(spellings: readonly string[], place: Place, isRisky: boolean): void {
    for (const spelling of spellings) {
      const words = wordsOf(spelling)
      const risk = isRisky || WORDLIKE.has(spelling) || (EVERYWHERE.has(spelling) && place.kind !== 'district')
      this.put(words, place, risk)
      for (const other of otherwiseSplit(words)) this.put(other, place, risk)
    }
  }

  private put(words: readonly NameWord[], place: Place, isRisky: boolean): void {
    let node: PlaceNode | undefined
    for (const { key } of words) {
      const level: Map<string, PlaceNode> = node ? (node.next ??= new Map<string, PlaceNode>()) : this.heads
      node = level.get(key)
      if (!node) level.set(key, (node = { next: null, places: [], isLarge: false }))
    }
    if (!node) return
    node.isLarge ||= place.kind === 'district' || place.kind === 'elsewhere'
    const spelling = words.map(({ text }) => text).join(' ')
    const known = node.places.find((other) => other.isRisky === isRisky && other.place.kind === place.kind && other.place.districtId === place.districtId)
    if (!known) node.places.push({ place, spellings: [spelling], isRisky })
    else if (!known.spellings.includes(spelling)) known.spellings.push(spelling)
  }

  private addSkeleton(name: string, place: Place): void {
    const [word, more] = wordsOf(name)
    if (!word || more !== undefined || word.key.length < 7) return
    const { key } = word
    const bones = skeleton(key)
    const list = this.bySkeleton.get(bones) ?? []
    list.push({ key, place })
    this.bySkeleton.set(bones, list)
  }

  private addPins(districtId: string, list: string): void {
    for (const item of list.split(' ')) {
      const [pin = '', share = '1'] = item.split(':')
      this.pins.set(pin, [...(this.pins.get(pin) ?? []), { districtId, share: Number(share) }])
    }
  }
}

/** Most names need no tokeniser, which would take half of the loading time. */
const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/

interface NameWord { text: string; key: string }

/** The words of a name with their keys, as the words of a post have them. */
function wordsOf(name: string): NameWord[] {
  if (PLAIN.test(name)) return name.toLowerCase().split(' ').map((text) => ({ text, key: keyOf(text, false) }))
  return normalise(name)
    .map((token) => ({ text: token.text, key: token.kind === 'number' ? token.text : keyOf(token.text, token.script === 'devanagari') }))
    .filter(({ key }) => key !== '')
}

const SECOND_PARTS = ['nagar', 'ganj', 'vihar', 'puram', 'bagh', 'khand', 'नगर', 'गंज', 'विहार', 'पुरम', 'बाग', 'खंड']
const SHORTEST_FIRST_PART = 3

/** Gomti Nagar is also written Gomtinagar, and Vikasnagar Vikas Nagar. */
function otherwiseSplit(words: readonly NameWord[]): NameWord[][] {
  const [first, second, ...rest] = words
  if (!first) return []
  if (second) return SECOND_PARTS.includes(second.text) ? [[...wordsOf(first.text + second.text), ...rest]] : []
  const part = SECOND_PARTS.find((one) => first.text.endsWith(one) && first.text.length >= one.length + SHORTEST_FIRST_PART)
  return part ? [wordsOf(`${first.text.slice(0, -part.length)} ${part}`)] : []
}

/** Loaded when first imported. */
export const GAZETTEER = new Gazetteer()
