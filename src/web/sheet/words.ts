import { textsOf } from '../shared/language.ts'
import { sheetEn, sheetHi } from '../shared/texts/sheet.ts'

export const words = textsOf(sheetEn, sheetHi)
