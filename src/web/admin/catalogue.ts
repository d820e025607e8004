import { textsWith } from '../shared/language.ts'
import { deskEn, deskHi } from '../shared/texts/desk.ts'

/** The shared words with those of the desk, whose answers are administered here. */
export const texts = textsWith({ en: { desk: deskEn }, hi: { desk: deskHi } })
