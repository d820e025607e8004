import { startConsole } from '../shared/parts/page.tsx'
import { Handover } from './handover.tsx'
import { Supervisor } from './supervisor.tsx'

startConsole(location.pathname === '/supervisor/handover' ? Handover : Supervisor)
