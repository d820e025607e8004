import { textsWith } from '../shared/language.ts'
import { wallsEn, wallsHi } from '../shared/texts/walls.ts'

/** The words of the wall. */
export const texts = textsWith({ en: { walls: wallsEn }, hi: { walls: wallsHi } })
