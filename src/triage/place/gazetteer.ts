import { BUILT_IN } from '../../domain/jurisdiction.ts'
import type { NumberedTree } from '../../domain/jurisdiction.ts'
import { typedNames } from '../../domain/station-names.ts'
import { STATIONS } from '../../domain/state/stations.ts'
import { keyOf } from '../lexicon/compile.ts'
import { Followers } from '../lexicon/followers.ts'
import { numberKey } from '../lexicon/keys.ts'
import { normalise } from '../normalise.ts'
import { foldDevanagari } from '../script/devanagari.ts'
import { skeleton } from '../script/fold.ts'
import { usualSpelling } from '../script/spellings.ts'
import { ELSEWHERE } from './elsewhere.ts'
import { CORRIDORS } from './corridors.ts'
import { LANDMARKS } from './landmarks.ts'
import { EVERYWHERE, MAIN, NAMELESS, ORDINARY, WORDLIKE } from './names.ts'
import file from './gazetteer.json' with { type: 'json' }

/** district, town or tehsil, block, locality, post office, village, police station, a road through many districts, outside the state. */
export type PlaceKind = 'district' | 'town' | 'block' | 'locality' | 'sector' | 'office' | 'village' | 'station' | 'corridor' | 'elsewhere'

export interface Place {
  kind: PlaceKind
  /** As the gazetteer writes it. */
  name: string
  /** Empty for a place outside the state. */
  districtId: string
  stationId: string | null
  /** The bearer of its name that people mean most, of several districts that have it. */
  isMain: boolean
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
  next: Followers<PlaceNode> | null
  places: Spelt[]
  /** Whether one of them is a district, or lies elsewhere. */
  isLarge: boolean
}

const KIND_BY_LETTER: Readonly<Record<string, PlaceKind>> = { d: 'district', t: 'town', b: 'block', l: 'locality', p: 'office', v: 'village' }
export class Gazetteer {
  readonly heads = new Map<string, PlaceNode>()
  /** PIN code → districts with their share of it. */
  readonly pins = new Map<string, { districtId: string; share: number }[]>()
  /** Districts and towns by the consonants of their name, for misspellings. */
  readonly bySkeleton = new Map<string, { key: string; place: Place }[]>()

  /** The change of the tree up to which stations are known here; 0 as they come with Prahari. */
  seq = 0

  constructor() {
    for (const [districtId, kinds] of Object.entries(file.places)) {
      for (const [letter, lines] of Object.entries(kinds)) this.addLines(districtId, KIND_BY_LETTER[letter] ?? 'village', lines)
    }
    for (const [districtId, stations] of Object.entries(STATIONS)) {
      for (const [slug, name, nameHi] of stations) {
        if (NAMELESS.has(name)) continue
        const place: Place = { kind: 'station', name, districtId, stationId: `ps-${districtId}-${slug}`, isMain: MAIN[name] === districtId }
        this.add([name, nameHi], place, false)
        this.addSkeleton(name, place)
      }
    }
    for (const [name, spellings] of ELSEWHERE) this.add(spellings, { kind: 'elsewhere', name, districtId: '', stationId: null, isMain: false }, false)
    for (const [districtId, lines] of Object.entries(LANDMARKS)) this.addLines(districtId, 'locality', lines)
    for (const { name, spellings } of CORRIDORS) this.add([name, ...spellings], { kind: 'corridor', name, districtId: '', stationId: null, isMain: false }, false)
    for (const [districtId, list] of Object.entries(file.pins)) this.addPins(districtId, list)
  }

  /**
   * Learns the stations and names that an administrator gave since. A former name stays: people go on using it. Who bears a name
   * now comes before who bore it. @returns whether there was anything to learn.
   */
  learn({ seq, nodes }: NumberedTree): boolean {
    if (seq === this.seq) return false
    this.seq = seq
    for (const node of nodes.values()) {
      const before = BUILT_IN.get(node.id)
      if (node.kind !== 'station' || node.isRetired || (before?.name === node.name && before.nameHi === node.nameHi)) continue
      const districtId = node.path.split('/').at(-3) ?? ''
      const { name, nameHi } = typedNames(node)
      if (!NAMELESS.has(name)) this.add([name, nameHi], { kind: 'station', name, districtId, stationId: node.id, isMain: MAIN[name] === districtId }, false)
    }
    return true
  }

  private addLines(districtId: string, kind: PlaceKind, lines: string): void {
    const [official = ''] = lines.split(';')
    for (const line of lines.split(';')) {
      const [name = '', ...more] = (line.startsWith('!') ? line.slice(1) : line).split('|')
      if (NAMELESS.has(name)) continue
      const isMain = MAIN[name] === districtId || more.some((spelling) => MAIN[spelling] === districtId)
      const isSector = kind === 'locality' && SECTOR_NAME.test(name)
      const place: Place = { kind, name: kind === 'district' ? official : name, districtId, stationId: null, isMain }
      this.add([name], place, line.startsWith('!') || DIRECTION.test(name))
      this.add(isSector ? more.filter((spelling) => !BARE_SECTOR.test(spelling)) : more, place, false)
      if (kind === 'district' || kind === 'town') this.addSkeleton(name, place)
    }
  }

  private add(spellings: readonly string[], place: Place, isRisky: boolean): void {
    const isSmall = place.kind !== 'district' && place.kind !== 'elsewhere'
    // A name in Devanagari is as common as the Roman one, though its key may differ by a dropped vowel.
    const isCommonName = isSmall && spellings.some(isDevanagari) && COMMON.has(joinedKey(wordsOf(place.name)))
    for (const spelling of spellings) {
      const words = wordsOf(spelling)
      const risk = isRisky || WORDLIKE.has(spelling) || (isSmall && ((isCommonName && isDevanagari(spelling)) || COMMON.has(joinedKey(words))))
      this.put(words, place, risk)
      for (const other of otherwiseSplit(words)) this.put(other, place, risk)
      if (words.length === 2 && !risk && isJoinable(place.kind)) this.put(joined(words), place, risk)
    }
  }

  private put(words: readonly NameWord[], place: Place, isRisky: boolean): void {
    const [head, ...more] = words
    if (!head) return
    let node = this.heads.get(head.key)
    if (!node) this.heads.set(head.key, (node = { next: null, places: [], isLarge: false }))
    for (const { key } of more) {
      const level: Followers<PlaceNode> = (node.next ??= new Followers<PlaceNode>())
      node = level.get(numberKey(key))
      if (!node) level.set(numberKey(key), (node = { next: null, places: [], isLarge: false }))
    }
    node.isLarge ||= place.kind === 'district' || place.kind === 'elsewhere'
    const spelling = words.map(({ text }) => text).join(' ')
    const known = node.places.find((other) => other.isRisky === isRisky && other.place.kind === place.kind && other.place.districtId === place.districtId)
    if (!known) node.places.push({ place, spellings: [spelling], isRisky })
    else if (this.seq > 0 && place.stationId !== null && known.place.stationId !== place.stationId) Object.assign(known, { place, spellings: [spelling] })
    else if (!known.spellings.includes(spelling)) known.spellings.push(spelling)
  }

  private addSkeleton(name: string, place: Place): void {
    const [word, more] = wordsOf(name)
    if (!word || more !== undefined || word.key.length < 6) return
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

function joinedKey(words: readonly NameWord[]): string {
  return words.length === 1 ? (words[0]?.key ?? '') : words.map(({ key }) => key).join('')
}

/** Keys of names that are everywhere, however they are parted, and of ordinary words. */
const COMMON: ReadonlySet<string> = new Set([...EVERYWHERE, ...ORDINARY].flatMap((name) => {
  const parts = name.toLowerCase().split(' ')
  return [parts.map((part) => keyOf(part, false)).join(''), keyOf(parts.join(''), false)]
}))

/** Every town has a Meerut Road or a Garh Road. */
const DIRECTION = /^\S+ (?:Road|Chungi)$/u
const SECTOR_NAME = /^Sector \d/u
/** Said alone it may be any city's: `mentions.ts` weighs it. */
const BARE_SECTOR = /^(?:सेक्टर|Sector|Sec) \d+$/u

/** Most names need no tokeniser, which would take half of the loading time. */
const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/

const PLAIN_HINDI = /^[\u0901-\u094d]+(?: [\u0901-\u094d]+)*$/u

function isDevanagari(spelling: string): boolean {
  return spelling.charCodeAt(0) >= 0x900
}

interface NameWord { text: string; key: string }

/** The words of a name with their keys, as the words of a post have them. */
function wordsOf(name: string): NameWord[] {
  if (PLAIN.test(name)) return name.toLowerCase().split(' ').map((text) => ({ text, key: keyOf(text, false) }))
  if (PLAIN_HINDI.test(name)) {
    return name.split(' ').map((word) => {
      const text = usualSpelling(foldDevanagari(word))
      return { text, key: keyOf(text, true) }
    })
  }
  return normalise(name)
    .map((token) => ({ text: token.text, key: token.kind === 'number' ? token.text : keyOf(token.text, token.script === 'devanagari') }))
    .filter(({ key }) => key !== '')
}

/** Kosi Kalan is also written Kosikalan, and Sikandra Rao Sikandrarao. */
function joined(words: readonly NameWord[]): NameWord[] {
  return wordsOf(words.map(({ text }) => text).join(''))
}

function isJoinable(kind: PlaceKind): boolean {
  return kind === 'town' || kind === 'station' || kind === 'locality' || kind === 'district'
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
