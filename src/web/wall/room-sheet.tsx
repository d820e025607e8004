import { useRef } from 'preact/hooks'
import { texts } from './words.ts'
import { isAwake } from './kiosk.ts'
import { useOwnWall } from './own-wall.ts'
import { LEAST_MM_PER_M, enlargedFor, letterHeights } from '../shared/room.ts'

/** Where this wall hangs, how large its letters come out there, and what of it is too small for the farthest seat. */
export function RoomSheet() {
  const ref = useRef<HTMLDialogElement>(null)
  const wall = useOwnWall().value.answer
  const t = texts.value.walls
  if (!wall) return null
  const heights = letterHeights(wall)
  const tooSmall = heights.filter(({ isEnough }) => !isEnough)
  const enlarged = Math.round((enlargedFor(wall) - 1) * 100)
  return (
    <>
      <button type="button" class="quiet-button" data-bad={tooSmall.length > 0} onClick={() => ref.current?.showModal()}>{t.room}</button>
      <dialog ref={ref} class="room-sheet" aria-labelledby="room-title">
        <h2 id="room-title">{t.roomTitle}: <bdi>{wall.name}</bdi></h2>
        <p>{t.distance}: <b class="digits">{wall.distanceM}</b> · {t.panel}: <b class="digits">{wall.panelInches}</b>{enlarged > 0 && <> · {t.enlarged(enlarged)}</>}</p>
        <h3>{t.letterHeights} <small>{t.need((wall.distanceM * LEAST_MM_PER_M).toFixed(0))}</small></h3>
        <ul>{heights.map(({ name, mm, isEnough, isPreferred }) => (
          <li key={name} data-bad={!isEnough}><span>{t.lines[name]}</span><b class="digits">{mm.toFixed(0)} mm</b><span>{isPreferred ? t.preferred : isEnough ? t.enough : t.tooSmall}</span></li>
        ))}</ul>
        <p class="room-verdict" data-bad={tooSmall.length > 0} role="status">{tooSmall.length > 0 ? t.tooFar(tooSmall.map(({ name }) => t.lines[name]).join(', ')) : t.lettersFit}</p>
        <p data-bad={!isAwake.value}>{isAwake.value ? t.screenAwake : t.screenMaySleep}</p>
        <p class="room-where">{t.roomWhere}</p>
        <form method="dialog"><button type="submit" class="quiet-button">{t.close}</button></form>
      </dialog>
    </>
  )
}
