import { useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { findNodes, nodeName, useNodes } from '../shared/nodes.ts'
import type { Node } from '../shared/nodes.ts'
import { texts } from '../shared/language.ts'
import { useLink } from '../shared/context.ts'
import { Waiting } from './sending.tsx'
import { useLoaded } from './server.ts'
import { words } from './words.ts'

type Counts = RouteAnswer<'jurisdiction'>['counts']
const MOST_FOUND = 60

/** The tree as it is built in, with who has an account where. */
export function Places() {
  const t = words.value
  const nodes = useNodes()
  const scopePath = useLink().viewer.value?.scopePath
  const { answer, hasFailed, again } = useLoaded<RouteAnswer<'jurisdiction'>>('/api/admin/jurisdiction')
  const [q, setQ] = useState('')
  if (!nodes || !answer || scopePath === undefined) return <Waiting hasFailed={hasFailed} again={again} />
  const own = nodes.filter(({ path }) => path.startsWith(scopePath))
  // Without stations there are some hundred; a station is found by its name.
  const shown = q.trim() === '' ? own.filter(({ kind }) => kind !== 'station').sort((a, b) => a.path.localeCompare(b.path)) : findNodes(q, MOST_FOUND).filter(({ path }) => path.startsWith(scopePath))
  return (
    <section class="a-panel a-places" aria-label={t.tabs.places}>
      <form class="a-bar" role="search" onSubmit={(event) => event.preventDefault()}><label>{t.places.find}<input type="search" maxLength={60} value={q} onInput={(event) => setQ(event.currentTarget.value)} /></label><p class="a-count" role="status">{t.places.places(own.length)}</p></form>
      <p class="a-hint">{t.places.built}</p>
      <table class="a-table">
        <thead><tr><th scope="col">{t.places.place}</th><th scope="col">{t.places.kind}</th><th scope="col">{t.places.below}</th><th scope="col">{t.places.people}</th></tr></thead>
        <tbody>{shown.map((node) => <Place key={node.id} node={node} stations={own.filter(({ kind, path }) => kind === 'station' && path !== node.path && path.startsWith(node.path)).length} counts={answer.counts} depth={q.trim() === '' ? depthBelow(scopePath, node) : 0} />)}</tbody>
      </table>
    </section>
  )
}

function depthBelow(scopePath: string, { path }: Node): number {
  return path.slice(scopePath.length).split('/').filter(Boolean).length
}

function Place({ node, stations, counts, depth }: { node: Node; stations: number; counts: Counts; depth: number }) {
  const t = words.value
  const here = counts.filter(({ path }) => path === node.path)
  return (
    <tr data-kind={node.kind}>
      <th scope="row" data-depth={depth}>{nodeName(node, texts.value)} <small>{node.id}</small></th>
      <td>{texts.value.desk.kind[node.kind] ?? node.kind}</td>
      <td class="digits">{stations > 0 && t.places.stations(stations)}</td>
      <td>{here.length === 0 ? <span class="a-none">{t.places.none}</span> : here.map(({ role, count }) => `${count} × ${t.role[role]}`).join(', ')}</td>
    </tr>
  )
}
