/** Heights of the parts of the wall's board in rem; wall.css draws them so. */
export const CARD_REM = 16
export const TILE_REM = 7.2
export const GAP_REM = 0.75
const MAX_CARDS = 3
const CARDS_WHEN_CROWDED = 2
const MAX_COLUMNS = 2

/**
 * How many alerts are drawn as large cards, how many as tiles in how many columns, and how many only counted. The counter
 * takes a tile's place.
 */
export interface Plan {
  cards: number
  tiles: number
  columns: number
  hidden: number
}

/** Lines of tiles that fit under the cards. */
function linesUnder(cards: number, roomRem: number): number {
  const left = roomRem - cards * (CARD_REM + GAP_REM)
  return Math.max(0, Math.floor((left + GAP_REM) / (TILE_REM + GAP_REM)))
}

/**
 * Divides a board of `roomRem` height among alerts sorted by urgency: unanswered ones get a large card as long as
 * everything fits, and tiles are as wide as possible; in a crowd two cards stay large and the rest become tiles; what finds
 * no room is counted, never scrolled.
 */
export function planBoard(total: number, unanswered: number, roomRem: number): Plan {
  const mostCards = Math.min(total, unanswered, MAX_CARDS)
  for (let cards = mostCards; cards >= 0; cards--) {
    const isWorthIt = cards >= Math.min(mostCards, CARDS_WHEN_CROWDED)
    const tiles = total - cards
    const columns = tiles <= linesUnder(cards, roomRem) ? 1 : MAX_COLUMNS
    if (isWorthIt && tiles <= linesUnder(cards, roomRem) * columns) return { cards, tiles, columns, hidden: 0 }
  }
  let cards = Math.min(mostCards, CARDS_WHEN_CROWDED)
  while (cards > 0 && linesUnder(cards, roomRem) < 1) cards--
  const tiles = Math.min(total - cards, Math.max(0, linesUnder(cards, roomRem) * MAX_COLUMNS - 1))
  return { cards, tiles, columns: MAX_COLUMNS, hidden: total - cards - tiles }
}
