import { startConsole } from '../shared/parts/page.tsx'
import { Officer } from './officer.tsx'

startConsole(Officer)
