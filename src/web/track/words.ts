import { textsOf } from '../shared/language.ts'
import { trackEn, trackHi } from '../shared/texts/track.ts'

export const words = textsOf(trackEn, trackHi)
