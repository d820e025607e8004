import type { Cue, Cues } from './entry.ts'
import type { Vocabulary } from './compile.ts'
import { FEATURE } from './inflect.ts'
import type { Feature } from './inflect.ts'

/** Words of an ordered pattern are at most this many steps apart, after `+` this many; an unordered one fits into its window. */
export const REACH = 3
export const CLOSE = 2
export const WINDOW = 8

/** One place of a pattern: any of these ideas, with any of these features where some are asked for. */
export interface Element {
  ideas: readonly number[]
  features: number
  /** Steps from the element before it, at most. */
  reach: number
}

export interface Pattern {
  cue: CompiledCue
  elements: readonly Element[]
  isOrdered: boolean
  /** Only the anchor has a place; the other ideas may stand anywhere in the post. */
  isLoose: boolean
  /** The element that is rarest in the lexicon: matching starts from it. */
  anchor: number
  /** Ideas that must not stand within the words of the pattern, and ideas that must not be in the post. */
  unless: readonly number[]
  never: readonly number[]
}

/** A cue with all its fields: those that differ in what they leave out would have dozens of shapes, and every look at one would have to ask for it. */
export interface CompiledCue extends Required<Omit<Cue, 'points' | 'floor'>> {
  points: number | undefined
  floor: string | undefined
  id: string
  /** Position in the lexicon, for arrays by cue. */
  index: number
}

/** The cues, compiled once: patterns by the idea of their anchor. */
export class CueBook {
  readonly cues: CompiledCue[] = []
  /** By idea; empty where no pattern starts from it. */
  readonly byAnchor: (readonly Pattern[] | undefined)[] = []

  constructor(vocabulary: Vocabulary, ...tables: readonly Cues[]) {
    const drafts: Omit<Pattern, 'anchor'>[] = []
    for (const table of tables) {
      for (const [id, cue] of Object.entries(table)) {
        const compiled = compiledCue(cue, id, this.cues.length)
        this.cues.push(compiled)
        for (const say of cue.say) drafts.push(parse(vocabulary, compiled, say))
      }
    }
    const uses = countUses(drafts)
    for (const draft of drafts) this.place({ ...draft, anchor: rarest(draft.elements, uses) })
  }

  private place(pattern: Pattern): void {
    const anchor = pattern.elements[pattern.anchor]
    for (const idea of anchor?.ideas ?? []) this.byAnchor[idea] = [...(this.byAnchor[idea] ?? []), pattern]
  }
}

function compiledCue(cue: Cue, id: string, index: number): CompiledCue {
  const { category, gravity, because, say, points, floor, isLasting = false, isAnnounced = false, isSettled = false, isProtected = false, isFeared = false, isGolden = false } = cue
  return { index, id, category, gravity, because, say, points, floor, isLasting, isAnnounced, isSettled, isProtected, isFeared, isGolden }
}

function parse(vocabulary: Vocabulary, cue: CompiledCue, say: string): Omit<Pattern, 'anchor'> {
  const elements: Element[] = []
  const unless: number[] = []
  const never: number[] = []
  for (const word of say.split(' ')) {
    if (word === '&' || word === '&&') continue
    if (word.startsWith('!!')) never.push(...elementOf(vocabulary, word.slice(2)).ideas)
    else if (word.startsWith('!')) unless.push(...elementOf(vocabulary, word.slice(1)).ideas)
    else if (word.startsWith('+')) elements.push({ ...elementOf(vocabulary, word.slice(1)), reach: CLOSE })
    else elements.push(elementOf(vocabulary, word))
  }
  return { cue, elements, isOrdered: !say.includes('&'), isLoose: say.includes('&&'), unless, never }
}

function elementOf(vocabulary: Vocabulary, word: string): Element {
  if (word.startsWith('=')) return { ideas: [vocabulary.literal(word.slice(1).replaceAll('_', ' '))], features: 0, reach: REACH }
  const [names = '', ending] = word.split('.')
  const features = ending === undefined ? 0 : FEATURE[ending as Feature]
  if (features === undefined) throw new Error(`the lexicon knows no ending "${ending ?? ''}"`)
  return { ideas: names.split('|').map((name) => vocabulary.idOf(name)), features, reach: REACH }
}

function countUses(patterns: readonly Omit<Pattern, 'anchor'>[]): Map<number, number> {
  const uses = new Map<number, number>()
  for (const pattern of patterns) {
    for (const element of pattern.elements) for (const idea of element.ideas) uses.set(idea, (uses.get(idea) ?? 0) + 1)
  }
  return uses
}

/** The element with the fewest ideas that are used most: `door` before `me|us|kin`. */
function rarest(elements: readonly Element[], uses: ReadonlyMap<number, number>): number {
  let best = 0
  let least = Infinity
  elements.forEach((element, at) => {
    const weight = element.ideas.reduce((sum, idea) => sum + (uses.get(idea) ?? 0), 0)
    if (weight < least) { least = weight; best = at }
  })
  return best
}
