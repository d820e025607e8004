import { textsOf } from '../shared/language.ts'
import { adminEn, adminHi } from '../shared/texts/admin.ts'

/** The words of this page in its language. */
export const words = textsOf(adminEn, adminHi)
