import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { isStateWide, mayAdminister, mayAudit } from '../../domain/person.ts'
import type { Viewer } from '../../domain/person.ts'
import { useLink } from '../shared/context.ts'
import { nodeName, useNodes } from '../shared/nodes.ts'
import { texts } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/parts/language-switch.tsx'
import { LinkBadge } from '../shared/parts/link-badge.tsx'
import { deleteJson } from '../shared/requests.ts'
import { Audit } from './audit.tsx'
import { Handles } from './handles.tsx'
import { People } from './people.tsx'
import { Places } from './places.tsx'
import { Policy } from './policy.tsx'
import { Templates } from './templates.tsx'
import { words } from './words.ts'

const TABS = { people: People, policy: Policy, handles: Handles, templates: Templates, places: Places, audit: Audit } satisfies Record<string, () => JSX.Element>
type Tab = keyof typeof TABS
const NAMES = Object.keys(TABS) as Tab[]

const named = (): Tab => NAMES.find((one) => one === location.hash.slice(1)) ?? 'people'
const tab = signal<Tab>(named())
addEventListener('hashchange', () => { tab.value = named() })

/** Accounts, policies, handles, templates, places and what was changed by whom. */
export function Admin() {
  const t = words.value
  const viewer = useLink().viewer.value
  const node = useNodes()?.find(({ path }) => path === viewer?.scopePath)
  const names = viewer ? tabsFor(viewer) : []
  const shown = names.find((one) => one === tab.value) ?? names[0]
  const Shown = shown && TABS[shown]
  useEffect(() => { document.title = [texts.value.product, t.title, shown && t.tabs[shown]].filter(Boolean).join(' · ') })
  return (
    <div class="admin">
      <header class="s-header">
        <h1>{t.title}{node && <>: <bdi>{nodeName(node, texts.value)}</bdi></>}</h1>
        <nav class="s-tools">
          <LinkBadge /><LanguageSwitch /><a class="quiet-button" href="/supervisor">{t.supervisor}</a><a class="quiet-button" href="/desk">{t.desk}</a>
          <button type="button" class="quiet-button" onClick={() => void deleteJson('/api/session').catch(() => undefined)}>{t.signOut}</button>
        </nav>
      </header>
      {names.length > 1 && <Tabs names={names} shown={shown} />}
      <main class="a-main">{Shown ? <div id="part" {...(names.length > 1 && { role: 'tabpanel', 'aria-labelledby': `tab-${shown}` })}><Shown key={shown} /></div> : <p class="a-wait" role="status">{t.loading}</p>}</main>
    </div>
  )
}

/** An auditor reads the trail and no more; the trail is for whoever has the whole state. */
function tabsFor({ role, scopePath }: Pick<Viewer, 'role' | 'scopePath'>): readonly Tab[] {
  if (!mayAdminister(role)) return mayAudit(role) && isStateWide({ scopePath }) ? ['audit'] : []
  return isStateWide({ scopePath }) ? NAMES : NAMES.filter((one) => one !== 'audit')
}

/** Walked with the arrow keys, as a list of tabs is. */
function Tabs({ names, shown }: { names: readonly Tab[]; shown: Tab | undefined }) {
  const t = words.value
  const walk = (event: KeyboardEvent): void => {
    const at = shown ? names.indexOf(shown) : 0
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key]
    const next = to === undefined ? undefined : names[(to + names.length) % names.length]
    if (next === undefined) return
    event.preventDefault()
    show(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <nav aria-label={t.parts}>
      <div class="a-tabs" role="tablist" aria-label={t.parts} onKeyDown={walk}>
        {names.map((one) => <button key={one} type="button" role="tab" id={`tab-${one}`} class="a-tab" aria-selected={shown === one} aria-controls="part" tabIndex={shown === one ? 0 : -1} onClick={() => show(one)}>{t.tabs[one]}</button>)}
      </div>
    </nav>
  )
}

function show(next: Tab): void {
  history.replaceState(null, '', `#${next}`)
  tab.value = next
}
