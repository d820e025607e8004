import { CATEGORIES } from '../../src/domain/verdict.ts'
import type { Category } from '../../src/domain/verdict.ts'
import type { Labelled } from '../eval/labelled.ts'
import { odds } from './fit.ts'
import type { Example, Fitted } from './fit.ts'

/** What models that had not seen a post say of it. */
export interface Answer {
  /** Log-odds of the urgency heads. */
  odds: number[]
  category: Category
}

export interface Fold {
  urgency: Fitted
  category: Fitted
  test: readonly (Example | undefined)[]
}

/** Judges each post by models fitted to the others; all posts of one idea are in the same fold, so that no fit has seen it told another way. */
export function crossValidate(posts: readonly Labelled[], folds: number, fitOn: (train: readonly number[], test: readonly number[]) => Fold): Answer[] {
  const answers: Answer[] = posts.map(() => ({ odds: [], category: 'spam_other' }))
  const foldOf = posts.map(({ idea, text }) => hash(idea ?? text) % folds)
  for (let fold = 0; fold < folds; fold++) {
    const test = posts.flatMap((_, at) => (foldOf[at] === fold ? [at] : []))
    const { urgency, category, test: examples } = fitOn(posts.flatMap((_, at) => (foldOf[at] === fold ? [] : [at])), test)
    test.forEach((at, position) => {
      const example = examples[position]
      if (example) answers[at] = { odds: odds(urgency, example), category: best(odds(category, example)) }
    })
  }
  return answers
}

function best(values: readonly number[]): Category {
  return CATEGORIES[values.indexOf(Math.max(...values))] ?? 'spam_other'
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
