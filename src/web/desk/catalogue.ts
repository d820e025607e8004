import { textsWith } from '../shared/language.ts'
import { deskEn, deskHi } from '../shared/texts/desk.ts'

export const texts = textsWith({ en: { desk: deskEn }, hi: { desk: deskHi } })
export type Texts = typeof texts.value
