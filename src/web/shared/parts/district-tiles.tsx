import type { ComponentChildren } from 'preact'
import { DISTRICTS } from '../../../domain/state/districts.ts'
import type { District } from '../../../domain/state/districts.ts'
import { grouped } from '../indian-time.ts'

const TILE = 44
const PITCH = 48
const COLS = 13
const ROWS = 11

/** What a tile says: its shape and colour, and a number where there is one. */
export interface Tile {
  kind: 'critical' | 'high' | 'held' | 'calm' | 'foreign' | 'here'
  count?: number | undefined
}

/** The 75 districts as a grid of tiles. @param label what the picture says, for those who do not see it. */
export function DistrictTiles({ tileOf, label, children }: { tileOf: (district: District) => Tile; label: string; children?: ComponentChildren }) {
  return (
    <svg class="state-map" viewBox={`0 -4 ${COLS * PITCH - 4} ${ROWS * PITCH}`} role="img" aria-label={label}>
      {DISTRICTS.map((district) => <MapTile key={district.id} col={district.col} row={district.row} code={district.code} tile={tileOf(district)} />)}
      {children}
    </svg>
  )
}

/** The tile that is no district: what belongs to the state, top right. */
export const STATE_TILE = { col: COLS - 1, row: 0 }

/** A severity has its outline here too: an octagon, a roof, a plain square. */
const octagon = (x: number, y: number): string => `M${x + 12} ${y}h20l12 12v20l-12 12h-20l-12-12v-20z`
const gable = (x: number, y: number): string => `M${x + 22} ${y - 4}L${x + 44} ${y + 6}V${y + 44}H${x}V${y + 6}z`
const square = (x: number, y: number): string => `M${x + 5} ${y}h34a5 5 0 0 1 5 5v34a5 5 0 0 1-5 5h-34a5 5 0 0 1-5-5v-34a5 5 0 0 1 5-5z`

export function MapTile({ col, row, code, tile: { kind, count } }: { col: number; row: number; code: string; tile: Tile }) {
  const x = col * PITCH
  const y = row * PITCH
  return (
    <g class="map-tile" data-kind={kind}>
      <path d={kind === 'critical' ? octagon(x, y) : kind === 'high' ? gable(x, y) : square(x, y)} />
      <text x={x + TILE / 2} y={count ? y + 17 : y + TILE / 2 + 4.5} class="map-code">{code}</text>
      {count && <text x={x + TILE / 2} y={y + 38} class="map-count">{grouped(count)}</text>}
    </g>
  )
}
