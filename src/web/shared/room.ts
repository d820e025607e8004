/** Where a wall hangs: metres to the farthest seat, and the panel's diagonal in inches. */
export interface Room {
  distanceM: number
  panelInches: number
}

/** Visual angle that a letter should have at the farthest seat, as its height in millimetres per metre: 16 minutes of arc at least, 20 preferred (NUREG-0700). */
export const LEAST_MM_PER_M = 4.65
export const PREFERRED_MM_PER_M = 5.82

/** Cap height of Inter as a share of its size. */
const CAP_HEIGHT = 0.727
/** The page's height in rem while nothing is enlarged (wall.css). */
const PAGE_REM = 67.5
/** Height of a 16:9 panel per inch of its diagonal, millimetres. */
const MM_PER_INCH = 25.4 * (9 / Math.hypot(16, 9))
/** Beyond this the side would have no room. */
export const MAX_ENLARGED = 1.25

/** What is read from afar, with its size in rem (wall.css); `must` decides how far the page is enlarged, the counters stay as they are. */
const LINES = [
  { name: 'place', rem: 4, must: true, grows: true }, { name: 'countdown', rem: 4.25, must: true, grows: true }, { name: 'clock', rem: 4, must: true, grows: true },
  { name: 'category', rem: 2.125, must: false, grows: true }, { name: 'tile', rem: 2.375, must: false, grows: true }, { name: 'counters', rem: 4.5, must: false, grows: false },
] as const

export interface LetterHeight {
  name: (typeof LINES)[number]['name']
  /** Height of its capitals on this panel, millimetres. */
  mm: number
  isEnough: boolean
  isPreferred: boolean
}

function capMm(rem: number, { panelInches }: Room, enlarged: number): number {
  return rem * enlarged * CAP_HEIGHT * panelInches * MM_PER_INCH / PAGE_REM
}

/** By how much the page is enlarged so that place, countdown and clock can be read from the farthest seat, as far as it has room. */
export function enlargedFor(room: Room): number {
  const least = Math.min(...LINES.filter(({ must }) => must).map(({ rem }) => capMm(rem, room, 1)))
  return Math.min(MAX_ENLARGED, Math.max(1, room.distanceM * LEAST_MM_PER_M / least))
}

/** How large each line comes out in this room, and whether that is enough. */
export function letterHeights(room: Room): LetterHeight[] {
  const enlarged = enlargedFor(room)
  return LINES.map(({ name, rem, grows }) => {
    const mm = capMm(rem, room, grows ? enlarged : 1)
    return { name, mm, isEnough: mm >= room.distanceM * LEAST_MM_PER_M - 1e-9, isPreferred: mm >= room.distanceM * PREFERRED_MM_PER_M - 1e-9 }
  })
}

/** How far away the farthest seat may be for every line to be large enough, metres. */
export function farthestSeatM(panelInches: number): number {
  return Math.min(...LINES.map(({ rem }) => capMm(rem, { panelInches, distanceM: 0 }, 1))) / LEAST_MM_PER_M
}
