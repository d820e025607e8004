import { textsOf } from './language.ts'
import { historyEn, historyHi } from './texts/history.ts'

/** What an event of a history is called: not every page tells a history. */
export const historyOf = textsOf(historyEn, historyHi)
