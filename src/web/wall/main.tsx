import { startConsole } from '../shared/parts/page.tsx'
import { hideRestingPointer, stayAwake } from './kiosk.ts'
import { Wall } from './wall.tsx'

startConsole(Wall)
hideRestingPointer()
stayAwake()
