import type { Category } from '../../domain/verdict.ts'

/**
 * The spellings of one idea, separated by commas. A single word or a phrase of up to five.
 * - `en`: English. Regular inflections are found by stem, so only irregular ones are listed; `form/ed` says
 *   that an irregular one is a participle, `form/=` that the stem must not find it (missing, misses),
 *   `form/n` that it is a noun in spite of its ending (kidnapping).
 * - `hi`: Hindi in Roman or Devanagari letters. Each Roman spelling also finds its sloppy spellings and its Devanagari one
 *   (script/fold.ts). A verb's stem ends in `~` and stands for all its forms: `tod~` is tod, toda, todta, todega, ….
 * - `roman`: as `hi`, but for Roman letters only, where Devanagari tells apart what Roman does not (मार, मर: mar).
 */
export interface WordForms {
  en?: string
  hi?: string
  roman?: string
}

export type Words = Readonly<Record<string, WordForms>>

/**
 * How grave an event is when it is told plainly, without a time and without a person:
 * life: somebody may die; serious: somebody may be hurt; matter: a complaint that the police must act on;
 * minor: a nuisance; talk: nothing to act on.
 */
export type Gravity = 'life' | 'serious' | 'matter' | 'minor' | 'talk'

/** One thing that a post can say. */
export interface Cue {
  category: Category
  gravity: Gravity
  because: string
  /**
   * Patterns over the names of words:
   * - `door break` in this order, at most two other words between; `beat +me` at most one;
   * - `door & break` in any order within eight words; `door && break` anywhere in the post;
   * - `me|us` either; `beat.fut` with that ending; `=wrong_side` these very words;
   * - `!film` not with that word within the words of the pattern, `!!film` not with it in the post.
   */
  say: readonly string[]
  /** Points where they differ from those of the gravity. */
  points?: number
  /** Danger to life: the score is at least critical unless something speaks against it. */
  floor?: string
  /** It goes on until it is over, so that "since yesterday" does not make it old: missing, captive, trapped. */
  isLasting?: boolean
  /** It is about what will be done, so that the future does not weaken it: threats, farewells. */
  isAnnounced?: boolean
  /** The pattern already says no ("did not come home"), or tells of the past: negation or past does not weaken it. */
  isSettled?: boolean
  /** The identity of the person must be masked. */
  isProtected?: boolean
  /** Beside "might" it is a fear, not an event; hazards are so anyway. */
  isFeared?: boolean
  /** Money just lost can still be stopped: urgent while fresh. */
  isGolden?: boolean
}

export type Cues = Readonly<Record<string, Cue>>

/** When the thing happens, as the words around it say. */
export const WHEN_NAMES = ['now', 'fresh', 'today', 'still', 'unsaid', 'future', 'might', 'habit', 'past', 'old'] as const
export type When = (typeof WHEN_NAMES)[number]
/** To whom: the author or their people, a victim before the author's eyes, nobody named. */
export const WHOM_NAMES = ['mine', 'somebody', 'nobody'] as const
export type Whom = (typeof WHOM_NAMES)[number]

/** How the post speaks, beside what it says. */
export const STANCE_NAMES = ['news', 'fiction', 'thanks', 'politics', 'advice', 'advert', 'question', 'if', 'rumour', 'civic'] as const
export type Stance = (typeof STANCE_NAMES)[number]
