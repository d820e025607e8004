import { useState } from 'preact/hooks'
import type { RouteAnswer } from '../../contract/http.ts'
import { findNodes, nodeName, readNodes, useNodes } from '../shared/nodes.ts'
import type { Node } from '../shared/nodes.ts'
import { texts } from '../shared/language.ts'
import { useLink } from '../shared/context.ts'
import { AddStation, ChangePlace, LastChanges } from './place-forms.tsx'
import { Waiting } from './sending.tsx'
import { useLoaded } from './server.ts'
import { words } from './words.ts'

type PlacesView = RouteAnswer<'jurisdiction'>
const MOST_FOUND = 60

/** The tree of the state, with who has an account where; its stations are added, renamed and retired here. */
export function Places() {
  const t = words.value
  const nodes = useNodes()
  const scopePath = useLink().viewer.value?.scopePath
  const { answer, hasFailed, again } = useLoaded<PlacesView>('/api/admin/jurisdiction')
  const [q, setQ] = useState('')
  const [chosenId, setChosen] = useState<string | null>(null)
  if (!nodes || !answer || scopePath === undefined) return <Waiting hasFailed={hasFailed} again={again} />
  const own = nodes.filter(({ path }) => path.startsWith(scopePath))
  const chosen = own.find(({ id }) => id === chosenId)
  const isSearching = q.trim() !== ''
  const shown = isSearching ? findNodes(q, MOST_FOUND, true).filter(({ path }) => path.startsWith(scopePath)) : treeWith(own, chosen)
  const changed = (): void => { void readNodes().then(again) }
  return (
    <div class="a-columns">
      <section class="a-panel a-places" aria-label={t.tabs.places}>
        <form class="a-bar" role="search" onSubmit={(event) => event.preventDefault()}><label>{t.places.find}<input type="search" maxLength={60} value={q} onInput={(event) => setQ(event.currentTarget.value)} /></label><p class="a-count" role="status">{t.places.places(own.length)}</p></form>
        <p class="a-hint">{t.places.hint}</p>
        <table class="a-table">
          <thead><tr><th scope="col">{t.places.place}</th><th scope="col">{t.places.kind}</th><th scope="col">{t.places.below}</th><th scope="col">{t.places.people}</th></tr></thead>
          <tbody>{shown.map((node) => (
            <Place
              key={node.id} node={node} isChosen={node.id === chosenId} choose={() => setChosen(node.id)} counts={answer.counts} depth={isSearching ? 0 : depthBelow(scopePath, node)}
              stations={own.filter(({ kind, isRetired, path }) => kind === 'station' && !isRetired && path !== node.path && path.startsWith(node.path)).length}
            />
          ))}</tbody>
        </table>
      </section>
      <div class="a-side">
        {!answer.mayChange ? <p class="a-hint">{t.onlyState}</p>
          : chosen && chosen.kind !== 'district' && chosen.kind !== 'state' ? <ChangePlace key={chosen.id} node={chosen} seq={answer.seq} changed={changed} leave={() => setChosen(null)} />
            : <AddStation key={chosen?.id ?? ''} districtId={chosen?.kind === 'district' ? chosen.id : undefined} seq={answer.seq} changed={changed} />}
        <p class="a-hint">{t.places.built}</p>
        <LastChanges changes={answer.changes} />
      </div>
    </div>
  )
}

/** Without stations there are some hundred nodes: those of a district are shown when it, or one of them, is chosen. */
function treeWith(own: readonly Node[], chosen: Node | undefined): Node[] {
  const above = chosen?.kind === 'station' ? own.find(({ kind, path }) => kind === 'district' && chosen.path.startsWith(path)) : chosen
  const opened = above?.kind === 'district' ? above.path : null
  return own.filter(({ kind, path }) => kind !== 'station' || (opened !== null && path.startsWith(opened))).sort((a, b) => (a.path < b.path ? -1 : 1))
}

function depthBelow(scopePath: string, { path }: Node): number {
  return path.slice(scopePath.length).split('/').filter(Boolean).length
}

function Place({ node, stations, counts, depth, isChosen, choose }: { node: Node; stations: number; counts: PlacesView['counts']; depth: number; isChosen: boolean; choose: () => void }) {
  const t = words.value
  const here = counts.filter(({ path }) => path === node.path)
  return (
    <tr data-kind={node.kind} data-chosen={isChosen} data-off={node.isRetired}>
      <th scope="row" data-depth={depth}><button type="button" class="row-button" aria-pressed={isChosen} onClick={choose}>{nodeName(node, texts.value)}</button> <small>{node.id}</small>{node.isRetired && <span class="chip">{t.places.retired}</span>}</th>
      <td>{texts.value.desk.kind[node.kind] ?? node.kind}</td>
      <td class="digits">{stations > 0 && t.places.stations(stations)}</td>
      <td>{here.length === 0 ? <span class="a-none">{t.places.none}</span> : here.map(({ role, count }) => `${count} × ${t.role[role]}`).join(', ')}</td>
    </tr>
  )
}
