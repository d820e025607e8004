import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { focusWanted } from './view.ts'

/** Which rows are drawn, and the room above and below them in pixels. */
export interface Drawn {
  from: number
  to: number
  above: number
  below: number
}

/** Up to so many rows all are drawn: a short list needs no tricks. */
export const ALL_BELOW = 80
/** Rows drawn beyond each edge, so that scrolling and walking by keys find them there. */
const BEYOND = 12

/** The rows to draw of a list that is scrolled by `topPx` in a frame of `framePx`. */
export function windowOf(count: number, topPx: number, framePx: number, rowPx: number): Drawn {
  if (count <= ALL_BELOW) return { from: 0, to: count, above: 0, below: 0 }
  const visible = Math.ceil(framePx / rowPx)
  const from = Math.max(0, Math.min(count - visible, Math.floor(topPx / rowPx)) - BEYOND)
  const to = Math.min(count, from + visible + 2 * BEYOND)
  return { from, to, above: from * rowPx, below: (count - to) * rowPx }
}

const USUAL_ROW_PX = 52

/** The rows of a scrolled table that are to be drawn. A row that the keyboard wants is scrolled into sight. */
export function useWindow(frame: RefObject<HTMLDivElement | null>, rows: readonly { id: string }[]): Drawn & { visible: { from: number; to: number } } {
  const [view, setView] = useState({ topPx: 0, framePx: 900, rowPx: USUAL_ROW_PX })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const look = (): void => {
      const rowPx = element.querySelector<HTMLElement>('tbody tr:not(.row-gap)')?.offsetHeight || USUAL_ROW_PX
      setView((known) => (known.topPx === element.scrollTop && known.framePx === element.clientHeight && known.rowPx === rowPx ? known : { topPx: element.scrollTop, framePx: element.clientHeight, rowPx }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [frame])
  const drawn = windowOf(rows.length, view.topPx, view.framePx, view.rowPx)
  const wanted = focusWanted.value
  useLayoutEffect(() => {
    const at = wanted === null ? -1 : rows.findIndex(({ id }) => id === wanted)
    if (frame.current && at >= 0 && (at < drawn.from || at >= drawn.to)) frame.current.scrollTop = at * view.rowPx - view.framePx / 2
  }, [wanted])
  return { ...drawn, visible: { from: Math.floor(view.topPx / view.rowPx), to: Math.ceil((view.topPx + view.framePx) / view.rowPx) } }
}
