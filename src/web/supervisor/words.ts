import { textsWith } from '../shared/language.ts'
import { controlRoomEn, controlRoomHi } from '../shared/texts/control-room.ts'

/** The words of the supervisor's pages. */
export const texts = textsWith({ en: controlRoomEn, hi: controlRoomHi })
