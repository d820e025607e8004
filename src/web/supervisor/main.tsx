import { startConsole } from '../shared/parts/page.tsx'
import { Supervisor } from './supervisor.tsx'

startConsole(Supervisor)
