import { startConsole } from '../shared/parts/page.tsx'
import { Wall } from './wall.tsx'

const POINTER_RESTS_MS = 3_000

/** A wall has no mouse: a pointer that does not move is not drawn. */
function hideRestingPointer(): void {
  const rest = (): void => { document.documentElement.dataset.pointer = 'resting' }
  let timer = setTimeout(rest, POINTER_RESTS_MS)
  addEventListener('pointermove', () => {
    clearTimeout(timer)
    delete document.documentElement.dataset.pointer
    timer = setTimeout(rest, POINTER_RESTS_MS)
  })
}

startConsole(Wall)
hideRestingPointer()
