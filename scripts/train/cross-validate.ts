import type { RuledExample } from './examples.ts'
import { odds } from './fit.ts'
import type { Fitted } from './fit.ts'

/** Something to learn from: its features, what the heads should answer (NaN where that is not known), and what tells it apart from others. */
export interface Lesson {
  example: RuledExample
  urgency: Float32Array
  category: Float32Array
  /** All lessons of one idea are in the same fold. */
  idea: string
}

/**
 * What models that had not seen a post say of it, the log-odds of all heads: all posts of one idea are in the same fold, so
 * that no fit has seen it told another way.
 */
export function crossValidate(lessons: readonly Lesson[], folds: number, fitOn: (lessons: readonly Lesson[]) => Fitted): number[][] {
  const answers: number[][] = lessons.map(() => [])
  const foldOf = lessons.map(({ idea }) => hash(idea) % folds)
  for (let fold = 0; fold < folds; fold++) {
    const fitted = fitOn(lessons.filter((_, at) => foldOf[at] !== fold))
    lessons.forEach(({ example }, at) => { if (foldOf[at] === fold) answers[at] = odds(fitted, example) })
  }
  return answers
}

/** What must be added so that `recall` of these log-odds lie above zero. */
export function biasFor(oddsOfWanted: readonly number[], recall: number): number {
  const sorted = [...oddsOfWanted].sort((a, b) => b - a)
  return -(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * recall))] ?? 0)
}

function hash(text: string): number {
  let value = 7
  for (const letter of text) value = (Math.imul(value, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return value
}
