import { findNode } from '../../domain/jurisdiction.ts'
import { DISTRICTS } from '../../domain/state/districts.ts'
import type { District } from '../../domain/state/districts.ts'
import { useLink } from '../shared/context.ts'
import { texts } from '../shared/language.ts'
import { DistrictTiles, MapTile, STATE_TILE } from '../shared/parts/district-tiles.tsx'
import type { Tile } from '../shared/parts/district-tiles.tsx'
import { loadByDistrict } from './load.ts'
import type { Load } from './load.ts'

/** The districts: a coloured tile needs an answer, an outlined one is in hand, the rest is calm. */
export function StateMap() {
  const { alerts, viewer } = useLink()
  const t = texts.value
  const loads = loadByDistrict(alerts.value)
  const scope = viewer.value?.scopePath ?? '/'
  const unknown = loads.get('')
  return (
    <DistrictTiles tileOf={(district) => tileOf(loads.get(district.id), isOurs(district, scope))} label={describe(loads)}>
      {unknown && <MapTile {...STATE_TILE} code={t.wall.state} tile={tileOf(unknown, true)} />}
    </DistrictTiles>
  )
}

function tileOf(load: Load | undefined, isOurs: boolean): Tile {
  const kind = load?.worst ?? (load ? 'held' : isOurs ? 'calm' : 'foreign')
  return { kind: kind === 'critical' || kind === 'high' || kind === 'held' || kind === 'foreign' ? kind : 'calm', count: load?.unanswered || load?.held }
}

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
