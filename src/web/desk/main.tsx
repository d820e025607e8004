import { startConsole } from '../shared/parts/page.tsx'
import { Desk } from './desk.tsx'

startConsole(Desk)
