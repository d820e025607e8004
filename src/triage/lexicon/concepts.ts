import { keyOf } from './compile.ts'
import { CONCEPTS } from './words/concepts.ts'

/** Shorter words are left as written: with an ending they would be other words. */
const SHORTEST_STEM = 4

/** The concept (its line in the table) of each folded key, regular endings of both languages included. */
export const CONCEPT_OF: ReadonlyMap<string, number> = compile(CONCEPTS.trim().split('\n'))

function compile(lines: readonly string[]): Map<string, number> {
  const concepts = new Map<string, number>()
  const halves = lines.map((line) => line.split('|').map((half) => half.trim().split(/\s+/u).filter(Boolean)))
  const learn = (word: string, concept: number): void => {
    const key = keyOf(word, false)
    if (!concepts.has(key)) concepts.set(key, concept)
  }
  // What is spelt out comes first, so that no ending of one word hides another.
  halves.forEach(([english = [], hindi = []], concept) => [...english, ...hindi].forEach((word) => learn(word, concept)))
  halves.forEach(([english = [], hindi = []], concept) => {
    for (const word of english) if (word.length >= SHORTEST_STEM) englishForms(word).forEach((form) => learn(form, concept))
    for (const word of hindi) if (word.length >= SHORTEST_STEM) hindiForms(word).forEach((form) => learn(form, concept))
  })
  return concepts
}

function englishForms(word: string): string[] {
  return word.endsWith('e') ? [`${word}s`, `${word}d`, `${word.slice(0, -1)}ing`] : [`${word}s`, `${word}es`, `${word}ed`, `${word}ing`]
}

/** Oblique and plural of nouns: ladka, ladke, ladkon; gaadi, gaadiya, gaadiyo; kisan, kisano. */
function hindiForms(word: string): string[] {
  if (word.endsWith('a')) return [`${word.slice(0, -1)}e`, `${word.slice(0, -1)}on`]
  return word.endsWith('i') ? [`${word}ya`, `${word}yo`] : [`${word}on`]
}
