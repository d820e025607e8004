import type { Matcher } from './match.ts'
import type { Subject } from './subject.ts'

export interface Rule {
  id: string
  value: string
  tag: string | undefined
}

interface Entry extends Rule {
  matches: Matcher
  /** When the stream learns of it and when it forgets it, on the machine's monotonic clock. */
  liveFrom: number
  liveUntil: number
}

/** The app's rules. They belong to the app, not to a connection, and reach the stream after a delay. */
export class RuleBook {
  #entries: Entry[] = []
  #fading: Entry[] = []

  list(): readonly Rule[] {
    return this.#entries
  }

  get size(): number {
    return this.#entries.length
  }

  byValue(value: string): Rule | undefined {
    return this.#entries.find(entry => entry.value === value)
  }

  add(rule: Rule, matches: Matcher, delayMs: number): void {
    this.#entries.push({ ...rule, matches, liveFrom: performance.now() + delayMs, liveUntil: Infinity })
  }

  /** Removes the rules that `isGone` names and answers how many there were. */
  remove(isGone: (rule: Rule) => boolean, delayMs: number): number {
    const gone = this.#entries.filter(isGone)
    this.#entries = this.#entries.filter(entry => !isGone(entry))
    const liveUntil = performance.now() + delayMs
    this.#fading.push(...gone.map(entry => ({ ...entry, liveUntil })))
    return gone.length
  }

  /** The rules that a post matches on the stream right now, as `matching_rules` lists them. */
  matching(subject: Subject): { id: string; tag?: string }[] {
    const now = performance.now()
    this.#fading = this.#fading.filter(entry => entry.liveUntil > now)
    return [...this.#entries, ...this.#fading]
      .filter(entry => entry.liveFrom <= now && entry.matches(subject))
      .map(({ id, tag }) => ({ id, ...(tag === undefined ? {} : { tag }) }))
  }
}
