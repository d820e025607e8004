import { startConsole } from '../shared/parts/page.tsx'
import { Reports } from './reports.tsx'

startConsole(Reports)
