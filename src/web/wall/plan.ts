import type { AlertView } from '../../contract/alert-view.ts'
import { alertsIn, itemsOf } from './flood.ts'
import type { Item } from './flood.ts'

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
export function planBoard(total: number, unanswered: number, roomRem: number, maxCards = MAX_CARDS): Plan {
  const mostCards = Math.min(total, unanswered, maxCards)
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

export interface Laid {
  cards: AlertView[]
  tiles: Item[]
  columns: number
  /** What found no room, most urgent first. */
  hidden: AlertView[]
  /** What is only counted: in the number of those without room, or in a group. */
  counted: AlertView[]
}

/**
 * Lays the alerts out on a board of `roomRem` height. What closed just now stays in its place while there is room; in a crowd
 * it goes last, so that it takes no open alert's place. @param alerts sorted by urgency.
 */
export function lay(alerts: readonly AlertView[], isFlood: boolean, roomRem: number): Laid {
  const inPlace = itemsOf(alerts, isFlood)
  const plan = planOf(inPlace, roomRem)
  if (plan.hidden === 0 || alerts.every(({ isOpen }) => isOpen)) return laid(inPlace, plan)
  const openFirst = itemsOf(alerts.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen)), isFlood)
  return laid(openFirst, planOf(openFirst, roomRem))
}

function planOf(items: readonly Item[], roomRem: number): Plan {
  const first = items.findIndex((item) => item.kind === 'group' || item.alert.holder !== null || item.alert.shelf !== null)
  const unanswered = first < 0 ? items.length : first
  // A large card costs three small ones: it is given up before a critical alert that nobody has is only counted.
  const critical = items.filter((item) => item.kind === 'alert' && item.alert.severity === 'critical' && item.alert.isOpen && item.alert.holder === null).length
  for (let maxCards = MAX_CARDS; ; maxCards--) {
    const plan = planBoard(items.length, unanswered, roomRem, maxCards)
    if (maxCards === 0 || plan.cards + plan.tiles >= critical) return plan
  }
}

function laid(items: readonly Item[], plan: Plan): Laid {
  const cards = items.slice(0, plan.cards).flatMap((item) => alertsIn(item))
  const tiles = items.slice(plan.cards, plan.cards + plan.tiles)
  const hidden = items.slice(plan.cards + plan.tiles).flatMap((item) => alertsIn(item))
  return { cards, tiles, columns: plan.columns, hidden, counted: [...tiles.flatMap((item) => (item.kind === 'group' ? item.alerts : [])), ...hidden] }
}
