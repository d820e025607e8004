import { textsWith } from '../shared/language.ts'
import { deskEn, deskHi } from '../shared/texts/desk.ts'
import { reportsEn, reportsHi } from '../shared/texts/reports.ts'

export const texts = textsWith({ en: { desk: deskEn, reports: reportsEn }, hi: { desk: deskHi, reports: reportsHi } })
export type Texts = typeof texts.value
