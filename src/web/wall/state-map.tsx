import { findNode } from '../../domain/jurisdiction.ts'
import { DISTRICTS } from '../../domain/state/districts.ts'
import type { District } from '../../domain/state/districts.ts'
import { useLink } from '../shared/context.ts'
import { texts } from '../shared/language.ts'
import { loadByDistrict } from './load.ts'
import type { Load } from './load.ts'

const TILE = 44
const PITCH = 48
const COLS = 13
const ROWS = 11

/** The 75 districts as a grid of tiles: a coloured tile needs an answer, an outlined one is in hand, the rest is calm. */
export function StateMap() {
  const { alerts, viewer } = useLink()
  const t = texts.value
  const loads = loadByDistrict(alerts.value)
  const scope = viewer.value?.scopePath ?? '/'
  const unknown = loads.get('')
  return (
    <svg class="state-map" viewBox={`0 -4 ${COLS * PITCH - 4} ${ROWS * PITCH}`} role="img" aria-label={describe(loads)}>
      {DISTRICTS.map((district) => (
        <MapTile key={district.id} col={district.col} row={district.row} code={district.code} load={loads.get(district.id)} isOurs={isOurs(district, scope)} />
      ))}
      {unknown && <MapTile col={COLS - 1} row={0} code={t.wall.state} load={unknown} isOurs />}
    </svg>
  )
}

/** A severity has its outline here too: an octagon, a roof, a plain square. */
const octagon = (x: number, y: number): string => `M${x + 12} ${y}h20l12 12v20l-12 12h-20l-12-12v-20z`
const gable = (x: number, y: number): string => `M${x + 22} ${y - 4}L${x + 44} ${y + 6}V${y + 44}H${x}V${y + 6}z`
const square = (x: number, y: number): string => `M${x + 5} ${y}h34a5 5 0 0 1 5 5v34a5 5 0 0 1-5 5h-34a5 5 0 0 1-5-5v-34a5 5 0 0 1 5-5z`

function isOurs(district: District, scope: string): boolean {
  const path = findNode(district.id)?.path ?? ''
  return path.startsWith(scope) || scope.startsWith(path)
}

function describe(loads: Map<string, Load>): string {
  const t = texts.value
  const names = DISTRICTS.flatMap(({ id, name, nameHi }) => {
    const unanswered = loads.get(id)?.unanswered ?? 0
    return unanswered > 0 ? [`${t.code === 'hi' ? nameHi : name} ${unanswered}`] : []
  })
  return `${t.wall.map}: ${names.join(', ') || '0'}`
}

function MapTile({ col, row, code, load, isOurs }: { col: number; row: number; code: string; load: Load | undefined; isOurs: boolean }) {
  const x = col * PITCH
  const y = row * PITCH
  const kind = load?.worst ?? (load ? 'held' : isOurs ? 'calm' : 'foreign')
  const count = load?.unanswered || load?.held
  return (
    <g class="map-tile" data-kind={kind}>
      <path d={kind === 'critical' ? octagon(x, y) : kind === 'high' ? gable(x, y) : square(x, y)} />
      <text x={x + TILE / 2} y={count ? y + 17 : y + TILE / 2 + 4.5} class="map-code">{code}</text>
      {count && <text x={x + TILE / 2} y={y + 38} class="map-count">{count}</text>}
    </g>
  )
}
