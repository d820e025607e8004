import { textsOf } from '../../shared/language.ts'
import { rosterEn, rosterHi } from '../../shared/texts/roster.ts'

/** What the page of a roster says. */
export const rosterTexts = textsOf(rosterEn, rosterHi)
