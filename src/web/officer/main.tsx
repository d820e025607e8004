import { startConsole } from '../shared/parts/page.tsx'
import { Officer } from './officer.tsx'
import { startWorker } from './worker.ts'

startConsole(Officer)
void startWorker()
