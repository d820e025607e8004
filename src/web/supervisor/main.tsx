import type { ComponentType } from 'preact'
import { later } from '../shared/parts/later.tsx'
import { startConsole } from '../shared/parts/page.tsx'
import { Handover } from './handover.tsx'
import { Supervisor } from './supervisor.tsx'

/** Loaded when it is opened: whoever watches alerts does not need it. */
const Roster = later(() => import('./roster/roster-page.tsx').then(({ RosterPage }) => RosterPage))
const PAGES: Record<string, ComponentType> = { '/supervisor/handover': Handover, '/supervisor/roster': Roster }

startConsole(PAGES[location.pathname] ?? Supervisor)
