import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { normalise } from '../normalise.ts'
import { romanise } from '../script/devanagari.ts'
import { fold } from '../script/fold.ts'
import type { Words } from './entry.ts'
import { Followers } from './followers.ts'
import { conjugate, englishFeatures, FEATURE } from './inflect.ts'
import type { Form } from './inflect.ts'
import { numberKey } from './keys.ts'

/** What a word means in one language: ids of ideas, and what its ending says. */
export interface Sense {
  ideas: readonly number[]
  features: number
}

/** The phrases that begin with a word, as a trie over numbers of keys. */
export interface PhraseNode {
  /** Null at the end of the longest phrase. */
  next: Followers<PhraseNode> | null
  sense: Sense | null
}

/**
 * The vocabulary, compiled once: ideas by spelling. `english` and `hindi` hold spellings as they are, `folded` the folds of
 * Hindi spellings, `stems` the Porter stems of English ones.
 */
export class Vocabulary {
  readonly names: string[] = []
  readonly english = new Map<string, Sense>()
  readonly hindi = new Map<string, Sense>()
  readonly devanagari = new Map<string, Sense>()
  readonly folded = new Map<string, Sense>()
  readonly stems = new Map<string, Sense>()
  /** What a polite request means, by its ending alone. */
  readonly request: Sense
  readonly phrases = new Map<string, PhraseNode>()
  private readonly ids = new Map<string, number>()

  constructor(...tables: readonly Words[]) {
    for (const table of tables) {
      for (const [name, forms] of Object.entries(table)) {
        if (this.ids.has(name)) throw new Error(`two tables of the lexicon define "${name}"`)
        const id = this.define(name)
        for (const form of split(forms.en)) this.addEnglish(id, form)
        for (const form of split(forms.hi)) this.addHindi(id, form, true)
        for (const form of split(forms.roman)) this.addHindi(id, form, false)
      }
    }
    this.request = { ideas: [this.define('request')], features: FEATURE.imp }
  }

  /** The id of an idea. @throws Error for a name that no table has, so that a slip in a cue shows at start-up. */
  idOf(name: string): number {
    const id = this.ids.get(name)
    if (id === undefined) throw new Error(`the lexicon knows no word "${name}"`)
    return id
  }

  /** The idea that is just this word or phrase as written (`=cab`), made on first use. */
  literal(text: string): number {
    const name = `=${text}`
    const known = this.ids.get(name)
    if (known !== undefined) return known
    const id = this.define(name)
    this.addEnglish(id, text)
    this.addHindi(id, text, false)
    return id
  }

  private define(name: string): number {
    const known = this.ids.get(name)
    if (known !== undefined) return known
    this.ids.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  private addEnglish(id: number, written: string): void {
    const [text = '', ending] = written.split('/')
    const tokens = keysOf(text)
    const [only] = tokens
    if (!only) return
    const features = ending === 'ed' ? FEATURE.perf : ending === 'n' ? 0 : englishFeatures(tokens.at(-1)?.exact ?? '')
    if (tokens.length > 1) return this.addPhrase(id, tokens.map((token) => token.key), features)
    put(this.english, only.exact, id, features)
    if (ending !== '=' && ending !== 'n' && only.exact.length >= 4) put(this.stems, PorterStemmer.stem(only.exact), id, 0)
  }

  private addHindi(id: number, written: string, isBothScripts: boolean): void {
    for (const form of expand(written)) {
      const tokens = keysOf(form.text)
      const [only] = tokens
      if (!only) continue
      if (tokens.length > 1) this.addPhrase(id, tokens.map((token) => token.key), form.features)
      else if (only.isDevanagari) put(this.devanagari, only.exact, id, form.features)
      else {
        put(this.hindi, only.exact, id, form.features)
        if (isBothScripts) put(this.folded, only.key, id, form.features)
      }
    }
  }

  private addPhrase(id: number, keys: readonly string[], features: number): void {
    const [head, ...more] = keys
    if (head === undefined) return
    let node = this.phrases.get(head)
    if (!node) this.phrases.set(head, (node = { next: null, sense: null }))
    for (const key of more) {
      const level: Followers<PhraseNode> = (node.next ??= new Followers<PhraseNode>())
      node = level.get(numberKey(key))
      if (!node) level.set(numberKey(key), (node = { next: null, sense: null }))
    }
    node.sense = joined(node.sense ?? undefined, id, features)
  }
}

function put(map: Map<string, Sense>, key: string, id: number, features: number): void {
  map.set(key, joined(map.get(key), id, features))
}

function joined(sense: Sense | undefined, id: number, features: number): Sense {
  if (!sense) return { ideas: [id], features }
  return { ideas: sense.ideas.includes(id) ? sense.ideas : [...sense.ideas, id], features: sense.features | features }
}

function split(list: string | undefined): string[] {
  return list ? list.split(',').map((form) => form.trim()).filter(Boolean) : []
}

/** `stem~` stands for all forms of the verb; the words before it stay as they are. */
function expand(written: string): Form[] {
  if (!written.endsWith('~')) return [{ text: written, features: 0 }]
  const space = written.lastIndexOf(' ') + 1
  return conjugate(written.slice(space, -1)).map((form) => ({ text: written.slice(0, space) + form.text, features: form.features }))
}

interface Key {
  exact: string
  key: string
  isDevanagari: boolean
}

function keysOf(text: string): Key[] {
  return normalise(text).map((token) => {
    const isDevanagari = token.script === 'devanagari'
    return { exact: token.text, key: token.kind === 'number' ? token.text : keyOf(token.text, isDevanagari), isDevanagari }
  })
}

/** The key under which a word is found in phrases and places, whatever its script and spelling. */
export function keyOf(word: string, isDevanagari: boolean): string {
  return fold(isDevanagari ? romanise(word) : word)
}
